"""What the last rounds of a kind would have meant for a total: cut-offs, gap, invitations, trend.

A total is compared as it is today; what it was on the day of a round is not asked. A round of a
category whose list of that day was without the person's occupation is left out of the comparison.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Literal, TypeAlias

from scoring.calendar import months_after
from scoring.categories import categories_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from scoring.record import Record
    from scoring.rounds import Round, RoundKind

LOOKBACKS = (3, 6, 12)
"""Months that rounds are counted over."""
LAST = 5
"""How many of the last rounds are told one by one."""
TREND_MONTHS = 24
"""How far back the trend goes."""
_TURN = 3
"""How many rounds at each end of the last ones the trend compares."""

Invited: TypeAlias = Literal["yes", "at_cutoff", "no", "not_listed"]
"""``at_cutoff``: those of that total were invited by how long they had been in the pool, which is
not known; ``not_listed``: the category was not for the occupation then."""


@dataclass(frozen=True, slots=True)
class PastRound:
    """One round that was held, for one total."""

    held: Round
    gap: int
    """Points above the cut-off; negative below."""
    invited: Invited


@dataclass(frozen=True, slots=True)
class Lookback:
    """The rounds of the last so many months."""

    months: int
    rounds: int
    """How many were held."""
    invited: int
    """In how many of them this total would have been invited for certain."""
    at_cutoff: int
    """In how many it would have been just at the cut-off, and the tie-break would have decided."""
    not_listed: int = 0
    """How many were not for the occupation then."""


@dataclass(frozen=True, slots=True)
class PastRounds:
    """The rounds of one kind up to a day, for one total."""

    kind: RoundKind
    until: date | None
    """The day of the newest round known, of whatever kind; the record says nothing beyond."""
    total: int
    last: tuple[PastRound, ...]
    """The last ones, newest first, at most ``LAST``; empty before the first."""
    lookbacks: tuple[Lookback, ...]
    """For each of ``LOOKBACKS``, back from ``until``."""
    trend: tuple[Round, ...]
    """Those of the two years up to ``until``, oldest first, for a picture."""

    @property
    def gap(self) -> int | None:
        """Points above the last cut-off, negative below; None before the first round."""
        return self.last[0].gap if self.last else None

    @property
    def tied(self) -> bool:
        """Whether a round of the longest lookback had this very total as its cut-off."""
        if self.until is None:
            return False
        since = months_after(self.until, -max(LOOKBACKS))
        return any(held.cutoff == self.total and held.on > since for held in self.trend)

    @property
    def change(self) -> int | None:
        """By how much the cut-offs rose over the last rounds: their middle now less earlier.

        None of fewer than six rounds in the trend, which show none.
        """
        cutoffs = [held.cutoff for held in self.trend]
        if len(cutoffs) < 2 * _TURN:
            return None
        return _middle(cutoffs[-_TURN:]) - _middle(cutoffs[-2 * _TURN : -_TURN])


def past_rounds(
    record: Record,
    kind: RoundKind,
    on: date,
    total: int,
    *,
    in_pool_since: date | datetime | None = None,
    occupation: str | None = None,
) -> PastRounds:
    """What the rounds of a kind up to a day would have meant for a total.

    Args:
        record: the rounds that are known.
        kind: the kind of round.
        on: the day; later rounds are not looked at.
        total: a CRS total, as the person would compete with it.
        in_pool_since: when the person's profile was submitted, a day or a moment in UTC, which
            decides at a cut-off.
        occupation: the person's, for categories whose lists changed.
    """
    held = [each for each in record.until(on) if each.kind == kind]
    until = record.known_until(on)

    def past(one: Round) -> PastRound:
        return past_round(one, total, in_pool_since=in_pool_since, occupation=occupation)

    return PastRounds(
        kind=kind,
        until=until,
        total=total,
        last=tuple(past(each) for each in reversed(held[-LAST:])),
        lookbacks=tuple(
            _lookback(months, map(past, _since(held, until, months))) for months in LOOKBACKS
        ),
        trend=tuple(_since(held, until, TREND_MONTHS)),
    )


def past_round(
    held: Round,
    total: int,
    *,
    in_pool_since: date | datetime | None = None,
    occupation: str | None = None,
) -> PastRound:
    """What one round would have meant for a total; otherwise as ``past_rounds``."""
    listed = _listed(held, occupation)
    outcome: Invited = invited(held, total, in_pool_since) if listed else "not_listed"
    return PastRound(held, total - held.cutoff, outcome)


def invited(held: Round, total: int, in_pool_since: date | datetime | None = None) -> Invited:
    """Whether a round would have invited a total; at its cut-off, by when a profile came.

    Profiles submitted before the tie-break were invited (IRCC, Ministerial Instructions respecting
    invitations). One whose day alone is known may be either next to it, for want of a time zone.
    """
    if total != held.cutoff:
        return "yes" if total > held.cutoff else "no"
    tie_break = held.tie_break
    if tie_break is None or in_pool_since is None:
        return "at_cutoff"
    if isinstance(tie_break, datetime) and isinstance(in_pool_since, datetime):
        return "yes" if in_pool_since < tie_break else "no"
    day, since = day_of(tie_break), day_of(in_pool_since)
    if abs(since - day) <= timedelta(days=1):
        return "at_cutoff"
    return "yes" if since < day else "no"


def day_of(moment: date | datetime) -> date:
    """The day in UTC of a day or of a moment."""
    return moment.astimezone(UTC).date() if isinstance(moment, datetime) else moment


def _since(held: Sequence[Round], until: date | None, months: int) -> list[Round]:
    """The rounds of the months that end with a day; its counterpart at their start is before."""
    return [each for each in held if until and each.on > months_after(until, -months)]


def _lookback(months: int, rounds: Iterable[PastRound]) -> Lookback:
    found = [each.invited for each in rounds]
    return Lookback(
        months=months,
        rounds=len(found),
        invited=found.count("yes"),
        at_cutoff=found.count("at_cutoff"),
        not_listed=found.count("not_listed"),
    )


def _listed(held: Round, occupation: str | None) -> bool:
    """Whether a category listed the occupation on the day of its round."""
    if occupation is None:
        return True
    category = next((c for c in categories_on(held.on).values() if c.id == held.kind), None)
    if category is None or category.work is None:
        return True
    return occupation in category.occupations


def _middle(cutoffs: Sequence[int]) -> int:
    return sorted(cutoffs)[len(cutoffs) // 2]
