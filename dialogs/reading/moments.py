"""Moments as people write them: a day, with the time of day where they know it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dialogs.reading.dates import read_past_day
from dialogs.reading.outcome import Ambiguous, Reading, Understood
from dialogs.reading.text import fold

if TYPE_CHECKING:
    from datetime import date

_TIME = re.compile(
    r"(?:\b(?:at|a|vers)\s)?(?:(?<=[\s,(])|(?<=\dt)|^)"
    r"(?P<hour>[01]?\d|2[0-3])\s?[:h]\s?(?P<minute>[0-5]\d)(?:\s?:\s?(?P<second>[0-5]\d))?"
    r"\s?(?P<half>[ap]\.?m\b\.?)?\s?(?:utc|gmt|z)?(?=$|[\s,.)])"
)
_IN_A_BUTTON = re.compile(
    r"(?<=\dt)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?P<second>[0-5]\d)z$"
)
_NOON = 12


def read_moment(text: str, today: date) -> Reading[str]:
    """A day up to today as an ISO date, or a moment of it in UTC as ``2026-03-02T14:05:00Z``.

    A time of day is read as UTC, which is what IRCC's tie-breaks are told in; one that names
    another zone cannot be read. The seconds are 0 where they are not written.
    """
    folded = fold(text)
    found = _IN_A_BUTTON.search(folded) or _TIME.search(folded)
    if found is None:
        return _told(read_past_day(text, today), "")
    day = f"{folded[: found.start()].removesuffix('t')} {folded[found.end() :]}".strip(" ,.()")
    return _told(read_past_day(day, today), f"T{_clock(found)}Z")


def _clock(found: re.Match[str]) -> str:
    parts = found.groupdict()
    hour, half = int(parts["hour"]), parts.get("half")
    if half and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half.startswith("p") else 0)
    return f"{hour:02}:{parts['minute']}:{parts['second'] or '00'}"


def _told(reading: Reading[date], clock: str) -> Reading[str]:
    if isinstance(reading, Understood):
        return Understood(f"{reading.value}{clock}", reading.remark)
    if isinstance(reading, Ambiguous):
        return Ambiguous(tuple(f"{day}{clock}" for day in reading.options), reading.reason)
    return reading
