"""Words that only say that something is corrected."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.correcting import corrected, restated, takes_back


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("actually 12 May 1998", "12 May 1998"),
        ("Actually my birthday is in May", "my birthday is in May"),
        ("no i mean bank teller", "bank teller"),
        ("No wait, sorry: I am 32", "I am 32"),
        ("wait, I'm 32", "I'm 32"),
        ("sorry, i meant married", "married"),
        ("correction: 33", "33"),
        ("non, pardon, 32 ans", "32 ans"),
        ("En fait je suis mariée", "je suis mariée"),
        ("wait no 28", "28"),
        ("no wait 6 years", "6 years"),
        ("attendez, non 28", "28"),
        ("forget that, 6 years", "6 years"),
        ("oubliez ça, 6 ans", "6 ans"),
        ("sorry, no brother", "no brother"),
        ("désolée, je voulais dire 33", "33"),
    ],
)
def test_they_are_left_out(text: str, rest: str) -> None:
    assert corrected(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "no, I'm 28",
        "sorry",
        "no, sorry!",
        "wait",
        "wait times for PR",
        "waiting for results",
        "correction of my profile",
        "I am actually married",
        "nonsense",
        "",
    ],
)
def test_what_says_something_stays(text: str) -> None:
    assert corrected(text) == text


@given(st.text(max_size=500))
def test_any_text_keeps_an_end_of_itself(text: str) -> None:
    assert text.endswith(corrected(text))
    takes_back(text)


@pytest.mark.parametrize(
    ("text", "back"),
    [("sorry, 32", True), ("non pardon, 32", True), ("actually 32", False), ("32", False)],
)
def test_actually_alone_takes_nothing_back(text: str, back: bool) -> None:
    assert takes_back(text) is back


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("j'ai 36 ans non pardon 37, célibataire", "j'ai 37 ans, célibataire"),
        ("im 36 sorry i mean 37", "im 37"),
        ("36 ans, pardon 37 ans", "37 ans"),
        ("né en 1990, oups 1991", "né en 1991"),
        ("3 years in India, sorry 4 years in India", "4 years in India"),
        ("3 years in India, sorry 4", "4 years in India"),
        ("j'ai 5 ans d'exp, oups 6 ans d'exp", "j'ai 6 ans d'exp"),
        ("2 enfants, pardon 3 et je suis mariée", "3 enfants et je suis mariée"),
        ("20000 dollars sorry 25000 dollars", "25000 dollars"),
    ],
)
def test_a_number_corrected_right_away_is_the_one_that_is_meant(text: str, meant: str) -> None:
    assert restated(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "IELTS 7 7 6 7, sorry 7 7 6.5 7",
        "TEF 300, désolé 18 ans d'expérience",
        "36 ans. Pardon, je suis marié",
        "sorry, 32",
        "3 ans et 4 mois",
    ],
)
def test_numbers_that_stand_for_themselves_stay(text: str) -> None:
    assert restated(text) == text


@given(st.text(alphabet="0123456789 ,.ansyer", max_size=300))
def test_without_a_word_that_corrects_nothing_changes(text: str) -> None:
    assert restated(text) == text
