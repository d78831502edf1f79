"""What words are about: entries of the guide and wishes, by the ways in which people ask for them.

Made of the titles and aliases of the entries and of the phrases of the intents, one index a
language, at first use. BM25 over single phrases and over all phrases of one thing gives the
order. How sure a find is, is counted by the weight of words, the rarer the heavier:

- *told*: the share of what was asked that the thing's words cover. A word that is known nowhere
  weighs as much as a rare one, a word of other matters twice as much, a word that only the
  answers hold less, a filler nothing;
- *alike*: how much what was asked and the two nearest phrases are the same (their cosines).

The confidence is their mean, less where another thing is more relevant by BM25, where few words
are known, and where it may as well be something that is asked elsewhere (``beside`` in
``search.toml``), which is ranked along. What is asked for in the very words of a phrase is sure.
"""

from __future__ import annotations

import gc
import math
import re
from collections import Counter, defaultdict
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from dialogs.intents import phrases
from dialogs.ranking import Hit, HitKind
from messages.guide.entries import wordings
from messages.guide.index import Index
from messages.guide.spelling import Spelling
from messages.guide.terms import Terms, spelled, spelled_lines
from messages.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dialogs.conversation import Language

_TEMPLATES = re.compile(r"{{.*?}}|{%.*?%}|{#.*?#}", re.DOTALL)
_MOST_HITS = 8
_MOST_WORDS = 40
"""Words of a text that are looked for, from its beginning."""
_MOST_FILLERS = 2
_MOST_SLIPS = 8
"""Unknown words of a text that are taken for slips."""

_UNKNOWN = 1.0
_ELSEWHERE = 2.0
_FILLER = 0.25
_NUMBER = 0.5
"""What words weigh (known fillers and numbers at most), in parts of the heaviest known one."""
_SLIP = 0.85
"""What a corrected word weighs, in parts of the word it stands for."""
_ALIKE = 0.5
"""The part of alikeness in the confidence; the rest is what was told."""
_FEW = 0.7
"""What the confidence loses by few words: half of this for one, a third for two, and so on."""
_BESIDE = 0.5
"""How much of the confidence in something elsewhere it loses."""
_BM25 = 0.5
"""The part of the confidence that a thing loses which is not relevant at all."""
_THE_SAME = 0.999
"""A phrase that is asked for in its very words, whatever else is like it."""
_SECOND = 0.4
"""The part of the second nearest phrase in alikeness."""
_SINGLE = 0.35
"""The part of single phrases in relevance by BM25; the rest is that of all phrases together."""

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
                with _collecting_no_garbage():
                    search = self._searches[language] = _Search(language)
            return search.hits(text)


