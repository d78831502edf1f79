"""All that IRCC's file can have wrong: told by row and field, and no other row is lost."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.feed import read_feed
from scoring.feed_text import NoRoundsError
from tests.scoring.feeds import FACTS, NEWEST, TODAY, facts, in_french, read, row, told, written

NEEDED = ("drawNumber", "drawName", "drawSize", "drawCRS")


def test_a_comma_too_many_is_told_and_costs_no_round() -> None:
    content = written([row("434"), row("433")]).replace(b"    }\n  ]", b"    },\n  ]")
    feed = read_feed(content, TODAY)
    assert facts(feed) == [FACTS["434"], FACTS["433"]]
    assert len(feed.problems) == 1


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"drawNumber": ""}, 'row 2, drawNumber: "" is not the number of a round'),
        ({"drawNumber": "<b>434</b>"}, 'row 2, drawNumber: "<b>434</b>" is not the number of a'),
        ({"drawNumber": "434\n; rm"}, "row 2, drawNumber: '434\\n; rm' is not the number of a"),
        ({"drawNumber": ["434"]}, "row 2, drawNumber: is neither text nor a number"),
        ({"drawDate": "soon"}, 'row 2 (round 434), drawDate: "soon" is not a date that can be'),
        ({"drawDate": "2026-02-30"}, '(round 434), drawDate: "2026-02-30" is no day of the cal'),
        ({"drawDate": "2027-08-07"}, "row 2 (round 434), drawDate: is in the future"),
        ({"drawDate": "1999-08-07"}, "drawDate: 1999-08-07 is before the first round"),
        ({"drawDate": "2026-08-06"}, 'drawDateFull: "August 7, 2026" is not 2026-08-06, which'),
        ({"drawName": " \t "}, "row 2 (round 434), drawName: is empty"),
        ({"drawName": "a\x1b[2J"}, "drawName: 'a\\x1b[2J' is not the name of a round"),
        ({"drawName": "x" * 5000}, "drawName: "),
        ({"drawSize": "many"}, 'row 2 (round 434), drawSize: "many" is not a whole number'),
        ({"drawSize": "5,00"}, 'drawSize: "5,00" is not a whole number'),
        ({"drawSize": "-300"}, 'drawSize: "-300" is not a whole number'),
        ({"drawSize": "1e999"}, 'drawSize: "1e999" is not a whole number'),
        ({"drawSize": 4.5}, 'drawSize: "4.5" is not a whole number'),
        ({"drawSize": "0"}, "drawSize: 0 is not between 1 and 1000000"),
        ({"drawSize": "9" * 5000}, 'drawSize: "9999999999'),
        ({"drawSize": "٣٠٠"}, 'drawSize: "٣٠٠" is not a whole number'),
        ({"drawCRS": "1,201"}, "row 2 (round 434), drawCRS: 1201 is not between 1 and 1200"),
        ({"drawCRS": None}, 'drawCRS: "" is not a whole number'),
        ({"drawCRS": {"a": 1}}, "drawCRS: is neither text nor a number"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_by_row_and_field(
    changes: dict[str, Any], says: str
) -> None:
    feed = read(row("433"), row("434", **changes), row("432"))
    assert facts(feed) == [FACTS["433"], FACTS["432"]]
    (problem,) = told(feed)
    assert says in problem
    assert problem.isprintable()
    assert len(problem) < 160


@pytest.mark.parametrize(
    ("changes", "unread", "says"),
    [
        ({"drawCutOff": "noon"}, "tie_break", 'drawCutOff: "noon" is not a date that can be read'),
        ({"drawCutOff": "August 9, 2026 at 1:00"}, "tie_break", "is not before the round of 2026"),
        ({"drawCutOff": "May 26 2025 at 25:00:00"}, "tie_break", "has no time of the day"),
        ({"drawCutOff": "May 26 2025 at 10:00 EST"}, "tie_break", "is not a date that can be"),
        ({"dd1": "?"}, "pool", 'dd1: "?" is not a whole number'),
        ({"dd18": "329,100"}, "pool", "dd18: 329,100 is not the sum of its bands, 229,100; the"),
        ({"dd5": "22,890"}, "pool", "dd3: 73,099 is not the sum of its bands, 83,099; the count"),
        ({"drawDistributionAsOn": ""}, "pool", 'drawDistributionAsOn: "" is not a date'),
        ({"drawDistributionAsOn": "August 30, 2026"}, "pool", "is not before the round of"),
    ],
)
def test_what_a_round_may_lack_is_left_out_alone(
    changes: dict[str, Any], unread: str, says: str
) -> None:
    feed = read(row("434", **changes))
    (found,) = feed.rows
    assert found.unread == {unread}
    assert getattr(found.round, unread) is None
    assert found.round.cutoff == 470
    (problem,) = told(feed)
    assert says in problem


@pytest.mark.parametrize("name", [*NEEDED, "drawCutOff", "dd1", "dd18", "drawDistributionAsOn"])
def test_a_feed_that_changes_a_name_is_told_row_by_row(name: str) -> None:
    renamed = [
        {("renamed" if key == name else key): value for key, value in each.items()}
        for each in NEWEST
    ]
    feed = read(*renamed)
    assert [(each.row, each.field) for each in feed.problems] == [
        (place, name) for place in range(1, 9)
    ]
    assert all(each.reason == "is missing" for each in feed.problems)
    assert len(feed.rows) == (0 if name in NEEDED else 8)


def test_rows_that_are_no_rounds_are_told() -> None:
    feed = read(row("434"), None, "round", 5, [], row("433"), {})
    assert facts(feed) == [FACTS["434"], FACTS["433"]]
    assert [each.row for each in feed.problems][:4] == [2, 3, 4, 5]
    assert "row 7, drawNumber: is missing" in told(feed)


def test_of_two_that_differ_the_first_counts_and_the_other_is_told() -> None:
    feed = read(row("434"), row("434", drawCRS="471"))
    assert facts(feed) == [FACTS["434"]]
    assert told(feed) == [
        "row 2 (round 434), drawNumber: stands in the file before, with other facts; "
        "those were taken"
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \n", "is empty"),
        (b"[]", "holds no rounds"),
        (b'{"rounds": []}', "holds no rounds"),
        (b'{"rounds": null}', "holds no rounds"),
        (b'{"classes": "wb-tables"}', "holds no rounds"),
        (b'"rounds"', "holds no rounds"),
        (b"5", "holds no rounds"),
        (b"<html>{not} [found]</html>", "is not JSON, or was cut off"),
        (b"\x00\xff\xfe\x00", "is not JSON, or was cut off"),
        (b"PK\x03\x04{[{", "is not JSON, or was cut off"),
        (b'{"classes": "wb-', "is not JSON, or was cut off"),
        (b"[" * 100_000, "is nested too deep"),
        (b'{"rounds":' * 100_000, "is nested too deep"),
    ],
)
def test_what_is_no_file_of_rounds_says_why(content: bytes, says: str) -> None:
    with pytest.raises(NoRoundsError, match=says):
        read_feed(content, TODAY)


def test_a_file_of_nothing_but_damage_is_given_up_soon() -> None:
    feed = read_feed(b"[" + b'{"a" ' * 1_000_000, TODAY)
    assert feed.rows == ()
    assert len(feed.problems) < 100


def test_a_row_that_is_damaged_costs_no_other() -> None:
    content = written([row("434"), row("433"), row("432")])
    damaged = content.replace(b'"drawSize": "5,000"', b'"drawSize": "5,000')
    feed = read_feed(damaged, TODAY)
    assert facts(feed) == [FACTS["434"], FACTS["432"]]
    (problem,) = told(feed)
    assert problem.startswith("row 2: is not whole JSON (")


_CONTENT = written(list(NEWEST))
_FRENCH = written([in_french(each) for each in NEWEST])


@given(st.integers(0, len(_CONTENT) - 3))
def test_a_file_that_was_cut_off_gives_its_whole_rows_and_says_so(end: int) -> None:
    try:
        feed = read_feed(_CONTENT[:end], TODAY)
    except NoRoundsError:
        assert end < 100
        return
    whole = _CONTENT[:end].count(b"\n    }")
    assert facts(feed) == [FACTS[each["drawNumber"]] for each in NEWEST[:whole]]
    assert len(feed.problems) == 1


@given(st.integers(1, len(_FRENCH) - 3))
def test_a_french_file_may_be_cut_off_within_a_letter(end: int) -> None:
    try:
        feed = read_feed(_FRENCH[:end], TODAY)
    except NoRoundsError:
        return
    assert [each.round.kind for each in feed.rows] == [
        FACTS[each["drawNumber"]].kind for each in NEWEST[: len(feed.rows)]
    ]


ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=30),
    st.text("0123456789, :-.hÀéAPMpm/\u00a0", max_size=30),
    st.lists(st.text(max_size=3), max_size=2),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)


@given(st.integers(0, 7), st.sampled_from(sorted(NEWEST[0])), ODD)
def test_whatever_stands_in_a_cell_the_other_rows_are_kept(
    place: int, name: str, value: Any
) -> None:
    changed = [dict(each) for each in NEWEST]
    changed[place][name] = value
    feed = read(*changed)
    kept = {each.round.number: each.round for each in feed.rows}
    for other in (*NEWEST[:place], *NEWEST[place + 1 :]):
        assert kept[other["drawNumber"]] == FACTS[other["drawNumber"]]
    for problem in feed.problems:
        assert problem.row == place + 1
        assert str(problem).isprintable()


@given(st.binary(max_size=200), st.integers(0, len(_CONTENT)))
def test_whatever_bytes_stand_in_a_file_it_is_read_or_refused(rubbish: bytes, at: int) -> None:
    for content in (rubbish, _CONTENT[:at] + rubbish + _CONTENT[at:]):
        try:
            feed = read_feed(content, TODAY)
        except NoRoundsError:
            continue
        for each in feed.rows:
            assert 1 <= each.round.cutoff <= 1200
