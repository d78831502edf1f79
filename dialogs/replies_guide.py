"""The replies to a question: an entry of the guide, a few to pick from, or that there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dialogs.you import You


@dataclass(frozen=True, slots=True)
class GuideEntry:
    """One entry of the guide, with what it says of the person."""

    id: str
    you: You
    newcomer: bool = False
    """Whether nothing has been answered yet, so that beginning is offered."""
