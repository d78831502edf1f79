"""What words are about: entries of the guide and wishes, by the ways in which people ask for them.

Made of the titles and aliases of the entries and of the phrases of the intents, one index a
language, at first use. BM25 over single phrases and over all phrases of one thing gives the
order. How sure a find is, is counted by the weight of words, the rarer the heavier:

- *told*: the share of what was asked that the thing's words cover. A word that is known nowhere
  weighs as much as a rare one, a word that only the answers hold less, a filler hardly anything;
- *alike*: how much what was asked and the nearest single phrase are the same (their cosine).

The confidence is their mean, less where another thing is more relevant by BM25.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from dialogs.intents import phrases
from dialogs.ranking import Hit, HitKind
from dialogs.reading.text import LONGEST, fold
from dialogs.reading.text import words as words_of
from messages.guide.entries import wordings
from messages.guide.index import Index
from messages.guide.spelling import Spelling
from messages.guide.terms import spelled, stems
from messages.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dialogs.conversation import Language

_TEMPLATES = re.compile(r"{{.*?}}|{%.*?%}|{#.*?#}", re.DOTALL)
_MOST_HITS = 8

_UNKNOWN = 1.0
_ELSEWHERE = 2.0
_FROM_ANSWERS = 0.4
_FILLER = 0.25
"""What words weigh, in parts of the heaviest known one."""
_SLIP = 0.85
"""What a corrected word weighs, in parts of the word it stands for."""
_ALIKE = 0.6
"""The part of alikeness in the confidence; the rest is what was told."""
_BM25 = 0.5
"""The part of the confidence that a thing loses which is not relevant at all."""

Thing = tuple[HitKind, str]


class Ranked:
    """The search over everything that can be asked for. Safe to be called from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._searches: dict[Language, _Search] = {}

    def rank(self, text: str, language: Language) -> Sequence[Hit]:
        """What the words of this language are about, most likely first; empty for nothing."""
        with self._lock:
            search = self._searches.get(language)
            if search is None:
                search = self._searches[language] = _Search(language)
            return search.hits(text)


@cache
def guide_ranking() -> Ranked:
    """The one search of this process."""
    return Ranked()


