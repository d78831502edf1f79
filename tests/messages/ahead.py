"""The screens that look ahead, for tests: one by its name, its words and its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from dialogs.conversation import LANGUAGES, Language
from messages.catalogue import catalogue
from messages.render import render
from tests.messages.telegram import read

if TYPE_CHECKING:
    from messages.message import Message

each_language = pytest.mark.parametrize("language", LANGUAGES)


def of(name: str) -> Any:
    return catalogue()[name]


def text(reply: Any, language: Language = "en") -> str:
    return read(render(reply, language).text).text


def data(message: Message) -> list[str]:
    return [button.data for row in message.buttons for button in row]
