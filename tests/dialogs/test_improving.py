"""Improvements and plans to a target, as they are asked for."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.replies_ahead import TargetPlan
from tests.dialogs.talk import (
    SINGLE_ABROAD,
    finished,
)


@pytest.mark.parametrize(
    "words",
    [
        "/improve 500",
        "I need 500",
        "how do I get to 500?",
        "Il me faut 500 points",
        "comment arriver à 500 ?",
    ],
)
def test_a_target_gives_a_plan_to_it(words: str) -> None:
    (reply,) = finished().say(words)
    assert isinstance(reply, TargetPlan)
    assert reply.plan.target == 500
    assert all(combination.total >= 500 for combination in reply.plan.combinations)


def test_improve_without_a_number_has_no_target() -> None:
    (reply,) = finished().say("/improve")
    assert not isinstance(reply, TargetPlan)


def test_a_target_that_is_reached_comes_with_what_takes_points() -> None:
    scores = "8 7.5 7 7, 14 March 2026"
    talk = finished(
        {**SINGLE_ABROAD, "birth_date": "5 March 1994", "first_language_scores": scores}
    )
    (reply,) = talk.say("/improve 400")
    assert isinstance(reply, TargetPlan)
    assert [event.on for event in reply.events if event.change < 0] == [
        date(2027, 3, 5),
        date(2028, 3, 5),
        date(2028, 3, 14),
    ]
    assert reply.expiries == {"first_language": date(2028, 3, 14)}
    assert not reply.shut_out


def test_a_target_says_that_no_program_is_open() -> None:
    talk = finished({**SINGLE_ABROAD, "settlement_funds": "0"})
    (reply,) = talk.say("/improve 500")
    assert isinstance(reply, TargetPlan)
    assert reply.shut_out
