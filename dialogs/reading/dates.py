"""Dates and ages as people write them, in English and French."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from dialogs.reading.days import Written, written_days
from dialogs.reading.numbers import take_number
from dialogs.reading.outcome import Ambiguous, Reading, Understood, Unreadable
from dialogs.reading.text import fold, word_set, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")

YOUNGEST, OLDEST = 14, 100
"""Ages a person can give; outside them the text is taken for a slip."""

_EARLIEST_YEAR = 1900
_LIKELY_YEAR = range(80, 100)
_TWO_DIGITS = 100
_BIRTH_WORDS = word_set(
    "i was am m my is born birth date birthday dob it s je suis j ai ne nee nees mon ma naissance "
    "est c"
)
_AGE_WORDS = word_set("year years old yrs yr yo y o ans an annees age aged agee")
_TALK = word_set("i am m im my is it s je j ai mon ma est c de d suis now just ive turned")
_TEST_WORDS = word_set(
    "issued dated taken passed since on it was i took wrote test exam date result results report "
    "from by in done received got have an a my assessment credential evaluation of yeah yep "
    "passe passee delivre delivree emis emise recu recue obtenu obtenue j ai yes oui ouais "
    "wes ices iqas icas ces mcc pebc cces eca ede un une diplomes par de chez du datee fait faite "
    "je l le la mon ma depuis"
)
_PROFILE_WORDS = word_set(
    "submitted created made sent entered pool profile express entry day time at "
    "soumis cree creee fait envoye entre entree bassin profil jour heure le a"
)
_PERMIT_WORDS = word_set(
    "until till ends end expires expiry on it my permit work valid is the in i have "
    "jusqu au a il elle expire finit fin le mon permis de travail valide est en j ai"
)
_AGO = re.compile(
    r"(?:il y a (?P<fr>\d{1,2}|[a-z]+) (?P<fr_unit>jours?|semaines?|mois|ans?|annees?))"
    r"|(?:(?P<en>\d{1,2}|[a-z]+) (?P<en_unit>days?|weeks?|months?|years?) ago)"
)
_NEAR_DAYS = {"today": 0, "aujourd'hui": 0, "aujourdhui": 0, "yesterday": 1, "hier": 1}


def read_date_or_age(text: str, today: date) -> Reading[date | int]:
    """A birth date, or an age in whole years.

    Numbers that could be day and month either way are ``Ambiguous``; a two-digit year is the
    one that makes a plausible age. A bare 80 to 99 looks more like a year than like an age, so
    the full date is asked for.
    """
    folded = fold(text)
    age = _age(folded)
    if age is not None:
        return age
    written = written_days(folded, _BIRTH_WORDS)
    if not written:
        return Unreadable("date_unreadable")
    if any(option.day is None or option.year is None for option in written):
        return Unreadable("date_incomplete")
    return _judged(written, lambda option: _birth(option, today))


def read_past_date(text: str, today: date) -> Reading[date]:
    """A date up to today, such as the day a test was taken or an assessment issued.

    A month alone is read as its first day: the earliest, so that nothing counts too long.
    """
    folded = fold(text)
    if folded in _NEAR_DAYS:
        return Understood(today - timedelta(days=_NEAR_DAYS[folded]))
    if found := _AGO.fullmatch(folded):
        return _ago(found, today)
    return past_day(written_days(folded, _TEST_WORDS), today)


def read_past_day(text: str, today: date) -> Reading[date]:
    """A whole day up to today; a month alone, or "two weeks ago", is none.

    Without a year it is the last such day.
    """
    folded = fold(text)
    if folded in _NEAR_DAYS:
        return Understood(today - timedelta(days=_NEAR_DAYS[folded]))
    written = written_days(folded, _TEST_WORDS | _PROFILE_WORDS)
    if any(option.day is None for option in written) or _AGO.fullmatch(folded):
        return Unreadable("date_incomplete")
    return past_day([_last_such(option, today) for option in written], today)


def read_coming_date(text: str, today: date) -> Reading[date]:
    """A date from today on, such as the day a work permit ends.

    A month alone is read as its first day: the earliest, so that nothing counts too long.
    """
    written = written_days(fold(text), _PERMIT_WORDS)
    if not written:
        return Unreadable("date_unreadable")
    if any(option.month is None or option.year is None for option in written):
        return Unreadable("date_incomplete")
    return _judged(written, lambda option: _coming(option, today))


def past_day(written: Sequence[Written], today: date) -> Reading[date]:
    """The day up to today that is meant; a month alone is its first day."""
    if not written:
        return Unreadable("date_unreadable")
    if any(option.month is None or option.year is None for option in written):
        return Unreadable("date_incomplete")
    return _judged(written, lambda option: _past(option, today))


def _last_such(option: Written, today: date) -> Written:
    """A day without a year in the year in which it was last."""
    if option.year is not None or option.month is None or option.day is None:
        return option
    before = (option.month, option.day) > (today.month, today.day)
    return replace(option, year=today.year - before)


def months_before(today: date, months: int) -> date:
    """The same day so many months earlier, or the last day of a shorter month."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    for day in range(today.day, 27, -1):
        try:
            return date(year, month + 1, day)
        except ValueError:
            continue
    return date(year, month + 1, min(today.day, 28))


