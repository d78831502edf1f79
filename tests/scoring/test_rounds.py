"""The rounds of invitations, held against a table of facts."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from scoring.parameters.tree import ParameterError, tree
from scoring.record import Record
from scoring.rounds import (
    ROUND_KINDS,
    Round,
    RoundKind,
    read_rounds,
)

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 23)
RECORD = Record.shipped()
HEADER = "number,date,kind,invitations,cutoff,tie_break,pool_on,sources,name\n"
LINE = "5,2015-03-20,general,1620,481,,,IRCC_JSON,No Program Specified\n"


def by_number(number: str) -> Round:
    return next(each for each in RECORD.until(TODAY) if each.number == number)


def test_every_round_up_to_the_latest_known_is_there() -> None:
    rounds = RECORD.until(TODAY)
    assert len(rounds) == 448
    numbers = [each.number for each in rounds]
    assert {*numbers} == {str(n) for n in range(1, 448)} - {"91"} | {"91a", "91b"}
    assert Counter(each.on.year for each in rounds) == {
        2015: 23,
        2016: 27,
        2017: 30,
        2018: 28,
        2019: 26,
        2020: 37,
        2021: 42,
        2022: 24,
        2023: 42,
        2024: 52,
        2025: 58,
        2026: 59,
    }


def test_rounds_are_in_the_order_in_which_they_were_held() -> None:
    days = [each.on for each in RECORD.until(TODAY)]
    assert days == sorted(days)
    numbers = [int(each.number.rstrip("ab")) for each in RECORD.until(TODAY)]
    assert all(before <= after for before, after in pairwise(numbers))


def test_kinds() -> None:
    assert Counter(each.kind for each in RECORD.until(TODAY)) == {
        "general": 178,
        "pnp": 114,
        "cec": 70,
        "french": 36,
        "healthcare": 16,
        "fst": 7,
        "trade": 7,
        "transport": 4,
        "stem": 3,
        "agriculture": 3,
        "physicians": 3,
        "senior_managers": 3,
        "education": 2,
        "fsw": 1,
        "military": 1,
    }


@pytest.mark.parametrize(
    ("number", "day", "kind", "invitations", "cutoff", "tie_break"),
    [
        ("1", "2015-01-31", "general", 779, 886, None),
        ("3", "2015-02-20", "cec", 849, 808, None),
        ("48", "2016-11-30", "pnp", 559, 786, None),
        ("64", "2017-05-26", "fst", 400, 199, None),
        ("82", "2018-01-24", "general", 2750, 444, "2018-01-17T12:33:00"),
        ("91a", "2018-05-30", "fst", 500, 288, "2017-06-07T20:11:13"),
        ("91b", "2018-05-30", "pnp", 200, 902, "2018-03-23T05:38:02"),
        # On the morning after the day of the round, in universal time.
        ("139", "2020-03-18", "pnp", 668, 720, "2020-03-19T02:04:06"),
        # Published without the year.
        ("208", "2021-10-27", "pnp", 681, 744, "2021-10-07T16:38:21"),
        # Published with a PM and an AM that the hours do not need.
        ("210", "2021-11-24", "pnp", 613, 737, "2021-06-22T20:19:59"),
        ("270", "2023-10-25", "french", 300, 486, "2023-09-30T04:22:17"),
        ("240", "2023-02-02", "fsw", 3300, 489, "2022-03-29T16:09:00"),
        ("247", "2023-04-26", "general", 3500, 483, "2023-04-22T19:46:58"),
        ("252", "2023-06-28", "healthcare", 500, 476, "2022-11-12T12:47:27"),
        ("294", "2024-04-23", "general", 2095, 529, "2023-11-08T17:50:29"),
        ("322", "2024-11-12", "pnp", 733, 812, "2024-03-02T01:58:34"),
        ("367", "2025-09-17", "education", 2500, 462, "2025-07-09T04:24:19"),
        ("383", "2025-12-08", "pnp", 1123, 729, "2025-03-05T05:10:48"),
        ("402", "2026-03-05", "senior_managers", 250, 429, "2025-08-19T15:10:18"),
        ("408", "2026-04-02", "trade", 3000, 477, "2026-02-14T20:53:54"),
        ("421", "2026-06-24", "physicians", 271, 223, "2026-05-31T18:13:49"),
        ("430", "2026-07-23", "military", 4, 368, "2026-06-02T20:11:26"),
        ("432", "2026-08-05", "cec", 3000, 516, "2026-07-03T21:35:13"),
        ("434", "2026-08-07", "transport", 300, 470, "2025-10-11T14:55:49"),
        ("446", "2026-09-29", "cec", 2000, 518, None),
        ("447", "2026-10-01", "trade", 3500, 476, None),
    ],
)
def test_facts_of_a_round(
    number: str, day: str, kind: str, invitations: int, cutoff: int, tie_break: str | None
) -> None:
    held = by_number(number)
    assert (held.on.isoformat(), held.kind) == (day, kind)
    assert (held.invitations, held.cutoff) == (invitations, cutoff)
    moment = tie_break and datetime.fromisoformat(tie_break).replace(tzinfo=UTC)
    assert held.tie_break == moment


def test_a_tie_break_of_which_only_the_day_is_known_is_a_day() -> None:
    assert by_number("443").tie_break == date(2026, 3, 26)
    days = [each.tie_break for each in RECORD.until(TODAY)]
    assert sum(not isinstance(day, datetime) for day in days if day) == 6
    assert sum(day is None for day in days) == 82


def test_what_ircc_did_not_tell_itself_says_so() -> None:
    sources = tree().sources
    for each in RECORD.until(TODAY):
        assert each.sources
        assert set(each.sources) <= set(sources)
    unofficial = [each.number for each in RECORD.until(TODAY) if not each.official]
    assert unofficial == [str(number) for number in range(435, 448)]


@pytest.mark.parametrize(
    ("kind", "on", "number"),
    [
        ("cec", TODAY, "446"),
        ("cec", date(2026, 9, 29), "446"),
        ("cec", date(2026, 9, 28), "443"),
        ("general", TODAY, "294"),
        ("fst", date(2018, 5, 30), "91a"),
        ("pnp", date(2018, 5, 30), "91b"),
        ("pnp", date(2018, 5, 29), "75"),
        ("researchers", TODAY, None),
        ("french", date(2023, 7, 6), None),
        ("general", date(2015, 1, 30), None),
    ],
)
def test_the_last_of_a_kind_on_a_day(kind: RoundKind, on: date, number: str | None) -> None:
    found = RECORD.latest(kind, on)
    assert (found and found.number) == number


def test_the_last_of_each_kind_is_no_older_than_any_other_of_it() -> None:
    for kind in ROUND_KINDS:
        days = [each.on for each in RECORD.until(TODAY) if each.kind == kind]
        found = RECORD.latest(kind, TODAY)
        assert (found and found.on) == (max(days) if days else None)


def test_how_far_the_rounds_are_known() -> None:
    assert RECORD.known_until(TODAY) == date(2026, 10, 1)
    assert RECORD.known_until(date(2026, 9, 30)) == date(2026, 9, 29)
    assert RECORD.known_until(date(2015, 1, 1)) is None
    assert RECORD.until(date(2015, 1, 1)) == ()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (LINE.replace("general", "plumbers"), "line 3: cannot be read ('plumbers')"),
        (LINE.replace("2015-03-20", "20 March"), "line 3: cannot be read (Invalid isoformat"),
        (LINE.replace("1620", "1,620"), "line 3: cannot be read ("),
        (
            LINE.replace("481,,,", "481,,2015-03-19,"),
            "line 3: cannot be read (no count of the pool is of 2015-03-19",
        ),
        ("5,2015-03-20\n", "line 3: cannot be read ("),
        (LINE.replace("2015-03-20", "2015-01-30"), "line 3: is older than the line before it"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str, says: str) -> None:
    file = tmp_path / "rounds.csv"
    file.write_text(HEADER + LINE + line, encoding="utf-8")
    with pytest.raises(ParameterError) as caught:
        read_rounds(file)
    assert str(caught.value).startswith(f"rounds.csv: {says}")


def test_a_file_without_rounds_is_no_mistake(tmp_path: Path) -> None:
    file = tmp_path / "rounds.csv"
    file.write_text(HEADER, encoding="utf-8")
    assert read_rounds(file) == ()
