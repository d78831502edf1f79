"""What words are about: entries of the guide and wishes, by the ways in which people ask for them.

Two things are put together: what a text's words and parts of words speak for, as was learned from
all ways of asking, and how near it is to those that SQLite's full-text search finds, ordered by
BM25. The confidence in a thing is its probability, beside all other things, what is asked elsewhere
and what only tells; where it may be something elsewhere, nothing is found.
"""

from __future__ import annotations

import math
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from dialogs.ranking import Hit
from dialogs.reading.text import phrase
from messages.guide.asked import synonyms
from messages.guide.entries import SECTIONS, entries
from messages.guide.features import Reader
from messages.guide.learned import ELSEWHERE, FIRST, TELLING, Learned, learned_file
from messages.guide.spelling import Spelling
from messages.guide.terms import spelled
from messages.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.conversation import Language
    from messages.guide.learned import Telling

_MOST_WORDS = 40
"""Words of a text that are looked at, from its beginning."""
_MOST_HITS = 8
_NEARNESS = 5.0
"""How much nearness counts beside what was learned."""
_THE_SAME = 0.999
"""So near is a way of asking that has the very same words."""
_SURE = 0.97
"""The least confidence in what was asked for in its very words."""
_MOST_ELSEWHERE = 0.15
"""What is likelier than this to be asked elsewhere is not found."""
_LEAST = 0.25
"""Nothing is found where the most likely thing is less likely than this. These numbers were chosen
on questions written for choosing (``tests/messages/guide/development_*.toml``)."""


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


class _Search:
    """The search in one language."""

    def __init__(self, language: Language) -> None:
        self._reader = Reader(language, synonyms(language))
        self._learned = Learned(learned_file(language))
        self._spelling = Spelling(self._learned.usual_words())
        titles = ((words(language).say("contents", "sections", each), each) for each in SECTIONS)
        self._sections = {phrase(title): section for title, section in titles}

    def hits(self, text: str) -> list[Hit]:
        """What a text is about, most likely first. Numbers alone say nothing."""
        section = self._sections.get(phrase(text))
        if section is not None:
            return [Hit("section", section, 1.0)]
        features = self._reader.of(self._corrected(spelled(text)[:_MOST_WORDS]))
        if all(map(_is_number, features.words)):
            return []
        telling = self._learned.read(features)
        likely = _probabilities(telling)
        same = [thing for thing, near in telling.nearness.items() if near.one > _THE_SAME]
        if (
            ELSEWHERE in same
            or TELLING in same
            or (not same and likely[ELSEWHERE] > _MOST_ELSEWHERE)
        ):
            return []
        for thing in same:
            likely[thing] = max(likely[thing], _SURE)
        things = range(FIRST, len(likely))
        first = sorted(things, key=lambda thing: -likely[thing])[:_MOST_HITS]
        if likely[first[0]] < _LEAST:
            return []
        return [self._hit(thing, likely[thing]) for thing in first]

    def _hit(self, thing: int, confidence: float) -> Hit:
        kind, id_ = self._learned.things[thing - FIRST]
        explains = entries()[id_].explains if kind == "entry" else None
        return Hit(kind, id_, confidence, explains)

    def _corrected(self, written: Sequence[str]) -> list[str]:
        """Words that nobody asks with become those that they are slips of."""
        terms = {word: list(self._reader.of([word]).words) for word in written}
        known = self._learned.known({term for each in terms.values() for term in each})
        return [
            word if known.issuperset(terms[word]) else self._spelling.corrected(word)
            for word in written
        ]


def _probabilities(telling: Telling) -> list[float]:
    """How likely each is asked for, by number; together 1."""
    speaks_for = list(telling.speaks_for)
    for thing, near in telling.nearness.items():
        speaks_for[thing] += _NEARNESS * near.several
    most = max(speaks_for)
    odds = [math.exp(each - most) for each in speaks_for]
    whole = sum(odds)
    return [each / whole for each in odds]


def _is_number(word: str) -> bool:
    return any(map(str.isdigit, word))
