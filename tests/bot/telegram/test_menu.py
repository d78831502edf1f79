"""The commands in Telegram's menu."""

from __future__ import annotations

from unittest.mock import AsyncMock

import pytest
from telegram import Bot, BotCommandScopeChat
from telegram.error import BadRequest

from bot.telegram.menu import commands, operators_commands, register
from dialogs.conversation import LANGUAGES, Language
from dialogs.intents import COMMANDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_described(language: Language) -> None:
    shown = {command.command: command.description for command in commands(language)}
    assert tuple(shown) == COMMANDS
    assert all(3 <= len(text) <= 256 for text in shown.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_operators_have_their_own_first(language: Language) -> None:
    shown = [command.command for command in operators_commands(language)]
    assert shown == ["stats", "broadcast", "broadcast_stop", *COMMANDS]
    assert not {"stats", "broadcast", "broadcast_stop"} & set(COMMANDS)


async def test_operators_commands_are_shown_in_their_chats_alone() -> None:
    bot = AsyncMock(spec=Bot)
    await register(bot, [9, 10])
    calls = [
        (call.kwargs["scope"], call.kwargs["language_code"], call.args[0][0].command)
        for call in bot.set_my_commands.await_args_list
    ]
    codes = (None, *LANGUAGES)
    assert calls == [
        *((None, code, "start") for code in codes),
        *((BotCommandScopeChat(9), code, "stats") for code in codes),
        *((BotCommandScopeChat(10), code, "stats") for code in codes),
    ]


async def test_an_operator_who_never_wrote_keeps_nobody_from_their_menu() -> None:
    bot = AsyncMock(spec=Bot)

    async def refuse(*_: object, scope: BotCommandScopeChat | None, **__: object) -> None:
        if scope is not None and scope.chat_id == 9:
            raise BadRequest("chat not found")

    bot.set_my_commands.side_effect = refuse
    await register(bot, [9, 10])
    chats = [call.kwargs["scope"] for call in bot.set_my_commands.await_args_list]
    assert chats.count(BotCommandScopeChat(10)) == 1 + len(LANGUAGES)
    assert bot.set_chat_menu_button.await_count == 1


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
