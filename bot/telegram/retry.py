"""Calling Telegram until it takes the call."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from telegram.error import BadRequest, NetworkError, RetryAfter

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

T = TypeVar("T")

ATTEMPTS = 20
"""With the pauses below, about eight minutes of trouble."""

_LONGEST_PAUSE = 30.0


def pause_before(attempt: int) -> float:
    """Seconds to wait before an attempt, from 1: doubling, up to a bound."""
    return min(_LONGEST_PAUSE, 0.25 * 2.0**attempt)


async def persist(call: Callable[[], Awaitable[T]], attempts: int = ATTEMPTS) -> T:
    """The result of the call, repeated as long as the trouble may pass.

    A refusal (``BadRequest``, ``Forbidden``) is raised at once; trouble after the last attempt.
    """
    for attempt in range(1, attempts):
        try:
            return await call()
        except BadRequest:
            raise
        except RetryAfter as error:
            await asyncio.sleep(seconds_told(error))
        except NetworkError:
            await asyncio.sleep(pause_before(attempt))
    return await call()


def seconds_told(error: RetryAfter) -> float:
    """The seconds that Telegram asks to wait, and a moment more."""
    wait = error.retry_after
    return (wait.total_seconds() if isinstance(wait, timedelta) else wait) + 0.1
