"""Keeps the forecasts of today and tomorrow at hand.

What they are looked up in is made anew for each day and whenever the record of rounds changes. It
takes some 30 ms, which the first who asks should not wait for, nor everybody else behind them.
"""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from bot.capture import Capture
from scoring.chances import outlook
from scoring.forecast import HORIZONS, proven
from scoring.rounds import ROUND_KINDS

if TYPE_CHECKING:
    from datetime import date

    from bot.service import Service
    from scoring.record import Record

logger = structlog.get_logger("bot.foretelling")

LOOK_SECONDS = 15.0
"""Another process may have imported rounds, and a day may have begun."""


class Foreteller:
    """Looks for a new day or a new record, and makes ready for it beside the conversations."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._ready_for: tuple[Record, date] | None = None

    async def keep(self) -> None:
        """Go on until cancelled."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            await asyncio.to_thread(self.look)

    def look(self) -> None:
        """Make ready, where something has changed since the last look."""
        with Capture() as captured:
            record, today = self._service.storage.record(), self._service.today()
            before = self._ready_for
            if before is None or before[0] is not record or before[1] != today:
                foretell(record, today)
                foretell(record, today + timedelta(days=1))
                self._ready_for = record, today
        if captured.error is not None:
            logger.error("foretelling_failed", exc_info=captured.error)


def foretell(record: Record, on: date) -> None:
    """Make what the forecasts of a day are looked up in, for the kinds of which any is shown."""
    for kind in ROUND_KINDS:
        if any(proven(kind, months) for months in HORIZONS):
            outlook(record, kind, on)
