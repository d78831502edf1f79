"""An index of phrases in memory: SQLite's full-text search, ordered by BM25.

SQL stands here and not in ``bot/storage`` because nothing is stored: the index is made of the
words of the house alone, lives in memory and goes with the process.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SCHEMA = """
create virtual table phrases using fts5(words, tokenize = 'unicode61');
create virtual table wholes using fts5(words, tokenize = 'unicode61');
"""
_MOST_PHRASES = 200
_MOST_WHOLES = 60


class Match(NamedTuple):
    """One row that has words in common with those looked for."""

    row: int
    """Its position among what the index was made of."""
    relevance: float
    """By BM25: the higher the better, above 0."""


class Index:
    """Finds rows by the words they share; to be used by one thread at a time, whichever."""

    def __init__(self, phrases: Iterable[Sequence[str]], wholes: Iterable[Sequence[str]]) -> None:
        """Phrases are single ways to ask for something, wholes all words of one thing."""
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.executescript(_SCHEMA)
        with self._database:
            self._database.executemany(
                "insert into phrases (rowid, words) values (?, ?)", _numbered(phrases)
            )
            self._database.executemany(
                "insert into wholes (rowid, words) values (?, ?)", _numbered(wholes)
            )

    def phrases(self, words: Sequence[str]) -> list[Match]:
        """The phrases with any of these words, the most relevant first."""
        return self._found(
            "select rowid, -rank from phrases where phrases match ? order by rank limit ?",
            words,
            _MOST_PHRASES,
        )

    def wholes(self, words: Sequence[str]) -> list[Match]:
        """The same of the wholes."""
        return self._found(
            "select rowid, -rank from wholes where wholes match ? order by rank limit ?",
            words,
            _MOST_WHOLES,
        )

    def _found(self, query: str, words: Sequence[str], most: int) -> list[Match]:
        if not words:
            return []
        any_of = " OR ".join(f'"{word}"' for word in words)
        return [Match(*row) for row in self._database.execute(query, (any_of, most))]


def _numbered(rows: Iterable[Sequence[str]]) -> Iterator[tuple[int, str]]:
    return ((number, " ".join(words)) for number, words in enumerate(rows))
