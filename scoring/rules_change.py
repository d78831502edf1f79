"""What a change of the rules does to somebody: the total, and the kinds of rounds open to them.

The person is taken as they are on one day, so that nothing but the rules differs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from scoring.calendar import completed_years
from scoring.causes import taken_on
from scoring.fields import GREATEST_AGE
from scoring.plan.scored import open_programs
from scoring.profile import LanguageResult
from scoring.round_conditions import unmet_with
from scoring.rounds import ROUND_KINDS
from scoring.rules import rules_on
from scoring.score import score

if TYPE_CHECKING:
    from scoring.profile import Language, Profile
    from scoring.rounds import RoundKind
    from scoring.rules import Rules

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RulesChange:
    """What is different for a person since a day."""

    since: date
    total_before: int
    total_after: int
    opened: tuple[RoundKind, ...]
    shut: tuple[RoundKind, ...]

    @property
    def matters(self) -> bool:
        """Whether anything is."""
        return self.total_before != self.total_after or bool(self.opened or self.shut)


def rules_change(profile: Profile, rules: Rules, since: date) -> RulesChange:
    """What the rules that began on a day changed for a person as they are today.

    Args:
        profile: the person; an unknown field is read as in a score.
        rules: those of today.
        since: the first day of what is new.

    Raises:
        ValueError: the birth date is after today.
    """
    person = _as_of(profile, rules)
    before, after = rules_on(since - _DAY), rules_on(since)
    was, now = _open(person, before), _open(person, after)
    return RulesChange(
        since=since,
        total_before=score(person, before).crs.total,
        total_after=score(person, after).crs.total,
        opened=tuple(kind for kind in now if kind not in was),
        shut=tuple(kind for kind in was if kind not in now),
    )


def _open(person: Profile, rules: Rules) -> list[RoundKind]:
    programs = open_programs(score(person, rules))
    return [kind for kind in ROUND_KINDS if not unmet_with(programs, kind, person, rules)]


def _as_of(profile: Profile, rules: Rules) -> Profile:
    """The person without dates: of the age of that day, with what is valid on it."""
    fields: dict[str, Any] = {
        "first_language": _valid(profile.first_language, rules),
        "second_language": _valid(profile.second_language, rules),
    }
    if profile.birth_date is not None:
        age = completed_years(profile.birth_date, rules.on)
        if age < 0:
            raise ValueError(f"born on {profile.birth_date}, after {rules.on}")
        fields |= {"birth_date": None, "age": min(age, GREATEST_AGE)}
    assessed = profile.eca_issued_on
    if assessed is not None:
        expired = assessed <= rules.assessments_expired
        fields |= {"eca_issued_on": None, "has_eca": False if expired else profile.has_eca}
    spouse = profile.spouse
    if spouse is not None:
        language = _valid(spouse.language, rules)
        fields["spouse"] = spouse.model_copy(update={"language": language})
    return profile.model_copy(update=fields)


def _valid(result: Language | None, rules: Rules) -> Language | None:
    """A result that is valid on the day, without its date; no result where it is not."""
    day = taken_on(result)
    if day is None or not isinstance(result, LanguageResult):
        return result
    return "none" if day <= rules.tests_expired else result.model_copy(update={"taken_on": None})
