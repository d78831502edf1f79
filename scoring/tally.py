"""How many rounds of a stretch of time would have invited a total, kind by kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from scoring.calendar import months_after
from scoring.past_rounds import invited
from scoring.rounds import ROUND_KINDS

if TYPE_CHECKING:
    from datetime import date, datetime

    from scoring.record import Record
    from scoring.rounds import Round, RoundKind


@dataclass(frozen=True, slots=True)
class Tally:
    """The rounds of one kind, for one total."""

    kind: RoundKind
    rounds: int
    """How many were held; at least one."""
    invited: int
    """In how many the total would have been invited for certain."""
    at_cutoff: int
    """In how many it was the cut-off itself, and the tie-break would have decided."""
    least: int
    """The lowest cut-off."""
    most: int
    """The highest."""


def tallies(
    record: Record,
    total: int,
    since: date,
    until: date,
    kind: RoundKind | None = None,
    in_pool_since: date | datetime | None = None,
) -> tuple[Tally, ...]:
    """For each kind with rounds from ``since`` to ``until``, both included, or for one of them.

    Nothing is asked but points: whom such rounds were for is another matter. ``in_pool_since`` is
    when a profile was submitted, which decides at a cut-off.
    """
    held = [each for each in record.until(until) if each.on >= since]
    kinds = ROUND_KINDS if kind is None else (kind,)
    found = ((each, [one for one in held if one.kind == each]) for each in kinds)
    return tuple(_tally(each, of, total, in_pool_since) for each, of in found if of)


def usual_days_between(rounds: tuple[Round, ...]) -> int | None:
    """The middle of the days from each of some rounds to the next, oldest first.

    Rounds of one day count once; None of fewer than three days, which show no rhythm.
    """
    days = sorted({each.on for each in rounds})
    between = sorted((after - before).days for before, after in pairwise(days))
    return between[len(between) // 2] if len(between) > 1 else None


def first_day_of_months(until: date, months: int) -> date:
    """The first day of the months that end with ``until``, without its counterpart before."""
    return months_after(until, -months) + timedelta(days=1)


def _tally(
    kind: RoundKind, rounds: list[Round], total: int, in_pool_since: date | datetime | None
) -> Tally:
    cutoffs = [each.cutoff for each in rounds]
    decided = [invited(each, total, in_pool_since) for each in rounds]
    return Tally(
        kind=kind,
        rounds=len(rounds),
        invited=decided.count("yes"),
        at_cutoff=decided.count("at_cutoff"),
        least=min(cutoffs),
        most=max(cutoffs),
    )
