"""The record: what is shipped, what comes beside it, and what is known on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.bands import Band, Pool
from scoring.record import Record
from scoring.rounds import OFFICIAL, QUIET, ROUND_KINDS, Round

TODAY = date(2026, 11, 23)
SHIPPED = Record.shipped()


def held(number: str, on: date = TODAY, cutoff: int = 515, pool: Pool | None = None) -> Round:
    name = "Canadian Experience Class"
    return Round(number, on, "cec", name, 2000, cutoff, None, (OFFICIAL,), pool)


def counted(on: date, people: int) -> Pool:
    return Pool(on, (Band(0, 1200, people),), people, (OFFICIAL,))


def test_rounds_since_2022_came_with_a_count() -> None:
    official = [each for each in SHIPPED.rounds if each.official]
    with_counts = [each for each in official if each.pool is not None]
    assert len(with_counts) == 217
    without = [each.number for each in official if each.on.year > 2021 and each.pool is None]
    assert without == ["213", "223", "224", "226", "227"]
    for each in with_counts:
        assert each.pool is not None
        assert timedelta(0) <= each.on - each.pool.on <= timedelta(days=20)


def test_counts_that_came_with_no_round_are_known_too() -> None:
    newest = SHIPPED.pool(TODAY)
    assert newest is not None
    assert newest.on == date(2026, 9, 27)
    assert newest not in [each.pool for each in SHIPPED.rounds]


@pytest.mark.parametrize(
    ("on", "newest", "pool_on"),
    [
        (TODAY, date(2026, 10, 1), date(2026, 9, 27)),
        (date(2026, 8, 7), date(2026, 8, 7), date(2026, 8, 3)),
        (date(2022, 1, 17), date(2022, 1, 5), date(2022, 1, 17)),
        (date(2022, 1, 16), date(2022, 1, 5), None),
        (date(2015, 1, 30), None, None),
    ],
)
def test_what_is_known_on_a_day(on: date, newest: date | None, pool_on: date | None) -> None:
    assert SHIPPED.known_until(on) == newest
    pool = SHIPPED.pool(on)
    assert (pool and pool.on) == pool_on
    assert all(each.on <= on for each in SHIPPED.until(on))


def test_the_last_of_a_kind() -> None:
    for kind in ROUND_KINDS:
        of_kind = [each for each in SHIPPED.rounds if each.kind == kind]
        assert SHIPPED.latest(kind, TODAY) == (of_kind[-1] if of_kind else None)
    earlier = SHIPPED.latest("cec", date(2026, 9, 28))
    assert earlier is not None
    assert earlier.number == "443"


def test_an_empty_record_knows_nothing() -> None:
    assert Record().until(TODAY) == ()
    assert Record().known_until(TODAY) is None
    assert Record().latest("cec", TODAY) is None
    assert Record().pool(TODAY) is None


def test_a_new_round_is_added_in_its_place() -> None:
    late, early = held("448"), held("91c", date(2018, 5, 30))
    record = SHIPPED.with_([late, early])
    assert len(record.rounds) == len(SHIPPED.rounds) + 2
    assert record.rounds[-1] == late
    numbers = [each.number for each in record.rounds]
    assert numbers[numbers.index("91a") :][:3] == ["91a", "91b", "91c"]


def test_what_ircc_says_holds_against_other_sources() -> None:
    official, hearsay = held("447"), replace(held("434", cutoff=1), sources=("ROUNDS_1001",))
    record = SHIPPED.with_([official, hearsay])
    assert next(each for each in record.rounds if each.number == "447") == official
    assert next(each for each in record.rounds if each.number == "434").cutoff == 470
    assert len(record.rounds) == len(SHIPPED.rounds)


def test_what_is_known_later_holds() -> None:
    record = SHIPPED.with_([held("434", cutoff=471), held("434", cutoff=472)])
    assert next(each for each in record.rounds if each.number == "434").cutoff == 472


def test_a_count_that_comes_with_a_round_is_known() -> None:
    new, corrected = counted(date(2026, 11, 20), 5), counted(date(2026, 9, 27), 6)
    record = SHIPPED.with_([held("448", pool=new), held("446", pool=corrected)])
    assert record.pool(TODAY) == new
    assert record.pool(date(2026, 10, 30)) == corrected
    assert len(record.pools) == len(SHIPPED.pools) + 1


@given(st.permutations(SHIPPED.rounds[-40:]))
def test_any_order_of_rounds_gives_the_same_record(rounds: list[Round]) -> None:
    record = Record().with_(rounds)
    assert record.rounds == SHIPPED.rounds[-40:]
    assert record.with_(rounds) == record
    assert all(before.on <= after.on for before, after in pairwise(record.rounds))


def test_a_kind_is_quiet_by_the_rounds_that_are_known_since() -> None:
    on, known = date(2028, 1, 1), SHIPPED.rounds[-1].on
    kinds = {each.kind: each.on for each in SHIPPED.rounds}
    for kind, last in kinds.items():
        assert SHIPPED.is_quiet(kind, on) is (known - last > QUIET)
        assert SHIPPED.is_quiet(kind, last) is False
    assert SHIPPED.is_quiet("researchers", on)
    assert Record().is_quiet("cec", on)
