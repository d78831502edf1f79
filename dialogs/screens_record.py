"""The replies that tell of past rounds: a list of them, and what a total would have been worth."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from dialogs.replies_rounds import AsOf, Counted, EnoughShown, RoundsShown
from scoring.calendar import months_after
from scoring.past_rounds import past_rounds
from scoring.rounds import FRESH, ROUND_KINDS
from scoring.tally import first_day_of_months, tallies, usual_days_between

if TYPE_CHECKING:
    from dialogs.situation import Situation
    from scoring.record import Record
    from scoring.rounds import RoundKind

PROFILE = "profile_submitted"
"""The question that asks when."""
PAGE = 6
"""Rounds of a page."""
_RHYTHM_MONTHS = 12
_LATELY_MONTHS = 6


def as_of(record: Record, on: date) -> AsOf | None:
    """How far the rounds are known on a day; None before the first."""
    until = record.known_until(on)
    return None if until is None else AsOf(until, stale=on - until > FRESH)


def in_pool_since(at: Situation) -> date | datetime | None:
    """When the person's profile was submitted, a day or a moment in UTC; None where not told."""
    told = at.choice(PROFILE)
    if told is None or not told[0].isdigit():
        return None
    return datetime.fromisoformat(told) if "T" in told else date.fromisoformat(told)


def rounds_shown(
    record: Record,
    on: date,
    kind: RoundKind | None = None,
    page: int = 0,
    *,
    ahead: bool = False,
    total: int | None = None,
) -> RoundsShown:
    """A page of the rounds up to a day; one that is not there is the last."""
    known = as_of(record, on)
    held = [each for each in record.until(on) if kind in (None, each.kind)]
    pages = max(1, -(-len(held) // PAGE))
    page = min(max(page, 0), pages - 1)
    newest = held[::-1][page * PAGE : (page + 1) * PAGE]
    if known is None:
        return RoundsShown(None, kind, (), 0, 1, (), 0, None)
    year_ago = months_after(known.until, -_RHYTHM_MONTHS)
    half_a_year_ago = months_after(known.until, -_LATELY_MONTHS)
    kinds = {each.kind for each in record.until(on) if each.on > year_ago}
    return RoundsShown(
        as_of=known,
        kind=kind,
        rounds=tuple(newest),
        page=page,
        pages=pages,
        kinds=tuple(each for each in ROUND_KINDS if each in kinds),
        lately=sum(each.on > half_a_year_ago for each in held),
        days_between=usual_days_between(tuple(each for each in held if each.on > year_ago)),
        ahead=ahead,
        trend=() if kind is None or page else past_rounds(record, kind, on, total or 0).trend,
        total=total,
    )


def rounds_of(
    record: Record,
    on: date,
    period: tuple[date, date],
    kind: RoundKind | None = None,
    total: int | None = None,
) -> RoundsShown:
    """The page with the newest rounds of a period, and how many it had."""
    since, until = period
    held = [each for each in record.until(on) if kind in (None, each.kind)]
    later = sum(each.on > until for each in held)
    shown = rounds_shown(record, on, kind, later // PAGE, total=total)
    known = on if shown.as_of is None else shown.as_of.until
    within = [each for each in held if since <= each.on <= until]
    invited = sum(each.invitations for each in within)
    return replace(shown, counted=Counted(since, min(until, known), len(within), invited))


def round_shown(record: Record, on: date, number: str) -> RoundsShown:
    """One round by its number; none where it is not known."""
    held = tuple(e for e in record.until(on) if number in (e.number, e.number.rstrip("ab")))
    return replace(rounds_shown(record, on), rounds=held, pages=1, page=0, one=number)


def enough_shown(
    record: Record,
    on: date,
    total: int,
    period: tuple[date, date] | None = None,
    kind: RoundKind | None = None,
    *,
    own: Situation | None = None,
) -> EnoughShown | None:
    """What a total would have been worth in a period, the last twelve months unless told.

    ``own`` is the person, where it is their own total of today. None where no round is known.
    """
    known = as_of(record, on)
    if known is None:
        return None
    since, until = period or (first_day_of_months(known.until, _RHYTHM_MONTHS), known.until)
    # What is told of a time that has begun goes as far as rounds are known.
    until = min(until, known.until if since <= known.until else on)
    pooled = None if own is None else in_pool_since(own)
    found = tallies(record, total, since, until, kind, pooled)
    return EnoughShown(known, total, own is not None, since, until, kind, found, pooled)
