"""The backtest: what stands in the parameters is what it gives, and it can be followed by hand."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scoring.backtest import (
    CANDIDATES,
    DISTANCES,
    SPLIT,
    Backtest,
    backtest,
    chosen,
    earlier_cases,
    figures_of,
    later_cases,
    mean_scores,
)
from scoring.baselines import climatology, last_cutoff, moving_average
from scoring.forecast import (
    ENOUGH,
    FORECASTERS,
    HORIZONS,
    Figure,
    figures,
    figures_until,
    method,
    proven,
)
from scoring.record import Record
from scoring.rounds import Round
from scoring.situations import Held

if TYPE_CHECKING:
    from collections.abc import Sequence

DOCS = (Path(__file__).parents[2] / "docs" / "forecast.md").read_text(encoding="utf-8")
BEGIN = date(2024, 1, 1).toordinal()


def measured() -> Backtest:
    return backtest(Record.shipped(), figures_until())


def regular(last: date, cutoff: int = 500) -> Record:
    """A round every two weeks, always with the same cut-off."""
    on = [last - timedelta(days=14 * number) for number in range(150)]
    return Record(
        tuple(Round(str(day), day, "cec", "", 1, cutoff, None, ("X",)) for day in reversed(on))
    )


def rounds(*held: tuple[int, int]) -> Sequence[Held]:
    return [Held("cec", BEGIN + day, cutoff, 0) for day, cutoff in held]


def test_the_figures_that_decide_are_those_the_record_gives() -> None:
    assert measured().later == figures()
    assert measured().known_until == figures_until()


def test_the_documents_say_what_the_figures_say() -> None:
    said = {
        kind: tuple(cell.strip() == "yes" for cell in cells.split("|"))
        for kind, cells in re.findall(r"^\| `(\w+)` \| (.+) \|$", DOCS, re.MULTILINE)
    }
    shown = {figure.kind for figure in figures() if figure.proven}
    assert said == {kind: tuple(proven(kind, months) for months in HORIZONS) for kind in shown}
    scores = [f"{score:.3f}" for score in mean_scores(figures()).values()]
    cases = sum(figure.cases for figure in figures())
    assert f"{cases:,} cases" in DOCS
    assert all(score in DOCS for score in scores)


def test_the_method_is_better_than_the_baselines_taken_together() -> None:
    for part in (measured().earlier, measured().later):
        scores = mean_scores(part)
        best = min(score for name, score in scores.items() if name != "method")
        assert scores["method"] < 0.7 * best


def test_what_is_shown_beats_every_baseline_often_enough() -> None:
    brier = dict(zip(FORECASTERS, (0.15, 0.2, 0.3, 0.16), strict=True))
    assert Figure("cec", 3, ENOUGH, 99, brier).proven
    assert not Figure("cec", 3, ENOUGH - 1, 99, brier).proven
    for name in FORECASTERS[1:]:
        assert not Figure("cec", 3, ENOUGH, 99, {**brier, name: 0.15}).proven
    assert not proven("researchers", 3)


def test_what_chose_the_constants_knew_nothing_of_what_measures_them() -> None:
    cut_short = Record(Record.shipped().until(SPLIT))
    assert tuple(figures_of(earlier_cases(cut_short, method()))) == measured().earlier
    later = later_cases(Record.shipped(), date(2024, 11, 1), method())
    assert all(case.origin >= SPLIT for case in later)


def test_what_came_is_told_by_the_cutoffs() -> None:
    """CEC from July 2024: the least cut-off within three months was 507, after 515."""
    cases = {
        case.total: case.invited
        for case in later_cases(Record.shipped(), date(2024, 11, 1), method())
        if (case.kind, case.origin, case.months) == ("cec", SPLIT, 3)
    }
    assert set(cases) == {522 + distance for distance in DISTANCES}
    assert cases == {total: total >= 507 for total in cases}


def test_a_regular_record_is_foretold_without_error() -> None:
    found = backtest(regular(date(2027, 1, 1)), date.max)
    scores = mean_scores(found.later)
    assert scores["method"] == scores["last_cutoff"] == scores["moving_average"] == 0
    assert all(each.came in (0, 1) for each in found.calibration)


def test_an_empty_record_cannot_be_measured() -> None:
    with pytest.raises(ValueError, match="no round is known"):
        backtest(Record(), date.max)


def test_calibration_counts_every_later_case_once() -> None:
    for months in HORIZONS:
        cases = sum(each.cases for each in measured().later if each.months == months)
        bins = [each for each in measured().calibration if each.months == months]
        assert sum(each.cases for each in bins) == cases
        assert all(each.low <= each.said <= each.high for each in bins)


def test_the_last_cutoff_stays_while_rounds_come() -> None:
    held = rounds((0, 480), (20, 500))
    assert last_cutoff(held, BEGIN + 30, 91, [500]) == [1]
    assert last_cutoff(held, BEGIN + 30, 91, [499]) == [0]
    assert last_cutoff(held, BEGIN + 20 + 92, 91, [500]) == [0]


def test_the_mean_of_the_last_six_stays_while_rounds_come() -> None:
    held = rounds((0, 900), *((day, 500 + day) for day in range(1, 7)))
    assert moving_average(held, BEGIN + 30, 91, [504]) == [1]
    assert moving_average(held, BEGIN + 30, 91, [503]) == [0]
    assert moving_average(held, BEGIN + 6 + 92, 91, [504]) == [0]


def test_the_climatology_is_the_share_of_earlier_stretches() -> None:
    held = rounds((0, 500), (100, 450))
    day = BEGIN + 190  # stretches of 91 days since days 99, 86, 73 … 8 after the first
    assert climatology(held, day, 91, [500]) == [7.5 / 9]
    assert climatology(held, day, 91, [449]) == [0.5 / 9]
    assert climatology(held, BEGIN + 30, 91, [900]) == [0.5]


@pytest.mark.soak
def test_the_constants_are_the_best_of_the_candidates_on_the_earlier_part() -> None:
    assert method() in CANDIDATES
    assert chosen(Record.shipped())[0][1] == method()
