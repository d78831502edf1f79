"""The replies to a question: an entry of the guide, a few of them, occupations, the contents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dialogs.ranking import Hit
    from dialogs.you import You
    from scoring.record import Record


@dataclass(frozen=True, slots=True)
class GuideEntry:
    """One entry of the guide, with what it says of the person."""

    id: str
    you: You
    record: Record
    """The rounds that are known, which its text may tell."""
    newcomer: bool = False
    """Whether they have not begun yet, so that beginning is offered."""
    beside: tuple[Hit, ...] = ()
    """What else may have been meant, where it is not sure that this was."""


@dataclass(frozen=True, slots=True)
class GuideContents:
    """What the guide has: its sections, or the entries of one."""

    section: str | None = None


@dataclass(frozen=True, slots=True)
class DidYouMean:
    """A few things that may be meant, to pick from."""

    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class OccupationsNear:
    """The unit groups whose titles come closest to some words, the best first."""

    codes: tuple[str, ...]
    kept: bool
    """Whether it will be asked which of them is the person's own."""


@dataclass(frozen=True, slots=True)
class NotFound:
    """Nothing is known of what was said or asked; what can be asked is offered."""

    newcomer: bool = False
    """Whether they have not begun yet, so that beginning is offered."""
