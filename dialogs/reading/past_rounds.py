"""Questions about past rounds: "last CEC draw?", "would 489 have been enough in 2025?".

The words stand in ``past_rounds.toml``, both languages in one list. Whatever says more than which
rounds are meant is another question, and not read here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from dialogs.reading.months import month_named
from dialogs.reading.numbers import join_thousands
from dialogs.reading.targets import LEAST, MOST, vocabulary
from dialogs.reading.text import fold, words
from dialogs.reading.word_lists import phrases_of, words_of
from scoring.calendar import months_after
from scoring.rounds import KIND_NAMED
from scoring.tally import first_day_of_months

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.rounds import RoundKind

COMMAND = "rounds"
_words, _phrases = partial(words_of, "past_rounds"), partial(phrases_of, "past_rounds")
_LONGEST = 120
_NUMBER = re.compile(r"\d{1,3}[ab]?")
"""Of a round, as IRCC counts them."""
_ASKED = re.compile(r"\ba (quand|quelle frequence)\b")
_TO_COME = frozenset({"be", "etre"})
"""Words that ask what a round is, unless it is asked when one comes."""
_FIRST_YEAR, _LAST_YEAR = 2015, 2099
_MOST_MONTHS = 60
_ANOTHER_LEAST: frozenset[RoundKind] = frozenset({"fsw", "fst", "french"})
"""Kinds named like what has a lowest mark of its own: the selection grid, a test."""
_BESIDE = ("around", "list", "ahead", "least")
_SOME = frozenset({"a", "un", "une"})
"""Beside a stretch of time: "was there a draw this week"."""


@dataclass(frozen=True, slots=True)
class RoundsAsked:
    """The last rounds are asked for."""

    kind: RoundKind | None
    """None where the words name no kind."""
    ahead: bool = False
    """Whether it is asked when they come."""
    unknown: bool = False
    """Whether the command named something that is no kind known."""
    number: str | None = None
    """Of one round; None where all are meant."""
    period: Period | None = None
    """The stretch of time of which it is asked."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time as it was named: a month, maybe of a year, or one of the others."""

    year: int | None = None
    month: int | None = None
    """Of the year, or the last one that has begun."""
    years_ago: int | None = None
    months: int | None = None
    months_ago: int | None = None
    weeks_ago: int | None = None
    """From Monday on."""
    days_ago: int | None = None

    def days(self, today: date, until: date) -> tuple[date, date]:
        """Its first and its last day; so many months end with ``until``."""
        if self.months is not None:
            return first_day_of_months(until, self.months), until
        if self.days_ago is not None:
            return (day := today - timedelta(days=self.days_ago)), day
        if self.weeks_ago is not None:
            monday = today - timedelta(days=today.weekday() + 7 * self.weeks_ago)
            return monday, monday + timedelta(days=6)
        if self.months_ago is not None:
            first = months_after(today.replace(day=1), -self.months_ago)
            return first, _last_day(first)
        if self.month is not None:
            year = self.year or today.year - (self.month > today.month)
            return date(year, self.month, 1), _last_day(date(year, self.month, 1))
        year = self.year if self.year is not None else today.year - (self.years_ago or 0)
        return date(year, 1, 1), date(year, 12, 31)


def _last_day(first: date) -> date:
    """That of a month, by its first."""
    return months_after(first, 1) - timedelta(days=1)


_PERIODS = {
    "last_year": Period(years_ago=1),
    "this_year": Period(years_ago=0),
    "last_month": Period(months_ago=1),
    "this_month": Period(months_ago=0),
    "last_week": Period(weeks_ago=1),
    "this_week": Period(weeks_ago=0),
    "today": Period(days_ago=0),
    "yesterday": Period(days_ago=1),
}


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
        return _enough(said) or _one(said) or _listed(said)
    command, *rest = text[1:].split(maxsplit=1) or [""]
    if command.split("@")[0].lower() != COMMAND:
        return None
    named = words(fold(rest[0])) if rest else []
    if "_".join(named) in KIND_NAMED:
        return RoundsAsked(KIND_NAMED["_".join(named)])
    if one := _NUMBER.fullmatch("".join(named)):
        return RoundsAsked(None, number=one[0])
    around = _words("around") | _words("list")
    return _named(named, around) or RoundsAsked(None, unknown=True)


