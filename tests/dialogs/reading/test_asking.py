"""Whether a message asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.asking import asks

ASKING = (
    "what is crs",
    "Whats my score",
    "how do i get to 500",
    "is CRS the same as the 67 points?",
    "my wife too?",
    "and what about my wife",
    "can i apply from outside",
    "tell me about the pool",
    "i want to know the fees",
    "c'est quoi le bassin",
    "où trouver le code CNP",
    "Est-ce que le mariage compte",
    "combien de points pour un doctorat",
    "bonjour, comment ça marche",
    "je voudrais savoir les frais",
    "suis-je admissible",
    "à quoi sert une EIMT",
    "CRS ?",
    "c koi ma note",
    "jveux savoir si jsuis eligible",
    "eske je peux postuler",
    "cb de pts",
    "ça sert à quoi",
    "c qui toi",
    "hw many pts",
    "wats my score",
    "mon épouse aussi ?!",
    "may i apply from abroad",
    "may my wife work",
)
TELLING = (
    "29",
    "married",
    "master's degree",
    "8 7.5 7 7",
    "since March 2023",
    "never worked in Canada",
    "je suis marié",
    "j'ai 31 ans",
    "3 ans ou plus",
    "oui",
    "",
    "software engineer",
    "am a nurse",
    "je c pas",
    "mai 1994",
    "May 1994",
    "may 12 1994",
    "in May",
)


@pytest.mark.parametrize("text", ASKING)
def test_asks(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize("text", TELLING)
def test_tells(text: str) -> None:
    assert not asks(text)


@given(st.text(max_size=500))
def test_takes_any_text(text: str) -> None:
    assert asks(text) in (True, False)
