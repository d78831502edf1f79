"""Of those who were erased nothing stays in the file, not even where SQLite reads nothing.

``secure_delete`` overwrites what is deleted where it stands. But rows that grow make SQLite move
others to another page, and the page they leave keeps copies of them in its unused middle, until
something is written there. So after somebody was erased the write-ahead log is emptied, and then
the unused middle of every page is overwritten with zeros. Nothing ever reads those bytes; see
"B-tree Pages" in SQLite's description of its file format.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bot.storage.opening import BUSY_SECONDS

if TYPE_CHECKING:
    from sqlite_utils import Database

PAGES_AT_ONCE = 2_048
"""Looked through in some milliseconds, 8 MB; so files of 7,000 people are done at once."""
PAUSE_SECONDS = 1.0
"""Between the parts of a larger file, so that nobody waits long for it."""

_PATIENT_AFTER = 8
"""Times that a reader held the log back; to try again with every commit would slow all of them, and
a program that replicates the file reads all the time."""
_PAGES_A_READ = 64
_FILE_HEADER = 100
"""Bytes before the header of the first page."""
_HEADERS = {2: 12, 5: 12, 10: 8, 13: 8}
"""Bytes of the header by the kind of page: indices and tables, their inner pages and leaves."""
_LARGEST = 65_536
"""Stands in two bytes as 0."""


class Remains:
    """What is left in the unused parts of one database, and in its write-ahead log."""

    def __init__(self, path: Path, pause: float | None = None) -> None:
        """To be closed after all connections to the file: closing it frees the locks of each."""
        self._log = Path(f"{path.resolve()}-wal")
        self._file: int | None = os.open(path, os.O_RDWR | os.O_CLOEXEC)
        self._pause = PAUSE_SECONDS if pause is None else pause
        self._resume_at = 0.0
        self._held_back = 0
        """How often in a row the log could not be emptied."""
        self._next = 0
        """The page to go on with."""
        self._left: int | None = None
        """How many pages are to be looked through; None: all there are."""

    def erased(self) -> None:
        """Somebody was erased: they may be anywhere."""
        self._left, self._resume_at, self._held_back = None, 0.0, 0

    def clear(self, db: Database) -> bool:
        """Overwrite some of it; whether this is to be called again, before long.

        ``db`` is a connection that nobody else uses meanwhile, outside of a transaction. A reader
        in another process can hold the log back.
        """
        if self._left == 0:
            return False
        if time.monotonic() < self._resume_at:
            return True
        db.execute("PRAGMA busy_timeout = 0")
        try:
            busy = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            self._held_back = self._held_back + 1 if busy else 0
            if not busy:
                self._overwrite_some(db)
            elif self._held_back > _PATIENT_AFTER:
                self._resume_at = time.monotonic() + self._pause
        finally:
            db.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
        return self._left != 0

    def close(self) -> None:
        """Let go of the file, once."""
        file, self._file = self._file, None
        if file is not None:
            os.close(file)

    def _overwrite_some(self, db: Database) -> None:
        if db.execute("PRAGMA auto_vacuum").fetchone()[0]:
            self._left = 0  # pointer maps can begin as pages of a table do
            return
        size = int(db.execute("PRAGMA page_size").fetchone()[0])
        db.execute("BEGIN IMMEDIATE")
        try:
            # As long as nobody writes, all is in the file itself; but somebody may just have.
            if self._file is not None and not (self._log.exists() and self._log.stat().st_size):
                self._look_through(self._file, size)
        finally:
            db.execute("ROLLBACK")
            # What the connection remembers of these pages would be written back as it was.
            db.execute("PRAGMA shrink_memory")

    def _look_through(self, file: int, size: int) -> None:
        """The next pages, of so many bytes each; behind the last one the first follows."""
        pages = os.fstat(file).st_size // size
        left = pages if self._left is None else self._left
        some = min(left, PAGES_AT_ONCE)
        changed = False
        while some > 0 and pages:
            first = self._next % pages
            number = min(some, _PAGES_A_READ, pages - first)
            changed |= _overwrite(file, first, number, size)
            self._next = first + number
            some -= number
            left -= number
        if changed:
            os.fsync(file)
        self._left = left
        self._resume_at = time.monotonic() + self._pause


def _overwrite(file: int, first: int, number: int, size: int) -> bool:
    """Whether there was anything in the unused parts of these pages."""
    begins = first * size
    read = os.pread(file, number * size, begins)
    changed = False
    for at in range(0, len(read), size):
        start, end = _unused(read, at, size, _FILE_HEADER if begins + at == 0 else 0)
        if read.count(0, start, end) < end - start:
            os.pwrite(file, bytes(end - start), begins + start)
            changed = True
    return changed


def _unused(read: bytes, at: int, size: int, skipped: int) -> tuple[int, int]:
    """Where in what was read the unused middle of the page at ``at`` begins and ends.

    It is between the list of where its cells are and the first of them. Pages of other kinds have
    none, and a damaged one is left as it is.
    """
    header = at + skipped
    length = _HEADERS.get(read[header], 0)
    cells = _number(read, header + 3)
    start = header + length + 2 * cells
    end = at + (_number(read, header + 5) or _LARGEST)
    if not length or not start <= end <= at + size:
        return at, at
    listed = range(header + length, start, 2)
    return (start, end) if all(at + _number(read, each) >= end for each in listed) else (at, at)


def _number(read: bytes, at: int) -> int:
    return int.from_bytes(read[at : at + 2], "big")
