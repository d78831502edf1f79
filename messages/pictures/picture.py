"""A picture, and what all of them share: the press, the language, the caption."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from messages.fonts.press import print_png
from messages.length import units
from messages.message import Drawing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dialogs.conversation import Language

LONGEST_CAPTION = 1024
"""What Telegram takes, in UTF-16 units."""
_MORE = "…"


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG, and the same facts in plain text for those who do not see it."""

    png: bytes
    caption: str


def drawing(name: str, language: Language, facts: Mapping[str, Any]) -> Drawing:
    """The picture of a layout in this folder as it waits to be drawn, for a text that says it."""
    return Drawing(f"pictures/{name}.typ", {"language": language, **facts})


def picture(
    name: str, language: Language, facts: Mapping[str, Any], caption: Iterable[str]
) -> Picture:
    """The picture of a layout in this folder, with the lines of its caption."""
    waiting = drawing(name, language, facts)
    return Picture(print_png(waiting.layout, waiting.facts), _fitted(caption))


def _fitted(lines: Iterable[str]) -> str:
    """As many lines as a caption holds, and a mark where some are left out."""
    text = ""
    for line in lines:
        longer = f"{text}\n{line}" if text else line
        if units(longer) > LONGEST_CAPTION - len("\n" + _MORE):
            return f"{text}\n{_MORE}" if text else _MORE
        text = longer
    return text
