"""Where a person lives, for the hour there: a city, a country, a time zone or an offset.

Zones are named as in the IANA database; which offset a zone has on a day is for others to know.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dialogs.reading.fillers import others_beside
from dialogs.reading.outcome import Ambiguous, Reading, Understood, Unreadable
from dialogs.reading.text import fold, phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

_OFFSET = re.compile(
    r"(?:utc|gmt)(?: ?(?P<sign>[+-]) ?(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?)?"
    r"|(?P<bare>[+-]) ?(?P<bare_hours>\d{1,2})(?::?(?P<bare_minutes>\d\d))?"
)
_EAST, _WEST = 14, 12
"""The furthest offsets there are, in hours."""
_BETWEEN_HOURS = {
    "-3:30": "America/St_Johns",
    "+3:30": "Asia/Tehran",
    "+4:30": "Asia/Kabul",
    "+5:30": "Asia/Kolkata",
    "+5:45": "Asia/Kathmandu",
    "+6:30": "Asia/Yangon",
    "+9:30": "Australia/Darwin",
}
_LONGEST_SENTENCE = 9


def read_zone(text: str) -> Reading[str]:
    """The time zone that the text names."""
    stripped = text.strip()
    if is_zone(stripped):
        return Understood(stripped)
    offset = _OFFSET.fullmatch(fold(text))
    if offset is not None:
        zone = _by_offset(offset)
        return Unreadable("zone_unreadable") if zone is None else Understood(zone)
    zones, others = _named(phrase(text).split())
    if not zones:
        return Unreadable("zone_unreadable")
    if others_beside(others, "zone"):
        return Ambiguous(zones, "unsure" if len(zones) == 1 else "several")
    return Understood(zones[0]) if len(zones) == 1 else Ambiguous(zones, "several")


def is_zone(name: str) -> bool:
    """Whether this is a zone as answers hold it."""
    return name in _zones() or name in _offsets()


def _by_offset(found: re.Match[str]) -> str | None:
    sign = found["sign"] or found["bare"] or "+"
    hours = int(found["hours"] or found["bare_hours"] or 0)
    minutes = found["minutes"] or found["bare_minutes"] or "00"
    if minutes != "00":
        return _BETWEEN_HOURS.get(f"{sign}{hours}:{minutes}")
    zone = _whole(hours if sign == "+" else -hours)
    return zone if zone in _offsets() else None


def _whole(hours: int) -> str:
    """The zone that is always so many hours ahead; in its name the sign stands the other way."""
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/GMT"


@cache
def _offsets() -> frozenset[str]:
    return frozenset(map(_whole, range(-_WEST, _EAST + 1)))


def _named(words: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """The zones of the longest names in a short sentence, and its other words.

    The zones are those that fit all names, if any do.
    """
    if len(words) > _LONGEST_SENTENCE:
        return (), words
    others: list[str] = []
    found: list[tuple[str, ...]] = []
    names, at = _names(), 0
    while at < len(words):
        for end in range(len(words), at, -1):
            zones = names.get(" ".join(words[at:end]))
            if zones is not None:
                found.append(zones)
                at = end - 1
                break
        else:
            others.append(words[at])
        at += 1
    if not found:
        return (), others
    common = tuple(zone for zone in found[0] if all(zone in zones for zones in found))
    return common or tuple(dict.fromkeys(zone for zones in found for zone in zones)), others


@cache
def _zones() -> Mapping[str, str]:
    source = files("dialogs").joinpath("reading/zones.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for zone, listed in _zones().items():
        for name in {phrase(name): None for name in listed.split(",")}:
            names[name] = (*names.get(name, ()), zone)
    return names
