"""What if: how it is asked, shown, kept and forgotten."""

from __future__ import annotations

import pytest

from dialogs.conversation import card_code
from dialogs.replies import Notice, Score
from dialogs.replies_ahead import Improvements, Supposition
from tests.dialogs.talk import (
    MARRIED_ABROAD,
    SINGLE_ABROAD,
    Talk,
    answers_of,
    finished,
    supposition,
)


@pytest.mark.parametrize(
    ("words", "question", "total"),
    [
        ("what if I get CLB 10?", "first_language_scores", 481),
        ("et si j'avais NCLC 7 en français ?", "second_language_scores", 531),
        ("and if I was 35", "birth_date", 436),
        ("what if I do a PhD", "education", 484),
        ("what if I had 2 years in Canada", "canadian_experience", 522),
        ("what if I had 12 months of work in Canada", "canadian_experience", 509),
        ("what if I get a provincial nomination", "provincial_nomination", 1069),
    ],
)
def test_what_if_shows_old_and_new_and_changes_nothing(
    words: str, question: str, total: int
) -> None:
    talk = finished()
    before = dict(answers_of(talk))
    reply = supposition(talk, words)
    assert question in reply.answers
    assert (reply.before.crs.total, reply.after.crs.total) == (469, total)
    assert answers_of(talk) == before
    assert isinstance(talk.say("/score")[0], Score)
    assert answers_of(talk) == before


@pytest.mark.parametrize(
    "words",
    [
        "what if I get CLB 4 and CLB 10?",
        "what if I was 35 or I was 36",
        "what if I had 5 years in Canada and 0 years in Canada",
        "et si j'avais NCLC 5 et NCLC 9 ?",
        "what if my wife had CLB 9",
    ],
)
def test_wishes_that_contradict_each_other_or_the_answers_suppose_nothing(words: str) -> None:
    talk = finished()
    before = dict(answers_of(talk))
    assert talk.say(words) == (Notice("suppose_unclear"),)
    assert answers_of(talk) == before


@pytest.mark.parametrize(
    ("words", "question", "reason"),
    [
        ("what if I get CLB 15", "first_language_scores", "score_out_of_range"),
        ("et si j'avais le TEF à 320 partout ?", "second_language_scores", "tef_wrong_column"),
    ],
)
def test_why_a_result_cannot_be_supposed_is_said(words: str, question: str, reason: str) -> None:
    talk = finished()
    before = dict(answers_of(talk))
    (notice,) = talk.say(words)
    assert isinstance(notice, Notice)
    assert notice.key == "suppose_impossible"
    assert (notice.details["question"], notice.details["problem"].reason) == (question, reason)
    assert answers_of(talk) == before


def test_what_is_not_understood_of_a_supposition_is_said() -> None:
    reply = supposition(finished(), "what if I was 35 and purple and had 5 years of experience")
    assert set(reply.answers) == {"birth_date"}
    assert reply.leftover == ("purple",)
    assert reply.unclear == ("foreign_experience",)


def test_what_if_is_kept_on_request_only() -> None:
    talk = finished()
    reply = supposition(talk, "what if I get CLB 10?")
    card = talk.press(f"suppose:keep:{card_code(reply.card)}")[0]
    assert isinstance(card, Score)
    assert (card.changed_from, card.high) == (469, 481)


def test_what_if_is_forgotten_on_request() -> None:
    talk = finished()
    before = dict(answers_of(talk))
    reply = supposition(talk, "what if I get CLB 10?")
    assert talk.press(f"suppose:forget:{card_code(reply.card)}") == (Notice("supposed_forgotten"),)
    talk.press(f"suppose:keep:{card_code(reply.card)}")
    assert answers_of(talk) == before


def test_each_what_if_starts_from_the_stored_answers() -> None:
    talk = finished()
    supposition(talk, "what if I get a provincial nomination")
    assert supposition(talk, "what if I get CLB 10?").after.crs.total == 481


def test_what_if_nothing_is_understood_says_so() -> None:
    assert finished().say("what if the moon is made of cheese") == (Notice("suppose_unclear"),)


def test_every_action_of_the_plan_can_be_supposed_and_kept() -> None:
    talk = finished(MARRIED_ABROAD)
    planned = talk.say("/improve")[0]
    assert isinstance(planned, Improvements)
    for action in planned.plan.actions:
        if len(f"whatif:{action.id}") > 64:
            pytest.fail(f"{action.id} does not fit a button")
        (reply,) = talk.press(f"whatif:{action.id}")
        assert isinstance(reply, Supposition)
        assert reply.after.crs.total == action.total
        if reply.answers:
            kept = Talk()
            kept.conversation = talk.conversation
            card = kept.press(f"suppose:keep:{card_code(reply.card)}")[0]
            assert isinstance(card, Score), action.id
            assert card.result is not None
            assert card.result.crs.total == action.total, action.id


def test_an_action_that_is_not_in_the_plan_is_a_stale_button() -> None:
    talk = finished()
    assert talk.press("whatif:education.nothing") == (Notice("stale_button"),)


@pytest.mark.parametrize("words", ["keep this", "Keep it", "yes please", "garder", "yes, keep it"])
def test_a_supposition_is_kept_in_words(words: str) -> None:
    talk = finished()
    supposition(talk, "what if I was 35?")
    talk.say(words)
    assert answers_of(talk)["birth_date"] == "35"


@pytest.mark.parametrize("words", ["forget it", "no", "Forget it", "cancel", "oubliez cela"])
def test_a_supposition_is_forgotten_in_words(words: str) -> None:
    talk = finished()
    supposition(talk, "what if I was 35?")
    assert talk.say(words)[0] == Notice("supposed_forgotten")
    assert answers_of(talk)["birth_date"] == "29"
    assert not talk.conversation.supposed


@pytest.mark.parametrize(
    ("words", "question"),
    [("and CLB 10?", "first_language_scores"), ("et avec un doctorat ?", "education")],
)
def test_after_a_supposition_the_next_may_follow_with_and(words: str, question: str) -> None:
    talk = finished()
    supposition(talk, "what if I was 35?")
    assert question in supposition(talk, words).answers


def test_words_that_tell_more_neither_keep_nor_forget() -> None:
    talk = finished()
    supposition(talk, "what if I was 35?")
    talk.say("no, I am 33")
    assert talk.conversation.facts == {"birth_date": "33"}
    assert answers_of(talk)["birth_date"] == "29"


def test_what_is_missing_for_a_supposition_is_named() -> None:
    talk = Talk()
    talk.answer_all(SINGLE_ABROAD, until="education")
    assert talk.say("what if I get CLB 9?")[0] == Notice(
        "suppose_needs_answers", {"missing": ("education",)}
    )


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("what if I get NCLC 7", ["french"]),
        ("what if I had a nomination", ["pnp"]),
        ("et si j'avais une désignation provinciale", ["pnp"]),
        ("what if I get CLB 10", []),
    ],
)
def test_a_supposition_names_the_rounds_it_would_have_been_enough_for(
    words: str, kinds: list[str]
) -> None:
    assert [each.kind for each in supposition(finished(), words).rounds] == kinds


def test_what_was_enough_already_is_nothing_that_is_won() -> None:
    talk = finished()
    supposition(talk, "what if I get NCLC 7")
    talk.say("yes")
    assert supposition(talk, "what if I get NCLC 9").rounds == ()
