"""Words as the search compares them: folded, stemmed, one term for what means the same."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from Stemmer import Stemmer

from dialogs.reading.text import LONGEST, fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dialogs.conversation import Language

_NAMES: dict[Language, str] = {"en": "english", "fr": "french"}
_LONGEST = 5
"""Words that a phrase with one meaning may have after its first."""


def spelled(text: str) -> list[str]:
    """The words of a text, folded; of a long one those at its beginning."""
    return words(fold(text.strip()[:LONGEST]))


class Terms:
    """The terms of one language. Keeps no word that it was asked about."""

    def __init__(self, language: Language, alike: Iterable[str]) -> None:
        """``alike`` has a line a meaning: words and phrases with commas between them."""
        self._stemmer = Stemmer(_NAMES[language], 0)
        self._alike: dict[str, str] = {}
        """The term of a stem, where it is another."""
        self._phrases: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
        """The terms of phrases by their other stems, under the first."""
        for line in alike:
            phrases = [self._stems(spelled(phrase)) for phrase in line.split(",")]
            term = "_".join(phrases[0])
            for phrase in phrases:
                if len(phrase) == 1:
                    self._alike.setdefault(phrase[0], term)
                else:
                    self._phrases[phrase[0]].setdefault(phrase[1:], term)

    def of(self, written: Sequence[str]) -> list[str]:
        """The terms of words, in order."""
        stems = self._stems(written)
        found: list[str] = []
        at = 0
        while at < len(stems):
            following = stems[at + 1 : at + 1 + _LONGEST]
            known = self._phrases.get(stems[at], {})
            ends = [
                length for length in range(len(following), 0, -1) if following[:length] in known
            ]
            found.append(known[following[: ends[0]]] if ends else self._term(stems[at]))
            at += 1 + (ends[0] if ends else 0)
        return found

    def _term(self, stem: str) -> str:
        return self._alike.get(stem, stem)

    def _stems(self, written: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._stemmer.stemWords(list(written)))
