"""What every front end hands in: who did what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dialogs.conversation import Language
    from dialogs.events import Event


_TERMINAL = "terminal:"


def can_be_written_to(person: str) -> bool:
    """Whether somebody can be told something without having asked: not in a terminal."""
    return not person.startswith(_TERMINAL)


@dataclass(frozen=True, slots=True)
class Incoming:
    """One event of one person."""

    person: str
    """``telegram:<id>`` or ``terminal:<name>``."""
    event: Event
    language: Language = "en"
    """The language to start in, should the person be new."""
    insist: bool = False
    """Whether somebody known is switched to that language, too."""
    update: int | None = None
    """The key by which a repetition of this event is known; None when it cannot be repeated."""
    origin: int | None = None
    """The front end's number of the message whose button was pressed, if one was."""
