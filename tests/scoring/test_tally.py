"""How many rounds of a stretch of time a total would have been enough for."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from scoring.record import Record
from scoring.tally import tallies, usual_days_between

RECORD = Record.shipped()
YEAR = date(2025, 1, 1), date(2025, 12, 31)


def test_the_rounds_of_a_year_by_kind() -> None:
    found = {each.kind: each for each in tallies(RECORD, 518, *YEAR)}
    assert set(found) == {"pnp", "cec", "french", "healthcare", "trade", "education"}
    assert (found["cec"].rounds, found["cec"].invited, found["cec"].at_cutoff) == (15, 1, 1)
    assert (found["trade"].least, found["trade"].most) == (505, 505)


def test_one_kind_alone_and_days_at_both_ends() -> None:
    day = date(2025, 9, 18)
    (only,) = tallies(RECORD, 600, day, day, "trade")
    assert (only.rounds, only.invited) == (1, 1)
    assert tallies(RECORD, 600, day, day, "cec") == ()
    assert tallies(Record(), 600, *YEAR) == ()


def test_at_the_cut_off_the_moment_of_the_profile_decides() -> None:
    # Round 432: 516, tie-break on 3 July 2026 at 21:35:13 UTC.
    day = date(2026, 8, 5)
    for since, counts in (
        (datetime(2026, 7, 3, 21, 35, 12, tzinfo=UTC), (1, 0)),
        (datetime(2026, 7, 3, 21, 35, 13, tzinfo=UTC), (0, 0)),
        (date(2026, 7, 3), (0, 1)),
        (None, (0, 1)),
    ):
        (only,) = tallies(RECORD, 516, day, day, "cec", since)
        assert (only.invited, only.at_cutoff) == counts


@given(st.integers(0, 1199))
def test_a_higher_total_is_never_worth_less(total: int) -> None:
    lower, higher = tallies(RECORD, total, *YEAR), tallies(RECORD, total + 1, *YEAR)
    for low, high in zip(lower, higher, strict=True):
        assert low.invited + low.at_cutoff == high.invited
        assert low.invited <= high.invited <= high.rounds


def test_a_rhythm_needs_three_days() -> None:
    cec = tuple(each for each in RECORD.rounds if each.kind == "cec")[-5:]
    assert usual_days_between(cec) == 14
    assert usual_days_between(cec[:2]) is None
    assert usual_days_between(()) is None
