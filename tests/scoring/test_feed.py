"""IRCC's own file: every round of it against the facts, and all that a file can have wrong."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.feed import read_feed
from scoring.feed_text import NoRoundsError
from scoring.record import Record
from tests.scoring.feeds import in_french, row, rows, sample, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoring.feed import Feed
    from scoring.rounds import Round

TODAY = date(2026, 11, 23)
FACTS = {each.number: each for each in Record.shipped().rounds}
NEWEST = tuple(rows(8))
NEEDED = ("drawNumber", "drawName", "drawSize", "drawCRS")


def read(*rounds: Any) -> Feed:
    return read_feed(written(list(rounds)), TODAY)


def facts(feed: Feed) -> list[Round]:
    return [each.round for each in feed.rows]


def told(feed: Feed) -> list[str]:
    return [str(problem) for problem in feed.problems]


def test_every_round_of_the_official_file_is_read_to_the_last_fact() -> None:
    feed = read_feed(sample(), TODAY)
    assert len(feed.rows) == 435
    assert feed.problems == ()
    for each in feed.rows:
        assert each.round == FACTS[each.round.number]
        assert not each.unread


def test_the_one_count_that_does_not_add_up_is_remarked_and_taken() -> None:
    feed = read_feed(sample(), TODAY)
    (remark,) = feed.remarks
    assert (remark.number, remark.field) == ("247", "dd3")
    assert "55,867 is not the sum of its bands, 55,687" in str(remark)


@pytest.mark.parametrize(
    "frame",
    [
        lambda rounds: rounds,
        lambda rounds: {"rounds": rounds},
        lambda rounds: {"Rounds": {f"r{n}": each for n, each in enumerate(rounds, 1)}},
        lambda rounds: {f"r{n}": each for n, each in enumerate(rounds, 1)},
        lambda rounds: {"classes": "wb-tables", "draws": rounds},
    ],
)
def test_rows_may_stand_in_a_list_or_in_objects(frame: Callable[[list[Any]], Any]) -> None:
    feed = read_feed(json.dumps(frame(list(NEWEST))).encode(), TODAY)
    assert facts(feed) == [FACTS[each["drawNumber"]] for each in NEWEST]
    assert told(feed) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_french_file_says_the_same_whatever_it_is_written_in(encoding: str) -> None:
    french = [in_french(each) for each in rows(40)]
    feed = read_feed(written(french, encoding), TODAY)
    assert told(feed) == []
    assert len(feed.rows) == 40
    for each in feed.rows:
        known = FACTS[each.round.number]
        assert each.french
        assert each.round.kind == known.kind
        assert each.round.tie_break == known.tie_break
        assert (each.round.invitations, each.round.cutoff) == (known.invitations, known.cutoff)
        assert each.round.pool == known.pool
    assert "Maîtrise du français, 2026-version 2" in {each.round.name for each in feed.rows}


def test_a_file_that_was_encoded_twice_is_read_as_it_was_meant() -> None:
    twice = written([in_french(row("433"))]).decode("cp1252").encode()
    (round_,) = facts(read_feed(twice, TODAY))
    assert round_.name == "Maîtrise du français, 2026-version 2"


def test_keys_in_other_capitals_and_numbers_that_are_numbers_are_read() -> None:
    odd = {key.upper(): value for key, value in row("434").items()}
    assert facts(read(odd | {"DRAWSIZE": 300, "DRAWCRS": 470})) == [FACTS["434"]]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("October 11, 2025 at 14:55:49 UTC", "2025-10-11T14:55:49"),
        ("  October 11, 2025  at14:55:49", "2025-10-11T14:55:49"),
        ("October 11. 2025, at 2:55:49 PM UTC", "2025-10-11T14:55:49"),
        ("October 11th 2025 at 14:55:49 PM UTC", "2025-10-11T14:55:49"),
        ("Oct 11 2025 at 12:05:49 AM", "2025-10-11T00:05:49"),
        ("2025-10-11T14:55:49Z", "2025-10-11T14:55:49"),
        ("2025-10-11 at 4:55:49 UTC", "2025-10-11T04:55:49"),
        ("October 11 at 14:55:49 UTC", "2025-10-11T14:55:49"),
        ("August 8, 2026 at 00:10:00 UTC", "2026-08-08T00:10:00"),
        ("11 octobre 2025 à 14 h 55 min 49 s UTC", "2025-10-11T14:55:49"),
        ("le 1er août 2026, à 14 h 55", "2026-08-01T14:55:00"),
    ],
)
def test_moments_are_read_as_they_were_typed(text: str, moment: str) -> None:
    (round_,) = facts(read(row("434", drawCutOff=text)))
    assert round_.tie_break == datetime.fromisoformat(moment).replace(tzinfo=UTC)


@pytest.mark.parametrize("size", ["5000", "5,000", "5 000", "5\u00a0000", "5\u202f000", " 5,000 "])
def test_thousands_are_apart_in_many_ways(size: str) -> None:
    assert facts(read(row("433", drawSize=size))) == [FACTS["433"]]


def test_a_line_break_in_a_text_harms_nothing() -> None:
    content = written([row("434"), row("433")])
    pasted = content.replace(b"See full text of", b"See\nfull\ttext of")
    assert pasted != content
    feed = read_feed(pasted, TODAY)
    assert (facts(feed), told(feed)) == ([FACTS["434"], FACTS["433"]], [])


def test_a_comma_too_many_is_told_and_costs_no_round() -> None:
    content = written([row("434"), row("433")]).replace(b"    }\n  ]", b"    },\n  ]")
    feed = read_feed(content, TODAY)
    assert facts(feed) == [FACTS["434"], FACTS["433"]]
    assert len(feed.problems) == 1


def test_a_tie_break_may_be_a_day_or_nothing() -> None:
    (round_,) = facts(read(row("434", drawCutOff="October 11, 2025")))
    assert round_.tie_break == date(2025, 10, 11)
    for nothing in ("", " ", "N/A", "s.o.", None):
        feed = read(row("434", drawCutOff=nothing))
        assert facts(feed)[0].tie_break is None
        assert told(feed) == []


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


def test_the_full_date_counts_where_the_short_one_is_gone() -> None:
    without = row("434")
    del without["drawDate"]
    assert facts(read(without)) == [FACTS["434"]]


def test_rows_that_are_no_rounds_are_told() -> None:
    feed = read(row("434"), None, "round", 5, [], row("433"), {})
    assert facts(feed) == [FACTS["434"], FACTS["433"]]
    assert [each.row for each in feed.problems][:4] == [2, 3, 4, 5]
    assert "row 7, drawNumber: is missing" in told(feed)


def test_a_round_that_stands_twice_counts_once() -> None:
    feed = read(row("434"), row("434"))
    assert facts(feed) == [FACTS["434"]]
    assert told(feed) == []
    (remark,) = feed.remarks
    assert str(remark) == "row 2 (round 434), drawNumber: stands in the file twice"


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


@given(st.lists(st.sampled_from(NEWEST), min_size=1, max_size=20))
def test_rows_in_any_order_and_number_give_each_round_once(chosen: list[dict[str, Any]]) -> None:
    feed = read(*chosen)
    numbers = list(dict.fromkeys(each["drawNumber"] for each in chosen))
    assert facts(feed) == [FACTS[number] for number in numbers]
    assert len(feed.remarks) == len(chosen) - len(numbers)


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
