"""Facts that wait: one of several can be left out, by a tap and in words."""

from __future__ import annotations

import pytest

from dialogs.replies import Notice
from dialogs.replies_told import FactsRead
from tests.dialogs.talk import Talk, answers_of, at_question

TOLD = "im 31 married masters ielts 8 7.5 7 7, never worked in Canada"
ALL = {
    "marital_status",
    "birth_date",
    "education",
    "first_language_test",
    "first_language_scores",
    "canadian_experience",
}


def waiting(talk: Talk) -> set[str]:
    """The questions whose answers the last reply shows, to be confirmed."""
    shown = next(reply for reply in talk.replies if isinstance(reply, FactsRead))
    return {fact.echo.question for fact in shown.facts}


def told() -> Talk:
    talk = Talk()
    talk.say(TOLD)
    assert waiting(talk) == ALL
    return talk


@pytest.mark.parametrize(
    ("words", "left_out"),
    [
        ("not the age", {"birth_date"}),
        ("yes except the age", {"birth_date"}),
        ("all but my degree", {"education"}),
        ("the age is wrong", {"birth_date"}),
        ("remove the ielts", {"first_language_test", "first_language_scores"}),
        ("sauf l'âge", {"birth_date"}),
        ("oui mais pas le diplôme", {"education"}),
        ("tout sauf l'anglais", {"first_language_test", "first_language_scores"}),
        ("enlève l'expérience canadienne", {"canadian_experience"}),
        ("not the age and the degree", {"birth_date", "education"}),
    ],
)
def test_one_of_several_facts_is_left_out_in_words(words: str, left_out: set[str]) -> None:
    talk = told()
    talk.say(words)
    assert waiting(talk) == ALL - left_out
    assert answers_of(talk) == {}
    talk.say("yes")
    assert set(answers_of(talk)) == ALL - left_out


def test_one_of_several_facts_is_left_out_by_taps() -> None:
    talk = told()
    talk.press("facts:pick")
    (asked,) = talk.replies
    assert isinstance(asked, FactsRead)
    assert asked.picking
    talk.press("facts:drop:first_language_test")
    assert waiting(talk) == ALL - {"first_language_test", "first_language_scores"}
    talk.press("facts:confirm")
    assert "first_language_scores" not in answers_of(talk)
    assert answers_of(talk)["birth_date"] == "31"


def test_leaving_out_the_last_fact_leaves_nothing() -> None:
    talk = Talk()
    talk.say("single, 29")
    talk.press("facts:drop:birth_date")
    talk.press("facts:drop:marital_status")
    assert talk.replies[0] == Notice("facts_dropped")
    assert answers_of(talk) == {}


@pytest.mark.parametrize("data", ["facts:drop:sibling_in_canada", "facts:drop:", "facts:drop"])
def test_what_does_not_wait_cannot_be_left_out(data: str) -> None:
    talk = told()
    talk.press(data)
    assert not any(isinstance(reply, FactsRead) for reply in talk.replies)
    talk.press("facts:confirm")
    assert set(answers_of(talk)) == ALL


@pytest.mark.parametrize("words", ["qwerty asdf", "bla bla bla"])
def test_facts_come_back_where_words_are_not_understood(words: str) -> None:
    talk = told()
    (again,) = talk.say(words)
    assert isinstance(again, FactsRead)
    assert again.lost
    assert waiting(talk) == ALL
    talk.say("yes")
    assert set(answers_of(talk)) == ALL


@pytest.mark.parametrize(
    "words", ["/help", "what is my score", "combien de questions reste-t-il ?"]
)
def test_facts_come_back_below_what_was_asked_meanwhile(words: str) -> None:
    talk = told()
    *_, again = talk.say(words)
    assert isinstance(again, FactsRead)
    assert not again.lost
    talk.say("oui")
    assert set(answers_of(talk)) == ALL


def test_the_open_question_comes_back_once_another_was_answered() -> None:
    talk = at_question("education")
    card = talk.ask.card
    talk.say("I'm 40, divorced")
    talk.press(f"a:education:master:{card}")
    assert talk.asked == "canadian_study"
    talk.say("/help")
    assert talk.asked == "canadian_study"
    talk.press("facts:confirm")
    assert answers_of(talk)["birth_date"] == "40"


def test_nothing_waits_to_be_picked_from() -> None:
    talk = at_question("education")
    talk.press("facts:pick")
    assert talk.ask.notice == "stale_button"


@pytest.mark.parametrize("words", ["yes but I'm 32", "oui mais j'ai 32 ans", "no, I am 32"])
def test_a_yes_with_a_correction_shows_the_corrected_facts(words: str) -> None:
    talk = told()
    talk.say(words)
    assert waiting(talk) == ALL
    talk.say("yes")
    assert answers_of(talk)["birth_date"] == "32"
    assert answers_of(talk)["education"] == "master"


def test_how_many_answers_were_filled_in_is_told() -> None:
    talk = told()
    talk.press("facts:confirm")
    assert (talk.ask.notice, talk.ask.filled) == ("facts_taken", len(ALL))


def test_an_answer_before_a_fact_that_waits_leads_to_it() -> None:
    talk = Talk()
    talk.say("/start")
    card = talk.ask.card
    talk.say("I'm 31, with a PhD")
    talk.press(f"a:marital_status:single:{card}")
    (again,) = talk.replies
    assert isinstance(again, FactsRead)
    assert again.echo is not None
    assert again.echo.question == "marital_status"
    assert waiting(talk) == {"birth_date", "education"}
    talk.say("oui")
    assert set(answers_of(talk)) == {"marital_status", "birth_date", "education"}
