"""Lengths of time in words: screens read those of the law, and write only what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dialogs.conversation import LANGUAGES, Language
from messages.words import FOLDER, words
from tests.messages.in_words import plain, times_left

if TYPE_CHECKING:
    from collections.abc import Iterator

IDIOMS: dict[Language, dict[str, tuple[str, ...]]] = {
    "en": {
        "the names of levels of education, which have keys and no numbers": (
            "one-year diploma",
            "two-year diploma",
            "one-year credential",
            "two-year credential",
            "that takes three years or more",
            "in under two years",
            "diploma or degree of one year",
            "three-year b.sc.",
            "four-year b.tech",
            "one of three years",
        ),
        "a length of time as a measure, or an example": (
            "○ a week",
            "hours a week",
            "○ a year",
            "what if i had two years of work",
            "two years of half-time work are one year",
        ),
        "the titles of questions": ("one year without a break", "partner: a year without a break"),
        "how far the bot looks and keeps, which is no law": (
            "the next two years",
            "over a year it has been",
            "in the six months up to",
            "for three days",
        ),
        "one day, or one month more": ("within a month", "before a day on", "a month more of work"),
    },
    "fr": {
        "the names of levels of education, which have keys and no numbers": (
            "diplôme d'un an",
            "diplôme de deux ans",
            "diplôme canadien d'un an",
            "diplôme canadien de deux ans",
            "diplôme canadien de trois ans ou plus",
            "moins de deux ans",
            "programme d'un an",
            "programme de deux ans",
            "programme de trois ans ou plus",
            "grade d'un an",
            "trois ou quatre ans",
            "dont un de trois ans ou plus",
            "moins d'un an",
            "une année d'études ou plus",
        ),
        "a length of time as a measure, or an example": (
            "et si j'avais deux ans de travail",
            "deux ans à mi-temps font un an",
        ),
        "the titles of questions": (
            "un an sans interruption",
            "conjoint : un an sans interruption",
        ),
        "how far the bot looks and keeps, which is no law": (
            "dans les deux ans qui viennent",
            "d'ici deux ans",
            "sur un an, elle s'est montrée",
            "dans les six mois jusqu'au",
            "depuis un an,",
            "pendant trois jours",
        ),
        "one day, or one month more": (
            "moins d'un mois",
            "avant un jour où",
            "un mois de travail de plus",
            "un point par ronde",
        ),
    },
}
APART = ("duties", "search")
"""Files of words: what people do in an occupation, and what means the same to the search."""

each_language = pytest.mark.parametrize("language", LANGUAGES)


def phrases(language: Language) -> list[str]:
    return [phrase for group in IDIOMS[language].values() for phrase in group]


def texts(language: Language) -> Iterator[tuple[str, str]]:
    """Every text and every screen, by where it stands."""
    for path in words(language).paths():
        if path[0] not in APART:
            yield ".".join(path), words(language).find(*path) or ""
    for file in sorted((FOLDER / language).glob("*.j2")):
        yield file.name, file.read_text(encoding="utf-8")


@each_language
def test_no_length_of_time_is_written_in_words(language: Language) -> None:
    found = {
        where: left
        for where, text in texts(language)
        if (left := times_left(text, language, phrases(language)))
    }
    assert found == {}


@each_language
def test_every_idiom_is_still_said(language: Language) -> None:
    said = "\n".join(plain(text) for _, text in texts(language))
    assert [phrase for phrase in phrases(language) if phrase not in said] == []
