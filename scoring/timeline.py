"""The days on which a total changes by itself: birthdays, work that goes on, things that expire.

Between the days on which something happens nothing can change, so only those are scored. A month
of work is whole when its day of the month is reached; what began on the 31st, in a shorter month,
on the 1st of the next, as a birthday of 29 February is on 1 March.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from scoring.calendar import expiry, months_after, whole_months, whole_on
from scoring.causes import Cause, Day, causes, taken_on
from scoring.parameters.tables import number
from scoring.parameters.tree import tree
from scoring.rules import rules_on
from scoring.work_ahead import with_work_in_canada

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.profile import Profile
    from scoring.rules import Rules

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Event:
    """A day on which the total differs from the day before."""

    on: date
    total: int
    change: int
    causes: tuple[Cause, ...]

    def as_json(self) -> dict[str, Any]:
        """The event in the public JSON form."""
        return {
            "on": self.on.isoformat(),
            "total": self.total,
            "change": self.change,
            "causes": list(self.causes),
        }


@dataclass(frozen=True, slots=True)
class Timeline:
    """What becomes of a total, month after month, when nobody does anything."""

    on: date
    current: int
    months: int
    events: tuple[Event, ...]

    @property
    def until(self) -> date:
        """The last day: the same one ``months`` on, or the last of a month that has no such day."""
        return months_after(self.on, self.months)

    def as_json(self) -> dict[str, Any]:
        """The timeline in the public JSON form."""
        return {
            "on": self.on.isoformat(),
            "months": self.months,
            "events": [event.as_json() for event in self.events],
        }


class Stretch(NamedTuple):
    """Days in a row with the same total, the first and the last included."""

    since: date
    until: date
    total: int


def timeline(profile: Profile, rules: Rules, months: int = 24) -> Timeline:
    """The days, from the one of the rules on, on which the total is another than the day before.

    Raises:
        ValueError: the birth date is after the day of the rules.
    """
    start, last = rules.on, months_after(rules.on, months)
    current = before = Day(profile, rules).total
    events = []
    for on in sorted({day for day in _days(profile, start, last) if start < day <= last}):
        day = _lived(profile, start, on)
        total = day.total
        if total != before:
            why = causes(_lived(profile, start, on - _DAY), day)
            events.append(Event(on, total, total - before, why))
        before = total
    return Timeline(start, current, months, tuple(events))


def best_from_until(timeline: Timeline) -> Stretch:
    """The best days to be in the pool: the stretch with the highest total, the first of equals."""
    since = [timeline.on, *(event.on for event in timeline.events)]
    until = [*(event.on - _DAY for event in timeline.events), timeline.until]
    totals = [timeline.current, *(event.total for event in timeline.events)]
    return max(map(Stretch, since, until, totals), key=lambda stretch: stretch.total)


def twelve_months_reached(profile: Profile, rules: Rules) -> date | None:
    """The day on which recent work in Canada is long enough for the CEC (twelve months).

    That is the day of the rules when it already is; None when it never will be, because nobody
    works in Canada now or the work permit ends before.
    """
    lacking = rules.cec.months - (profile.recent_canadian_experience_months or 0)
    if lacking <= 0:
        return rules.on
    reached = whole_on(rules.on, lacking)
    if profile.current_work != "canada" or _months_worked(profile, rules.on, reached) < lacking:
        return None
    return reached


def grown(profile: Profile, months: int, rules: Rules) -> Profile:
    """The same person after as many more months of the work that goes on now."""
    if months == 0:
        return profile
    if profile.current_work == "abroad":
        foreign = (profile.foreign_experience_months or 0) + months
        return profile.model_copy(update={"foreign_experience_months": foreign})
    if profile.current_work == "canada":
        return profile.model_copy(update=with_work_in_canada(profile, months, rules))
    return profile


def _lived(profile: Profile, start: date, on: date) -> Day:
    rules = rules_on(on)
    return Day(grown(profile, _months_worked(profile, start, on), rules), rules)


def _months_worked(profile: Profile, start: date, on: date) -> int:
    """Whole months of the work that goes on, up to a day or the end of the work permit."""
    permit = profile.work_permit_until
    if profile.current_work == "canada" and permit is not None:
        on = min(on, permit)
    return whole_months(start, on)


def _days(profile: Profile, start: date, last: date) -> Iterator[date]:
    """Every day on which something may happen, and perhaps some on which nothing does."""
    for parameter in tree().parameters.values():
        yield from (entry.since for entry in parameter.entries)
    if profile.birth_date is not None:
        yield from (_birthday(profile.birth_date, y) for y in range(start.year, last.year + 1))
    if profile.current_work in {"canada", "abroad"}:
        months = (last.year - start.year) * 12 + last.month - start.month
        yield from (whole_on(start, month) for month in range(1, months + 1))
    spouse_language = None if profile.spouse is None else profile.spouse.language
    tests = (profile.first_language, profile.second_language, spouse_language)
    for validity in tree().parameters["validity"].entries:
        years = number(validity, "language_test_years")
        yield from _expiries([taken_on(test) for test in tests], years, last)
        years = number(validity, "credential_assessment_years")
        yield from _expiries([profile.eca_issued_on], years, last)


def _expiries(days: list[date | None], years: int, last: date) -> Iterator[date]:
    for day in days:
        if day is not None and day.year + years <= last.year:
            yield expiry(day, years)


def _birthday(birth: date, year: int) -> date:
    if (birth.month, birth.day) == (2, 29):
        return date(year, 2, 28) + _DAY  # 29 February, or 1 March where there is none
    return birth.replace(year=year)
