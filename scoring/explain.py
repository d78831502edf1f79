"""A result line by line: the points, the most possible, and the rule that gave them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from scoring.parameters.tree import Source


@dataclass(frozen=True, slots=True)
class Rule:
    """Where a line's points come from."""

    key: str
    """The parameter, ``"crs/core/age"``."""
    title: str
    reference: str
    since: date
    sources: tuple[Source, ...]
    confirmed: bool
    checked: date
    """The last day on which evidence showed the rule as it is applied."""


@dataclass(frozen=True, slots=True)
class Line:
    """One item of a result."""

    section: str
    """``core``, ``spouse``, ``transferability``, ``additional`` or ``fsw``."""
    item: str
    points: int
    maximum: int
    """The most the item gives anybody in this person's column (with or without a spouse)."""
    rule: Rule
