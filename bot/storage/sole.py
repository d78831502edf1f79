"""One running bot a database: a second would answer from the same outbox, with another token."""

from __future__ import annotations

import fcntl
import os
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import StorageError
from bot.storage.ownership import hand_over

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE_SECONDS = 6.0
"""A bot that was told to stop has left by then."""
_STEP_SECONDS = 0.1


@contextmanager
def sole(path: Path) -> Iterator[None]:
    """Hold the database at ``path`` as its only running bot, however the process ends.

    The lock is on a file beside the database, which is left there: it is the system that frees
    it. Raises ``StorageError`` when another bot has it.
    """
    try:
        beside = _beside(path)
        is_new = not beside.exists()
        # A link is never followed: root would make a file wherever the folder's owner likes.
        held = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        if is_new:
            hand_over(beside, path)
    except OSError as error:
        raise StorageError(
            f"database {path}: the file {path.name}-running beside it cannot be written "
            f"({error.strerror}): make the folder writable"
        ) from None
    try:
        _lock(held, path)
        yield
    finally:
        os.close(held)


def is_held(path: Path) -> bool:
    """Whether a bot runs on the database at ``path``; nothing is changed."""
    try:
        looked = os.open(_beside(path), os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(looked, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(looked)
    return False


def _beside(path: Path) -> Path:
    """The file that is locked: the same by whatever name the database is called."""
    return Path(f"{path.resolve()}-running")


def wait_until_free(path: Path) -> None:
    """Wait for a bot that is stopping; raises ``StorageError`` when it does not.

    Asked before the file is opened, which brings it up to date: not under a bot that knows only
    what it was.
    """
    _wait_for(lambda: not is_held(path), path)


def _lock(held: int, path: Path) -> None:
    def lock() -> bool:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    _wait_for(lock, path)


def _wait_for(condition: Callable[[], bool], path: Path) -> None:
    last = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        if time.monotonic() > last:
            raise StorageError(
                f"database {path} is in use by another running bot: "
                "stop that one, or choose another file with DATABASE"
            )
        time.sleep(_STEP_SECONDS)
