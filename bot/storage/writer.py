"""One thread that owns the database and commits everything that waits at once.

A commit costs one wait for the disk, however much it holds. So jobs that arrive while the disk
is busy are gathered and committed together. Where one fails, nothing of them is kept, and all are
done again, each behind a savepoint, so that it harms no other.
"""

from __future__ import annotations

import sqlite3
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from bot.capture import Capture
from bot.errors import DamageError, StorageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database

T = TypeVar("T")

_PRIMARY = 0xFF
"""The part of SQLite's extended error codes that says the kind."""

_TIDY_SECONDS = 1.0
_MOST_JOBS = 512
"""Jobs in one transaction, so that nobody waits long behind a crowd."""


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[Database], Any]
    future: Future[Any]


class Writer:
    """Runs jobs in the order they come, in as few transactions as possible."""

    def __init__(
        self,
        db: Database,
        explain: Callable[[sqlite3.Error], StorageError],
        before_commit: Callable[[], None] = lambda: None,
        after_commit: Callable[[Database], bool] = lambda _: False,
        before_close: Callable[[], None] = lambda: None,
    ) -> None:
        """Who does what around the jobs.

        ``before_commit`` raises ``StorageError`` where nothing may be written now;
        ``after_commit`` says whether something is left for it to do; then it is called again, with
        the next commit or before long;
        ``before_close`` is for others to let go of the file, once all jobs are done.
        """
        self._db = db
        self._explain = explain
        self._before_commit = before_commit
        self._after_commit = after_commit
        self._before_close = before_close
        self._untidy = False
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._closed = False
        self._thread = Thread(target=self._run, name="storage", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[Database], T]) -> Future[T]:
        """Queue a job; its future is done once it is safely on the disk."""
        future: Future[T] = Future()
        # Whoever waits may give up (a stop cancels it); the job is done all the same.
        future.set_running_or_notify_cancel()
        if self._closed:
            future.set_exception(StorageError("the database has been closed"))
        else:
            self._jobs.put(_Job(work, future))
        return future

    def close(self) -> None:
        """Finish all jobs and close the database."""
        if not self._closed:
            self._closed = True
            self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        try:
            while jobs := self._next_group():
                self._commit(jobs)
        finally:
            with Capture():
                self._before_close()
            self._db.close()

    def _next_group(self) -> list[_Job]:
        """Whatever waits by now, at least one job; nothing when the writer is closed."""
        first = self._next()
        if first is None:
            return []
        group = [first]
        while len(group) < _MOST_JOBS:
            try:
                job = self._jobs.get_nowait()
            except Empty:
                break
            if job is None:
                self._jobs.put(None)
                break
            group.append(job)
        return group

    def _next(self) -> _Job | None:
        """The next job, or the end; while waiting, what is left to be tidied is tried again."""
        while self._untidy:
            with suppress(Empty):
                return self._jobs.get(timeout=_TIDY_SECONDS)
            self._tidy()
        return self._jobs.get()

    def _tidy(self) -> None:
        self._untidy = True
        with Capture():  # tidying may fail, and is tried again; what is committed stays so
            self._untidy = self._after_commit(self._db)

    def _commit(self, jobs: list[_Job]) -> None:
        try:
            self._before_commit()
            self._db.execute("BEGIN IMMEDIATE")
            outcomes = self._together(jobs) or [self._attempt(job) for job in jobs]
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            with Capture():  # SQLite may have rolled back by itself
                self._db.rollback()
            self._give_up(jobs, self._explain(error))
            return
        except StorageError as trouble:
            self._give_up(jobs, trouble)
            return
        self._tidy()
        for job, (result, failure) in zip(jobs, outcomes, strict=True):
            if failure is None:
                job.future.set_result(result)
            else:
                job.future.set_exception(failure)

    def _give_up(self, jobs: list[_Job], trouble: StorageError) -> None:
        """Tell everybody who waits; but damage is told only to those who meet it themselves.

        SQLite commits no transaction that met damage, so each job gets one of its own.
        """
        if isinstance(trouble, DamageError) and len(jobs) > 1:
            for job in jobs:
                self._commit([job])
            return
        for job in jobs:
            job.future.set_exception(trouble)

    def _together(self, jobs: list[_Job]) -> list[tuple[Any, Exception | None]] | None:
        """The outcomes of all, if none fails; else nothing is done."""
        with Capture() as captured:
            return [(job.work(self._db), None) for job in jobs]
        if captured.error is not None and _is_of_the_disk(captured.error):
            raise captured.error
        self._db.rollback()
        self._db.execute("BEGIN IMMEDIATE")
        return None

    def _attempt(self, job: _Job) -> tuple[Any, Exception | None]:
        self._db.execute("SAVEPOINT job")
        result = None
        with Capture() as captured:
            result = job.work(self._db)
        if captured.error is not None:
            if _is_of_the_disk(captured.error) or not self._db.conn.in_transaction:
                raise captured.error  # it takes the whole group with it; all may come again
            self._db.execute("ROLLBACK TO job")
        self._db.execute("RELEASE job")
        return result, captured.error


def _is_of_the_disk(error: Exception) -> bool:
    """Whether the database cannot be used now, as against a mistake in one job."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    if isinstance(error, sqlite3.OperationalError):
        return bool(code != sqlite3.SQLITE_ERROR)
    return code & _PRIMARY in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
