"""Spans of time from their two ends: "since March 2023", "from March 2021 to May 2023"."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from dialogs.reading.days import Written, written_days
from dialogs.reading.outcome import Ambiguous, Reading, Understood, Unreadable
from dialogs.reading.text import word_set

if TYPE_CHECKING:
    from datetime import date

_START = re.compile(
    r"^(?P<lead>[^\d]*?)\b(?:since|depuis|from|starting|started|started in|de|du|between|entre"
    r"|a partir de|as of)\b (?P<rest>.+)$"
)
_END = re.compile(
    r" (?:to|until|till|up to|through|jusqu'en|jusqu'a|jusqu'au|a|au|and|et|-) | ?-(?=[a-z])"
)
_YEARS = re.compile(r"^(\d{4}) ?- ?(\d{4})$")
_NOW = word_set("now today present current date currently maintenant present actuellement")
_NOW_PHRASES = frozenset(
    {"the present", "aujourd'hui", "ce jour", "present day", "this day", "date", "le present"}
)
_TALK = word_set(
    "i ve have been worked working work full time here there in canada abroad and m am started "
    "je j ai suis travaille y temps plein ici au a l etranger commence commencing it s c est"
)
_LAST_MONTH = 12
_EARLIEST_YEAR = 1940


def read_span(folded: str, today: date) -> Reading[int] | None:
    """The whole months between two days; None where the text gives no start."""
    found = _START.match(folded)
    if found and not set(re.findall(r"[a-z]+", found["lead"])) <= _TALK:
        return None
    folded = _YEARS.sub(r"\1 - \2", folded)
    ends = _END.split(found["rest"] if found else folded, maxsplit=1)
    if found is None and len(ends) == 1:
        return None
    starts = _written(ends[0])
    if not starts:
        return None
    if len(ends) == 1 or ends[1] in _NOW or ends[1] in _NOW_PHRASES:
        stops: tuple[Written, ...] = (Written(today.year, today.month, today.day),)
    else:
        stops = _written(ends[1])
    if not stops:
        return None
    return _judged([_months(start, stop, today) for start, stop in product(starts, stops)])


def _written(text: str) -> tuple[Written, ...]:
    return written_days(text, _TALK)


def _months(start: Written, stop: Written, today: date) -> Reading[int]:
    """Whole months from one to the other; of a year alone only what is certain counts."""
    if start.year is None or stop.year is None:
        return Unreadable("date_incomplete")
    years = [_full_year(written.year or 0, today) for written in (start, stop)]
    if min(years) < _EARLIEST_YEAR or max(years) > today.year + 100:
        return Unreadable("duration_unreadable")
    first = start.on(years[0])
    last = stop.on(years[1])
    if first is None or last is None:
        return Unreadable("date_impossible")
    if first > today:
        return Unreadable("date_future", {"given": first.isoformat()})
    if last > today:
        return Unreadable("date_future", {"given": last.isoformat()})
    if last < first:
        return Unreadable("dates_reversed")
    if start.month is None:
        first = first.replace(month=_LAST_MONTH)
    if first >= last and start.month is None:
        return Unreadable("month_needed", {"year": years[0]})
    months = (last.year - first.year) * 12 + last.month - first.month
    return Understood(months - (last.day < first.day))


def _full_year(year: int, today: date) -> int:
    """Two digits mean the latest such year that is not in the future."""
    if year >= 100:
        return year
    century = today.year - today.year % 100
    return century + year if century + year <= today.year else century - 100 + year


def _judged(readings: list[Reading[int]]) -> Reading[int]:
    values = [reading.value for reading in readings if isinstance(reading, Understood)]
    distinct = tuple(dict.fromkeys(values))
    if len(distinct) > 1:
        return Ambiguous(distinct, "span_order")
    return Understood(distinct[0]) if distinct else readings[0]
