"""Buttons: a second tap, stale and forged ones, strangers."""

from __future__ import annotations

import pytest

from dialogs.conversation import card_code
from dialogs.replies import (
    Notice,
)
from tests.dialogs.talk import (
    Talk,
    answers_of,
    at_question,
)


def test_double_tap_answers_once() -> None:
    talk = Talk()
    talk.say("/start")
    data = f"a:marital_status:single:{card_code(talk.ask.card)}"
    talk.press(data)
    talk.press(data)
    assert talk.asked == "birth_date"
    assert talk.ask.notice == "already_done"
    assert talk.ask.echo is not None
    assert talk.ask.echo.answer == "single"
    assert answers_of(talk) == {"marital_status": "single"}


def test_another_choice_of_the_card_before_is_stale() -> None:
    talk = Talk()
    talk.say("/start")
    card = card_code(talk.ask.card)
    talk.press(f"a:marital_status:single:{card}")
    talk.press(f"a:marital_status:married:{card}")
    assert talk.ask.notice == "stale_button"
    assert answers_of(talk) == {"marital_status": "single"}


@pytest.mark.parametrize("data", ["a:marital_status:married:9", "change:education", "junk"])
def test_nothing_is_kept_of_a_stranger_who_presses_an_old_button(data: str) -> None:
    talk = Talk()
    assert talk.press(data) == (Notice("gone"),)
    assert talk.forgotten


@pytest.mark.parametrize(
    "data",
    [
        "a:education:phd",
        "a:education:master:zzzz",
        "a:marital_status:single",
        "a:nothing:1",
        "a:",
        "a",
        "",
        ":::",
        "why:nothing",
        "change:education",
        "change:nothing",
        "cmd:nothing",
        "confirm:nothing",
        "confirm:delete:zzzz",
        "cancel:nothing",
        "lang:de",
        "skip:birth_date",
        "x" * 64,
    ],
)
def test_stale_or_forged_button_changes_nothing_and_shows_where_we_are(data: str) -> None:
    talk = at_question("education")
    before = dict(answers_of(talk))
    talk.press(data)
    assert talk.asked == "education"
    assert talk.ask.notice == "stale_button"
    assert answers_of(talk) == before


def test_old_delete_button_does_nothing_once_the_talk_went_on() -> None:
    talk = at_question("education")
    talk.say("/delete")
    data = f"confirm:delete:{card_code(talk.conversation.card)}"
    talk.say("/resume")
    talk.choose("master")
    talk.press(data)
    assert not talk.forgotten
