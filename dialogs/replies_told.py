"""The reply to facts told in passing: what was understood, to be confirmed before it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dialogs.conversation import Answer
    from dialogs.replies import Echo, Problem


@dataclass(frozen=True, slots=True)
class Fact:
    """One answer as it was understood, and the one that it would replace."""

    echo: Echo
    before: Answer | None = None


@dataclass(frozen=True, slots=True)
class FactsRead:
    """What was read of a message, shown back; nothing of it counts yet."""

    facts: tuple[Fact, ...]
    """In the order of the questions."""
    problems: tuple[tuple[str, Problem], ...] = ()
    """What was meant for a question and cannot be taken as it is, by question."""
    asked_back: tuple[tuple[str, tuple[Answer, ...]], ...] = ()
    """The questions that will be asked back, with the answers that the words could mean."""
    leftover: tuple[str, ...] = ()
    """What was not understood, as it was typed."""
    picking: bool = False
    """Whether it is asked which of them is wrong."""
    lost: bool = False
    """Whether something was said since that was not understood."""
    echo: Echo | None = None
    """The answer just taken, where the next question is one that they answer."""


@dataclass(frozen=True, slots=True)
class AgeOfWhom:
    """An age that was told alone while the spouse is asked about: whose is it?"""

    age: int
