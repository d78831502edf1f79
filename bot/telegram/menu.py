"""The commands in Telegram's menu, by language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog
from telegram import BotCommand, MenuButtonCommands
from telegram.error import TelegramError

from bot.telegram.retry import persist
from dialogs.conversation import LANGUAGES
from dialogs.intents import COMMANDS
from messages.words import words

if TYPE_CHECKING:
    from telegram import Bot

    from dialogs.conversation import Language

logger = structlog.get_logger("bot.telegram.menu")


async def register(bot: Bot) -> None:
    """Put the commands into the menu: the first language for everybody, each for its own."""
    try:
        for language in (None, *LANGUAGES):
            await _register(bot, commands(language or LANGUAGES[0]), language)
        await persist(lambda: bot.set_chat_menu_button(menu_button=MenuButtonCommands()))
    except TelegramError as error:
        logger.warning("menu_not_registered", error=type(error).__name__)


def commands(language: Language) -> list[BotCommand]:
    """The commands that have a description in the language, in the order of the menu."""
    said = words(language)
    described = ((name, said.find("commands", "menu", name)) for name in COMMANDS)
    return [BotCommand(name, text) for name, text in described if text]


async def _register(bot: Bot, shown: list[BotCommand], language: Language | None) -> None:
    await persist(lambda: bot.set_my_commands(shown, language_code=language))