def _one(said: Sequence[str]) -> RoundsAsked | None:
    """One round by its number: "draw 446", "the cut-off of round no. 434"."""
    number = _one_named(said)
    rest = [
        word for word in said if word != number and word not in _words("one") | _words("number")
    ]
    if number is None or _named(rest, _words("around")) is None:
        return None
    return RoundsAsked(None, number=number)


def _one_named(said: Sequence[str]) -> str | None:
    """A number right after a word for a round, or after "round number"."""
    for at, word in enumerate(said[1:], 1):
        before = said[at - 1]
        called = said[at - 2] if at > 1 and before in _words("number") else before
        if _NUMBER.fullmatch(word) and called in _words("one"):
            return word
    return None


def _listed(said: Sequence[str]) -> RoundsAsked | None:
    known = vocabulary()
    said = _ASKED.sub(r"\1", " ".join(said)).split()
    period, said = _period(said)
    told_by = known.last | _words("list") | _words("ahead")
    asked = _named(said, frozenset().union(_TO_COME, *map(_words, _BESIDE)))
    own_least = asked is not None and asked.kind not in (None, *_ANOTHER_LEAST)
    least_asked = not _words("least").isdisjoint(said) and (
        own_least or not told_by.isdisjoint(said)
    )
    if known.rounds.isdisjoint(said) and not least_asked:
        return None
    meaning = _words("meaning") - (_TO_COME if "when" in said or "quand" in said else frozenset())
    if not (meaning - _SOME if period else meaning).isdisjoint(said):
        return None
    if known.last.isdisjoint(said) and not _words("jobs").isdisjoint(said):
        return None
    told = not told_by.isdisjoint(said) or period is not None
    of_kind = asked is not None and asked.kind and not _words("fact").isdisjoint(said)
    if asked is None or not (told or of_kind):
        return None
    ahead = not _words("ahead").isdisjoint(said)
    return RoundsAsked(asked.kind, ahead=ahead, period=period)


def _enough(said: Sequence[str]) -> EnoughAsked | None:
    has_chance = not _words("chances").isdisjoint(said)
    would = has_chance or not _words("would").isdisjoint(said)
    now = not _words("now").isdisjoint(said) or any(map(str.isdecimal, said))
    if not has_chance and (_words("enough").isdisjoint(said) or not (would or now)):
        return None
    period, rest = _period(said)
    totals = [int(word) for word in rest if word.isdecimal() and LEAST <= int(word) <= MOST]
    rest = [word for word in rest if not (word.isdecimal() and int(word) in totals)]
    own = not totals and not has_chance and not _words("own").isdisjoint(rest)
    if len(totals) > 1 or not (totals or own) or _one_named(said):
        return None
    around = ("around", "enough", "would", "now", "own", "enough_around", "chances")
    named = _named(rest, frozenset().union(*map(_words, around)))
    if named is None:
        return None
    # What is enough now may be of anything, while no kind is named.
    if not (named.kind if not would else totals or period):
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
    for key, period in _PERIODS.items():
        for named in sorted(_phrases(key), key=len, reverse=True):
            if f" {named} " in text:
                return period, text.replace(f" {named} ", " ").split()
    for at, word in enumerate(said):
        month = month_named(word) if at and said[at - 1] in _words("in") else None
        if month is not None:
            year, rest = _year_first(said[at + 1 :])
            return Period(year=year, month=month), [*said[: at - 1], *rest]
        if not word.isdecimal():
            continue
        number, after = int(word), [*said[at + 1 : at + 3]]
        if _FIRST_YEAR <= number <= _LAST_YEAR:
            return Period(year=number), [*said[:at], *said[at + 1 :]]
        if 1 <= number <= _MOST_MONTHS and not _words("months").isdisjoint(after):
            rest = [each for each in said[at + 1 :] if each not in _words("months")]
            return Period(months=number), [*said[:at], *rest]
    return None, list(said)


def _year_first(said: Sequence[str]) -> tuple[int | None, Sequence[str]]:
    """The year that the words begin with, and the rest of them."""
    if said and said[0].isdecimal() and _FIRST_YEAR <= int(said[0]) <= _LAST_YEAR:
        return int(said[0]), said[1:]
    return None, said
