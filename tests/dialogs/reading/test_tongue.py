"""In which language somebody writes."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.conversation import LANGUAGES, Language
from dialogs.reading.text import phrase
from dialogs.reading.tongue import is_in, tongue

CLEAR = {
    "en": (
        "hello how are you",
        "what is crs",
        "im 31 married masters from india ielts 8 7.5 7 7, 4 yrs software engineer, whats my score",
        "my score",
        "thanks",
        "how do i get to 500",
        "i have 3 years of experience in Montréal",
        "actually my birthday is in May",
        "does my wife need IELTS",
    ),
    "fr": (
        "bonjour",
        "quel est mon score",
        "et si j'avais le TEF à 300 ?",
        "j’ai 31 ans, mariée, maîtrise",
        "C'EST QUOI LE BASSIN",
        "combien coûtent les frais",
        "je suis infirmière à Toronto depuis 2 ans",
        "merci",
        "depuis mars 2023",
        "comment ca marche",
        "mon software engineer de mari",
    ),
}
EITHER = (
    "",
    "oui",
    "ok",
    "CRS",
    "cec",
    "IELTS 8 7.5 7 7",
    "TEF Canada",
    "Hélène Côté",
    "Montréal",
    "résumé",
    "21231",
    "EST",
    "BA, MA",
    "500",
    "software engineer",
    "/start",
    "привет",
    "🙂",
)


@pytest.mark.parametrize("setting", LANGUAGES)
@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language in LANGUAGES for text in CLEAR[language]]
)
def test_clear_words_are_heard(text: str, language: Language, setting: Language) -> None:
    assert tongue(text, setting) == language


@pytest.mark.parametrize("setting", LANGUAGES)
@pytest.mark.parametrize("text", EITHER)
def test_what_may_be_either_follows_the_setting(text: str, setting: Language) -> None:
    assert tongue(text, setting) == setting


def test_no_word_is_of_both_languages() -> None:
    source = files("dialogs.reading").joinpath("tongue.toml").read_text(encoding="utf-8")
    table = tomllib.loads(source)
    english, french = (
        {word for listed in table[language].values() for word in listed.split()}
        for language in LANGUAGES
    )
    assert english.isdisjoint(french)
    assert all(phrase(word) == word for word in english | french)


@given(st.text(max_size=600), st.sampled_from(LANGUAGES))
def test_takes_any_text(text: str, setting: Language) -> None:
    assert tongue(text, setting) in LANGUAGES


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("non", "fr", True),
        ("Mobilité francophone c quoi", "fr", True),
        ("what is the PEQ", "en", True),
        ("what is the PEQ", "fr", False),
        ("WES", "fr", False),
        ("WES", "en", False),
    ],
)
def test_words_that_are_surely_of_a_language(text: str, language: Language, expected: bool) -> None:
    assert is_in(text, language) is expected
