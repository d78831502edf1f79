"""Why a total changed from one day to the next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from scoring.calendar import completed_years
from scoring.fields import GREATEST_AGE
from scoring.score import score

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from scoring.profile import Language, Profile
    from scoring.rules import Rules

Cause: TypeAlias = Literal[
    "birthday",
    "canadian_experience",
    "foreign_experience",
    "first_language_expires",
    "second_language_expires",
    "spouse_language_expires",
    "eca_expires",
    "rules",
]


@dataclass(frozen=True, slots=True)
class Day:
    """A person as time has made them by a day, and the rules of that day."""

    profile: Profile
    rules: Rules

    @property
    def total(self) -> int:
        """The CRS total.

        Raises:
            ValueError: the birth date is after the day.
        """
        return score(self.profile, self.rules).crs.total


def causes(before: Day, after: Day) -> tuple[Cause, ...]:
    """What happened on a day and made its total: without it, the total would be another.

    Where any one of several would have been enough, all are named.
    """
    happened = dict(_without(before, after))
    total = after.total
    return tuple(cause for cause, day in happened.items() if day.total != total) or tuple(happened)


def taken_on(result: Language | None) -> date | None:
    """The day of a test, where there is a test and its day is known."""
    return None if result is None or isinstance(result, str) else result.taken_on


def _without(before: Day, after: Day) -> Iterator[tuple[Cause, Day]]:
    """Each thing that happened on a day, with that day as it would be had it not."""
    old, new = before.profile, after.profile
    was, now = before.rules, after.rules
    if new.birth_date is not None:
        age = completed_years(new.birth_date, was.on)
        if age != completed_years(new.birth_date, now.on):
            yield "birthday", _instead(after, birth_date=None, age=min(age, GREATEST_AGE))
    months = old.canadian_experience_months
    if months != new.canadian_experience_months:
        yield "canadian_experience", _instead(after, canadian_experience_months=months)
    months = old.foreign_experience_months
    if months != new.foreign_experience_months:
        yield "foreign_experience", _instead(after, foreign_experience_months=months)
    yield from _without_expiry(before, after)
    if was.entries != now.entries:
        # The old rules, but as late as the day: what expires on it has expired.
        tests, assessments = now.tests_expired, now.assessments_expired
        late = replace(was, on=now.on, tests_expired=tests, assessments_expired=assessments)
        yield "rules", Day(new, late)


def _without_expiry(before: Day, after: Day) -> Iterator[tuple[Cause, Day]]:
    """The same of things that expire; without their date they are valid."""
    profile = after.profile

    def expires(test: Language | None) -> bool:
        return _within(before.rules.tests_expired, taken_on(test), after.rules.tests_expired)

    if expires(first := profile.first_language):
        yield "first_language_expires", _instead(after, first_language=_undated(first))
    if expires(second := profile.second_language):
        yield "second_language_expires", _instead(after, second_language=_undated(second))
    spouse = profile.spouse
    if spouse is not None and expires(spouse.language):
        valid = spouse.model_copy(update={"language": _undated(spouse.language)})
        yield "spouse_language_expires", _instead(after, spouse=valid)
    issued_on = profile.eca_issued_on
    if _within(before.rules.assessments_expired, issued_on, after.rules.assessments_expired):
        yield "eca_expires", _instead(after, eca_issued_on=None)


def _instead(day: Day, **fields: Any) -> Day:
    return replace(day, profile=day.profile.model_copy(update=fields))


def _within(after: date, day: date | None, until: date) -> bool:
    return day is not None and after < day <= until


def _undated(result: Language | None) -> Language | None:
    if result is None or isinstance(result, str):
        return result
    return result.model_copy(update={"taken_on": None})
