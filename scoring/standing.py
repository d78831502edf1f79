"""Where a person stands on a day: what the profile means before any points are given.

Here a birth date becomes an age, a test result levels (or nothing, when expired or not
accepted), an education what its assessment covers, and a spouse counts or does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from scoring.calendar import completed_years
from scoring.fields import GREATEST_AGE
from scoring.language import NO_LEVELS, looked_up
from scoring.occupations import occupations

if TYPE_CHECKING:
    from scoring.profile import Language, OpenProfile, Profile, Spouse
    from scoring.result import Note
    from scoring.rules import Rules
    from scoring.vocabulary import CanadianStudy, Education, Test

LEVELS, YEARS, AGES = 13, 11, GREATEST_AGE + 1
"""How long the tables are: CLB and NCLC go from 0 to 12, years of work to 10, ages to 130."""

FourLevels: TypeAlias = tuple[int, int, int, int]
"""CLB or NCLC of listening, reading, writing and speaking."""

_UNKNOWN_TEER = 1
"""What an unknown occupation is read as."""

_BY_STUDY_ALONE: dict[CanadianStudy | None, Education] = {
    None: "none",
    "none": "none",
    "one_year": "one_year",
    "two_year": "two_year",
}
"""What education counts as by the Canadian credential alone, where that is less."""


@dataclass(slots=True)
class Standing:
    """A person on a day. Made anew for every score and only read after that.

    Levels are all 0 where there is no result that counts.
    """

    age: int
    """Completed years."""
    education: Education
    """As far as it is covered."""
    teer: int
    canadian_months: int
    work_months: int
    """In Canada and abroad together."""
    canadian_years: int
    """Whole years, as all years here: 10 stands for more, too."""
    foreign_years: int
    work_years: int
    first: FourLevels
    first_least: int
    """The lowest of the four abilities; most rules ask that each reach a level."""
    second: FourLevels
    english: FourLevels
    french: FourLevels
    spouse: Spouse | None
    """Only one who counts: accompanying, and neither citizen nor permanent resident."""
    spouse_education: Education
    spouse_language: FourLevels
    spouse_months: int
    """Canadian experience."""
    spouse_years: int
    notes: set[Note]


def standing(profile: Profile, rules: Rules) -> Standing:
    """Reads a profile on the day of the rules.

    Raises:
        ValueError: the birth date is after that day.
    """
    notes: set[Note] = set()
    first = _levels(profile.first_language, rules, notes)
    second = _levels(profile.second_language, rules, notes)
    french_comes_first = (
        _test(profile.first_language) in rules.french_tests
        or _test(profile.second_language) in rules.english_tests
    )
    assessed = profile.eca_issued_on
    too_old = assessed is not None and assessed <= rules.assessments_expired
    if too_old and profile.has_eca is None:
        notes.add("eca_assumed")
    has_eca = False if too_old else profile.has_eca
    canadian_months = profile.canadian_experience_months or 0
    foreign_months = profile.foreign_experience_months or 0
    education = _covered(profile.education, has_eca, profile.canadian_study, notes)
    spouse = profile.spouse
    spouse_education: Education = "none"
    spouse_language: FourLevels = NO_LEVELS
    spouse_months = 0
    if spouse is not None and spouse_counts(profile):
        spouse_education = _covered(
            spouse.education or "none", spouse.has_eca, spouse.canadian_study, notes
        )
        spouse_language = _levels(spouse.language, rules, notes)
        spouse_months = spouse.canadian_experience_months or 0
    else:
        spouse = None
    return Standing(
        age=_age(profile, rules),
        education=education,
        teer=_teer(profile),
        canadian_months=canadian_months,
        work_months=canadian_months + foreign_months,
        canadian_years=_years(canadian_months),
        foreign_years=_years(foreign_months),
        work_years=_years(canadian_months + foreign_months),
        first=first,
        first_least=min(first),
        second=second,
        english=second if french_comes_first else first,
        french=first if french_comes_first else second,
        spouse=spouse,
        spouse_education=spouse_education,
        spouse_language=spouse_language,
        spouse_months=spouse_months,
        spouse_years=_years(spouse_months),
        notes=notes,
    )


def spouse_counts(profile: OpenProfile) -> bool:
    """Whether there is a spouse who counts: one who comes along and is not Canadian."""
    spouse = profile.spouse
    return spouse is not None and bool(spouse.accompanying) and not spouse.canadian


def _age(profile: Profile, rules: Rules) -> int:
    if profile.birth_date is None:
        return profile.age or 0
    age = completed_years(profile.birth_date, rules.on)
    if age < 0:
        raise ValueError(f"born on {profile.birth_date}, after {rules.on}, the day of the score")
    return min(age, AGES - 1)


def _years(months: int) -> int:
    years = months // 12
    return years if years < YEARS else YEARS - 1


def _teer(profile: Profile) -> int:
    if profile.occupation is not None:
        return occupations()[profile.occupation].teer
    return _UNKNOWN_TEER if profile.teer is None else profile.teer


def _test(result: Language | None) -> Test | None:
    return None if result is None or isinstance(result, str) else result.test


def _levels(result: Language | None, rules: Rules, notes: set[Note]) -> FourLevels:
    if result is None or isinstance(result, str):
        return NO_LEVELS
    table = rules.levels.get(result.test)
    if table is None:
        notes.add("test_not_accepted")
    taken_on = result.taken_on
    if taken_on is not None and taken_on <= rules.tests_expired:
        notes.add("language_expired")
        return NO_LEVELS
    return NO_LEVELS if table is None else looked_up(result, table)


def by_study_alone(education: Education, study: CanadianStudy | None) -> Education:
    """What an education counts as without an assessment: as far as the Canadian credential goes."""
    return _BY_STUDY_ALONE.get(study, education)


def _covered(
    education: Education, has_eca: bool | None, study: CanadianStudy | None, notes: set[Note]
) -> Education:
    if has_eca:
        return education
    if has_eca is None:
        notes.add("eca_assumed")
        return education
    notes.add("eca_missing")
    return by_study_alone(education, study)
