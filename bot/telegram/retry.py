"""Calling Telegram until it takes the call."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

T = TypeVar("T")

LONGEST_PAUSE = 30.0
_FIRST_PAUSE = 0.5
_DOUBLINGS = 16
"""More than it takes to reach the longest pause."""

_REFUSALS = (BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken)
"""What Telegram would answer again, however often it is asked."""


def pause_before(attempt: int) -> float:
    """Seconds to wait before an attempt, from 1: doubling, up to a bound."""
    return min(LONGEST_PAUSE, _FIRST_PAUSE * 2.0 ** min(attempt - 1, _DOUBLINGS))


async def persist(call: Callable[[], Awaitable[T]], attempts: int | None = None) -> T:
    """The result of the call, repeated as long as the trouble lasts, or so many times.

    A refusal is raised at once; trouble, such as a network that is away or an answer that is
    not Telegram's, after the last attempt, if there is one.
    """
    attempt = 0
    while True:
        attempt += 1
        try:
            return await call()
        except _REFUSALS:
            raise
        except TelegramError as error:
            if attempt == attempts:
                raise
            pause = seconds_told(error) if isinstance(error, RetryAfter) else pause_before(attempt)
            await asyncio.sleep(pause)


def seconds_told(error: RetryAfter) -> float:
    """The seconds that Telegram asks to wait, and a moment more."""
    wait = error.retry_after
    return (wait.total_seconds() if isinstance(wait, timedelta) else wait) + 0.1
