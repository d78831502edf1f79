"""What scoring gives: the CRS score by section and item, the programs, and notes.

Every value is in points unless it says otherwise. Items are before the cap of their section
(a second language after its own), totals after. These are named tuples because a score makes a
dozen of them, and immutable classes of other kinds take twice as long to make.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

FswUnmet: TypeAlias = Literal["experience", "language", "education", "points", "funds", "quebec"]
CecUnmet: TypeAlias = Literal["experience", "language", "quebec"]
FstUnmet: TypeAlias = Literal[
    "trade", "experience", "language", "offer_or_certificate", "funds", "quebec"
]
Note: TypeAlias = Literal[
    "language_expired",
    "test_not_accepted",
    "eca_assumed",
    "eca_missing",
    "occupation_not_skilled",
    "funds_table_assumed",
]


class Section(NamedTuple):
    """One section of the CRS."""

    total: int
    items: Mapping[str, int]

    def as_json(self) -> dict[str, Any]:
        """The section in the public JSON form."""
        return {"total": self.total, "items": dict(self.items)}


class Crs(NamedTuple):
    """The Comprehensive Ranking System score."""

    total: int
    core: Section
    spouse: Section
    transferability: Section
    additional: Section

    def as_json(self) -> dict[str, Any]:
        """The score in the public JSON form."""
        return {
            "total": self.total,
            "core": self.core.as_json(),
            "spouse": self.spouse.as_json(),
            "transferability": self.transferability.as_json(),
            "additional": self.additional.as_json(),
        }


class Fsw(NamedTuple):
    """The Federal Skilled Worker class with its selection grid."""

    eligible: bool
    points: int
    items: Mapping[str, int]
    unmet: tuple[FswUnmet, ...]

    def as_json(self) -> dict[str, Any]:
        """The class in the public JSON form."""
        return {
            "eligible": self.eligible,
            "points": self.points,
            "items": dict(self.items),
            "unmet": list(self.unmet),
        }


class Program(NamedTuple):
    """A program without a grid: the Canadian Experience Class or Federal Skilled Trades."""

    eligible: bool
    unmet: tuple[CecUnmet | FstUnmet, ...]

    def as_json(self) -> dict[str, Any]:
        """The program in the public JSON form."""
        return {"eligible": self.eligible, "unmet": list(self.unmet)}


class Programs(NamedTuple):
    """The three programs of Express Entry."""

    fsw: Fsw
    cec: Program
    fst: Program

    def as_json(self) -> dict[str, Any]:
        """The programs in the public JSON form."""
        return {
            "fsw": self.fsw.as_json(),
            "cec": self.cec.as_json(),
            "fst": self.fst.as_json(),
        }


class Result(NamedTuple):
    """A profile scored on a date."""

    on: date
    rules: date
    """The date since which the rules used are in force."""
    crs: Crs
    programs: Programs
    notes: tuple[Note, ...]

    def as_json(self) -> dict[str, Any]:
        """The result in the public JSON form."""
        return {
            "on": self.on.isoformat(),
            "rules": self.rules.isoformat(),
            "crs": self.crs.as_json(),
            "programs": self.programs.as_json(),
            "notes": list(self.notes),
        }
