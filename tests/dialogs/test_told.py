"""Facts told in passing: shown back, confirmed, dropped, and the wish beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dialogs.replies import Ask, NoScoreYet, Notice, Score, Welcome
from dialogs.replies_ahead import Improvements, Supposition
from dialogs.replies_guide import OccupationsNear
from dialogs.replies_told import FactsRead
from tests.dialogs.talk import SINGLE_ABROAD, Talk, answers_of, at_question, finished
from tests.dialogs.told import FLUENT, read, shown

if TYPE_CHECKING:
    from dialogs.conversation import Language


def test_first_message_of_a_newcomer_can_be_facts() -> None:
    talk = Talk()
    welcome, facts = talk.say(FLUENT)
    assert isinstance(welcome, Welcome)
    assert isinstance(facts, FactsRead)
    assert list(shown(talk)) == [
        "marital_status",
        "birth_date",
        "education",
        "first_language_test",
        "first_language_scores",
    ]
    asked = [question for question, _ in facts.asked_back]
    assert asked == ["occupation", "canadian_experience"]
    assert facts.leftover == ()
    assert answers_of(talk) == {}


def test_confirmed_facts_count_and_the_wish_is_fulfilled() -> None:
    talk = Talk()
    talk.say(FLUENT)
    score, ask = talk.press("facts:confirm")
    assert isinstance(score, NoScoreYet)
    assert answers_of(talk)["birth_date"] == "31"
    assert isinstance(ask, Ask)
    assert (ask.question, ask.options) == ("canadian_experience", ("0", "48"))


def test_work_that_was_not_in_canada_was_abroad() -> None:
    talk = Talk()
    talk.say(FLUENT)
    talk.press("facts:confirm")
    talk.choose("0")
    assert answers_of(talk)["canadian_experience"] == "0"
    assert answers_of(talk)["foreign_experience"] == "48"
    assert talk.asked == "occupation"
    assert "21231" in (talk.ask.options or ())


@pytest.mark.parametrize(("said", "abroad"), [("1 year", "36"), ("48", "0"), ("5 years", "0")])
def test_the_rest_of_the_work_is_what_is_left(said: str, abroad: str) -> None:
    talk = Talk()
    talk.say(FLUENT)
    talk.press("facts:confirm")
    talk.say(said)
    assert answers_of(talk)["foreign_experience"] == abroad


def test_a_fluent_message_and_few_taps_finish_the_questionnaire() -> None:
    talk = Talk()
    talk.say(
        "I'm 31, single, master's degree from India, ECA done, IELTS 8 7.5 7 7, no French, never "
        "worked in Canada, 4 years in India as a software engineer, no nomination, no siblings in "
        "Canada, no job offer, $25,000 in savings, family of 1"
    )
    talk.press("facts:confirm")
    taps = 0
    answers = {**SINGLE_ABROAD, "occupation": "21231"}
    while talk.asked is not None:
        talk.choose(answers[talk.asked])
        taps += 1
    assert taps <= 6
    card = talk.replies[0]
    assert isinstance(card, Score)
    assert card.eligibility_known


def test_cancelled_facts_are_forgotten_and_the_questions_begin() -> None:
    talk = Talk()
    talk.say(FLUENT)
    notice, _ = talk.press("facts:cancel")
    assert notice == Notice("facts_dropped")
    assert talk.asked == "marital_status"
    assert answers_of(talk) == {}
    talk.press("facts:confirm")
    assert answers_of(talk) == {}
    assert talk.ask.notice == "stale_button"


@pytest.mark.parametrize("yes", ["yes", "that's right", "ok", "oui"])
def test_yes_in_words_confirms(yes: str) -> None:
    talk = Talk()
    talk.say("single, 29")
    talk.say(yes)
    assert answers_of(talk) == {"marital_status": "single", "birth_date": "29"}
    assert (talk.asked, talk.ask.notice) == ("education", "facts_taken")


@pytest.mark.parametrize("no", ["no", "wrong", "non"])
def test_no_in_words_drops_them(no: str) -> None:
    talk = Talk()
    talk.say("single, 29")
    talk.say(no)
    assert talk.replies[0] == Notice("facts_dropped")
    assert answers_of(talk) == {}


def test_facts_in_two_messages_are_confirmed_together() -> None:
    talk = Talk()
    talk.say("im 31 married")
    talk.say("masters, ielts 8 8 8 8")
    assert set(shown(talk)) >= {"birth_date", "marital_status", "education"}
    talk.press("facts:confirm")
    assert talk.asked == "spouse_status"


@pytest.mark.parametrize("words", ["single", "I am married", "célibataire", "je suis divorcée"])
def test_a_newcomer_may_begin_with_the_first_answer(words: str) -> None:
    talk = Talk()
    welcome, ask = talk.say(words)
    assert isinstance(welcome, Welcome)
    assert isinstance(ask, Ask)
    assert ask.echo is not None
    assert list(answers_of(talk)) == ["marital_status"]


def test_confirming_facts_shows_a_score_that_becomes_known() -> None:
    talk = at_question("provincial_nomination")
    talk.say("I have no nomination and no siblings in Canada")
    card = talk.press("facts:confirm")[0]
    assert isinstance(card, Score)
    assert card.high == 469


def test_any_wish_beside_facts_waits_for_them() -> None:
    talk = finished()
    talk.say("I'm 35, how can I improve my score")
    assert isinstance(read(talk), FactsRead)
    assert isinstance(talk.press("facts:confirm")[0], Improvements)
    assert answers_of(talk)["birth_date"] == "35"


def test_facts_that_are_dropped_leave_earlier_doubts_and_the_open_question() -> None:
    talk = Talk()
    talk.say(FLUENT)
    talk.press("facts:confirm")
    talk.say("I don't have a nomination and I did a diploma in Canada")
    talk.press("facts:cancel")
    assert (talk.asked, talk.ask.options) == ("canadian_experience", ("0", "48"))


def test_a_title_alone_is_remembered_until_it_matters() -> None:
    talk = Talk()
    talk.say("I am a software engineer")
    welcome, near, ask = talk.replies
    assert isinstance(welcome, Welcome)
    assert isinstance(near, OccupationsNear)
    assert near.kept
    assert near.codes[0] == "21231"
    assert isinstance(ask, Ask)
    talk.answer_all(SINGLE_ABROAD, until="occupation")
    assert "21231" in (talk.ask.options or ())


def test_restarting_forgets_what_waits_to_be_confirmed() -> None:
    talk = at_question("education")
    talk.say("I'm 40, divorced")
    talk.say("/restart")
    talk.say("yes")
    talk.press("facts:confirm")
    assert answers_of(talk) == {}


@pytest.mark.parametrize(
    "words",
    [
        "what is the score for 30 years old with masters and CLB 9?",
        "can you tell my score im 30 single masters",
        "Quel serait mon score avec 30 ans, une maîtrise et NCLC 9 partout ?",
    ],
)
def test_facts_inside_a_question_for_a_score_are_taken_up(words: str) -> None:
    talk = Talk(language="fr" if "Quel" in words else "en")
    talk.say(words)
    assert {"birth_date", "education"} <= set(shown(talk))
    talk.press("facts:confirm")
    assert isinstance(talk.replies[0], NoScoreYet)


def test_a_score_with_something_else_is_a_supposition_once_it_is_known() -> None:
    (reply,) = finished().say("what would my score be with CLB 10?")
    assert isinstance(reply, Supposition)
    assert reply.after.crs.total == 481


@pytest.mark.parametrize(
    ("language", "said", "questions"),
    [
        (
            "fr",
            "combien de points pour 34 ans master NCLC 8 partout et 3 ans d'expérience au Mali",
            {"birth_date", "education", "first_language_scores", "foreign_experience"},
        ),
        ("fr", "j'ai 35 ans, soudeur, licence, c'est bon ?", {"birth_date", "education"}),
    ],
)
def test_facts_in_a_question_for_points_are_shown(
    language: Language, said: str, questions: set[str]
) -> None:
    talk = Talk(language=language)
    talk.say(said)
    assert questions <= shown(talk).keys()
