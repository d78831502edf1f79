"""Slips of typing: a word that nobody knows becomes the known word that is nearest to it."""

from __future__ import annotations

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
        self._known = [word for word in known if len(word) >= _SHORTEST and word.isalpha()]

    def corrected(self, word: str) -> str | None:
        """The known word that differs by a letter or two, left out, put in or exchanged."""
        if len(word) < _SHORTEST or not word.isalpha():
            return None
        slips = 1 if len(word) < _LONG else 2
        found = process.extractOne(word, self._known, scorer=OSA.distance, score_cutoff=slips)
        return None if found is None else found[0]
