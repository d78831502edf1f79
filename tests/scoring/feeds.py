"""IRCC's file of rounds for tests: the real one, parts of it, the same in French; and as read."""

from __future__ import annotations

import gzip
import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scoring.feed import read_feed
from scoring.record import Record

if TYPE_CHECKING:
    from scoring.feed import Feed
    from scoring.rounds import Round

TODAY = date(2026, 11, 23)
FACTS = {each.number: each for each in Record.shipped().rounds}

SAMPLE = Path(__file__).with_name("ircc") / "ee_rounds_123_en.json.gz"

_MONTHS = dict(
    zip(
        "January February March April May June July August September October November "
        "December".split(),
        "janvier février mars avril mai juin juillet août septembre octobre novembre "
        "décembre".split(),
        strict=True,
    )
)
FRENCH_NAMES = {
    "Transport Occupations, 2026-Version 2": "Professions du transport, 2026-version 2",
    "French-Language proficiency 2026-Version 2": "Maîtrise du français, 2026-version 2",
    "Canadian Experience Class": "Catégorie de l’expérience canadienne",
    "Provincial Nominee Program": "Programme des candidats des provinces",
    "Skilled Military Recruits, 2026-Version 1": "Recrues militaires qualifiées, 2026-version 1",
    "Trades Occupations, 2026-Version 3": "Métiers spécialisés, 2026-version 3",
}


@cache
def sample() -> bytes:
    """The English file of 7 August 2026: 435 rounds, newest first."""
    return gzip.decompress(SAMPLE.read_bytes())


def rows(count: int | None = None) -> list[dict[str, Any]]:
    """Its newest rows, each a copy."""
    found: list[dict[str, Any]] = json.loads(sample())["rounds"]
    return found[:count]


def row(number: str, **changes: Any) -> dict[str, Any]:
    """One of its rows, changed."""
    found = next(each for each in rows() if each["drawNumber"] == number)
    return found | changes


def written(rounds: list[Any], encoding: str = "utf-8") -> bytes:
    """A file of rows, as IRCC frames it."""
    framed = {"classes": "wb-tables", "rounds": rounds}
    return json.dumps(framed, ensure_ascii=False, indent=2).encode(encoding)


def in_french(english: dict[str, Any]) -> dict[str, Any]:
    """A row as the French file has it."""
    french = {key: value.replace(",", " ") for key, value in english.items()}
    for name in ("drawDateFull", "drawDistributionAsOn"):
        french[name] = _day(english[name])
    day, _, time = english["drawCutOff"].partition(" at ")
    french["drawCutOff"] = f"{_day(day)} à {time}" if time else ""
    french["drawName"] = FRENCH_NAMES.get(english["drawName"], english["drawName"])
    french["drawText2"] = "Programme des travailleurs qualifiés (fédéral)"
    return french


NEWEST = tuple(rows(8))


def read(*rounds: Any) -> Feed:
    return read_feed(written(list(rounds)), TODAY)


def facts(feed: Feed) -> list[Round]:
    return [each.round for each in feed.rows]


def told(feed: Feed) -> list[str]:
    return [str(problem) for problem in feed.problems]


def _day(english: str) -> str:
    month, day, year = english.replace(",", "").split()
    plain = int(day.rstrip("dhnrst"))
    number = "1er" if plain == 1 else str(plain)
    return f"{number} {_MONTHS[month]} {year}"
