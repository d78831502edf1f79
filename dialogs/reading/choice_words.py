"""The words files of the choices, folded into tables that a text is looked up in."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from dialogs.conversation import LANGUAGES, Language
from dialogs.reading.numbers import take_number
from dialogs.reading.text import fold, word_set, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Meanings: TypeAlias = "Mapping[str, tuple[str, ...]]"
"""For each folded phrase what it can mean: one choice, or several in the file's order."""

_ALONE_ONLY = word_set(
    "y n o ya si be ba bs ma ms md m2 l3 ca pr rp skip pass passer later maybe bof bed med but des "
    "cap dep aec alone seul seule here ici soon degree correct true absolutely indeed definitely "
    "exact vrai absolument certainement effectivement evidemment graduate graduation intermediate "
    "matric"
) | {"i do", "i have", "i did", "i will", "i am", "of course", "bien sur", "tout a fait"}
"""Listed words that mean nothing sure inside a sentence."""

_JOINED = re.compile(r"'(s|t)\b")
_PLUS = re.compile(r"(?<!\d) ?\+ ?(?=[a-z])")
YEARS = word_set("year years yr yrs an ans annee annees")
_LONGEST_LENGTH = 10
_AGO = re.compile(r"\b(?:il y a \d+ years|\d+ years ago)\b")


@dataclass(frozen=True, slots=True)
class Found:
    """A listed phrase inside a text, and the places of its words."""

    phrase: str
    meant: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """What people type for the choices of a group of questions, in one language."""

    group: str
    phrases: Meanings
    squeezed: Meanings
    """The same without spaces, so that "B. Sc." is "BSc"."""

    def inside(self, tokens: Sequence[str]) -> list[Found]:
        """The longest listed phrases, from left to right."""
        found: list[Found] = []
        at = 0
        while at < len(tokens):
            longest = self._longest(tokens, at)
            if longest is not None:
                found.append(longest)
            at = at + 1 if longest is None else longest.end
        return found

    def _longest(self, tokens: Sequence[str], at: int) -> Found | None:
        for end in range(len(tokens), at, -1):
            phrase = " ".join(tokens[at:end])
            if phrase in self.phrases and phrase not in _ALONE_ONLY:
                return Found(phrase, self.phrases[phrase], at, end)
        return None


def said(text: str) -> str:
    """The folded words; "master's" and "don't" are one word each, "two-year" is "2 years".

    How long ago something was is left out: it is no length.
    """
    folded = fold(text)
    tokens = words(_PLUS.sub(" plus ", _JOINED.sub(r"\1", folded)))
    return _AGO.sub(" ", " ".join(_with_years(tokens))).strip() or folded.strip()


def _with_years(tokens: Sequence[str]) -> list[str]:
    spelled: list[str] = []
    at = 0
    while at < len(tokens):
        taken = (1, at + 1) if tokens[at] in {"a", "an"} else take_number(tokens, at)
        years = taken is not None and taken[1] < len(tokens) and tokens[taken[1]] in YEARS
        if taken is not None and years and taken[0] == int(taken[0]) <= _LONGEST_LENGTH:
            spelled += [str(int(taken[0])), "years"]
            at = taken[1] + 1
        else:
            spelled.append(tokens[at])
            at += 1
    return spelled


def in_common(meant: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """What all phrases can mean, or else everything any of them can."""
    if not meant:
        return ()
    common = tuple(choice for choice in meant[0] if all(choice in other for other in meant))
    return common or tuple(dict.fromkeys(choice for found in meant for choice in found))


@cache
def table(group: str, language: Language) -> Table:
    """A group's phrases over those of "I don't know yet"."""
    file = _file(language)
    phrases = {**_by_phrase(file["any"]), **_by_phrase(file[group])}
    squeezed = {phrase.replace(" ", ""): meant for phrase, meant in phrases.items()}
    return Table(group, phrases, squeezed)


@cache
def refusals(name: str) -> Mapping[str, tuple[str, ...]]:
    """Phrases that name what no choice stands for, by the reason that says so.

    ``name`` is a question or a group of them.
    """
    refused: dict[str, tuple[str, ...]] = {}
    for language in LANGUAGES:
        for reason, phrases in _file(language).get("refusals", {}).get(name, {}).items():
            refused[reason] = (*refused.get(reason, ()), *map(said, phrases))
    return refused


def _by_phrase(choices: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    meanings: dict[str, tuple[str, ...]] = {}
    for choice, phrases in choices.items():
        for phrase in phrases:
            folded = said(phrase)
            known = meanings.get(folded, ())
            meanings[folded] = known if choice in known else (*known, choice)
    return meanings


@cache
def _file(language: Language) -> dict[str, dict[str, dict[str, list[str]]]]:
    """The file of one language; under ``refusals`` its tables lie one level deeper."""
    text = Path(__file__).with_name(f"choices_{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
