"""Which past rounds would have invited somebody, against rounds looked up by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.past_rounds import LAST, Lookback, PastRounds, invited, past_rounds
from scoring.record import Record
from scoring.rounds import ROUND_KINDS, RoundKind

TODAY = date(2026, 11, 23)
RECORD = Record.shipped()


def past(
    kind: RoundKind, total: int, on: date = TODAY, occupation: str | None = None
) -> PastRounds:
    return past_rounds(RECORD, kind, on, total, occupation=occupation)


def counts(found: PastRounds) -> list[tuple[int, int, int]]:
    return [(each.rounds, each.invited, each.at_cutoff) for each in found.lookbacks]


# Counted by hand in the file of rounds. The newest is of 1 October 2026, so that the last three
# months begin on 2 July, the last six on 2 April and the last twelve on 2 October 2025. A line
# of cut-offs is of one of these stretches of time, newest first.
@pytest.mark.parametrize(
    ("kind", "total", "gap", "expected"),
    [
        # 518, 519, 521, 523, 516, 516, 517
        # 516, 518, 514, 515
        # 509, 507, 508, 508, 509, 511, 515, 520, 531, 533, 533
        ("cec", 518, 0, [(7, 3, 1), (11, 6, 2), (22, 13, 2)]),
        ("cec", 524, 6, [(7, 7, 0), (11, 11, 0), (22, 19, 0)]),
        ("cec", 515, -3, [(7, 0, 0), (11, 1, 1), (22, 7, 2)]),
        ("cec", 513, -5, [(7, 0, 0), (11, 0, 0), (22, 6, 0)]),
        # 382, 391, 399, 420
        # 409, 400, 419
        # 393, 397, 400, 399, 408, 416, 432
        ("french", 400, 18, [(4, 3, 0), (7, 3, 1), (14, 6, 2)]),
        ("french", 381, -1, [(4, 0, 0), (7, 0, 0), (14, 0, 0)]),
        # 475
        # 475
        # 467, 476, 462, 472
        ("healthcare", 475, 0, [(1, 0, 1), (2, 0, 2), (6, 3, 2)]),
        ("healthcare", 476, 1, [(1, 1, 0), (2, 2, 0), (6, 5, 1)]),
        # 476
        # 477
        ("trade", 476, 0, [(1, 0, 1), (2, 0, 1), (2, 0, 1)]),
        ("trade", 477, 1, [(1, 1, 0), (2, 1, 1), (2, 1, 1)]),
        # 470
        ("transport", 469, -1, [(1, 0, 0), (1, 0, 0), (1, 0, 0)]),
        # 389, 392
        # none
        # 429
        ("senior_managers", 392, 3, [(2, 1, 1), (2, 1, 1), (3, 1, 1)]),
        # 198
        # 223
        # 169
        ("physicians", 200, 2, [(1, 1, 0), (2, 1, 0), (3, 2, 0)]),
        # 368
        ("military", 400, 32, [(1, 1, 0), (1, 1, 0), (1, 1, 0)]),
        # None since the one of April 2024, at 529.
        ("general", 600, 71, [(0, 0, 0), (0, 0, 0), (0, 0, 0)]),
        ("researchers", 600, None, [(0, 0, 0), (0, 0, 0), (0, 0, 0)]),
    ],
)
def test_what_would_have_been_invited(
    kind: RoundKind, total: int, gap: int | None, expected: list[tuple[int, int, int]]
) -> None:
    found = past(kind, total)
    assert found.gap == gap
    assert [each.months for each in found.lookbacks] == [3, 6, 12]
    assert counts(found) == expected
    assert all(each.not_listed == 0 for each in found.lookbacks)


def test_the_last_ones_are_told_newest_first() -> None:
    found = past("cec", 518)
    told = [(each.held.number, each.gap, each.invited) for each in found.last]
    assert told == [
        ("446", 0, "at_cutoff"),
        ("443", -1, "no"),
        ("439", -3, "no"),
        ("436", -5, "no"),
        ("432", 2, "yes"),
    ]
    assert found.until == date(2026, 10, 1)


@pytest.mark.parametrize(
    ("since", "outcome"),
    [
        # Round 432 of 5 August 2026: 516, tie-break on 3 July at 21:35 UTC.
        (date(2026, 7, 1), "yes"),
        (date(2026, 7, 2), "at_cutoff"),
        (date(2026, 7, 3), "at_cutoff"),
        (date(2026, 7, 4), "at_cutoff"),
        (date(2026, 7, 5), "no"),
        (None, "at_cutoff"),
    ],
)
def test_at_the_cut_off_the_day_of_the_profile_decides(since: date | None, outcome: str) -> None:
    found = past_rounds(RECORD, "cec", date(2026, 8, 5), 516, in_pool_since=since)
    assert found.last[0].held.number == "432"
    assert found.last[0].invited == outcome


@pytest.mark.parametrize(
    ("since", "outcome"),
    [
        (datetime(2026, 7, 3, 21, 34, tzinfo=UTC), "yes"),
        (datetime(2026, 7, 3, 21, 36, tzinfo=UTC), "no"),
        (datetime(2026, 7, 3, 17, 34, tzinfo=timezone(timedelta(hours=-4))), "yes"),
        (datetime(2026, 7, 3, 17, 36, tzinfo=timezone(timedelta(hours=-4))), "no"),
    ],
)
def test_at_the_cut_off_the_moment_of_the_profile_decides(since: datetime, outcome: str) -> None:
    found = past_rounds(RECORD, "cec", date(2026, 8, 5), 516, in_pool_since=since)
    assert found.last[0].invited == outcome


def test_a_profile_of_the_very_moment_came_too_late() -> None:
    (held,) = [each for each in RECORD.rounds if each.number == "432"]
    assert isinstance(held.tie_break, datetime)
    assert invited(held, 516, held.tie_break) == "no"
    assert invited(held, 516, held.tie_break - timedelta(seconds=1)) == "yes"


def test_where_the_tie_break_is_a_day_a_moment_counts_as_its_day() -> None:
    (held,) = [each for each in RECORD.rounds if each.number == "432"]
    held = replace(held, tie_break=date(2026, 7, 3))
    assert invited(held, 516, datetime(2026, 7, 3, 1, tzinfo=UTC)) == "at_cutoff"
    assert invited(held, 516, datetime(2026, 7, 1, 1, tzinfo=UTC)) == "yes"


def test_above_and_below_the_cut_off_it_does_not() -> None:
    late = TODAY + timedelta(days=1)
    for total, outcome in ((517, "yes"), (515, "no")):
        found = past_rounds(RECORD, "cec", date(2026, 8, 5), total, in_pool_since=late)
        assert found.last[0].invited == outcome


def test_without_a_tie_break_that_was_published_nothing_is_decided() -> None:
    found = past_rounds(RECORD, "cec", TODAY, 518, in_pool_since=date(2020, 1, 1))
    assert found.last[0].held.tie_break is None
    assert found.last[0].invited == "at_cutoff"


@pytest.mark.parametrize(
    ("occupation", "year", "expected"),
    [
        # Cooks were on the list of trades until 17 February 2026, butchers are since.
        ("63201", date(2026, 10, 1), Lookback(12, 2, 2, 0, 0)),
        ("63200", date(2026, 10, 1), Lookback(12, 2, 0, 0, 2)),
        # The rounds of trades in the year before: 321 of 23 October 2024 and 368 of 18 September
        # 2025. Cooks were on the list of 2025 only.
        ("63200", date(2025, 9, 30), Lookback(12, 2, 1, 0, 1)),
        ("73200", date(2025, 9, 30), Lookback(12, 2, 1, 0, 1)),
        ("72106", date(2025, 9, 30), Lookback(12, 2, 2, 0, 0)),
    ],
)
def test_rounds_that_were_not_for_the_occupation_then_are_apart(
    occupation: str, year: date, expected: Lookback
) -> None:
    assert past("trade", 600, year, occupation).lookbacks[-1] == expected


def test_what_came_later_is_not_looked_at() -> None:
    early = past("cec", 600, date(2026, 9, 28))
    assert early.last[0].held.number == "443"
    assert early.until == date(2026, 9, 28)
    assert past("cec", 600, date(2015, 1, 30)) == PastRounds(
        "cec",
        None,
        600,
        (),
        (Lookback(3, 0, 0, 0), Lookback(6, 0, 0, 0), Lookback(12, 0, 0, 0)),
        (),
    )


def test_an_empty_record_tells_of_no_round() -> None:
    found = past_rounds(Record(), "cec", TODAY, 500)
    assert (found.gap, found.change, found.last, found.trend) == (None, None, (), ())


def test_the_trend_is_that_of_two_years() -> None:
    found = past("cec", 500)
    assert found.trend[0].on > date(2024, 10, 1)
    assert found.trend[-1].number == "446"
    assert list(found.trend) == sorted(found.trend, key=lambda each: each.on)
    # The middle of 518, 519 and 521, less that of 523, 516 and 516.
    assert found.change == 3
    assert past("transport", 500).change is None


def test_a_moment_in_another_time_zone_is_the_day_it_is_in_utc() -> None:
    late = datetime(2026, 7, 3, 23, 30, tzinfo=UTC)
    held = [replace(each, tie_break=late) for each in RECORD.rounds if each.number == "432"]
    found = past_rounds(Record().with_(held), "cec", TODAY, 516, in_pool_since=date(2026, 7, 1))
    assert found.last[0].invited == "yes"


@given(st.sampled_from(ROUND_KINDS), st.integers(0, 1200), st.dates(date(2015, 1, 1), TODAY))
def test_more_points_are_never_invited_less(kind: RoundKind, total: int, on: date) -> None:
    less, more = past(kind, total, on), past(kind, total + 1, on)
    for before, after in zip(less.lookbacks, more.lookbacks, strict=True):
        assert before.invited + before.at_cutoff <= after.invited <= after.rounds == before.rounds
    assert len(less.last) <= LAST
    assert [each.rounds for each in less.lookbacks] == sorted(e.rounds for e in less.lookbacks)
