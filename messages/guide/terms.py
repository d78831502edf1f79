"""Words as the search compares them: folded, stemmed, one term for what means the same."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

from Stemmer import Stemmer

from dialogs.reading.text import LONGEST, fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dialogs.conversation import Language

_NAMES: dict[Language, str] = {"en": "english", "fr": "french"}
_ACCENTS = re.compile("[\u0300-\u036f]+")
_LONGEST = 5
"""Words that a phrase with one meaning may have after its first."""


def spelled(text: str) -> list[str]:
    """The words of a text, folded; of a long one those at its beginning."""
    return words(fold(text.strip()[:LONGEST]))


def spelled_lines(lines: Iterable[str]) -> list[list[str]]:
    """The same of many lines of the house at once, which is much quicker."""
    whole = "\n".join(lines).replace("œ", "oe").replace("Œ", "oe")
    if not whole.isascii():
        whole = _ACCENTS.sub("", unicodedata.normalize("NFKD", whole))
    return [words(line) for line in whole.casefold().split("\n")]


class Terms:
    """The terms of one language. To be used by one thread at a time."""

    def __init__(self, language: Language, alike: Iterable[str]) -> None:
        """``alike`` has a line a meaning: words and phrases with commas between them."""
        self._stemmer = Stemmer(_NAMES[language])
        self._terms: dict[str, str] = {}
        """The term of every word met so far."""
        self._alike: dict[str, str] = {}
        """The term of a stem, where it is another."""
        self._phrases: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
        """The terms of phrases by their other stems, under the first."""
        self._first: dict[str, dict[tuple[str, ...], str]] = {}
        """The phrases in which a word met so far comes first, by their other stems."""
        self._stem: dict[str, str] = {}
        for line in alike:
            phrases = [self._stems(spelled(phrase)) for phrase in line.split(",")]
            term = "_".join(phrases[0])
            for phrase in phrases:
                if len(phrase) == 1:
                    self._alike.setdefault(phrase[0], term)
                else:
                    self._phrases[phrase[0]].setdefault(phrase[1:], term)

    def meet(self, words: Iterable[str]) -> None:
        """Gets to know many words at once, which is much quicker."""
        met = list(words)
        for word, stem in zip(met, self._stems(met), strict=True):
            self._stem[word] = stem
            self._terms[word] = self._alike.get(stem, stem)
            if stem in self._phrases:
                self._first[word] = self._phrases[stem]

    def of(self, written: Sequence[str]) -> list[tuple[str, str]]:
        """The terms of words in order, each with the words that it stands for."""
        terms = self._terms
        new = [word for word in written if word not in terms]
        if new:
            self.meet(new)
        if self._first.keys().isdisjoint(written):
            return [(terms[word], word) for word in written]
        found = []
        at = 0
        while at < len(written):
            others = self._first.get(written[at])
            phrase = self._phrase(others, written[at + 1 :]) if others else ()
            end = at + 1 + len(phrase)
            term = others[phrase] if others and phrase else terms[written[at]]
            found.append((term, " ".join(written[at:end])))
            at = end
        return found

    def _phrase(
        self, known: Mapping[tuple[str, ...], str], following: Sequence[str]
    ) -> tuple[str, ...]:
        """The longest of the known phrases that goes on so; empty for none."""
        longest: tuple[str, ...] = ()
        here = [self._stem[word] for word in following[:_LONGEST]]
        for phrase in known:
            if len(phrase) > len(longest) and tuple(here[: len(phrase)]) == phrase:
                longest = phrase
        return longest

    def _stems(self, written: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._stemmer.stemWords(list(written)))
