"""Answers to why: one thing of the score, one program, and how much is left to answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dialogs.replies import Score
    from scoring.explain import Line
    from scoring.vocabulary import ProgramName


@dataclass(frozen=True, slots=True)
class LinesExplained:
    """Why one thing of a person gives the points that it gives: each line that it counts in."""

    score: Score
    lines: tuple[Line, ...]
    """Those asked about; none where the thing gives nobody like this person anything."""


@dataclass(frozen=True, slots=True)
class ProgramsExplained:
    """Which programs are open to a person, and why not the others."""

    score: Score
    program: ProgramName | None
    """The one asked about; None for all three."""


@dataclass(frozen=True, slots=True)
class QuestionsLeft:
    """How many questions are still to be answered."""

    answered: int
    left: int
    """About how many, if the open ones get everyday answers."""
