"""Between which totals a score lies while something is open or not known."""

from __future__ import annotations

import pytest

from dialogs.conversation import card_code
from dialogs.replies import Score
from dialogs.replies_ahead import Improvements, TargetPlan, TimelineShown
from tests.dialogs.talk import (
    SINGLE_ABROAD,
    Talk,
    finished,
    supposition,
)


def test_range_so_far_stands_on_the_card_until_the_score_is_known() -> None:
    talk = Talk()
    talk.say("/start")
    assert talk.ask.low is None
    talk.choose("single")
    low, high = talk.ask.low, talk.ask.high
    assert low is not None
    assert high is not None
    talk.say("29")
    assert talk.ask.low is not None
    assert talk.ask.high is not None
    assert low <= talk.ask.low <= talk.ask.high <= high
    talk.answer_all(SINGLE_ABROAD, until="continuous_experience")
    assert talk.ask.low is None


UNSURE = {**SINGLE_ABROAD, "first_language_test": "unknown", "foreign_experience": "unknown"}


def range_of(talk: Talk) -> tuple[int, int]:
    (card,) = talk.say("/score")
    assert isinstance(card, Score)
    return card.low, card.high


@pytest.mark.parametrize("words", ["/improve", "/improve 500", "/timeline"])
def test_what_is_not_known_is_said_as_a_range(words: str) -> None:
    talk = finished(UNSURE)
    talk.say("/timeline")
    talk.say("not working")
    (reply,) = talk.say(words)
    assert isinstance(reply, Improvements | TargetPlan | TimelineShown)
    assert reply.range == range_of(talk)


@pytest.mark.parametrize("words", ["/improve", "/improve 500"])
def test_with_everything_known_there_is_no_range(words: str) -> None:
    (reply,) = finished().say(words)
    assert isinstance(reply, Improvements | TargetPlan)
    assert reply.range is None
    assert supposition(finished(), "what if I get CLB 10?").ranges is None


@pytest.mark.parametrize("words", ["what if I get CLB 10?", "what if I was 35"])
def test_a_supposition_has_the_range_before_and_after(words: str) -> None:
    talk = finished(UNSURE)
    before = range_of(talk)
    reply = supposition(talk, words)
    talk.press(f"suppose:keep:{card_code(reply.card)}")
    assert reply.ranges == (before, range_of(talk))


@pytest.mark.parametrize(
    ("answers", "shut_out", "unsettled"),
    [
        ({"first_language_test": "unknown"}, True, True),
        ({"settlement_funds": "unknown"}, True, True),
        ({"settlement_funds": "unknown", "continuous_experience": "no"}, True, False),
        ({"sibling_in_canada": "unknown"}, False, False),
    ],
)
def test_whether_a_program_is_open_is_left_open_where_it_rests_on_the_unknown(
    answers: dict[str, str], shut_out: bool, unsettled: bool
) -> None:
    talk = finished({**SINGLE_ABROAD, **answers})
    for words in ("/improve", "/improve 500"):
        (reply,) = talk.say(words)
        assert isinstance(reply, Improvements | TargetPlan)
        assert (reply.shut_out, reply.unsettled) == (shut_out, unsettled)
