"""Numbers, money, dates and durations as each language writes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date, format_skeleton, get_timezone_location
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit

from scoring.calendar import YEAR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dialogs.conversation import Language

_LOCALES: Mapping[Language, Locale] = {
    "en": Locale("en", "CA"),
    "fr": Locale("fr", "CA"),
}
_CENTS = 100
_OFFSET_ZONE = "Etc/GMT"
MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class Patterns:
    """The few things Babel leaves open, from ``formats.toml`` of the language."""

    date: str
    date_on_the_first: str
    """French says "1er avril" but "2 avril"."""
    years_and_months: str
    moment: str
    moment_to_the_second: str
    """With ``date`` and the parts of a clock."""


@dataclass(frozen=True)
class Formats:
    """How one language writes values. Every method is also a filter in the templates."""

    language: Language
    patterns: Patterns

    @property
    def locale(self) -> Locale:
        """Canadian English or Canadian French."""
        return _LOCALES[self.language]

    def number(self, value: float | str) -> str:
        """``1,200`` and ``1 200``; ``7.5`` and ``7,5``; of a number or its digits."""
        return _number(float(value), self.locale)

    def score(self, points: int) -> str:
        """A CRS total, ``1047``: ungrouped, as rounds publish their cut-offs."""
        return str(points)

    def signed(self, value: int) -> str:
        """``+25``, with a true minus sign below zero."""
        sign = "+" if value > 0 else MINUS if value < 0 else ""
        return sign + self.number(abs(value))

    def money(self, dollars: float) -> str:
        """``$19,001`` and ``19 001 $``; cents only where there are some."""
        return _money(round(float(dollars), 2), self.locale)

    def percent(self, share: float) -> str:
        """``83%`` and ``83 %`` of a share between 0 and 1."""
        return _percent(float(share), self.locale)

    def month(self, day: date) -> str:
        """``March 2027``, ``mars 2027``."""
        return _month(day, self.locale)

    def moment(self, moment: date | str) -> str:
        """``3 April 2026, 14:05 UTC``, or the day alone where no time of day is known."""
        at = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
        if not isinstance(at, datetime) or (isinstance(moment, str) and "T" not in moment):
            return self.date(at)
        at = at.astimezone(UTC)
        pattern = self.patterns.moment_to_the_second if at.second else self.patterns.moment
        return pattern.format(date=self.date(at.date()), clock=at)

    def date(self, day: date | str) -> str:
        """``3 April 1992`` and ``1er avril 1992``, of a date or its ISO text."""
        return _date(_as_date(day), self.locale, self.patterns)

    def zone(self, name: str) -> str:
        """A time zone by its largest city, ``Cairo`` and ``Le Caire``, or as ``UTC+5``."""
        if name.startswith(_OFFSET_ZONE):
            ahead = -int(name.removeprefix(_OFFSET_ZONE) or 0)
            return "UTC" + (self.signed(ahead) if ahead else "")
        return get_timezone_location(name, locale=self.locale, return_city=True)

    def listed(self, names: Sequence[str]) -> str:
        """``a, b and c``, ``a, b et c``."""
        return format_list(names, locale=self.locale)

    def years(self, years: int | str) -> str:
        """``1 year``, ``2 ans``; of a number or its digits."""
        return format_unit(int(years), "duration-year", locale=self.locale)

    def months(self, months: int) -> str:
        """Months in years where they fill some: ``2 years 6 months``, ``2 ans et 6 mois``."""
        return _months(int(months), self.locale, self.patterns.years_and_months)


def _as_date(day: date | str) -> date:
    return date.fromisoformat(day) if isinstance(day, str) else day


@lru_cache(maxsize=4096)
def _number(value: float, locale: Locale) -> str:
    return str(format_decimal(value, locale=locale))


@lru_cache(maxsize=1024)
def _money(dollars: float, locale: Locale) -> str:
    whole = round(dollars * _CENTS) % _CENTS == 0
    written = format_currency(dollars, "CAD", locale=locale)
    if not whole:
        return written
    pattern = locale.currency_formats["standard"].pattern.replace(".00", "")
    return format_currency(dollars, "CAD", pattern, locale=locale, currency_digits=False)


@lru_cache(maxsize=256)
def _month(day: date, locale: Locale) -> str:
    return format_skeleton("yMMMM", day, locale=locale)


@lru_cache(maxsize=256)
def _percent(share: float, locale: Locale) -> str:
    return format_percent(share, locale=locale)


@lru_cache(maxsize=1024)
def _date(day: date, locale: Locale, patterns: Patterns) -> str:
    pattern = patterns.date_on_the_first if day.day == 1 else patterns.date
    return format_date(day, pattern, locale=locale)


@lru_cache(maxsize=1024)
def _months(months: int, locale: Locale, years_and_months: str) -> str:
    years, rest = divmod(months, YEAR)
    in_years = format_unit(years, "duration-year", locale=locale)
    in_months = format_unit(rest, "duration-month", locale=locale)
    if years and rest:
        return years_and_months.format(years=in_years, months=in_months)
    return in_years if years else in_months
