"""Rows of buttons, and what they carry."""

from __future__ import annotations

import pytest

from dialogs.conversation import LANGUAGES, Conversation, Language
from dialogs.events import Said
from dialogs.machine import handle
from dialogs.replies import Ask, Confirm
from messages.keyboards import keyboard
from messages.message import Button
from messages.people import TODAY
from messages.render import render
from messages.rows import arrange
from messages.words import words


@pytest.mark.parametrize(
    ("labels", "rows"),
    [
        ([], []),
        (["Yes", "No"], [2]),
        (["Yes", "No", "I don't know yet"], [2, 1]),
        (["1", "2", "3", "4", "5", "6", "7", "I don't know yet"], [7, 1]),
        (["1 year", "2 years", "3 years"], [2, 1]),
        (["short", "a label that is rather long", "short"], [1, 1, 1]),
        (["a label that is rather long", "short", "short"], [1, 2]),
    ],
)
def test_rows_follow_the_labels(labels: list[str], rows: list[int]) -> None:
    buttons = [Button(label, label) for label in labels]
    arranged = arrange(buttons)
    assert [len(row) for row in arranged] == rows
    assert [button for row in arranged for button in row] == buttons


def data(reply: Ask | Confirm) -> list[str]:
    return [button.data for row in keyboard(reply, words("en")) for button in row]


def test_a_card_carries_question_choice_and_its_number() -> None:
    card = Ask("sibling_in_canada", ("yes", "no"), 1234, 16, 18, {})
    assert data(card) == [
        "a:sibling_in_canada:yes:ya",
        "a:sibling_in_canada:no:ya",
        "why:sibling_in_canada:ya",
    ]


def test_a_question_that_can_be_skipped_offers_not_to_know_once() -> None:
    for choices in (("yes", "no"), ("yes", "no", "unknown")):
        card = Ask("has_eca", choices, 1, 6, 18, {}, can_skip=True)
        assert data(card).count("a:has_eca:unknown:1") == 1


def test_a_question_asked_again_offers_to_keep_the_answer_and_to_go_back() -> None:
    card = Ask("has_eca", ("yes", "no"), 1, 6, 18, {}, current="2024-06-14", can_go_back=True)
    assert data(card)[-3:] == ["keep:has_eca:1", "back:has_eca:1", "why:has_eca:1"]


def test_readings_of_a_text_stand_in_for_the_choices() -> None:
    card = Ask("foreign_experience", ("0", "12"), 1, 12, 18, {}, options=("5", "60"))
    assert data(card)[:2] == ["a:foreign_experience:5:1", "a:foreign_experience:60:1"]


def test_readings_of_a_dated_result_carry_what_could_be_typed() -> None:
    scores = {"test": "ielts", "listening": 8, "reading": 7.5, "writing": 7.0, "speaking": 7}
    readings = tuple({**scores, "taken_on": day} for day in ("2025-04-03", "2025-03-04"))
    card = Ask(
        "second_language_scores",
        (),
        46655,
        10,
        18,
        {"second_language_test": "ielts"},
        None,
        readings,
    )
    assert data(card)[0] == "a:second_language_scores:8 7.5 7 7 2025-04-03:zzz"


def test_a_confirmation_carries_the_card_it_was_asked_at() -> None:
    assert data(Confirm("delete", 37)) == ["confirm:delete:11", "cancel:delete:11"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "wish", ["/improve", "/improve 500", "/timeline", "/alerts", "/report", "/review", "/score"]
)
def test_a_newcomer_who_wishes_for_what_needs_answers_can_begin_at_once(
    wish: str, language: Language
) -> None:
    (reply,) = handle(Conversation(language), Said(wish), TODAY).replies
    buttons = [button.data for row in render(reply, language, TODAY).buttons for button in row]
    assert "cmd:start" in buttons
