"""The commands in Telegram's menu, by language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog
from telegram import BotCommand, MenuButtonCommands
from telegram.error import TelegramError

from bot.telegram.retry import persist
from dialogs.conversation import LANGUAGES
from messages.commands import described

if TYPE_CHECKING:
    from telegram import Bot

logger = structlog.get_logger("bot.telegram.menu")


async def register(bot: Bot) -> None:
    """Put the commands into the menu: the first language for everybody, each for its own."""
    try:
        for language in (None, *LANGUAGES):
            commands = [
                BotCommand(name, text) for name, text in described(language or LANGUAGES[0])
            ]
            await _register(bot, commands, language)
        await persist(lambda: bot.set_chat_menu_button(menu_button=MenuButtonCommands()))
    except TelegramError as error:
        logger.warning("menu_not_registered", error=type(error).__name__)


async def _register(bot: Bot, commands: list[BotCommand], language: str | None) -> None:
    await persist(lambda: bot.set_my_commands(commands, language_code=language))
