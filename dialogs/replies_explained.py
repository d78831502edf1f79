"""Answers to why: one thing of the score, one program, and how much is left to answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialogs.replies import Score
    from scoring.better import Better
    from scoring.explain import Line
    from scoring.vocabulary import ProgramName


@dataclass(frozen=True, slots=True)
class LinesExplained:
    """Why one thing of a person gives the points that it gives: each line that it counts in."""

    score: Score
    lines: tuple[Line, ...]
    """Those asked about; none where the thing gives nobody like this person anything."""
    better: Mapping[tuple[str, str], tuple[Better, ...]] = field(default_factory=dict)
    """By section and item of a line of the CRS, what would give it more."""
    open: tuple[str, ...] = ()
    """The questions that these lines count and that have no answer yet."""
    so_far: bool = False
    """Whether questions of the score are still open, which count nothing here."""


@dataclass(frozen=True, slots=True)
class ProgramsExplained:
    """Which programs are open to a person, and why not the others."""

    score: Score
    program: ProgramName | None
    """The one asked about; None for all three."""
    so_far: bool = False
    """Whether questions of the score are still open: then what is met already is named, too."""


@dataclass(frozen=True, slots=True)
class QuestionsLeft:
    """How many questions are still to be answered."""

    answered: int
    left: int
    """About how many, if the open ones get everyday answers."""
