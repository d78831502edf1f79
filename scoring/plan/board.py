"""What decides the CRS total, one value a group of actions, so that sets are scored quickly.

A set's total needs no new profile: every group of actions owns values of the standing, and the
total of a set is that of the values its members give. Scoring itself is asked, ``scoring.crs``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from scoring.crs import crs
from scoring.profile import LanguageResult
from scoring.standing import FourLevels, standing
from scoring.vocabulary import CANADIAN_STUDIES, EDUCATIONS, CanadianStudy, Education, JobOffer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from scoring.plan.candidate import Group
    from scoring.profile import Profile
    from scoring.rules import Rules
    from scoring.standing import Standing

Values: TypeAlias = tuple[Any, ...]
"""Some neighbouring traits."""


class Traits(NamedTuple):
    """What decides the total of a person whose age and household are given."""

    first: FourLevels
    second: FourLevels
    education: Education
    canadian_study: CanadianStudy
    canadian_years: int
    foreign_years: int
    trade_certificate: bool
    job_offer: JobOffer
    spouse_education: Education
    spouse_language: FourLevels
    spouse_years: int


_OWNED: Mapping[Group, tuple[int, int]] = {
    "first_language": (0, 1),
    "second_language": (1, 2),
    "education": (2, 4),
    "canadian_experience": (4, 5),
    "foreign_experience": (5, 6),
    "trade_certificate": (6, 7),
    "job_offer": (7, 8),
    "spouse_education": (8, 9),
    "spouse_language": (9, 10),
    "spouse_experience": (10, 11),
}
"""Which traits each group of actions changes: from the first to before the last."""

GROUPS: tuple[Group, ...] = tuple(_OWNED)
"""The groups of actions that change traits, in the order of those."""


_LADDERS: Mapping[int, Sequence[str]] = {
    2: EDUCATIONS,
    3: CANADIAN_STUDIES,
    7: ("none", "skilled", "senior_management"),
    8: EDUCATIONS,
}
"""The order of traits that are words, worst first."""


def traits(profile: Profile, rules: Rules) -> Traits:
    """The traits of a person on the day of the rules."""
    person = standing(profile, rules)
    return Traits(
        first=person.first,
        second=person.second,
        education=person.education,
        canadian_study=profile.canadian_study or "none",
        canadian_years=person.canadian_years,
        foreign_years=person.foreign_years,
        trade_certificate=bool(profile.trade_certificate),
        job_offer=profile.job_offer or "none",
        spouse_education=person.spouse_education,
        spouse_language=person.spouse_language,
        spouse_years=person.spouse_years,
    )


def owned(person: Traits, group: Group) -> Values:
    """The traits that a group of actions changes."""
    start, end = _OWNED[group]
    return person[start:end]


def best(start: int, several: Iterable[Values]) -> Values:
    """The best of each of some neighbouring traits: nobody with any of them scores more.

    Args:
        start: the position of the first of them.
        several: the traits of different people.
    """
    each = zip(*several, strict=True)
    return tuple(_best(values, _LADDERS.get(at)) for at, values in enumerate(each, start))


def highest(results: Iterable[FourLevels]) -> FourLevels:
    """The highest level of each ability."""
    listening, reading, writing, speaking = map(max, zip(*results, strict=True))
    return listening, reading, writing, speaking


def _best(values: Values, ladder: Sequence[str] | None) -> Any:
    if ladder is not None:
        return max(values, key=ladder.index)
    return highest(values) if isinstance(values[0], tuple) else max(values)


@dataclass(slots=True)
class Board:
    """Scores traits of one person; what was asked once is remembered."""

    profile: Profile
    rules: Rules
    _standing: Standing = field(init=False)
    _french_first: bool = field(init=False)
    _variants: dict[tuple[CanadianStudy, bool, JobOffer], Profile] = field(default_factory=dict)
    _totals: dict[Traits, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Reads the person once."""
        self._standing = standing(self.profile, self.rules)
        first, second = self.profile.first_language, self.profile.second_language
        self._french_first = (
            isinstance(first, LanguageResult) and first.test in self.rules.french_tests
        ) or (isinstance(second, LanguageResult) and second.test in self.rules.english_tests)

    def total(self, person: Traits) -> int:
        """The CRS total of the person with these traits in the place of their own."""
        known = self._totals.get(person)
        if known is not None:
            return known
        at = self._standing
        at.first, at.second = person.first, person.second
        at.first_least = min(person.first)
        at.english, at.french = person.first, person.second
        if self._french_first:
            at.english, at.french = person.second, person.first
        at.education = person.education
        at.canadian_years, at.foreign_years = person.canadian_years, person.foreign_years
        at.spouse_education = person.spouse_education
        at.spouse_language, at.spouse_years = person.spouse_language, person.spouse_years
        total = crs(self._variant(person), at, self.rules.crs).total
        self._totals[person] = total
        return total

    def _variant(self, person: Traits) -> Profile:
        """The profile with those traits that scoring reads from the profile itself."""
        key = (person.canadian_study, person.trade_certificate, person.job_offer)
        variant = self._variants.get(key)
        if variant is None:
            fields = ("canadian_study", "trade_certificate", "job_offer")
            variant = self.profile.model_copy(update=dict(zip(fields, key, strict=True)))
            self._variants[key] = variant
        return variant