def _age(folded: str) -> Reading[date | int] | None:
    """An age, or what is wrong with it; None where the text is no age."""
    tokens = words(folded)
    bare = [token for token in tokens if token not in _AGE_WORDS and token not in _TALK]
    taken = take_number(bare, 0)
    if taken is None or taken[1] != len(bare) or taken[0] != int(taken[0]) or len(bare[0]) == 4:
        return None
    age = int(taken[0])
    if age >= 1000:
        return None
    if folded.startswith("-") or not YOUNGEST <= age <= OLDEST:
        given = -age if folded.startswith("-") else age
        return Unreadable(
            "age_out_of_range", {"given": given, "minimum": YOUNGEST, "maximum": OLDEST}
        )
    if age in _LIKELY_YEAR and not _AGE_WORDS.intersection(tokens):
        return Unreadable("date_incomplete")
    return Understood(age)


def _birth(option: Written, today: date) -> date | int | Unreadable:
    found = _plausible_birth_year(option, today)
    if isinstance(found, Unreadable):
        return found
    age = today.year - found.year - ((today.month, today.day) < (found.month, found.day))
    if found > today:
        return Unreadable("date_future", {"given": found.isoformat()})
    if not YOUNGEST <= age <= OLDEST:
        return Unreadable(
            "age_out_of_range", {"given": age, "minimum": YOUNGEST, "maximum": OLDEST}
        )
    return found


def _plausible_birth_year(option: Written, today: date) -> date | Unreadable:
    year = option.year or 0
    if year < _TWO_DIGITS:
        latest = today.year - YOUNGEST
        year += latest - latest % 100
        year -= 100 if year > latest else 0
    return option.on(year) or Unreadable("date_impossible")


def _past(option: Written, today: date) -> date | Unreadable:
    year = option.year or 0
    if year < _TWO_DIGITS:
        year += today.year - today.year % 100
    if not _EARLIEST_YEAR <= year < 10_000:
        return Unreadable("date_unreadable")
    found = option.on(year)
    if found is None:
        return Unreadable("date_impossible")
    return found if found <= today else Unreadable("date_future", {"given": found.isoformat()})


def _coming(option: Written, today: date) -> date | Unreadable:
    year = option.year or 0
    if year < _TWO_DIGITS:
        year += today.year - today.year % 100
    found = option.on(year) if year < today.year + _TWO_DIGITS else None
    if found is None:
        return Unreadable("date_impossible")
    return found if found >= today else Unreadable("date_past", {"given": found.isoformat()})


def _judged(written: Sequence[Written], judge: Callable[[Written], T | Unreadable]) -> Reading[T]:
    """The readings that stand: one is understood, two are asked back, none says why."""
    verdicts = [judge(option) for option in written]
    dates = tuple(verdict for verdict in verdicts if not isinstance(verdict, Unreadable))
    if len(dates) > 1:
        return Ambiguous(dates, "date_order")
    if dates:
        return Understood(dates[0])
    return next(verdict for verdict in verdicts if isinstance(verdict, Unreadable))


def _ago(found: re.Match[str], today: date) -> Reading[date]:
    taken = take_number([found["fr"] or found["en"]], 0)
    amount = 1 if taken is None and (found["en"] in {"a", "an", "one"}) else taken and int(taken[0])
    if amount is None:
        return Unreadable("date_unreadable")
    unit = (found["fr_unit"] or found["en_unit"])[0]
    if unit in "djsw":
        return Understood(today - timedelta(days=amount * (7 if unit in "sw" else 1)))
    return Understood(months_before(today, amount * (1 if unit == "m" else 12)))
