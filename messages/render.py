"""From a reply to a message: one Jinja2 template a screen, one folder of templates a language.

What a person typed and what the words say goes through autoescaping; markup stands in the
templates alone, and only the tags that Telegram knows.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from messages.keyboards import keyboard
from messages.law import law
from messages.message import Message
from messages.screens import screen
from messages.typography import Typography
from messages.words import FOLDER, filters, words

if TYPE_CHECKING:
    from dialogs.conversation import Language
    from dialogs.replies import Reply

_BLANK_LINES = re.compile(r"\n{3,}")
_SPACES_AT_END = re.compile(r"[ \t]+\n")


def render(reply: Reply, language: Language) -> Message:
    """The reply as one message in a language."""
    said = words(language)
    shown = screen(reply, said)
    text = _environment(language).get_template(f"{language}/{shown.template}.html.j2")
    return Message(
        text=_tidy(text.render(shown.facts)),
        buttons=keyboard(reply, said),
        document=shown.document,
    )


@cache
def _environment(language: Language) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        extensions=[Typography],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    said = words(language)
    environment.filters.update(filters(said.formats))
    environment.globals.update(say=_saying(language), law=law())
    return environment


def _saying(language: Language) -> Any:
    said = words(language)

    def say(path: str, **facts: Any) -> str:
        """The words at a dotted path, for the templates."""
        return said.say(*path.split("."), **facts)

    return say


def _tidy(text: str) -> str:
    """No spaces at the ends of lines, never two blank lines in a row."""
    return _BLANK_LINES.sub("\n\n", _SPACES_AT_END.sub("\n", text)).strip()
