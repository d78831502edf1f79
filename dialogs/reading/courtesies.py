"""Thanks, goodbyes, an "ok", swearing, "I understand nothing": what neither asks nor answers.

The words stand in ``courtesies_en.toml`` and ``courtesies_fr.toml``.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, TypeAlias

from dialogs.conversation import LANGUAGES, Language
from dialogs.reading.text import phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

Courtesy: TypeAlias = Literal[
    "temper", "puzzled", "cancel", "thanks", "stop", "goodbye", "agreement"
]

COURTESIES: tuple[Courtesy, ...] = (
    "temper",
    "puzzled",
    "stop",
    "cancel",
    "thanks",
    "goodbye",
    "agreement",
)
"""In the order in which they count where a message has several."""
_LONGEST = 12
"""Words of a courtesy; a longer message says more."""
_LONGEST_PHRASE = 4


def read_courtesy(text: str, language: Language) -> Courtesy | None:
    """The courtesy that is the whole message, looked for in the person's language first."""
    said = phrase(text).split()
    if not said or len(said) > _LONGEST:
        return None
    for spoken in (language, *(other for other in LANGUAGES if other != language)):
        kinds = _kinds_in(said, _words(spoken))
        if kinds:
            return next(kind for kind in COURTESIES if kind in kinds)
    return None


def swears(text: str) -> bool:
    """Whether one of a few words swears, whatever else is in them."""
    said = phrase(text).split()
    if len(said) > _LONGEST:
        return False
    return any(not _words(language).swearing.isdisjoint(said) for language in LANGUAGES)


@dataclass(frozen=True, slots=True)
class _Words:
    marks: Mapping[str, Courtesy]
    around: frozenset[str]
    swearing: frozenset[str]


def _kinds_in(said: list[str], words: _Words) -> set[Courtesy]:
    """The kinds of courtesy in a message; none where there is anything else in it."""
    kinds: set[Courtesy] = set()
    at = 0
    while at < len(said):
        ends = range(min(at + _LONGEST_PHRASE, len(said)), at, -1)
        end = next((end for end in ends if " ".join(said[at:end]) in words.marks), None)
        if end is not None:
            kinds.add(words.marks[" ".join(said[at:end])])
            at = end
        elif said[at] in words.around:
            at += 1
        else:
            return set()
    return kinds


@cache
def _words(language: Language) -> _Words:
    source = files("dialogs.reading").joinpath(f"courtesies_{language}.toml")
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    marks = {phrase(mark): kind for kind in COURTESIES for mark in table[kind]}
    around, swearing = table["around"].split(), map(phrase, table["swearing"])
    return _Words(marks, frozenset(around), frozenset(swearing))
