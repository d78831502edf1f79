"""The worst and the best way to answer every question that a profile leaves open.

Once it is settled whether a spouse counts and which official language comes first, the CRS total
never falls when a single answer gets better, so between them these ways hold the least and the
greatest total. What is filled in is known to be valid, so it is not checked again.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any, TypeAlias

from scoring.crs import crs
from scoring.language import test_facts
from scoring.profile import LanguageResult, OpenLanguageResult, OpenSpouse, Profile, Spouse
from scoring.standing import standing
from scoring.vocabulary import ABILITIES, COUPLES, EDUCATIONS, studies_within

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scoring.profile import Language, OpenLanguage, OpenProfile
    from scoring.rules import Rules
    from scoring.vocabulary import CanadianStudy, OfficialLanguage, Test

Fields: TypeAlias = dict[str, Any]

MANY_MONTHS = 120
"""Ten years: as far back as work is looked at, and more than any table lists."""
LEVELS_OF: Mapping[OfficialLanguage, Test] = {"english": "clb", "french": "nclc"}
"""The tests that are levels already, and so can give any."""

_WORST: Mapping[str, Any] = {
    "has_eca": False,
    "canadian_experience_months": 0,
    "foreign_experience_months": 0,
    "trade_certificate": False,
    "job_offer": "none",
    "provincial_nomination": False,
    "sibling_in_canada": False,
}
_BEST: Mapping[str, Any] = {
    "has_eca": True,
    "canadian_experience_months": MANY_MONTHS,
    "foreign_experience_months": MANY_MONTHS,
    "trade_certificate": True,
    "job_offer": "senior_management",
    "provincial_nomination": True,
    "sibling_in_canada": True,
}
_BEST_STUDIES: tuple[CanadianStudy, ...] = ("three_or_more_years", "two_year", "one_year", "none")


def least_and_greatest(profile: OpenProfile, rules: Rules) -> tuple[int, int]:
    """The least and the greatest total over every way to answer what is open.

    Raises:
        ValueError: the birth date is after the day of the rules.
    """
    low = min(_total(person, rules) for person in completions(profile, rules, best=False))
    high = max(_total(person, rules) for person in completions(profile, rules, best=True))
    return low, high


def completions(profile: OpenProfile, rules: Rules, *, best: bool) -> Iterator[Profile]:
    """The worst or best completion for each spouse and each order of languages."""
    known = {name: value for name, value in vars(profile).items() if value is not None}
    own = {**(_BEST if best else _WORST), **known, **_education(profile, best=best)}
    languages = list(_languages(profile, best=best))
    for spouse in _spouses(profile, best=best):
        column = rules.crs.without_spouse if spouse is None else rules.crs.with_spouse
        age = profile.age
        if age is None and profile.birth_date is None:
            age = _age(column.age, best=best)
        for first, second in languages:
            either = {"first_language": first, "second_language": second}
            yield _nobody().model_copy(update={**own, "age": age, "spouse": spouse, **either})


def completed_result(given: OpenLanguageResult, *, best: bool) -> LanguageResult:
    """A result with its open abilities at the lowest or highest score of the test."""
    scales = test_facts()[given.test].scales
    pick = max if best else min
    fields = {name: value for name, value in vars(given).items() if value is not None}
    for ability in ABILITIES:
        if ability not in fields:
            fields[ability] = pick(scales[ability].scores)
    return LanguageResult.model_construct(**fields)


def may_be_single(profile: OpenProfile) -> bool:
    """Whether the person may have no spouse at all."""
    return profile.marital_status not in COUPLES and profile.spouse is None


def may_be_in_couple(profile: OpenProfile) -> bool:
    """Whether the person may have a spouse, counting or not."""
    if profile.marital_status is not None:
        return profile.marital_status in COUPLES
    return profile.spouse is not None or profile.family_size != 1


def _total(person: Profile, rules: Rules) -> int:
    return crs(person, standing(person, rules), rules.crs).total


@cache
def _nobody() -> Profile:
    return Profile.model_construct(marital_status="single", education="none")


@cache
def _no_partner() -> Spouse:
    return Spouse.model_construct()


@cache
def _age(points: tuple[int, ...], *, best: bool) -> int:
    """The age with the most or least points."""
    return points.index(max(points) if best else min(points))


def _education(person: OpenProfile | OpenSpouse, *, best: bool) -> Fields:
    """The best or worst education and Canadian study that agree with each other."""
    education, study = person.education, person.canadian_study
    if best:
        education = education or EDUCATIONS[-1]
        study = study or next(s for s in _BEST_STUDIES if s in studies_within(education))
    else:
        study = study or "none"
        education = education or next(e for e in EDUCATIONS if study in studies_within(e))
    return {"education": education, "canadian_study": study}


def _spouses(profile: OpenProfile, *, best: bool) -> Iterator[Spouse | None]:
    """Nobody where no spouse need count, and the worst or best spouse where one may."""
    spouse = profile.spouse or OpenSpouse()
    settled = spouse.accompanying is True and spouse.canadian is False
    if may_be_single(profile) or not settled:
        yield None
    if may_be_in_couple(profile) and spouse.accompanying is not False and not spouse.canadian:
        known = {name: value for name, value in vars(spouse).items() if value is not None}
        fields = {**(_BEST if best else _WORST), **known, **_education(spouse, best=best)}
        language = _spouse_language(spouse, best=best)
        fields |= {"accompanying": True, "canadian": False, "language": language}
        yield _no_partner().model_copy(update=fields)


def _spouse_language(spouse: OpenSpouse, *, best: bool) -> Language:
    return _results(spouse.language, best=best)[0]


def _languages(profile: OpenProfile, *, best: bool) -> Iterator[tuple[Language, Language]]:
    """The best or worst results of the two languages, in every order that is possible."""
    first = _results(profile.first_language, best=best)
    for pair in product(first, _results(profile.second_language, best=best)):
        tested = [test_facts()[result.test].language for result in pair if result != "none"]
        if len(tested) == len(set(tested)):
            yield pair


def _results(given: OpenLanguage | None, *, best: bool) -> tuple[Language, ...]:
    if given is None:
        return _best_results() if best else ("none",)
    if isinstance(given, OpenLanguageResult):
        return (completed_result(given, best=best),)
    return (given,)


@cache
def _best_results() -> tuple[LanguageResult, ...]:
    return tuple(
        completed_result(OpenLanguageResult(test=test), best=True) for test in LEVELS_OF.values()
    )
