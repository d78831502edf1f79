"""IRCC's own file: every round of it against the facts, however it is framed, encoded and typed."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.feed import read_feed
from tests.scoring.feeds import (
    FACTS,
    NEWEST,
    TODAY,
    facts,
    in_french,
    read,
    row,
    rows,
    sample,
    told,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Callable


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


def test_a_tie_break_may_be_a_day_or_nothing() -> None:
    (round_,) = facts(read(row("434", drawCutOff="October 11, 2025")))
    assert round_.tie_break == date(2025, 10, 11)
    for nothing in ("", " ", "N/A", "s.o.", None):
        feed = read(row("434", drawCutOff=nothing))
        assert facts(feed)[0].tie_break is None
        assert told(feed) == []


def test_the_full_date_counts_where_the_short_one_is_gone() -> None:
    without = row("434")
    del without["drawDate"]
    assert facts(read(without)) == [FACTS["434"]]


def test_a_round_that_stands_twice_counts_once() -> None:
    feed = read(row("434"), row("434"))
    assert facts(feed) == [FACTS["434"]]
    assert told(feed) == []
    (remark,) = feed.remarks
    assert str(remark) == "row 2 (round 434), drawNumber: stands in the file twice"


@given(st.lists(st.sampled_from(NEWEST), min_size=1, max_size=20))
def test_rows_in_any_order_and_number_give_each_round_once(chosen: list[dict[str, Any]]) -> None:
    feed = read(*chosen)
    numbers = list(dict.fromkeys(each["drawNumber"] for each in chosen))
    assert facts(feed) == [FACTS[number] for number in numbers]
    assert len(feed.remarks) == len(chosen) - len(numbers)
