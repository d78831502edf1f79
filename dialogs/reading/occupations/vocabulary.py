"""The words of job titles, and which of them a typed word may stand for."""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA
from Stemmer import Stemmer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dialogs.conversation import Language

_STEMMERS: Mapping[Language, str] = {"en": "english", "fr": "french"}
_VARIANTS: Mapping[str, Mapping[str, Sequence[str]]] = tomllib.loads(
    Path(__file__).with_name("variants.toml").read_text(encoding="utf-8")
)
_VARIANT, _SAME_STEM, _BEGINNING, _RELATED, _SLIP = 0.9, 0.8, 0.8, 0.7, 0.12
"""How like two words are, of 1; a slip takes its part off each time."""
_SHORTEST_BEGINNING, _SHORTEST_SLIPPED, _SHORTEST_ROOT, _SHORTEST_PART = 3, 4, 5, 3
_SHARE_OF_ROOT = 0.7
"""How much of the longer of two words begins both if they are related: *mason*, *masonry*."""
_LONG, _LONGEST = 8, 30
"""Letters from which on two slips are forgiven, and beyond which a word is none."""


class Vocabulary:
    """The words known in one language."""

    def __init__(self, known: Iterable[str], language: Language) -> None:
        self._words = sorted(known)
        self._known = frozenset(self._words)
        self._variants = _VARIANTS[language]
        # It would remember the stem of every word; to find one is as quick.
        self._stem = Stemmer(_STEMMERS[language], 0).stemWord
        self._stems: dict[str, str] = {}
        """The words of each stem, a space between them: most stems have one."""
        for word in self._words:
            stem = self._stem(word)
            others = self._stems.get(stem)
            self._stems[stem] = word if others is None else f"{others} {word}"

    def __contains__(self, word: object) -> bool:
        return word in self._known

    def understood(self, word: str) -> list[tuple[str, list[tuple[str, float]]]]:
        """What was said, and what it may stand for: the word, or the two it is made of.

        ``airhostess`` is ``air hostess`` where it is no other word, well written or not.
        """
        meant = self._meant(word)
        parts = () if meant else self._parts(word)
        return [(part, self._meant(part)) for part in parts] or [(word, meant)]

    def _meant(self, word: str) -> list[tuple[str, float]]:
        """The known words it may stand for and their likeness, of 1, the likest first; or none.

        Itself, those of its stem or its root and those that it is a variant of; a stranger may
        begin a known word, or be a slip for one, a letter or two left out, put in or exchanged.
        """
        if len(word) > _LONGEST:
            return []
        found = self._sure(word) or self._begun(word) or self._slipped(word)
        return sorted(found.items(), key=lambda each: (-each[1], each[0]))

    def _sure(self, word: str) -> dict[str, float]:
        """The known words that it is, is related to, or is a variant of."""
        found = dict(self._related(word))
        found |= dict.fromkeys(self._stems.get(self._stem(word), "").split(), _SAME_STEM)
        found |= dict.fromkeys(self._known.intersection(self._variants.get(word, ())), _VARIANT)
        if word in self._known:
            found[word] = 1.0
        return found

    def is_stranger(self, word: str) -> bool:
        """Whether what it may stand for is guessed from its letters."""
        return len(word) > _LONGEST or not self._sure(word)

    def _parts(self, word: str) -> Sequence[str]:
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            if word[:at] in self._known and word[at:] in self._known:
                return word[:at], word[at:]
        return ()

    def _related(self, word: str) -> Iterator[tuple[str, float]]:
        root = word[: max(_SHORTEST_ROOT, round(len(word) * _SHARE_OF_ROOT))]
        if len(root) >= _SHORTEST_ROOT:
            for known in self._starting(root):
                if len(root) >= len(known) * _SHARE_OF_ROOT:
                    yield known, _RELATED

    def _begun(self, word: str) -> dict[str, float]:
        if len(word) < _SHORTEST_BEGINNING:
            return {}
        return dict.fromkeys(self._starting(word), _BEGINNING)

    def _starting(self, letters: str) -> Iterator[str]:
        after = (
            self._words[at] for at in range(bisect_left(self._words, letters), len(self._words))
        )
        return takewhile(lambda word: word.startswith(letters), after)

    def _slipped(self, word: str) -> dict[str, float]:
        if len(word) < _SHORTEST_SLIPPED:
            return {}
        most = 1 if len(word) < _LONG else 2
        close = process.extract(
            word, self._words, scorer=OSA.distance, score_cutoff=most, limit=None
        )
        return {known: 1 - _SLIP * slips for known, slips, _ in close if len(known) > most + 1}
