"""A message of the operators to everybody, and how far it has got."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

State: TypeAlias = Literal["asked", "sending", "done", "stopped"]
"""Waits to be confirmed; under way; everybody had it; ended before that."""

MOST_UNITS = 3_500
"""How long a text may be, as Telegram counts it; it is shown with some words around it."""


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One broadcast as it stands."""

    number: int
    """In its buttons, so that an older card starts nothing."""
    text: str
    state: State = "asked"
    people: int = 0
    """How many would get it, when that was last counted."""
    sent: int = 0
    blocked: int = 0
    """How many were found to have blocked the bot, or left Telegram."""
    failed: int = 0
    """How many Telegram refused for another reason."""
    unclear: int = 0
    """Of how many it could not be found out, after a crash, whether they had it."""

    @property
    def tried(self) -> int:
        """How many have had their turn."""
        return self.sent + self.blocked + self.failed + self.unclear
