"""Search for job titles that forgives typing slips: trigrams of letters, rarer ones weigh more."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dialogs.conversation import LANGUAGES, Language
from dialogs.reading.occupations.titles import titles
from dialogs.reading.text import word_set, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MOST = 5
"""How many unit groups are offered at once."""

_LONGEST_QUERY = 200
_LEAST = 0.5
"""Likeness, of 1, below which a title is no match."""
_SHARE_OF_BEST = 0.65
"""A match less like than this share of the best is not offered."""
_OTHER_LANGUAGE = 0.9
_EXACT = 2.0
_SMALL_WORDS = word_set(
    "a an the of in at as and or for i m am was work worked working job my is been it s to with "
    "senior junior lead intern assistant to chief "
    "je suis j travaille comme un une le la les l de du des d en au aux et ou a mon ma est dans "
    "pour emploi poste metier principal"
)
_PLURAL = re.compile(r"(?<=[a-z]{3})(?:s|x)$")


@dataclass(frozen=True, slots=True)
class Index:
    """The titles of one language, found by their trigrams."""

    codes: tuple[tuple[str, ...], ...]
    """Of each title, the unit groups it may stand for."""
    lengths: tuple[float, ...]
    """Of each title, the weight of its trigrams in all."""
    postings: Mapping[str, tuple[int, ...]]
    """The titles each trigram stands in."""
    weights: Mapping[str, float]
    exact: Mapping[str, int]
    """The titles by their words."""


def closest(folded: str, language: Language) -> tuple[str, ...]:
    """The unit groups whose titles are most like the text, the best first; few or none."""
    query = _plain(folded[:_LONGEST_QUERY])
    if len(query) < 2:
        return ()
    scores: defaultdict[str, float] = defaultdict(float)
    for spoken in LANGUAGES:
        share = 1.0 if spoken == language else _OTHER_LANGUAGE
        for code, score in _likeness(query, _index(spoken)).items():
            scores[code] = max(scores[code], score * share)
    ranked = sorted(scores.items(), key=lambda found: (-found[1], found[0]))
    if not ranked or ranked[0][1] < _LEAST:
        return ()
    least = max(_LEAST, min(ranked[0][1], 1.0) * _SHARE_OF_BEST)
    return tuple(code for code, score in ranked if score >= least)[:MOST]


def _likeness(query: str, index: Index) -> dict[str, float]:
    """For each unit group that shares a trigram, its best title's likeness to the query."""
    trigrams = _trigrams(query)
    unseen = math.log(len(index.codes) + 1)
    length = sum(index.weights.get(trigram, unseen) for trigram in trigrams)
    shared: defaultdict[int, float] = defaultdict(float)
    for trigram in trigrams:
        for title in index.postings.get(trigram, ()):
            shared[title] += index.weights[trigram]
    best: dict[str, float] = {}
    for title, weight in shared.items():
        score = 2 * weight / (length + index.lengths[title])
        if index.exact.get(query) == title:
            score = _EXACT
        for code in index.codes[title]:
            best[code] = max(best.get(code, 0.0), score)
    return best


@cache
def _index(language: Language) -> Index:
    """Built once, at the first search."""
    groups: dict[str, tuple[str, ...]] = {}
    for title, code in titles(language):
        plain = _plain(title)
        groups[plain] = tuple(dict.fromkeys((*groups.get(plain, ()), code)))
    sets = [_trigrams(title) for title in groups]
    postings: dict[str, list[int]] = {}
    for number, trigrams in enumerate(sets):
        for trigram in trigrams:
            postings.setdefault(trigram, []).append(number)
    weights = {trigram: math.log(1 + len(sets) / len(held)) for trigram, held in postings.items()}
    return Index(
        codes=tuple(groups.values()),
        lengths=tuple(sum(weights[trigram] for trigram in trigrams) for trigrams in sets),
        postings={trigram: tuple(held) for trigram, held in postings.items()},
        weights=weights,
        exact={title: number for number, title in enumerate(groups)},
    )


def _plain(folded: str) -> str:
    """The words that say something, in the singular."""
    said = words(folded)
    kept: Iterable[str] = [word for word in said if word not in _SMALL_WORDS] or said
    return " ".join(_PLURAL.sub("", word) for word in kept)


def _trigrams(plain: str) -> frozenset[str]:
    """Three letters in a row of each word, its edges marked."""
    return frozenset(
        padded[at : at + 3]
        for padded in (f"  {word} " for word in plain.split())
        for at in range(len(padded) - 2)
    )
