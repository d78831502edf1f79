"""What was learned from the ways in which people ask, in a file a language that is only read.

``learned/<language>.sqlite`` is made by ``make learn`` (``messages.guide.learning``). It has, for
each feature of a text, how much it speaks for each thing; and every way of asking, for SQLite's
full-text search, which orders them by BM25.
"""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from dialogs.ranking import HitKind
from messages.guide.features import Features, weighed
from messages.words import FOLDER

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from dialogs.conversation import Language

Thing: TypeAlias = tuple[HitKind, str]
"""An entry or a wish, and its id."""

ELSEWHERE, TELLING, FIRST = range(3)
"""The numbers of what is asked elsewhere, of what is told and not asked, and of the first thing."""

SCHEMA = """
create table about (name text primary key, value text) without rowid;
create table weights (feature text primary key, rarity real, scale real, speaks_for blob)
    without rowid;
create table usual (word text primary key) without rowid;
create table ways (id integer primary key, thing integer, length real, terms text);
create virtual table found using fts5(
    terms, content = '', tokenize = "unicode61 tokenchars '_'"
);
"""
_MOST_WAYS = 150
"""Ways of asking that are compared, the most relevant by BM25."""
_MOST_WORDS = 4
"""Words that ways of asking are searched by, the rarest; frequent ones find too many."""
_FREQUENT = 4.0
"""The rarity of words that are not searched by where there are rarer ones: one way in twenty."""
_NEAREST = (1.0, 0.8, 0.6, 0.4, 0.2)
"""What the nearest ways of asking for a thing count, the nearest first."""


def learned_file(language: Language) -> Path:
    """Where it stands what was learned for a language."""
    return FOLDER / "guide" / "learned" / f"{language}.sqlite"


class Nearness(NamedTuple):
    """How near a text is to the ways of asking for something, from 0 to 1."""

    several: float
    """To the nearest few of them."""
    one: float
    """To the nearest: 1 for the very same terms."""


class Telling(NamedTuple):
    """What is known of a text."""

    speaks_for: Sequence[float]
    """How much it speaks for what is asked elsewhere, for telling and for each thing, by number."""
    nearness: Mapping[int, Nearness]
    """Of the things that have ways of asking with words in common with it."""


class Learned:
    """Reads what was learned. To be used by one thread at a time, whichever."""

    def __init__(self, file: Path) -> None:
        self._database = sqlite3.connect(
            f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        # The system keeps the file in its own memory; here is room for the pages of a question.
        self._database.execute("pragma cache_size = -256")
        about = dict(self._database.execute("select name, value from about"))
        self.fingerprint: str = about["fingerprint"]
        """Of the ways of asking that it was learned from."""
        self.things: Sequence[Thing] = [tuple(thing) for thing in json.loads(about["things"])]
        """What can be asked for, by number from ``FIRST`` on."""
        self._bases: list[float] = json.loads(about["bases"])
        self._rarest = float(about["rarest"])

    def usual_words(self) -> list[str]:
        """The words that people often ask with, as they are written."""
        return [word for (word,) in self._database.execute("select word from usual")]

    def known(self, features: Collection[str]) -> set[str]:
        """Those of the features that somebody asks with."""
        query = "select feature from weights where feature in (select value from json_each(?))"
        return {name for (name,) in self._database.execute(query, (json.dumps([*features]),))}

    def read(self, features: Features) -> Telling:
        """What is known of the features of a text."""
        names = [name for each in features for name in each]
        rows = self._database.execute(
            "select feature, rarity, scale, speaks_for from weights"
            " where feature in (select value from json_each(?))",
            (json.dumps(names),),
        ).fetchall()
        rarity = {feature: rare for feature, rare, *_ in rows}
        weights = weighed(features, rarity, self._rarest)
        speaks_for = list(self._bases)
        for feature, _, scale, row in rows:
            part = weights[feature] * scale
            each = memoryview(row).cast("b")
            speaks_for = [so_far + part * one for so_far, one in zip(speaks_for, each, strict=True)]
        known = {term: rarity[term] for term in features.words if term in rarity}
        return Telling(speaks_for, self._nearness(known, weights))

    def _nearness(
        self, rarity: Mapping[str, float], weights: Mapping[str, float]
    ) -> Mapping[int, Nearness]:
        if not rarity:
            return {}
        rarest = sorted(rarity, key=rarity.__getitem__, reverse=True)
        telling = [term for term in rarest if rarity[term] > _FREQUENT] or rarest[:1]
        shared = {term: weights[term] * rare for term, rare in rarity.items()}
        near: dict[int, list[float]] = {}
        for thing, length, terms in self._database.execute(
            "select thing, length, terms from ways join"
            " (select rowid as id from found where found match ? order by rank limit ?)"
            " using (id)",
            (" OR ".join(f'"{term}"' for term in telling[:_MOST_WORDS]), _MOST_WAYS),
        ):
            cosine = sum(shared.get(term, 0.0) for term in terms.split()) / length
            near.setdefault(thing, []).append(cosine)
        return {thing: _nearness(each) for thing, each in near.items()}


def _nearness(cosines: list[float]) -> Nearness:
    nearest = sorted(cosines, reverse=True)
    several = sum(part * each for part, each in zip(_NEAREST, nearest, strict=False))
    return Nearness(several / sum(_NEAREST), nearest[0])
