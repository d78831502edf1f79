"""Buttons under keys."""

from __future__ import annotations

from itertools import islice

import pytest

from bot.terminal.letters import Keyboard, letters
from dialogs.events import Pressed, Said
from messages.message import Button, Message

MARRIED = Button("Married", "a:marital_status:married:1")
SINGLE = Button("Never married", "a:marital_status:single:1")
BACK = Button("‹ Back", "back:marital_status:1")
WHY = Button("Why?", "why:marital_status:1")
IMPROVE = Button("How to improve", "cmd:improve")
REVIEW = Button("My answers", "cmd:review")

CARD = Message("Your marital status?", ((SINGLE, MARRIED), (BACK, WHY)))
SCORE = Message("469", ((IMPROVE,), (REVIEW,)))


def keys(*messages: Message) -> list[str]:
    keyboard = Keyboard(messages)
    return [keyboard.key(b) for message in messages for row in message.buttons for b in row]


def test_after_z_come_two() -> None:
    first = list(islice(letters(), 54))
    assert first[:2] + first[25:28] + first[-2:] == ["a", "b", "z", "aa", "ab", "ba", "bb"]


def test_the_question_has_the_same_keys_whatever_else_is_said() -> None:
    assert keys(CARD) == ["a", "b", "<", "?"]
    assert keys(SCORE, CARD) == ["c", "d", "a", "b", "<", "?"]
    assert keys(CARD, SCORE) == ["a", "b", "<", "?", "c", "d"]
    assert keys(SCORE) == ["a", "b"]


def test_of_two_questions_the_newest_comes_first() -> None:
    older = Message("?", ((Button("1", "a:family_size:1:0"),), (Button("Why?", "why:x:0"),)))
    assert keys(older, CARD) == ["c", "d", "a", "b", "<", "?"]


def test_a_button_that_is_there_twice_has_one_key() -> None:
    assert keys(SCORE, SCORE) == ["a", "b", "a", "b"]


@pytest.mark.parametrize(
    "line", ["b", " B ", "b)", "b.", "(b)", "( B )", "[b]", "b:", "married", "MARRIED"]
)
def test_a_key_or_a_label_presses_the_button(line: str) -> None:
    assert Keyboard([SCORE, CARD]).event(line) == Pressed(MARRIED.data)


@pytest.mark.parametrize(
    ("line", "button"),
    [
        ("<", BACK),
        ("(<)", BACK),
        ("‹ back", BACK),
        ("Back", BACK),
        ("?", WHY),
        ("?)", WHY),
        ("why?", WHY),
        ("(c)", IMPROVE),
        ("my answers", REVIEW),
    ],
)
def test_the_way_back_and_the_others(line: str, button: Button) -> None:
    assert Keyboard([SCORE, CARD]).event(line) == Pressed(button.data)


@pytest.mark.parametrize("line", ["8 7.5 7 7", "e", "aa", "b b", "b, please", ")", "", "b\u0301"])
def test_anything_else_is_said_as_it_stands(line: str) -> None:
    assert Keyboard([SCORE, CARD]).event(line) == Said(line)


def test_without_a_question_the_signs_are_words() -> None:
    assert Keyboard([SCORE]).event("?") == Said("?")
    assert Keyboard().event("a") == Said("a")
