"""What the forecast is made with, and for what it may be shown: ``parameters/forecast.toml``.

The figures stand there as the backtest gave them on the record up to their day.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from scoring.parameters.tree import ParameterError, tree
from scoring.rounds import ROUND_KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from scoring.parameters.tree import Entry
    from scoring.rounds import RoundKind

HORIZONS = (3, 6, 12)
"""Months ahead."""
REACH = 40
"""Points from the last cut-off, up or down, that the forecast is tested on. Further below, the few
great falls of the record would count for more than they are worth: 446 to 75 in February 2021."""
FORECASTERS = ("method", "last_cutoff", "moving_average", "climatology")
"""What is compared: the method, then the baselines."""
ENOUGH = 12
"""First days of a month that must have been looked ahead from before a figure counts."""

_FILE = "forecast.toml"


@dataclass(frozen=True, slots=True)
class Method:
    """The constants of the forecast, chosen on the older part of the record."""

    half_life_years: float
    """After how many years an earlier situation counts half."""
    others_count: float
    """As how many situations of the same kind those of all other kinds count together."""
    silence_width: float
    """How much the logarithms of two silences differ when the likeness is down to 37 %."""
    swing_width: float
    """How many points two swings differ by when the likeness is down to 37 %."""


@dataclass(frozen=True, slots=True)
class Figure:
    """How a kind of round was foretold some months ahead: mean squared errors (Brier scores)."""

    kind: RoundKind
    months: int
    origins: int
    """First days of a month that were looked ahead from."""
    cases: int
    brier: Mapping[str, float]
    """By ``FORECASTERS``."""

    @property
    def proven(self) -> bool:
        """Whether the method was better than each of the baselines, often enough to tell."""
        method, *baselines = (self.brier[name] for name in FORECASTERS)
        return self.origins >= ENOUGH and method < min(baselines)


@cache
def method() -> Method:
    """The constants in use."""
    fixed = tree().parameters["forecast"].fixed
    try:
        return Method(**{name: float(value) for name, value in fixed.items()})
    except (TypeError, ValueError) as problem:
        raise ParameterError(_FILE, "fixed", f"{problem}; give the constants") from None


@cache
def figures() -> tuple[Figure, ...]:
    """The newest figures of the backtest."""
    return tuple(_figure(_entry(), row) for row in _entry().value("figures"))


def figures_until() -> date:
    """The day up to which the record was for those figures."""
    return _entry().since


def proven(kind: RoundKind, months: int) -> bool:
    """Whether a forecast may be shown: the backtest had it better than every baseline."""
    return any(each.proven for each in figures() if (each.kind, each.months) == (kind, months))


def _entry() -> Entry:
    return tree().parameters["forecast"].entries[-1]


def _figure(entry: Entry, row: Any) -> Figure:
    try:
        kind, months, origins, cases, *brier = row
        scores = dict(zip(FORECASTERS, map(float, brier), strict=True))
        known = next(each for each in ROUND_KINDS if each == kind)
    except (TypeError, ValueError, StopIteration):
        mend = f"{row!r} must be a kind, months, origins, cases and {len(FORECASTERS)} scores"
        raise entry.error("figures", mend) from None
    return Figure(known, months, origins, cases, scores)
