"""Places told in passing: whether they are in Canada."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale

from dialogs.conversation import LANGUAGES
from dialogs.reading.facts.lexicon import lexicon
from dialogs.reading.text import phrase

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_LONGEST = 5
_COUNTRY_CODE = 2
_CANADA = "CA"
_NOT_COUNTRIES = frozenset({"EU", "UN", "EZ", "QO", "ZZ", "XA", "XB"})
_COMMON_WORDS = frozenset({"chad", "jersey", "man", "guernsey", "oman"}) - {"chad", "oman"}
"""Names of countries that are everyday words as well."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its folded name."""

    name: str
    in_canada: bool


def places_among(words: Sequence[str], around: Collection[str]) -> list[Place] | None:
    """The places that words name; None where others stand among them than those ``around``."""
    places: list[Place] = []
    at = 0
    while at < len(words):
        place = place_at(words, at)
        if place is None and words[at] not in around:
            return None
        if place is not None:
            places.append(Place(" ".join(words[at : place[1]]), place[0]))
        at = at + 1 if place is None else place[1]
    return places


def place_at(words: Sequence[str], at: int) -> tuple[bool, int] | None:
    """Whether a place that begins here is in Canada, and where its name ends; None for no place."""
    known = _places()
    for end in range(min(len(words), at + _LONGEST), at, -1):
        in_canada = known.get(" ".join(words[at:end]))
        if in_canada is not None:
            return in_canada, end
    return None


def in_quebec(name: str) -> bool | None:
    """Whether a place of Canada, by its folded name, is in Quebec; None of Canada as a whole."""
    if name in _listed()["quebec"]:
        return True
    return False if name in _listed()["canada"] and name != "canada" else None


def place_words() -> frozenset[str]:
    """The words of all known places."""
    return frozenset(word for name in _places() for word in name.split())


@cache
def _places() -> Mapping[str, bool]:
    """Whether each known place is in Canada, by its folded name."""
    known = dict.fromkeys(_countries(), False)
    listed = _listed()
    known |= dict.fromkeys((*listed["abroad"], *lexicon("work.abroad")), False)
    known |= dict.fromkeys((*listed["canada"], *lexicon("work.canada")), True)
    return known


@cache
def _listed() -> Mapping[str, frozenset[str]]:
    source = Path(__file__).with_name("places.toml").read_text(encoding="utf-8")
    return {name: frozenset(places) for name, places in tomllib.loads(source).items()}


def _countries() -> set[str]:
    """The names of all countries but Canada, in the languages of the conversation."""
    names: set[str] = set()
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            foreign = code.isalpha() and len(code) == _COUNTRY_CODE and code != _CANADA
            if foreign and code not in _NOT_COUNTRIES:
                names.add(phrase(name.partition("(")[0]))
    return names - _COMMON_WORDS
