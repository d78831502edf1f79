"""Waiting in the event loop for what another thread does, woken once for all that it did.

``asyncio.wrap_future`` wakes the loop for every future by itself: a system call each, and a turn
of the loop. The storage finishes many at a time.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")


def awaited(future: Future[T]) -> asyncio.Future[T]:
    """A future of the running loop with the same outcome. To cancel it cancels the waiting only."""
    loop = asyncio.get_running_loop()
    bell = _BELLS.get(loop) or _BELLS.setdefault(loop, _Bell())
    waiting: asyncio.Future[T] = loop.create_future()
    future.add_done_callback(lambda done: bell.ring(done, waiting))
    return waiting


class _Bell:
    """What is done and not yet told to a loop."""

    def __init__(self) -> None:
        self._done: deque[tuple[Future[Any], asyncio.Future[Any]]] = deque()
        self._rung = False

    def ring(self, done: Future[Any], waiting: asyncio.Future[Any]) -> None:
        """Called by the other thread."""
        self._done.append((done, waiting))
        # The loop takes the mark away before it looks: what comes in between is looked at, too.
        loop = waiting.get_loop()
        if not self._rung and not loop.is_closed():
            self._rung = True
            loop.call_soon_threadsafe(self._tell)

    def _tell(self) -> None:
        self._rung = False
        while self._done:
            done, waiting = self._done.popleft()
            if waiting.done():
                continue
            error = done.exception()
            if error is None:
                waiting.set_result(done.result())
            else:
                waiting.set_exception(error)


_BELLS: WeakKeyDictionary[asyncio.AbstractEventLoop, _Bell] = WeakKeyDictionary()
