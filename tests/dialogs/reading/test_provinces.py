"""Provinces beside a yes, and where somebody will live."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.outcome import Understood, Unreadable
from dialogs.reading.provinces import without_province
from dialogs.reading.settling_where import read_settling_where


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("oui de l'Ontario", "oui"),
        ("oui par le Manitoba", "oui"),
        ("yes from Nova Scotia", "yes"),
        ("no", "no"),
        ("Ontario", "Ontario"),
        ("yes from France", "yes from France"),
    ],
)
def test_a_yes_may_name_the_province(text: str, rest: str) -> None:
    assert without_province(text) == rest


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("à Montréal", "yes"),
        ("on va vivre à Québec", "yes"),
        ("oui à Laval", "yes"),
        ("pas à Montréal", "no"),
        ("hors du Québec", "no"),
        ("Ottawa", "no"),
        ("non, à Ottawa", "no"),
        ("outside Quebec", "no"),
        ("in Calgary", "no"),
    ],
)
def test_where_somebody_will_live(text: str, answer: str) -> None:
    assert read_settling_where(text) == Understood(answer)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Toronto ou Montréal",
        "pas à Toronto",
        "au Canada",
        "à Paris",
        "Montréal, Paris",
        "non, à Laval",
        "yes Calgary",
    ],
)
def test_what_leaves_it_open_is_no_answer(text: str) -> None:
    assert isinstance(read_settling_where(text), Unreadable)


@given(st.text(max_size=200))
def test_any_text_is_read_or_not(text: str) -> None:
    assert isinstance(read_settling_where(text), Understood | Unreadable)
    assert isinstance(without_province(text), str)
