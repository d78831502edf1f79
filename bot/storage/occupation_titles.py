"""Job titles imported from Statistics Canada's elements files, beside those that are shipped."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import structlog

from bot.storage.opening import explain, open_database
from dialogs.reading.occupations.further import Title

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dialogs.conversation import Language
    from dialogs.reading.occupations.elements import Elements

logger = structlog.get_logger("bot.storage")

MOST = 60
"""Titles that are looked at more closely, of those that share words with what was typed."""

_FIND = """
    SELECT code, title FROM occupation_titles
    WHERE occupation_titles MATCH ? AND language = ? ORDER BY rank LIMIT ?
"""
_COUNT = """
    SELECT language, count(DISTINCT code), count(*) FROM occupation_titles
    GROUP BY language ORDER BY language
"""


def replace_titles(path: Path, elements: Elements, named: str) -> int:
    """Put the titles of a file in place of those that its unit groups had; all or nothing.

    Returns how many there were before. ``named`` is what the operator named the database with.
    """
    with closing(open_database(path, named).conn) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
            before = _forget(connection, elements)
            rows = ((each.title, each.code, elements.language) for each in elements.titles)
            connection.executemany(
                "INSERT INTO occupation_titles (title, code, language) VALUES (?, ?, ?)", rows
            )
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise explain(error, path, named) from None
        return before


def _forget(connection: sqlite3.Connection, elements: Elements) -> int:
    codes = {each.code for each in elements.titles}
    held = connection.execute(
        "SELECT rowid, code FROM occupation_titles WHERE language = ?", [elements.language]
    ).fetchall()
    old = [[rowid] for rowid, code in held if code in codes]
    connection.executemany("DELETE FROM occupation_titles WHERE rowid = ?", old)
    return len(old)


def count_titles(path: Path, named: str) -> list[tuple[str, int, int]]:
    """By language: how many unit groups have imported titles, and how many there are."""
    with closing(open_database(path, named).conn) as connection:
        return connection.execute(_COUNT).fetchall()


class ImportedTitles:
    """The imported titles as the conversation looks them up, by the words they share.

    Reads through a connection of its own and so sees what another process imports meanwhile.
    """

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False
        )

    def with_words(self, words: Sequence[str], language: Language) -> list[Title]:
        """Titles that hold some of the words, or words that begin so; the most telling first."""
        if not words:
            return []
        said = " OR ".join(_beginning(word) for word in words)
        try:
            rows = self._connection.execute(_FIND, [said, language, MOST]).fetchall()
        except sqlite3.Error as error:
            # The shipped titles do without; a search must not cost somebody's answer.
            logger.warning("titles_not_read", reason=error.sqlite_errorname)
            return []
        return [Title(code, title) for code, title in rows]

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _beginning(word: str) -> str:
    """The word, or the beginning of one, as FTS5 quotes it."""
    quoted = word.replace('"', '""')
    return f'"{quoted}"*'
