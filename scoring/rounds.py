"""The rounds of invitations held so far: their kinds, sizes and cut-offs.

The file ``parameters/rounds.csv`` has a line a round, oldest first. What IRCC's own file does
not tell (yet) comes from other sources, and says so.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from scoring.bands import counted_pools
from scoring.parameters.tree import ROOT, ParameterError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from scoring.bands import Pool

RoundKind: TypeAlias = Literal[
    "general",
    "pnp",
    "cec",
    "fsw",
    "fst",
    "french",
    "healthcare",
    "stem",
    "trade",
    "transport",
    "agriculture",
    "education",
    "physicians",
    "senior_managers",
    "researchers",
    "military",
    "other",
]
"""Who a round is for; ``other`` for a name not yet known."""

ROUND_KINDS: tuple[RoundKind, ...] = get_args(RoundKind)
KIND_NAMED: dict[str, RoundKind] = {kind: kind for kind in ROUND_KINDS}
"""Each kind by its name."""

OFFICIAL = "IRCC_JSON"
"""The source that is IRCC's own file, unchanged."""
FRESH = timedelta(weeks=6)
"""How long the newest round known may be past before newer ones are to be expected."""
QUIET = timedelta(days=183)
"""After how long without a round of a kind there may be none of it any more."""


@dataclass(frozen=True, slots=True)
class Round:
    """One round of invitations."""

    number: str
    """Not always an integer: ``"91a"`` and ``"91b"``."""
    on: date
    kind: RoundKind
    name: str
    """As IRCC writes it."""
    invitations: int
    cutoff: int
    """CRS total of the lowest-ranked candidate who was invited."""
    tie_break: datetime | date | None
    """Of those at the cut-off, profiles submitted before this moment (UTC) were invited; a day
    where the hour is not known, None where nothing was published."""
    sources: tuple[str, ...]
    """Ids of ``parameters/sources.toml``."""
    pool: Pool | None = None
    """The count of the pool that was published with it; None where none was."""

    @property
    def official(self) -> bool:
        """Whether it was read in IRCC's own file."""
        return OFFICIAL in self.sources


@cache
def all_rounds() -> tuple[Round, ...]:
    """The project's own rounds, oldest first."""
    return read_rounds(ROOT / "rounds.csv", counted_pools())


def read_rounds(path: Path, counts: Iterable[Pool] = ()) -> tuple[Round, ...]:
    """Reads a file of rounds, which name the days of these counts of the pool.

    Raises:
        ParameterError: a line is not as the file's first line says, or out of order.
    """
    counted = {each.on: each for each in counts}
    read: list[Round] = []
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(file)
        for row in lines:
            try:
                read.append(_round(row, counted))
            except (KeyError, ValueError, TypeError, AttributeError) as problem:
                raise _mistake(path, lines.line_num, f"cannot be read ({problem})") from None
            if len(read) > 1 and read[-1].on < read[-2].on:
                raise _mistake(path, lines.line_num, "is older than the line before it")
    return tuple(read)


def _mistake(path: Path, line: int, wrong: str) -> ParameterError:
    return ParameterError(path.name, f"line {line}", f"{wrong}; mend it as the lines around it")


def _round(row: dict[str, str], counted: Mapping[date, Pool]) -> Round:
    return Round(
        number=row["number"],
        on=date.fromisoformat(row["date"]),
        kind=KIND_NAMED[row["kind"]],
        name=row["name"],
        invitations=int(row["invitations"]),
        cutoff=int(row["cutoff"]),
        tie_break=_moment(row["tie_break"]),
        sources=tuple(row["sources"].split()),
        pool=_counted(row["pool_on"], counted),
    )


def _counted(day: str, counted: Mapping[date, Pool]) -> Pool | None:
    if not day:
        return None
    try:
        return counted[date.fromisoformat(day)]
    except KeyError:
        raise ValueError(f"no count of the pool is of {day}") from None


def _moment(text: str) -> datetime | date | None:
    if not text:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
