"""Slips of typing: a word that nobody knows becomes the known word that is nearest to it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORTEST = 4
"""Of shorter words every letter counts: PNP is no slip of PGP."""
_LONG = 8
"""From this length on, two slips are taken for slips, not one."""


class Spelling:
    """The known words."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = frozenset(known)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in sorted(self._known):
            if len(word) >= _SHORTEST and word.isalpha():
                self._by_length[len(word)].append(word)

    def corrected(self, word: str) -> str:
        """The known word that differs by a letter or two, left out, put in or exchanged; the word
        itself where there is none, or where it is known.
        """
        if word in self._known or len(word) < _SHORTEST or not word.isalpha():
            return word
        slips = 1 if len(word) < _LONG else 2
        lengths = range(len(word) - slips, len(word) + slips + 1)
        near = [each for length in lengths for each in self._by_length.get(length, ())]
        found = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=slips)
        return word if found is None else found[0]
