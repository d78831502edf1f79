"""From a reply to a message: one Jinja2 template a screen, one folder of templates a language.

What a person typed and what the words say goes through autoescaping; markup stands in the
templates alone, and only the tags that Telegram knows.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemLoader

from dialogs.replies_guide import GuideContents, GuideEntry
from messages.environment import Environment
from messages.guide.entries import entries
from messages.keyboards import keyboard
from messages.message import Message
from messages.screens import screen
from messages.typography import Typography
from messages.words import FOLDER, filters, words

if TYPE_CHECKING:
    from datetime import date

    from dialogs.conversation import Language
    from dialogs.replies import Reply
    from messages.message import Drawing
    from messages.screens import Screen

_BLANK_LINES = re.compile(r"\n{3,}")


def render(reply: Reply, language: Language, today: date | None = None) -> Message:
    """The reply as one message in a language, with the law as it is on that day."""
    if isinstance(reply, GuideEntry) and reply.id not in entries():
        reply = GuideContents()  # a button of an earlier release, or a forged one
    said = words(language, today)
    shown = screen(reply, said)
    text = _environment(language).get_template(f"{language}/{shown.template}.html.j2")
    return Message(
        text=_tidy(text.render({"law": said.law, **shown.facts})),
        buttons=keyboard(reply, said),
        document=shown.document,
        drawing=_with_words(shown, language, today),
    )


def _with_words(shown: Screen, language: Language, today: date | None) -> Drawing | None:
    """The drawing of a screen, and what is said where it cannot be made."""
    if shown.drawing is None or not shown.undrawn:
        return shown.drawing
    said = (render(reply, language, today).text for reply in shown.undrawn)
    return replace(shown.drawing, otherwise="\n\n".join(said))


@cache
def _environment(language: Language) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        extensions=[Typography],
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    said = words(language)
    environment.filters.update(filters(said.formats))
    environment.globals.update(say=_saying(language))
    return environment


def _saying(language: Language) -> Any:
    said = words(language)

    def say(path: str, **facts: Any) -> str:
        """The words at a dotted path, for the templates."""
        return said.say(*path.split("."), **facts)

    return say


def _tidy(text: str) -> str:
    """No spaces at the ends of lines, never two blank lines in a row."""
    lines = "\n".join(line.rstrip(" \t") for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", lines).strip()
