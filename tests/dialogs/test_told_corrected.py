"""Facts told in passing that correct what was told or answered, or agree with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dialogs.replies import Notice, Score
from tests.dialogs.talk import SINGLE_ABROAD, Talk, answers_of, at_question, finished
from tests.dialogs.told import FLUENT, read, shown

if TYPE_CHECKING:
    from dialogs.conversation import Answer, Language


def test_a_contradiction_is_shown_old_and_new_and_counts_only_when_confirmed() -> None:
    talk = finished()
    talk.say("actually I'm 32 and divorced")
    before = {fact.echo.question: fact.before for fact in read(talk).facts}
    assert before == {"marital_status": "single", "birth_date": "29"}
    assert answers_of(talk)["birth_date"] == "29"
    card = talk.press("facts:confirm")[0]
    assert isinstance(card, Score)
    assert (card.changed_from, card.high) == (469, 453)


def test_a_correction_before_the_confirmation_replaces_what_was_read() -> None:
    talk = Talk()
    talk.say("single, 29, masters")
    talk.say("no, I'm 32")
    assert shown(talk) == {"marital_status": "single", "birth_date": "32", "education": "master"}
    talk.press("facts:confirm")
    assert answers_of(talk)["birth_date"] == "32"


def test_a_birthday_without_its_year_asks_for_the_full_date() -> None:
    talk = finished()
    talk.say("actually my birthday is in May")
    assert talk.asked == "birth_date"
    assert talk.ask.problem is not None
    assert talk.ask.problem.reason == "date_incomplete"
    assert answers_of(talk)["birth_date"] == "29"


def test_what_is_known_already_is_not_confirmed_again() -> None:
    talk = finished()
    talk.say("I am single and 29 years old")
    assert talk.replies[0] == Notice("facts_known")


def test_an_age_agrees_with_a_birth_date() -> None:
    talk = finished({**SINGLE_ABROAD, "birth_date": "1994-03-05"})
    talk.say("I am 32")
    assert talk.replies[0] == Notice("facts_known")


def test_words_that_correct_are_left_out() -> None:
    talk = at_question("birth_date")
    talk.say("actually 12 May 1998")
    assert answers_of(talk)["birth_date"] == "1998-05-12"


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("education", "no wait, i meant 13 May 1998", {"birth_date": "1998-05-13"}),
        ("education", "sorry, married", {"marital_status": "married"}),
        ("canadian_study", "sorry i mean bachelor", {"education": "bachelor"}),
        ("canadian_study", "pardon, je voulais dire licence", {"education": "bachelor"}),
    ],
)
def test_what_is_taken_back_is_of_the_answer_before(
    question: str, text: str, told: dict[str, Answer]
) -> None:
    talk = at_question(question)
    talk.say(text)
    assert shown(talk) == told


def test_what_was_said_before_is_said_again() -> None:
    talk = at_question("foreign_experience")
    talk.say("no i said 8 months")
    assert shown(talk) == {"canadian_experience": "8"}


@pytest.mark.parametrize("words", ["no wait 6 years", "non pardon, 6 ans"])
def test_work_of_which_the_place_is_asked_can_be_told_again(words: str) -> None:
    talk = Talk()
    talk.say(FLUENT)
    talk.press("facts:confirm")
    assert talk.ask.options == ("0", "48")
    talk.say(words)
    assert (talk.asked, talk.ask.options) == ("canadian_experience", ("0", "72"))
    talk.choose("0")
    assert answers_of(talk)["foreign_experience"] == "72"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "j'ai 36 ans non pardon 37, célibataire"),
        ("en", "im 36 sorry i mean 37, single"),
    ],
)
def test_a_slip_that_is_corrected_in_the_same_breath_is_not_told(
    language: Language, said: str
) -> None:
    talk = Talk(language=language)
    talk.say(said)
    assert shown(talk) == {"marital_status": "single", "birth_date": "37"}
    assert read(talk).leftover == ()
