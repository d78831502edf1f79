"""Chances: they follow the record, rise with the total and the time, and promise nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.chances import Step, chances, outlook, path_of
from scoring.forecast import HORIZONS, REACH, proven
from scoring.profile import Profile
from scoring.record import Record
from scoring.rounds import ROUND_KINDS, Round, RoundKind
from scoring.rules import rules_on
from scoring.timeline import timeline

if TYPE_CHECKING:
    from collections.abc import Sequence

TODAY = date(2026, 11, 23)
SHIPPED = Record.shipped()
LAST = SHIPPED.rounds[-1].on
LONG_AGO = date(2015, 1, 1)
LIVING: tuple[RoundKind, ...] = ("pnp", "cec", "french", "healthcare", "trade")

kinds = st.sampled_from(LIVING)
totals = st.integers(0, 1200)
days = st.dates(date(2024, 1, 1), TODAY)


@st.composite
def paths(draw: st.DrawFn) -> list[Step]:
    """Totals of somebody over a year or more from today."""
    later = draw(st.lists(st.integers(1, 500), max_size=4, unique=True))
    steps = [0, *sorted(later)]
    return [Step(TODAY + timedelta(days=day), draw(totals)) for day in steps]


def held(on: date, cutoff: int, tie_break: date | None = None, kind: RoundKind = "cec") -> Round:
    return Round(str(on), on, kind, "", 1000, cutoff, tie_break, ("IRCC_JSON",))


def every(days: int, cutoffs: Sequence[int], last: date, lag: int | None = None) -> Record:
    """A record of one kind, with a round every so many days up to the last."""
    first = last - timedelta(days=days * (len(cutoffs) - 1))
    on = [first + timedelta(days=days * number) for number in range(len(cutoffs))]
    return Record(
        tuple(
            held(day, cutoff, None if lag is None else day - timedelta(days=lag))
            for day, cutoff in zip(on, cutoffs, strict=True)
        )
    )


def probabilities(record: Record, path: list[Step], since: date | None = None) -> list[float]:
    return [each.probability for each in chances(record, "cec", TODAY, path, since)]


@given(kinds, totals, totals)
def test_a_higher_total_never_has_a_lower_chance(kind: RoundKind, one: int, other: int) -> None:
    lower, higher = (
        chances(SHIPPED, kind, TODAY, [Step(TODAY, total)]) for total in sorted((one, other))
    )
    for less, more in zip(lower, higher, strict=True):
        assert less.probability <= more.probability + 1e-9


@given(kinds, paths(), st.lists(st.integers(0, 300), min_size=5, max_size=5))
def test_gaining_points_on_any_day_never_lowers_a_chance(
    kind: RoundKind, path: list[Step], gains: list[int]
) -> None:
    better = [Step(step.since, step.total + more) for step, more in zip(path, gains, strict=False)]
    for less, more in zip(
        chances(SHIPPED, kind, TODAY, path), chances(SHIPPED, kind, TODAY, better), strict=True
    ):
        assert less.probability <= more.probability + 1e-9


@given(kinds, days, paths())
def test_more_months_never_lower_a_chance(kind: RoundKind, on: date, path: list[Step]) -> None:
    found = chances(SHIPPED, kind, on, path)
    said = [each.probability for each in found]
    assert [each.months for each in found] == list(HORIZONS[: len(found)])
    assert said == sorted(said)
    assert all(0 <= each <= 1 for each in said)


@given(kinds, paths(), st.dates(date(2024, 1, 1), TODAY))
def test_an_older_profile_never_has_a_lower_chance(
    kind: RoundKind, path: list[Step], since: date
) -> None:
    new = chances(SHIPPED, kind, TODAY, path)
    old = chances(SHIPPED, kind, TODAY, path, since)
    assert all(a.probability <= b.probability + 1e-9 for a, b in zip(new, old, strict=True))


def test_rounds_that_always_come_at_the_same_cutoff_are_certain() -> None:
    record = every(14, [500] * 200, TODAY)
    assert probabilities(record, [Step(TODAY, 501)]) == pytest.approx([1, 1, 1])
    assert probabilities(record, [Step(TODAY, 499)]) == [0, 0, 0]


def test_cutoffs_that_always_fall_are_expected_to_go_on() -> None:
    record = every(14, list(range(900, 500, -2)), TODAY)
    assert probabilities(record, [Step(TODAY, 502 - 20)]) == pytest.approx([0, 1, 1])


def test_at_the_cutoff_it_is_the_days_in_the_pool_that_decide() -> None:
    record = every(14, [500] * 200, TODAY, lag=120)
    at_it = [Step(TODAY, 500)]
    assert probabilities(record, at_it) == pytest.approx([0, 1, 1])
    assert probabilities(record, at_it, TODAY - timedelta(days=100)) == pytest.approx([1, 1, 1])


def test_points_that_are_lost_or_gained_count_from_their_day() -> None:
    record = every(14, [500] * 200, TODAY)
    lost = [Step(TODAY, 510), Step(TODAY + timedelta(days=1), 400)]
    gained = [Step(TODAY, 400), Step(TODAY + timedelta(days=120), 510)]
    assert probabilities(record, lost) == [0, 0, 0]
    assert probabilities(record, gained) == pytest.approx([0, 1, 1])


def test_steps_that_are_past_do_not_count() -> None:
    record = every(14, [500] * 200, TODAY)
    was = [Step(TODAY - timedelta(days=400), 600), Step(TODAY - timedelta(days=30), 400)]
    assert probabilities(record, was) == [0, 0, 0]


def test_the_path_of_a_person_is_their_timeline() -> None:
    person = Profile.model_validate(
        {"birth_date": "1996-12-24", "marital_status": "single", "education": "master"}
    )
    ahead = timeline(person, rules_on(TODAY))
    steps = path_of(ahead)
    assert steps[0] == (TODAY, ahead.current)
    assert steps[1:] == [(event.on, event.total) for event in ahead.events]


def test_the_longer_a_kind_is_silent_the_less_is_expected() -> None:
    """After the last round of agriculture, while other rounds went on."""
    last = SHIPPED.latest("agriculture", TODAY)
    assert last is not None
    said = []
    for silence in (10, 60, 150, 300):
        on = last.on + timedelta(days=silence)
        found = chances(SHIPPED, "agriculture", on, [Step(on, last.cutoff + 20)])
        said.append(found[0].probability)
    assert said == sorted(said, reverse=True)
    assert said[-1] < said[0] / 2


@pytest.mark.parametrize("kind", ["general", "stem", "agriculture", "fst", "researchers", "other"])
def test_of_kinds_that_stopped_or_never_began_nothing_is_said(kind: RoundKind) -> None:
    assert chances(SHIPPED, kind, TODAY, [Step(TODAY, 900)]) == []


def test_without_rounds_nothing_is_said() -> None:
    for record in (Record(), Record((held(TODAY + timedelta(days=1), 500),))):
        assert chances(record, "cec", TODAY, [Step(TODAY, 900)]) == []


def test_an_old_record_says_nothing() -> None:
    known = date(2026, 10, 1)
    fresh, stale = known + timedelta(days=180), known + timedelta(days=190)
    assert chances(SHIPPED, "cec", fresh, [Step(fresh, 600)])
    assert chances(SHIPPED, "cec", stale, [Step(stale, 600)]) == []


def test_a_record_of_some_months_says_nothing_of_a_year() -> None:
    found = chances(every(14, [500] * 18, TODAY), "cec", TODAY, [Step(TODAY, 501)])
    assert [each.months for each in found] == [3, 6]
    assert all(each.others == 0 < each.situations for each in found)


def test_one_round_alone_has_nothing_to_compare_with() -> None:
    assert chances(every(14, [500], TODAY), "cec", TODAY, [Step(TODAY, 600)]) == []


@given(st.sampled_from(ROUND_KINDS), st.dates(date(2016, 1, 1), LAST), totals)
def test_what_came_later_is_not_looked_at(kind: RoundKind, on: date, total: int) -> None:
    until = Record(SHIPPED.until(on))
    assert chances(SHIPPED, kind, on, [Step(on, total)]) == chances(
        until, kind, on, [Step(on, total)]
    )


def test_a_chance_names_the_record_it_is_from() -> None:
    seen = outlook(SHIPPED, "cec", TODAY)
    assert seen is not None
    assert (seen.last.number, seen.known_until) == ("446", date(2026, 10, 1))
    chance = seen.chances([Step(TODAY, 530)])[-1]
    assert chance.situations > 100
    assert chance.others > chance.situations
    assert chance.proven is proven("cec", 12)


@pytest.mark.parametrize(
    ("probability", "of_ten"), [(0, 0), (0.04, 0), (0.05, 1), (0.68, 7), (1, 10)]
)
def test_in_tenths(probability: float, of_ten: int) -> None:
    seen = outlook(SHIPPED, "cec", TODAY)
    assert seen is not None
    chance = replace(seen.chances([Step(TODAY, 530)])[0], probability=probability)
    assert chance.of_ten == of_ten


@pytest.mark.parametrize(("gap", "shown"), [(-REACH - 1, False), (-REACH, True), (0, True)])
def test_nothing_is_shown_further_below_the_last_cutoff_than_was_tested(
    gap: int, shown: bool
) -> None:
    found = chances(SHIPPED, "cec", TODAY, [Step(TODAY, 518 + gap)])
    assert [each.proven for each in found] == [False, False, shown]
    assert not any(each.at_least for each in found)


def test_one_great_fall_would_promise_too_much_far_below() -> None:
    """As docs/forecast.md tells."""
    far = chances(SHIPPED, "cec", TODAY, [Step(TODAY, 518 - 150)])[-1]
    assert (far.of_ten, far.proven) == (2, False)


def test_whoever_gets_near_in_time_has_a_chance_that_is_shown() -> None:
    soon, late = TODAY + timedelta(days=200), TODAY + timedelta(days=370)
    for rises, shown in ((soon, True), (late, False)):
        path = [Step(TODAY, 400), Step(rises, 520)]
        assert chances(SHIPPED, "cec", TODAY, path)[-1].proven is shown


def test_further_above_than_was_tested_it_is_at_least_that_of_the_highest_tested() -> None:
    highest, above = (
        chances(SHIPPED, "pnp", TODAY, [Step(TODAY, 725 + REACH + more)]) for more in (0, 300)
    )
    assert above == highest
    assert all(each.proven and each.at_least for each in above)
