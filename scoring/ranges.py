"""The least and the greatest CRS total of a person with open questions.

An unknown field could take any value, so the exact range is that over every way to complete the
profile. It is found without trying them all: once it is settled whether a spouse counts and
which official language comes first, the total never falls when a single answer gets better, so
the completion with the worst answers gives the least and that with the best the greatest. Age
alone goes up and down; its points are added on their own, so its worst and best years do.
A test without its date, and an assessment without its own, count as valid.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, TypeAlias

from pydantic import ValidationError

from scoring.language import test_facts
from scoring.profile import OpenLanguageResult, OpenSpouse, Profile
from scoring.score import score
from scoring.vocabulary import ABILITIES, COUPLES, EDUCATIONS, studies_within

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scoring.profile import OpenLanguage, OpenProfile
    from scoring.rules import Rules
    from scoring.vocabulary import CanadianStudy

Fields: TypeAlias = dict[str, Any]

_MANY_MONTHS = 120
"""Ten years: as far back as work is looked at, and more than any table lists."""

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
    "canadian_experience_months": _MANY_MONTHS,
    "foreign_experience_months": _MANY_MONTHS,
    "trade_certificate": True,
    "job_offer": "senior_management",
    "provincial_nomination": True,
    "sibling_in_canada": True,
}
_OF_SPOUSE = ("has_eca", "canadian_experience_months")
_COUNTING: Mapping[str, Any] = {"accompanying": True, "canadian": False}
_ASIDE: Mapping[str, Any] = {"accompanying": False, "canadian": True}
_BEST_STUDIES: tuple[CanadianStudy, ...] = ("three_or_more_years", "two_year", "one_year", "none")
_BEST_RESULTS: tuple[Fields, ...] = (
    {"test": "clb", **dict.fromkeys(ABILITIES, 12)},
    {"test": "nclc", **dict.fromkeys(ABILITIES, 12)},
)


def total_range(profile: OpenProfile, rules: Rules) -> tuple[int, int]:
    """The least and the greatest total over every value the unknown fields could take.

    Raises:
        ValueError: the birth date is after the day of the rules.
    """
    low = min(_totals(profile, rules, best=False))
    high = max(_totals(profile, rules, best=True))
    return low, high


def open_result(profile: OpenProfile, rules: Rules) -> Fields:
    """The range in the public JSON form, with the result itself where nothing required is unknown.

    Raises:
        ValueError: the birth date is after the day of the rules.
    """
    low, high = total_range(profile, rules)
    span = {"low": low, "high": high}
    try:
        complete = Profile.complete(profile)
    except ValidationError:
        return {
            "on": rules.on.isoformat(),
            "rules": rules.since.isoformat(),
            "crs": {
                "total": None,
                "range": span,
                "core": None,
                "spouse": None,
                "transferability": None,
                "additional": None,
            },
            "programs": None,
            "notes": [],
        }
    result = score(complete, rules).as_json()
    return {**result, "crs": {**result["crs"], "range": span}}


def _totals(profile: OpenProfile, rules: Rules, *, best: bool) -> Iterator[int]:
    """The totals of the worst or best completion for each spouse and order of languages."""
    given = profile.as_json()
    defaults = _BEST if best else _WORST
    own = {**defaults, **given, **_education(profile, best=best)}
    languages = _languages(profile.first_language, profile.second_language, best=best)
    ways = product(_ages(profile, rules, best=best), _couples(profile, best=best), languages)
    for age, couple, (first, second) in ways:
        fields = {**own, **age, **couple, "first_language": first, "second_language": second}
        yield score(Profile.model_validate(fields), rules).crs.total


def _ages(profile: OpenProfile, rules: Rules, *, best: bool) -> list[Fields]:
    """The age, when unknown, with the most or least points in either column."""
    if profile.age is not None or profile.birth_date is not None:
        return [{}]
    pick = max if best else min
    columns = (rules.crs.with_spouse.age, rules.crs.without_spouse.age)
    return [{"age": age} for age in {points.index(pick(points)) for points in columns}]


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


def _couples(profile: OpenProfile, *, best: bool) -> Iterator[Fields]:
    """Marital status and spouse: one way without a spouse who counts, one with, as possible."""
    status, spouse = profile.marital_status, profile.spouse or OpenSpouse()
    in_couple = status in COUPLES or profile.spouse is not None
    if not in_couple:
        yield {"marital_status": status or "single"}
    if status not in {None, *COUPLES} or (profile.family_size == 1 and not in_couple):
        return
    language, second = next(_languages(spouse.language, spouse.second_language, best=best))
    fields = {
        **{name: (_BEST if best else _WORST)[name] for name in _OF_SPOUSE},
        **spouse.as_json(),
        **_education(spouse, best=best),
        "language": language,
        "second_language": second,
    }
    for presence in _COUNTING, _ASIDE:
        yield {"marital_status": status or "married", "spouse": {**presence, **fields}}


def _languages(
    first: OpenLanguage | None, second: OpenLanguage | None, *, best: bool
) -> Iterator[tuple[Fields | str, Fields | str]]:
    """The best or worst results of the two languages, in every order that is possible."""
    for pair in product(_results(first, best=best), _results(second, best=best)):
        tested = [test_facts()[r["test"]].language for r in pair if not isinstance(r, str)]
        if len(tested) == len(set(tested)):
            yield pair


def _results(given: OpenLanguage | None, *, best: bool) -> tuple[Fields | str, ...]:
    if given is None:
        return _BEST_RESULTS if best else ("none",)
    if not isinstance(given, OpenLanguageResult):
        return (given,)
    scales = test_facts()[given.test].scales
    pick = max if best else min
    filled: Fields = {ability: pick(scales[ability].scores) for ability in ABILITIES}
    return ({**filled, **given.as_json()},)
