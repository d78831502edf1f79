"""What makes a profile valid, and what is said, in plain words, of one that is not."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from pydantic import ValidationError

from scoring.errors import problems, problems_on
from scoring.profile import OpenProfile, Profile, profile_from_json
from scoring.vocabulary import CANADIAN_STUDIES, EDUCATIONS
from tests.scoring.people import clb, couple, nclc, person, person_fields, result
from tests.scoring.strategies import open_profiles, profiles


def refused(fields: Any, model: type[OpenProfile] = Profile) -> dict[str, str]:
    """What is wrong with a profile: message by field."""
    text = fields if isinstance(fields, str | bytes) else json.dumps(fields)
    with pytest.raises(ValidationError) as caught:
        profile_from_json(text, model)
    return {each["field"]: each["message"] for each in problems(caught.value)}


COUPLE = {"marital_status": "common_law", "spouse": {}}

WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"age": "29"}, "age", "must be a whole number"),
    ({"age": True}, "age", "must be a whole number"),
    ({"age": 29.5}, "age", "must be a whole number"),
    ({"age": -1}, "age", "must be 0 or more"),
    ({"age": 131}, "age", "must be 130 or less"),
    ({"age": None}, "birth_date", "is required, or age instead"),
    ({"age": 29, "birth_date": "1996-01-01", "x": 1}, "x", "is not a field of a profile"),
    ({"birth_date": "1996-02-30"}, "birth_date", "must be a date such as 2026-11-23"),
    ({"birth_date": "19960203"}, "birth_date", "must be a date such as 2026-11-23"),
    ({"birth_date": 19960203}, "birth_date", "must be a date such as 2026-11-23"),
    ({"age": None, "birth_date": "1896-02-03"}, "birth_date", "must be 1900-01-01 or later"),
    ({"marital_status": None}, "marital_status", "is required"),
    (
        {"marital_status": "engaged"},
        "marital_status",
        "must be one of single, married, common_law, separated, divorced or widowed",
    ),
    ({"education": None}, "education", "is required"),
    ({"education": 5}, "education", "must be one of none, secondary, one_year"),
    ({"educaton": "none"}, "educaton", "is not a field of a profile; did you mean education?"),
    ({"has_eca": "yes"}, "has_eca", "must be true or false"),
    ({"has_eca": 1}, "has_eca", "must be true or false"),
    ({"eca_issued_on": "soon"}, "eca_issued_on", "must be a date such as 2026-11-23"),
    (
        {"education": "one_year", "canadian_study": "two_year"},
        "canadian_study",
        "must not go beyond the education, which is one_year",
    ),
    ({"first_language": "english"}, "first_language", 'must be a language result (an object) or "'),
    ({"first_language": [8, 7, 7, 7]}, "first_language", "must be a language result (an object)"),
    ({"first_language": {"test": "toefl"}}, "first_language.test", "must be one of ielts, celpip"),
    ({"first_language": {}}, "first_language.test", "is required"),
    ({"first_language": {"test": "clb"}}, "first_language.listening", "is required"),
    (
        {"first_language": {**clb(9), "score": 9}},
        "first_language.score",
        "is not a field of a language result",
    ),
    (
        {"first_language": result("ielts", 9.5, 7, 7, 7)},
        "first_language.listening",
        "must be between 0 and 9 in steps of 0.5",
    ),
    (
        {"first_language": result("ielts", 9, 7.25, 7, 7)},
        "first_language.reading",
        "must be between 0 and 9 in steps of 0.5",
    ),
    (
        {"first_language": result("celpip", 9, 9, 2, 9)},
        "first_language.writing",
        "must be a whole number between 3 and 12, or 0",
    ),
    (
        {"first_language": result("pte", 9, 50, 50, 50)},
        "first_language.listening",
        "must be a whole number between 10 and 90",
    ),
    (
        {"first_language": result("clb", 9, 9, 9, 13)},
        "first_language.speaking",
        "must be a whole number between 0 and 12",
    ),
    (
        {"first_language": {**clb(9), "speaking": "9"}},
        "first_language.speaking",
        "must be a number",
    ),
    (
        {"first_language": {**clb(9), "speaking": False}},
        "first_language.speaking",
        "must be a number",
    ),
    (
        {"first_language": clb(9), "second_language": result("ielts", 7)},
        "second_language",
        "must be a test of French: first_language is the other language",
    ),
    (
        {"first_language": nclc(9), "second_language": result("tcf", 500, 500, 10, 10)},
        "second_language",
        "must be a test of English: first_language is the other language",
    ),
    ({"canadian_experience_months": -1}, "canadian_experience_months", "must be 0 or more"),
    ({"foreign_experience_months": 1.5}, "foreign_experience_months", "must be a whole number"),
    ({"occupation": "2123"}, "occupation", "must be a unit group of NOC 2021"),
    ({"occupation": "99999"}, "occupation", "must be a unit group of NOC 2021"),
    ({"occupation": 21231}, "occupation", "must be a text in quotes"),
    ({"occupation": "21231", "teer": 2}, "teer", "must be 1, the TEER of occupation 21231"),
    ({"teer": 6}, "teer", "must be 5 or less"),
    ({"job_offer": True}, "job_offer", "must be one of none, senior_management or skilled"),
    ({"settlement_funds": "13000"}, "settlement_funds", "must be a number"),
    ({"settlement_funds": -0.5}, "settlement_funds", "must be 0 or more"),
    ({"family_size": 0}, "family_size", "must be 1 or more"),
    ({**COUPLE, "family_size": 1}, "family_size", "must be 2 or more with a spouse or partner"),
    ({"spouse": {}}, "spouse", "is only for the marital status married or common_law"),
    ({"marital_status": "married"}, "spouse", "is required with the marital status married"),
    ({**COUPLE, "spouse": "Sam"}, "spouse", "must be a JSON object"),
    (
        {**COUPLE, "spouse": {"acompanying": True}},
        "spouse.acompanying",
        "is not a field of a spouse; did you mean accompanying?",
    ),
    ({**COUPLE, "spouse": {"eca_issued_on": "2020-01-01"}}, "spouse.eca_issued_on", "is not a f"),
    ({**COUPLE, "spouse": {"canadian": 0}}, "spouse.canadian", "must be true or false"),
    (
        {**COUPLE, "spouse": {"age": 30, "birth_date": "1996-01-01"}},
        "spouse.birth_date",
        "give either birth_date or age, not both",
    ),
    (
        {**COUPLE, "spouse": {"education": "secondary", "canadian_study": "one_year"}},
        "spouse.canadian_study",
        "must not go beyond the education, which is secondary",
    ),
    (
        {**COUPLE, "spouse": {"canadian_study": "one_year"}},
        "spouse.canadian_study",
        "must not go beyond the education, which is not given",
    ),
    (
        {**COUPLE, "spouse": {"language": {**clb(5), "reading": 5.5}}},
        "spouse.language.reading",
        "must be a whole number between 0 and 12",
    ),
    (
        {**COUPLE, "spouse": {"language": clb(5), "second_language": clb(5)}},
        "spouse.second_language",
        "must be a test of French: language is the other language",
    ),
    ({"current_work": "remote"}, "current_work", "must be one of none, canada or abroad"),
    ({"work_permit_until": "2027"}, "work_permit_until", "must be a date such as 2026-11-23"),
]


@pytest.mark.parametrize(("change", "field", "message"), WRONG)
def test_a_wrong_field_is_named_and_explained(
    change: dict[str, Any], field: str, message: str
) -> None:
    found = refused(person_fields() | change)
    assert field in found
    assert found[field].startswith(message)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "is not valid JSON (column 0)"),
        ("{", "is not valid JSON (column 1)"),
        ("[]", "must be a JSON object"),
        ("5", "must be a JSON object"),
        ("null", "must be a JSON object"),
        (b"\xff\xfe", "is not valid JSON"),
        ("[" * 100_000, "is not valid JSON"),
        ('{"age": 29} trailing', "is not valid JSON"),
    ],
)
def test_a_line_that_is_no_object_is_refused_as_a_whole(line: str | bytes, message: str) -> None:
    found = refused(line)
    assert list(found) == [""]
    assert found[""].startswith(message)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
@pytest.mark.parametrize("field", ["age", "settlement_funds", "canadian_experience_months"])
def test_numbers_are_finite(field: str, number: str) -> None:
    line = f'{{"age": 29, "education": "none", "marital_status": "single", "{field}": {number}}}'
    assert list(refused(line)) == [field]


@pytest.mark.parametrize("field", ["settlement_funds", "canadian_experience_months"])
def test_numbers_may_be_as_long_as_they_like(field: str) -> None:
    assert person(**{field: 10**400}).as_json()[field] == 10**400
    much_longer = f'{{"age": 29, "{field}": {"9" * 5000}}}'
    assert list(refused(much_longer)) == [""]


def test_every_problem_is_told_at_once() -> None:
    found = refused({"age": "29", "educaton": "none", "first_language": result("ielts", 10)})
    assert set(found) == {
        "age",
        "education",
        "educaton",
        "marital_status",
        *(f"first_language.{ability}" for ability in ("listening", "reading")),
        *(f"first_language.{ability}" for ability in ("writing", "speaking")),
    }


def test_both_a_birth_date_and_an_age_are_too_many() -> None:
    found = refused({**person_fields(), "birth_date": "1997-01-01"})
    assert found == {"birth_date": "give either birth_date or age, not both"}


def test_whole_numbers_may_be_written_with_a_point() -> None:
    profile = person(
        age=29.0, canadian_experience_months=12.0, first_language=result("celpip", 9.0, 8, 7, 0)
    )
    assert profile.as_json()["first_language"] == {
        "test": "celpip",
        "listening": 9,
        "reading": 8,
        "writing": 7,
        "speaking": 0,
    }
    assert profile.age == 29


def test_null_is_unknown() -> None:
    assert Profile.model_validate({**person_fields(), "first_language": None}) == person()


def test_no_test_is_an_answer() -> None:
    profile = person(first_language="none", second_language="none")
    assert profile.first_language == "none"
    assert profile.second_language == "none"


def test_a_result_of_one_language_can_stand_beside_no_test_of_the_other() -> None:
    assert person(first_language="none", second_language=clb(7)).second_language
    assert person(first_language=nclc(7), second_language=clb(7)).second_language


@pytest.mark.parametrize(
    ("education", "allowed"),
    [("none", 1), ("secondary", 1), ("one_year", 2), ("two_year", 3)]
    + [(education, 5) for education in EDUCATIONS[4:]],
)
def test_canadian_study_never_goes_beyond_the_education(education: str, allowed: int) -> None:
    for study in CANADIAN_STUDIES[:allowed]:
        assert person(education=education, canadian_study=study).canadian_study == study
    for study in CANADIAN_STUDIES[allowed:]:
        assert "canadian_study" in refused(person_fields(education=education, canadian_study=study))


def test_a_profile_does_not_change() -> None:
    profile = person()
    for field in ("age", "education"):
        with pytest.raises(ValidationError):
            setattr(profile, field, None)


def test_open_questions_are_fine_in_an_open_profile() -> None:
    assert OpenProfile.model_validate({}).as_json() == {}
    listening = {"test": "ielts", "listening": 8}
    assert OpenProfile.model_validate({"first_language": listening}).as_json() == {
        "first_language": listening
    }
    assert OpenProfile.model_validate({"marital_status": "married"}).spouse is None
    assert OpenProfile.model_validate({"spouse": {}}).marital_status is None


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"marital_status": "single", "spouse": {}}, "spouse"),
        ({"spouse": {}, "family_size": 1}, "family_size"),
        ({"age": 3, "birth_date": "2020-01-01"}, "birth_date"),
        ({"education": "none", "canadian_study": "one_year"}, "canadian_study"),
        ({"first_language": {"test": "ielts", "listening": 9.5}}, "first_language.listening"),
        ({"first_language": {"listening": 9}}, "first_language.test"),
    ],
)
def test_an_open_profile_is_checked_as_far_as_it_goes(fields: dict[str, Any], field: str) -> None:
    assert list(refused(fields, OpenProfile)) == [field]


def test_completing_says_what_is_missing() -> None:
    with pytest.raises(ValidationError) as caught:
        Profile.complete(OpenProfile.model_validate({"age": 29, "marital_status": "married"}))
    assert [each["field"] for each in problems(caught.value)] == ["education", "spouse"]


def test_a_birth_after_the_day_is_told_apart_from_the_rest() -> None:
    on = date(2026, 11, 23)
    born_later = couple({"birth_date": "2026-11-24"}, birth_date="2027-01-01")
    assert problems_on(born_later, on) == [
        {"field": "birth_date", "message": "is after 2026-11-23, the day of the score"},
        {"field": "spouse.birth_date", "message": "is after 2026-11-23, the day of the score"},
    ]
    assert problems_on(person(birth_date="2026-11-23"), on) == []


@given(profile=profiles())
def test_a_profile_goes_through_its_json_unchanged(profile: Profile) -> None:
    assert profile_from_json(json.dumps(profile.as_json()), Profile) == profile
    assert Profile.complete(profile) == profile


@given(profile=open_profiles())
def test_an_open_profile_goes_through_its_json_unchanged(profile: OpenProfile) -> None:
    assert profile_from_json(json.dumps(profile.as_json()), OpenProfile) == profile
