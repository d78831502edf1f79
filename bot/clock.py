"""The only clock of the project: everything else is told which day it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import TypeAlias

import structlog

logger = structlog.get_logger("bot.clock")

Clock: TypeAlias = Callable[[], datetime]


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def never_before(day: date, clock: Clock) -> Clock:
    """The clock, but for moments before that day: then the day it is, as far as anybody knows.

    Machines without a battery begin in 1970, when there was nothing to score by.
    """
    first = datetime.combine(day, time(), UTC)
    told: set[date] = set()

    def steady() -> datetime:
        moment = clock()
        if moment >= first:
            return moment
        if moment.date() not in told:
            told.add(moment.date())
            logger.error(
                "clock_behind",
                reason=f"the clock says {moment.date()}, and it is {day} at least: "
                "turn on time synchronisation (timedatectl set-ntp true)",
            )
        return first

    return steady


def today() -> date:
    """Today's date, in UTC, so that every person and every server agree on it."""
    return now().date()
