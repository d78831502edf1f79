"""Questions about past rounds: "last CEC draw?", "would 489 have been enough in 2025?".

The words stand in ``past_rounds.toml``, both languages in one list. Whatever says more than which
rounds are meant is another question, and not read here.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dialogs.reading.numbers import join_thousands
from dialogs.reading.targets import LEAST, MOST, vocabulary
from dialogs.reading.text import fold, phrase, words
from scoring.rounds import KIND_NAMED
from scoring.tally import first_day_of_months

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.rounds import RoundKind

COMMAND = "rounds"
_LONGEST = 120
_FIRST_YEAR, _LAST_YEAR = 2015, 2099
_MOST_MONTHS = 60


@dataclass(frozen=True, slots=True)
class RoundsAsked:
    """The last rounds are asked for."""

    kind: RoundKind | None
    """None where the words name no kind."""
    ahead: bool = False
    """Whether it is asked when they come."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time as it was named: one of the three."""

    year: int | None = None
    years_ago: int | None = None
    months: int | None = None

    def days(self, today: date, until: date) -> tuple[date, date]:
        """Its first and its last day; months end with ``until``."""
        if self.months is not None:
            return first_day_of_months(until, self.months), until
        year = self.year if self.year is not None else today.year - (self.years_ago or 0)
        return date(year, 1, 1), date(year, 12, 31)


@dataclass(frozen=True, slots=True)
class EnoughAsked:
    """It is asked what a total would have been worth."""

    total: int | None
    """None for the person's own."""
    kind: RoundKind | None
    period: Period | None


def read_past_rounds(text: str) -> RoundsAsked | EnoughAsked | None:
    """What the text asks of past rounds; None when nothing."""
    if len(text) > _LONGEST:
        return None
    if not text.startswith("/"):
        said = words(join_thousands(fold(text)))
        return _enough(said) or _listed(said)
    command, *rest = text[1:].split(maxsplit=1) or [""]
    if command.split("@")[0].lower() != COMMAND:
        return None
    named = words(fold(rest[0])) if rest else []
    if "_".join(named) in KIND_NAMED:
        return RoundsAsked(KIND_NAMED["_".join(named)])
    return _named(named, _words("around")) or RoundsAsked(None)


def _listed(said: Sequence[str]) -> RoundsAsked | None:
    known = vocabulary()
    said = f" {' '.join(said)} ".replace(" a quand ", " quand ").split()
    if known.rounds.isdisjoint(said):
        return None
    if not _words("meaning").isdisjoint(said):
        return None
    if known.last.isdisjoint(said) and not _words("jobs").isdisjoint(said):
        return None
    asked = _named(said, _words("around") | _words("list") | _words("ahead"))
    told = not (known.last | _words("list") | _words("ahead")).isdisjoint(said)
    of_kind = asked is not None and asked.kind and not _words("fact").isdisjoint(said)
    if asked is None or not (told or of_kind):
        return None
    return RoundsAsked(asked.kind, ahead=not _words("ahead").isdisjoint(said))


def _enough(said: Sequence[str]) -> EnoughAsked | None:
    if _words("enough").isdisjoint(said) or _words("would").isdisjoint(said):
        return None
    period, rest = _period(said)
    totals = [int(word) for word in rest if word.isdecimal() and LEAST <= int(word) <= MOST]
    rest = [word for word in rest if not (word.isdecimal() and int(word) in totals)]
    own = not totals and not _words("own").isdisjoint(rest)
    if len(totals) > 1 or not (totals or (own and period)):
        return None
    around = ("around", "enough", "would", "own", "enough_around")
    named = _named(rest, frozenset().union(*map(_words, around)))
    if named is None:
        return None
    return EnoughAsked(totals[0] if totals else None, named.kind, period)


def _named(said: Sequence[str], around: frozenset[str]) -> RoundsAsked | None:
    """The kind that is left without what says nothing; None where something else is."""
    left = vocabulary().telling([word for word in said if word not in around])
    kind = vocabulary().kinds.get(left)
    return RoundsAsked(kind) if kind or not left else None


def _period(said: Sequence[str]) -> tuple[Period | None, list[str]]:
    """The stretch of time that is named, and the words without it."""
    text = f" {' '.join(said)} "
    for key, ago in (("last_year", 1), ("this_year", 0)):
        for named in sorted(_phrases(key), key=len, reverse=True):
            if f" {named} " in text:
                return Period(years_ago=ago), text.replace(f" {named} ", " ").split()
    for at, word in enumerate(said):
        if not word.isdecimal():
            continue
        number, after = int(word), [*said[at + 1 : at + 3]]
        if _FIRST_YEAR <= number <= _LAST_YEAR:
            return Period(year=number), [*said[:at], *said[at + 1 :]]
        if 1 <= number <= _MOST_MONTHS and not _words("months").isdisjoint(after):
            rest = [each for each in said[at + 1 :] if each not in _words("months")]
            return Period(months=number), [*said[:at], *rest]
    return None, list(said)


def _words(key: str) -> frozenset[str]:
    return frozenset(word for named in _phrases(key) for word in named.split())


@cache
def _phrases(key: str) -> tuple[str, ...]:
    return tuple(phrase(each) for each in _table()[key])


@cache
def _table() -> dict[str, list[str]]:
    source = files("dialogs").joinpath("reading/past_rounds.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)
