"""The commands in Telegram's menu."""

from __future__ import annotations

from unittest.mock import AsyncMock

import pytest
from telegram import Bot
from telegram.error import BadRequest

from bot.telegram.menu import commands, register
from dialogs.conversation import LANGUAGES, Language
from dialogs.intents import COMMANDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_described(language: Language) -> None:
    shown = {command.command: command.description for command in commands(language)}
    assert tuple(shown) == COMMANDS
    assert all(3 <= len(text) <= 256 for text in shown.values())


async def test_the_first_language_is_everybodys() -> None:
    bot = AsyncMock(spec=Bot)
    await register(bot)
    languages = [call.kwargs["language_code"] for call in bot.set_my_commands.await_args_list]
    assert languages == [None, *LANGUAGES]
    assert bot.set_chat_menu_button.await_count == 1


async def test_a_bot_without_a_menu_still_works() -> None:
    bot = AsyncMock(spec=Bot)
    bot.set_my_commands.side_effect = BadRequest("no")
    await register(bot)
