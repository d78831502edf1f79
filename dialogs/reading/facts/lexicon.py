"""The words of both languages for one idea each, and patterns that are written with their names."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dialogs.conversation import LANGUAGES
from dialogs.reading.facts.tokens import UNITS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NAME = re.compile(r"<([a-z_]+\.[a-z_]+)>")


@cache
def lexicon(name: str) -> frozenset[str]:
    """The words and phrases under ``section.key`` of the files of all languages.

    People mix languages, above all in the names of papers and tests, so both are always heard.
    """
    section, key = name.split(".")
    phrases = (phrase for file in _files() for phrase in file[section][key])
    return frozenset(
        " ".join(UNITS.get(word, word) for word in phrase.split()) for phrase in phrases
    )


@cache
def every_word() -> frozenset[str]:
    """All words of the lexicon, in all languages."""
    lists = (
        phrases for file in _files() for section in file.values() for phrases in section.values()
    )
    return frozenset(word for phrases in lists for phrase in phrases for word in phrase.split())


@cache
def phrase_lengths(name: str) -> Mapping[str, tuple[int, ...]]:
    """How many words the phrases that begin with a word have, the longest first."""
    lengths: dict[str, set[int]] = {}
    for phrase in lexicon(name):
        words = phrase.split()
        lengths.setdefault(words[0], set()).add(len(words))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


def phrase_at(words: Sequence[str], at: int, name: str) -> int:
    """Where a phrase of the lexicon that begins here ends; 0 where none does."""
    if at >= len(words):
        return 0
    for length in phrase_lengths(name).get(words[at], ()):
        if " ".join(words[at : at + length]) in lexicon(name):
            return at + length
    return 0


@cache
def pattern(template: str) -> re.Pattern[str]:
    """A pattern over whole tokens, in which ``<people.spouse>`` stands for the lexicon's words."""
    body = _NAME.sub(lambda found: _any_of(lexicon(found[1])), template)
    return re.compile(rf"(?<![^ ])(?:{body})(?![^ ])")


@cache
def _files() -> tuple[dict[str, dict[str, list[str]]], ...]:
    here = Path(__file__)
    return tuple(
        tomllib.loads(here.with_name(f"lexicon_{language}.toml").read_text(encoding="utf-8"))
        for language in LANGUAGES
    )


def _any_of(phrases: frozenset[str]) -> str:
    """Longer phrases first, so that the longest is found."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return f"(?:{'|'.join(map(re.escape, ordered))})"
