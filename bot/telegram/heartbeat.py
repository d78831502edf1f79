"""When updates were last asked for and stored: a bot that hears nobody is seen to be ill."""

from __future__ import annotations

import time

SILENT_SECONDS = 150.0
"""Several long polls, and the longest pause after a failure; beyond that something is wrong."""


class Heartbeat:
    """Beats with every answer to the call for updates whose updates are stored."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def beat(self) -> None:
        """All that Telegram had is stored."""
        self._last = time.monotonic()

    @property
    def age(self) -> float:
        """Seconds since the last beat, or since the start."""
        return time.monotonic() - self._last

    @property
    def is_alive(self) -> bool:
        """Whether it beat of late."""
        return self.age < SILENT_SECONDS
