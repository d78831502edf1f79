"""Hypothesis strategies for profiles: complete ones, and ones with open questions.

Every room's property tests draw from here: ``profiles()`` and ``open_profiles()``.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from scoring.language import test_facts
from scoring.occupations import occupations
from scoring.profile import OpenProfile, Profile
from scoring.rules import BEGINNING
from scoring.vocabulary import (
    ABILITIES,
    COUPLES,
    EDUCATIONS,
    JOB_OFFERS,
    MARITAL_STATUSES,
    TESTS,
    studies_within,
)

if TYPE_CHECKING:
    from scoring.vocabulary import OfficialLanguage, Test

TODAY = date(2026, 11, 23)

days = st.dates(BEGINNING, date(2027, 12, 31))
"""Days on which there are rules to score by."""

_some_days = st.dates(date(2010, 1, 1), TODAY).map(date.isoformat)
_births = st.dates(date(1950, 1, 1), date(2014, 12, 31)).map(date.isoformat)
_months = st.integers(0, 130)
_maybe = st.booleans()


def results(language: OfficialLanguage) -> st.SearchStrategy[dict[str, Any]]:
    """Complete language results of one official language, in JSON form."""
    tests = [test for test in TESTS if test_facts()[test].language == language]
    return st.sampled_from(tests).flatmap(_result)


def _result(test: Test) -> st.SearchStrategy[dict[str, Any]]:
    scales = test_facts()[test].scales
    fields: dict[str, st.SearchStrategy[Any]] = {"test": st.just(test)}
    fields |= {ability: st.sampled_from(sorted(scales[ability].scores)) for ability in ABILITIES}
    return st.fixed_dictionaries(fields, optional={"taken_on": _some_days})


@st.composite
def _languages(draw: st.DrawFn) -> dict[str, Any]:
    english, french = draw(results("english")), draw(results("french"))
    both = draw(st.permutations([english, french]))
    pair = [draw(st.sampled_from([None, "none", each])) for each in both]
    return {"first": pair[0], "second": pair[1]}


@st.composite
def _studies(draw: st.DrawFn) -> dict[str, Any]:
    education = draw(st.sampled_from(EDUCATIONS))
    study = draw(st.sampled_from([None, *studies_within(education)]))
    return {"education": education, "canadian_study": study}


@st.composite
def _spouses(draw: st.DrawFn) -> dict[str, Any]:
    languages = draw(_languages())
    fields = st.fixed_dictionaries(
        {},
        optional={
            "canadian": _maybe,
            "accompanying": _maybe,
            "has_eca": _maybe,
            "canadian_experience_months": _months,
        },
    )
    return {**draw(_studies()), **draw(fields), "language": languages["first"]}


@st.composite
def profile_fields(draw: st.DrawFn) -> dict[str, Any]:
    """The JSON form of complete profiles."""
    status = draw(st.sampled_from(MARITAL_STATUSES))
    in_couple = status in COUPLES
    languages = draw(_languages())
    optional = {
        "has_eca": _maybe,
        "eca_issued_on": _some_days,
        "canadian_experience_months": _months,
        "recent_canadian_experience_months": st.integers(0, 36),
        "foreign_experience_months": _months,
        "continuous_experience": _maybe,
        "occupation": st.sampled_from(list(occupations())),
        "trade_certificate": _maybe,
        "trade_experience_months": st.integers(0, 60),
        "job_offer": st.sampled_from(JOB_OFFERS),
        "authorized_to_work": _maybe,
        "provincial_nomination": _maybe,
        "sibling_in_canada": _maybe,
        "relative_in_canada": _maybe,
        "settlement_funds": st.integers(0, 60_000),
        "family_size": st.integers(2 if in_couple else 1, 9),
        "settling_in_quebec": _maybe,
    }
    fields = {
        **draw(_studies()),
        **draw(st.fixed_dictionaries({}, optional=optional)),
        **draw(
            st.one_of(
                st.fixed_dictionaries({"age": st.integers(0, 70)}),
                st.fixed_dictionaries({"birth_date": _births}),
            )
        ),
        "marital_status": status,
        "first_language": languages["first"],
        "second_language": languages["second"],
    }
    if in_couple:
        fields["spouse"] = draw(_spouses())
    return {name: value for name, value in fields.items() if value is not None}


def profiles() -> st.SearchStrategy[Profile]:
    """People complete enough to score."""
    return profile_fields().map(Profile.model_validate)


@st.composite
def open_profiles(draw: st.DrawFn) -> OpenProfile:
    """The same people with any of their fields forgotten."""
    fields = draw(profile_fields())
    kept = draw(st.sets(st.sampled_from(sorted(fields)))) if fields else set()
    return OpenProfile.model_validate({name: fields[name] for name in fields if name in kept})