@contextmanager
def _collecting_no_garbage() -> Iterator[None]:
    """All that an index is made of stays; looking for garbage in it takes a third of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


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
        said = words(language)
        self._terms = Terms(language, said.say("search", "alike").splitlines())
        asked = _ways_to_ask(language)
        self._things = list(asked)
        self._beside = len(self._things)
        """The number of what is asked elsewhere, of which nothing is known here."""
        self._spelled: dict[str, str] = {}
        """The term of every word in it."""
        self._phrases: list[_Phrase] = []
        wholes: list[list[str]] = []
        beside = said.say("search", "beside").splitlines()
        written = [spelled_lines(ways) for ways in (*asked.values(), beside)]
        self._terms.meet({word for ways in written for way in ways for word in way})
        for number, ways in enumerate(written):
            told = [self._learned(way) for way in ways]
            self._phrases += [_Phrase(number, frozenset(terms)) for terms in told]
            wholes.append(sorted({term for terms in told for term in terms}))
        self._wholes = [frozenset(whole) for whole in wholes]
        self._index = Index([sorted(phrase.terms) for phrase in self._phrases], wholes)
        self._spelling = Spelling(self._spelled)
        self._fillers = self._listed([said.say("search", "fillers")])
        self._elsewhere = self._listed([said.say("search", "elsewhere")])
        self._weights = self._weighed()
        self._heaviest = max(self._weights.values())
        self._phrase_weights = [self._weight(phrase.terms) for phrase in self._phrases]

    def hits(self, text: str) -> list[Hit]:
        """What a text is about, most likely first."""
        asked = self._asked(text)
        if not asked.known:
            return []
        terms = self._telling(asked)
        relevance, alike = self._compared(asked, terms)
        sure = {
            thing: self._confidence(asked, thing, near, relevance[thing])
            for thing, near in alike.items()
        }
        beside = sure.pop(self._beside, 0.0)
        likely = sorted(sure, key=lambda thing: -sure[thing])[:_MOST_HITS]
        return [
            Hit(*self._things[thing], sure[thing] - _BESIDE * beside)
            for thing in likely
            if sure[thing] > beside
        ]

    def _telling(self, asked: _Asked) -> list[str]:
        """The terms to look for: no fillers; where there is nothing else, the rarest of them."""
        telling = [term for term in asked.known if term not in self._fillers]
        rarest = sorted(asked.known, key=lambda term: -self._weights[term])
        return telling or rarest[:_MOST_FILLERS]

    def _compared(
        self, asked: _Asked, terms: list[str]
    ) -> tuple[Mapping[int, float], Mapping[int, float]]:
        """For each thing found: how relevant it is by BM25, from 0 to 1, and how alike."""
        single: dict[int, float] = defaultdict(float)
        cosines: dict[int, list[float]] = defaultdict(list)
        for row, bm25 in self._index.phrases(terms):
            phrase = self._phrases[row]
            single[phrase.thing] = max(single[phrase.thing], bm25)
            shared = sum(asked.known[term] for term in phrase.terms if term in asked.known)
            cosine = shared / math.sqrt(asked.weight * self._phrase_weights[row])
            cosines[phrase.thing].append(1.0 if cosine > _THE_SAME else cosine)
        whole = {match.row: match.relevance for match in self._index.wholes(terms)}
        most_single, most_whole = max(single.values()), max(whole.values())
        relevance = {
            thing: _SINGLE * single[thing] / most_single
            + (1 - _SINGLE) * whole.get(thing, 0.0) / most_whole
            for thing in cosines
        }
        return relevance, {thing: _two_nearest(each) for thing, each in cosines.items()}

    def _confidence(self, asked: _Asked, thing: int, alike: float, relevance: float) -> float:
        whole = self._wholes[thing]
        told = sum(weight for term, weight in asked.known.items() if term in whole) / asked.weight
        sure = _ALIKE * alike + (1 - _ALIKE) * told
        if alike == 1:
            return sure
        return sure * (1 - _BM25 * (1 - relevance)) * (1 - _FEW / (len(asked.known) + 1))

    def _asked(self, text: str) -> _Asked:
        """The terms of a text with their weights. Numbers alone say nothing."""
        known: dict[str, float] = {}
        weight, slips = 0.0, 0
        words_in_order = dict.fromkeys(self._terms.of(spelled(text)))
        for term, word in list(words_in_order)[:_MOST_WORDS]:
            meant: str | None
            if term in self._weights:
                meant, part = term, 1.0
            elif _is_number(word):
                continue
            else:
                slips += 1
                meant, part = self._unheard(word, term, may_slip=slips <= _MOST_SLIPS)
            weighs = part * (self._heaviest if meant is None else self._weights[meant])
            if meant is None:
                weight += weighs
            elif meant not in known:
                known[meant] = weighs
                weight += weighs
        return _Asked({} if all(map(_is_number, known)) else known, weight)

    def _unheard(self, word: str, term: str, *, may_slip: bool) -> tuple[str | None, float]:
        """What a word is that nobody asks with: a slip of a term, or none; and what it weighs."""
        if term in self._fillers:
            return None, 0.0
        if term in self._elsewhere:
            return None, _ELSEWHERE
        meant = self._spelling.corrected(word) if may_slip else None
        return (None, _UNKNOWN) if meant is None else (self._spelled[meant], _SLIP)

    def _learned(self, way: list[str]) -> list[str]:
        terms = self._terms.of(way)
        self._spelled.update((word, term) for term, word in terms)
        return [term for term, _ in terms]

    def _listed(self, lines: Iterable[str]) -> frozenset[str]:
        """The terms of the single words of texts."""
        written = sorted({word for line in spelled_lines(lines) for word in line})
        return frozenset(term for word in written for term, _ in self._terms.of([word]))

    def _weighed(self) -> dict[str, float]:
        """The weight of each term: the fewer things are asked for by it, the more."""
        count = len(self._things)
        in_things = Counter(term for whole in self._wholes for term in whole)
        weights = {
            term: math.log(1 + (count - times + 0.5) / (times + 0.5))
            for term, times in in_things.items()
        }
        heaviest = max(weights.values())
        return {term: min(weight, heaviest * self._most(term)) for term, weight in weights.items()}

    def _most(self, term: str) -> float:
        """What a term weighs at most, in parts of the heaviest."""
        if term in self._fillers:
            return _FILLER
        return _NUMBER if _is_number(term) else 1.0

    def _weight(self, terms: Iterable[str]) -> float:
        return sum(self._weights[term] for term in terms)


def _is_number(word: str) -> bool:
    return any(map(str.isdigit, word))


def _two_nearest(cosines: list[float]) -> float:
    nearest, second, *_ = *sorted(cosines, reverse=True), 0.0
    return 1.0 if nearest == 1 else (1 - _SECOND) * nearest + _SECOND * second


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