class _Phrase(NamedTuple):
    thing: int
    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What somebody asked, term by term."""

    known: Mapping[str, float]
    """Terms of the index with their weights."""
    weight: float
    """Of all words, known or not."""


class _Search:
    """The index of one language."""

    def __init__(self, language: Language) -> None:
        self._language: Language = language
        asked = _ways_to_ask(language)
        self._things = list(asked)
        self._spelled: dict[str, str] = {}
        """The stem of every word in it."""
        self._phrases: list[_Phrase] = []
        wholes: list[list[str]] = []
        for number, ways in enumerate(asked.values()):
            told = [self._learned(way) for way in ways]
            self._phrases += [_Phrase(number, frozenset(terms)) for terms in told]
            wholes.append([term for terms in told for term in terms])
        self._wholes = [frozenset(whole) for whole in wholes]
        self._index = Index([sorted(phrase.terms) for phrase in self._phrases], wholes)
        self._spelling = Spelling(self._spelled)
        self._fillers = self._listed("fillers")
        self._elsewhere = self._listed("elsewhere")
        self._from_answers = frozenset(_stems_of(_answers(language), language))
        self._weights = self._weighed()
        self._heaviest = max(self._weights.values())
        self._phrase_weights = [self._weight(phrase.terms) for phrase in self._phrases]

    def hits(self, text: str) -> list[Hit]:
        """What a text is about, most likely first."""
        asked = self._asked(text)
        if not asked.known:
            return []
        terms = list(asked.known)
        relevance, alike = self._compared(asked, terms)
        found = [
            Hit(*self._things[thing], self._confidence(asked, thing, near, relevance[thing]))
            for thing, near in alike.items()
        ]
        return sorted(found, key=lambda hit: -hit.confidence)[:_MOST_HITS]

    def _compared(
        self, asked: _Asked, terms: list[str]
    ) -> tuple[Mapping[int, float], Mapping[int, float]]:
        """For each thing found: how relevant it is by BM25, from 0 to 1, and how alike."""
        single: dict[int, float] = defaultdict(float)
        alike: dict[int, float] = defaultdict(float)
        for row, bm25 in self._index.phrases(terms):
            phrase = self._phrases[row]
            single[phrase.thing] = max(single[phrase.thing], bm25)
            shared = sum(asked.known[term] for term in phrase.terms if term in asked.known)
            cosine = shared / math.sqrt(asked.weight * self._phrase_weights[row])
            alike[phrase.thing] = max(alike[phrase.thing], min(cosine, 1.0))
        whole = {match.row: match.relevance for match in self._index.wholes(terms)}
        most_single, most_whole = max(single.values()), max(whole.values())
        relevance = {
            thing: (single[thing] / most_single + whole.get(thing, 0.0) / most_whole) / 2
            for thing in alike
        }
        return relevance, alike

    def _confidence(self, asked: _Asked, thing: int, alike: float, relevance: float) -> float:
        whole = self._wholes[thing]
        told = sum(weight for term, weight in asked.known.items() if term in whole) / asked.weight
        sure = _ALIKE * alike + (1 - _ALIKE) * told
        return sure * (1 - _BM25 * (1 - relevance))

    def _asked(self, text: str) -> _Asked:
        """The terms of a text with their weights; a number that is known nowhere says nothing."""
        known: dict[str, float] = {}
        weight = 0.0
        written = spelled(text)
        for word, stem in zip(written, stems(written, self._language), strict=True):
            if stem not in self._weights and not word.isalpha():
                continue
            term, part = self._term(word, stem)
            weighs = part * (self._heaviest if term is None else self._weights[term])
            if term is None:
                weight += weighs
            elif term not in known:
                known[term] = weighs
                weight += weighs
        return _Asked(known, weight)

    def _term(self, word: str, stem: str) -> tuple[str | None, float]:
        """The term of the index that a word is, and how much of its weight it has."""
        if stem in self._weights:
            return stem, 1.0
        if stem in self._fillers:
            return None, 0.0
        if stem in self._elsewhere:
            return None, _ELSEWHERE
        if stem in self._from_answers:
            return None, _FROM_ANSWERS
        meant = self._spelling.corrected(word)
        return (None, _UNKNOWN) if meant is None else (self._spelled[meant], _SLIP)

    def _learned(self, way: str) -> list[str]:
        written = spelled(way)
        terms = stems(written, self._language)
        self._spelled.update(zip(written, terms, strict=True))
        return terms

    def _listed(self, key: str) -> frozenset[str]:
        written = words(self._language).say("search", key)
        return frozenset(_stems_of(written.splitlines(), self._language))

    def _weighed(self) -> dict[str, float]:
        """The weight of each term: the fewer things are asked for by it, the more."""
        count = len(self._things)
        in_things = Counter(term for whole in self._wholes for term in whole)
        weights = {
            term: math.log(1 + (count - times + 0.5) / (times + 0.5))
            for term, times in in_things.items()
        }
        most = _FILLER * max(weights.values())
        return {
            term: min(weight, most) if term in self._fillers else weight
            for term, weight in weights.items()
        }

    def _weight(self, terms: Iterable[str]) -> float:
        return sum(self._weights[term] for term in terms)


def _ways_to_ask(language: Language) -> Mapping[Thing, list[str]]:
    """Everything that can be asked for, with the phrases that ask for it."""
    ways: dict[Thing, list[str]] = {}
    for id_, wording in wordings(language).items():
        ways["entry", id_] = [_TEMPLATES.sub(" ", wording.title), *wording.aliases]
    said = words(language)
    for phrase, wish in phrases(language):
        label = said.find("buttons", "command", wish)
        if label is not None and wish not in _GREETINGS:
            ways.setdefault(("wish", wish), [label]).append(phrase)
    return ways


_GREETINGS = frozenset({"start"})
"""Wishes that are not looked up by likeness: a good morning is no question."""


def _answers(language: Language) -> Iterator[str]:
    for wording in wordings(language).values():
        yield from _TEMPLATES.sub(" ", wording.text).splitlines()


def _stems_of(lines: Iterable[str], language: Language) -> list[str]:
    """The stems of a long text, in parts that can be folded."""
    parts = (line[at : at + LONGEST] for line in lines for at in range(0, len(line), LONGEST))
    written = sorted({word for part in parts for word in words_of(fold(part))})
    return stems(written, language)
