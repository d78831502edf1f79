"""The commands in Telegram's menu, by language; those of operators in their own chats only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import structlog
from telegram import BotCommand, BotCommandScopeChat, MenuButtonCommands
from telegram.error import TelegramError

from bot.operators import COMMANDS as OPERATORS_COMMANDS
from bot.telegram.retry import persist
from dialogs.conversation import LANGUAGES
from dialogs.intents import COMMANDS
from messages.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from telegram import Bot

    from dialogs.conversation import Language

logger = structlog.get_logger("bot.telegram.menu")


async def register(bot: Bot, operators: Iterable[int] = ()) -> None:
    """Put the commands into the menu: the first language for everybody, each for its own.

    ``operators`` are the private chats of those who have commands of their own. One in which the
    bot was never started is not known to Telegram; it gets them at the next start.
    """
    try:
        await _register(bot, commands, None)
        await persist(lambda: bot.set_chat_menu_button(menu_button=MenuButtonCommands()))
    except TelegramError as error:
        logger.warning("menu_not_registered", error=type(error).__name__)
    for chat in operators:
        try:
            await _register(bot, operators_commands, BotCommandScopeChat(chat))
        except TelegramError as error:
            logger.info("operators_menu_not_registered", error=type(error).__name__)


def commands(language: Language) -> list[BotCommand]:
    """The commands that have a description in the language, in the order of the menu."""
    return _described(language, "menu", COMMANDS)


def operators_commands(language: Language) -> list[BotCommand]:
    """Those of an operator first, then everybody's."""
    return [*_described(language, "operators", OPERATORS_COMMANDS), *commands(language)]


def _described(language: Language, part: str, names: Iterable[str]) -> list[BotCommand]:
    said = words(language)
    described = ((name, said.find("commands", part, name)) for name in names)
    return [BotCommand(name, text) for name, text in described if text]


async def _register(
    bot: Bot, of: Callable[[Language], list[BotCommand]], scope: BotCommandScopeChat | None
) -> None:
    for language in (None, *LANGUAGES):
        shown = of(language or LANGUAGES[0])
        await persist(partial(bot.set_my_commands, shown, scope=scope, language_code=language))
