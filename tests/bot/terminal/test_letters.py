"""Buttons under letters."""

from __future__ import annotations

from itertools import islice

from bot.terminal.letters import Keyboard, letters
from dialogs.events import Pressed, Said
from messages.message import Button


def test_after_z_come_two() -> None:
    first = list(islice(letters(), 54))
    assert first[:2] + first[25:28] + first[-2:] == ["a", "b", "z", "aa", "ab", "ba", "bb"]


def test_a_letter_or_a_label_presses_the_button() -> None:
    keyboard = Keyboard()
    assert keyboard.add(Button("Married", "a:marital_status:married:1")) == "a"
    assert keyboard.add(Button("Oui, d’accord", "x")) == "b"
    assert keyboard.event(" A ") == Pressed("a:marital_status:married:1")
    assert keyboard.event("married") == Pressed("a:marital_status:married:1")
    assert keyboard.event("b") == Pressed("x")


def test_anything_else_is_said_as_it_stands() -> None:
    keyboard = Keyboard()
    keyboard.add(Button("1", "one"))
    assert keyboard.event("8 7.5 7 7") == Said("8 7.5 7 7")
    assert keyboard.event("c") == Said("c")
