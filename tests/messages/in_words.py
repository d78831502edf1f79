"""Numbers in words, as they are looked for in templates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dialogs.conversation import Language

TAGS = r"{{.*?}}|{%.*?%}|{#.*?#}"
NUMBERS: dict[Language, str] = {
    "en": r"""two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|
sixteen|seventeen|eighteen|nineteen|twenty|twenties|thirty|thirties|forty|forties|fifty|fifties|
sixty|sixties|seventy|eighty|ninety|hundreds?|thousands?|millions?|half|halves|third of|quarters?|
twice|thrice|doubles?|doubled|triples?|dozens?|scores? of years|decades?|fortnight""",
    "fr": r"""deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|
vingt|trente|quarante|cinquante|soixante|septante|huitante|nonante|cents?|mille|milliers?|
millions?|demie?s?|moitié|tiers|quarts?|doubles?|doublent?|triples?|dizaines?|douzaines?|
quinzaines?|vingtaines?|trentaines?|quarantaines?|cinquantaines?|centaines?|décennies?""",
}
ONE: dict[Language, str] = {
    "en": r"(?:a|an|one)[ -](?:full |whole |single |further |continuous )?"
    r"(?:year|month|week|day|hour|point|dollar)\b",
    "fr": r"une? (?:seule? |même |pleine? )?"
    r"(?:an|année|mois|semaine|jour|journée|heure|point|dollar)\b",
}
"""One of what the law counts in."""
UNITS: dict[Language, str] = {
    "en": "(?:year|month|week|day|hour)s?",
    "fr": "(?:an|année|mois|semaine|jour|heure)s?",
}


def numbers_left(text: str, language: Language, idioms: Iterable[str]) -> list[str]:
    """The numbers in words that remain once the idioms are taken out, with what is around."""
    numbers = NUMBERS[language].replace("\n", "")
    return _found(rf"(?:{numbers}|{ONE[language]})", text, idioms)


def times_left(text: str, language: Language, idioms: Iterable[str]) -> list[str]:
    """The same of lengths of time alone: "two years", "one continuous year"."""
    numbers = NUMBERS[language].replace("\n", "")
    times = rf"(?:{numbers})[ -](?:[\w'-]+ )?{UNITS[language]}"
    return _found(rf"(?:{times}|{ONE[language]})", text, idioms)


def _found(pattern: str, text: str, idioms: Iterable[str]) -> list[str]:
    said = plain(text)
    for phrase in sorted(idioms, key=len, reverse=True):
        said = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", "~", said)
    return re.findall(rf".{{0,40}}\b{pattern}\b.{{0,25}}", said)


def plain(text: str) -> str:
    """A text as the idioms are written: small letters, plain spaces and apostrophes."""
    said = re.sub(r"\s+", " ", re.sub(TAGS, _said_by, text, flags=re.DOTALL)).casefold()
    return said.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def _said_by(tag: re.Match[str]) -> str:
    """What a tag says by itself: the words between its quotation marks; else a sign."""
    return "; ".join(said for said in re.findall(r'"([^"]*)"', tag[0]) if " " in said) or "○"
