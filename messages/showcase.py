"""A picture of real conversations for those who have none yet: ``python -m messages.showcase``."""

from __future__ import annotations

import sys
from dataclasses import asdict, dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dialogs.conversation import Conversation, Language
from dialogs.events import Event, Pressed, Said
from dialogs.machine import handle
from dialogs.turn import Outside
from messages.fonts.press import print_png
from messages.guide.ranking import guide_ranking
from messages.people import TODAY
from messages.present import present

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from messages.message import Message

TOLD: tuple[Event, ...] = (
    Said("29, single, master’s with an ECA, IELTS 8 7.5 7 7, 3 years of work in India"),
    Pressed("facts:confirm"),
)
ANSWERED: tuple[Event, ...] = tuple(
    map(Said, ("none", "none", "none", "21231", "no", "no", "yes", "none", "1", "30000", "no"))
)
ASKED: tuple[Event, ...] = (
    Said("et si j’avais le NCLC 7 en français ?"),
    Said("c’est quoi un candidat des provinces ?"),
)
_SIGNS = str.maketrans({"\N{VARIATION SELECTOR-16}": "", "✅": "✓", "ℹ": "ⓘ", "🎯": "◎"})
"""Those that the fonts have, in place of those that a phone draws in colours."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that look alike."""

    text: str
    bold: bool
    quiet: bool
    code: bool


@dataclass(slots=True)
class Turn:
    """One message: the person's own, or the bot's with its buttons."""

    lines: list[list[Run]] = field(default_factory=lambda: [[]])
    rows: list[list[str]] = field(default_factory=list)
    own: bool = False


class _Lines(HTMLParser):
    """Telegram's HTML as lines of runs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[list[Run]] = [[]]
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        first, *others = data.translate(_SIGNS).split("\n")
        looks = ("b" in self._open, "i" in self._open, "code" in self._open)
        self.lines[-1].append(Run(first, *looks))
        self.lines += [[Run(line, *looks)] if line else [] for line in others]


def conversation(language: Language, events: Iterable[Event]) -> list[Turn]:
    """The chat after these events; a card that was answered has turned into the next."""
    state, chat = Conversation(language=language), list[Turn]()
    for event in (Said("/start"), *events):
        outcome = handle(state, event, TODAY, Outside(guide_ranking()))
        state = outcome.conversation or state
        if isinstance(event, Said):
            chat.append(Turn([[Run(event.text, False, False, False)]], own=True))
        for message in present(outcome.replies, event, language, TODAY):
            if message.edits:
                chat.pop()
            chat.append(_shown(message))
    return chat


def _shown(message: Message) -> Turn:
    reader = _Lines()
    reader.feed(message.text)
    reader.close()
    return Turn(reader.lines, [[button.label for button in row] for row in message.buttons])


def picture() -> bytes:
    """Told at once, the score, and what is asked in French, as a PNG."""
    told = conversation("en", TOLD)
    scored = conversation("en", (*TOLD, *ANSWERED))
    asked = conversation("fr", (*TOLD, *ANSWERED, *ASKED))
    columns: Sequence[Sequence[Turn]] = (told[-3:], scored[-1:], asked[-4:])
    facts: dict[str, Any] = {"columns": [[asdict(turn) for turn in each] for each in columns]}
    return print_png("showcase.typ", facts)


def main(arguments: list[str]) -> int:
    """Draw it into the file that is named."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m messages.showcase OUT.png\n")
        return 2
    Path(arguments[0]).write_bytes(picture())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
