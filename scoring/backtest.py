"""The backtest: what the forecast would have said on past days, against what came.

From the first day of every month, for every kind of round held within a year before, at totals
some points above and below the last cut-off, with nothing known that came later. The older part
of the record chooses the constants of the method, the newer part measures it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import product
from math import inf
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from scoring.baselines import BASELINES
from scoring.calendar import months_after
from scoring.chances import Step, outlook
from scoring.forecast import FORECASTERS, HORIZONS, REACH, Figure, Method, method
from scoring.rounds import ROUND_KINDS
from scoring.situations import by_kind, held

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from scoring.record import Record
    from scoring.rounds import RoundKind
    from scoring.situations import Held

SPLIT = date(2024, 7, 1)
"""What was decided by this day chooses the constants; what is foretold from it on measures."""
DISTANCES = (-REACH, -20, -10, -5, 0, 5, 10, 20, REACH)
"""Points above the last cut-off."""
CANDIDATES = tuple(Method(*each) for each in product((4, 8, 16), (2, 4), (0.5, 1), (30, 60, 120)))
"""The constants that are compared."""

_FIRST = date(2016, 1, 1)
_LONG_IN_POOL = date(2015, 1, 1)
_BINS = 10


class Case(NamedTuple):
    """One forecast, and what came."""

    kind: RoundKind
    origin: date
    months: int
    total: int
    said: Mapping[str, float]
    """By forecaster."""
    invited: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The cases in which the method said nearly the same."""

    months: int
    low: float
    high: float
    cases: int
    said: float
    """The mean of what it said."""
    came: float
    """The share that was invited."""


@dataclass(frozen=True, slots=True)
class Backtest:
    """What the method was worth; ``earlier`` chose its constants, ``later`` did not."""

    known_until: date
    earlier: tuple[Figure, ...]
    later: tuple[Figure, ...]
    calibration: tuple[Bin, ...]
    """Of the later cases."""

    def as_json(self) -> dict[str, Any]:
        """The backtest as JSON."""
        return {
            "known_until": self.known_until.isoformat(),
            "split": SPLIT.isoformat(),
            "earlier": list(map(_figure_as_json, self.earlier)),
            "later": list(map(_figure_as_json, self.later)),
            "calibration": [
                {name: getattr(each, name) for name in Bin.__slots__} for each in self.calibration
            ],
        }


def backtest(record: Record, until: date) -> Backtest:
    """The method on the record up to a day.

    Raises:
        ValueError: no round is known by then.
    """
    known = record.known_until(until)
    if known is None:
        raise ValueError(f"no round is known by {until}")
    return _measured(record, known, method())


@lru_cache(maxsize=2)
def _measured(record: Record, known: date, constants: Method) -> Backtest:
    later = list(later_cases(record, known, constants))
    return Backtest(
        known,
        tuple(figures_of(earlier_cases(record, constants))),
        tuple(figures_of(later)),
        tuple(_calibration(later)),
    )


def earlier_cases(record: Record, constants: Method) -> Iterator[Case]:
    """The cases that were decided before the split."""
    return _cases(record, _FIRST, SPLIT, constants)


def later_cases(record: Record, known_until: date, constants: Method) -> Iterator[Case]:
    """The cases foretold from the split on, and decided by a day."""
    return _cases(record, SPLIT, known_until, constants)


def chosen(record: Record) -> list[tuple[float, Method]]:
    """All candidates with their mean Brier score in the earlier cases, the best first."""
    scored = [(brier(earlier_cases(record, each), "method"), each) for each in CANDIDATES]
    return sorted(scored, key=lambda each: each[0])


def brier(cases: Iterable[Case], forecaster: str) -> float:
    """The mean squared error of a forecaster."""
    errors = [(each.said[forecaster] - each.invited) ** 2 for each in cases]
    return sum(errors) / len(errors)


def mean_scores(figures: Iterable[Figure]) -> dict[str, float]:
    """The Brier scores over all cases of some figures, by forecaster; one figure at least."""
    each = list(figures)
    total = sum(figure.cases for figure in each)
    return {
        name: sum(figure.cases * figure.brier[name] for figure in each) / total
        for name in FORECASTERS
    }


def figures_of(cases: Iterable[Case]) -> Iterator[Figure]:
    """The figures of each kind and number of months, in the order of the kinds."""
    groups: dict[tuple[RoundKind, int], list[Case]] = defaultdict(list)
    for case in cases:
        groups[case.kind, case.months].append(case)
    for kind, months in product(ROUND_KINDS, HORIZONS):
        if group := groups.get((kind, months)):
            origins = len({case.origin for case in group})
            scores = {name: round(brier(group, name), 4) for name in FORECASTERS}
            yield Figure(kind, months, origins, len(group), scores)


def _cases(record: Record, first: date, decided: date, constants: Method) -> Iterator[Case]:
    origin = first
    of_kinds = by_kind(held(record.rounds))
    while origin < decided:
        for kind, rounds in of_kinds.items():
            yield from _from(record, kind, rounds, origin, decided, constants)
        origin = months_after(origin, 1)


def _from(
    record: Record,
    kind: RoundKind,
    rounds: list[Held],
    origin: date,
    decided: date,
    constants: Method,
) -> Iterator[Case]:
    """The cases of a kind from one day."""
    seen = outlook(record, kind, origin, constants)
    if seen is None:
        return
    day = origin.toordinal()
    until_now = bisect_right(rounds, day, key=attrgetter("day"))
    totals = [seen.last.cutoff + distance for distance in DISTANCES]
    said = [seen.chances([Step(origin, total)], _LONG_IN_POOL) for total in totals]
    for each in zip(*said, strict=True):
        months = each[0].months
        end = months_after(origin, months)
        if end > decided:
            continue
        forecasts = {"method": [chance.probability for chance in each]}
        for name, baseline in BASELINES.items():
            forecasts[name] = baseline(rounds[:until_now], day, (end - origin).days, totals)
        until_then = bisect_right(rounds, end.toordinal(), key=attrgetter("day"))
        least = min((held.cutoff for held in rounds[until_now:until_then]), default=inf)
        for number, total in enumerate(totals):
            by_name = {name: forecasts[name][number] for name in FORECASTERS}
            yield Case(kind, origin, months, total, by_name, least <= total)


def _calibration(cases: Iterable[Case]) -> Iterator[Bin]:
    groups: dict[tuple[int, int], list[Case]] = defaultdict(list)
    for case in cases:
        step = min(int(case.said["method"] * _BINS), _BINS - 1)
        groups[case.months, step].append(case)
    for (months, step), group in sorted(groups.items()):
        yield Bin(
            months=months,
            low=step / _BINS,
            high=(step + 1) / _BINS,
            cases=len(group),
            said=round(sum(case.said["method"] for case in group) / len(group), 4),
            came=round(sum(case.invited for case in group) / len(group), 4),
        )


def _figure_as_json(figure: Figure) -> dict[str, Any]:
    return {
        "kind": figure.kind,
        "months": figure.months,
        "origins": figure.origins,
        "cases": figure.cases,
        "brier": dict(figure.brier),
        "proven": figure.proven,
    }
