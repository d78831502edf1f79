"""A code or an age alone, while something else is asked."""

from __future__ import annotations

import pytest

from dialogs.replies import Ask
from dialogs.replies_told import AgeOfWhom, FactsRead
from tests.dialogs.talk import MARRIED_ABROAD, Talk, answers_of, at_question


def at_spouse(question: str) -> Talk:
    talk = Talk()
    talk.answer_all(MARRIED_ABROAD, until=question)
    return talk


@pytest.mark.parametrize("question", ["provincial_nomination", "education", "birth_date"])
def test_a_code_is_shown_as_the_occupation(question: str) -> None:
    talk = at_question(question)
    (shown,) = talk.say(" 31301 ")
    assert isinstance(shown, FactsRead)
    assert [(fact.echo.question, fact.echo.answer) for fact in shown.facts] == [
        ("occupation", "31301")
    ]


def test_five_digits_are_an_amount_where_one_is_asked() -> None:
    talk = at_question("settlement_funds")
    talk.say("31301")
    assert answers_of(talk)["settlement_funds"] == "31301"


@pytest.mark.parametrize("text", ["99999", "31301 31302", "3130"])
def test_what_is_no_code_is_not_taken_for_one(text: str) -> None:
    talk = at_question("sibling_in_canada")
    talk.say(text)
    assert [type(reply) for reply in talk.replies] == [Ask]


@pytest.mark.parametrize("age", ["31 years", "31 ans", "31 yrs old", "31 ans."])
@pytest.mark.parametrize("question", ["spouse_education", "spouse_canadian_experience"])
def test_an_age_beside_the_spouse_is_asked_back(question: str, age: str) -> None:
    talk = at_spouse(question)
    before = answers_of(talk)
    assert talk.say(age) == (AgeOfWhom(31),)
    assert answers_of(talk) == before


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("facts:confirm", "birth_date"),
        ("mine", "birth_date"),
        ("c'est le mien", "birth_date"),
        ("facts:spouse", "spouse_birth_date"),
        ("my wife", "spouse_birth_date"),
        ("mon mari", "spouse_birth_date"),
    ],
)
def test_whose_age_it_is_is_told_by_tap_or_in_words(said: str, question: str) -> None:
    talk = at_spouse("spouse_education")
    before = answers_of(talk)
    talk.say("31 ans")
    (talk.press if ":" in said else talk.say)(said)
    assert answers_of(talk) == {**before, question: "31"}
    assert talk.asked == "spouse_education"


def test_an_age_of_neither_is_left() -> None:
    talk = at_spouse("spouse_education")
    before = answers_of(talk)
    talk.say("31 ans")
    talk.press("facts:cancel")
    talk.press("facts:spouse")
    assert answers_of(talk) == before


def test_a_subject_settles_whose_age_it_is() -> None:
    talk = at_spouse("spouse_education")
    (shown,) = talk.say("she is 31")
    assert isinstance(shown, FactsRead)
    assert shown.facts[0].echo.question == "spouse_birth_date"


def test_years_of_ones_own_work_are_no_age() -> None:
    talk = at_question("foreign_experience")
    talk.say("16 years")
    assert answers_of(talk)["foreign_experience"] == "120"
