"""Numbers of a file as tables to look up, and what is said of a wrong shape."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from scoring.parameters import tables
from scoring.parameters.tree import Entry, ParameterError

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = date(2015, 1, 1)


def entry(**data: Any) -> Entry:
    return Entry("crs/age", DAY, (), True, DAY, "", data)


def test_steps_expand_ranges_and_go_on_to_the_end() -> None:
    given = entry(points={"0-1": 0, "2": 5, "3+": 7})
    assert tables.steps(given, "points", 6) == (0, 0, 5, 7, 7, 7)


def test_pairs_become_two_tables() -> None:
    given = entry(points={"0": [1, 2], "1+": [3, 4]}, cap=[5, 6])
    assert tables.paired_steps(given, "points", 3) == ((1, 3, 3), (2, 4, 4))
    assert tables.pair(given, "cap") == (5, 6)


def test_names_and_grids() -> None:
    given = entry(points={"a": 1, "b": 2}, both={"a": [1, 2]}, square={"0": [0, 1], "1": [2, 3]})
    assert tables.by_name(given, "points", ["a", "b"]) == {"a": 1, "b": 2}
    assert tables.paired_by_name(given, "both", ["a"]) == ({"a": 1}, {"a": 2})
    assert tables.grid(given, "square", 2) == ((0, 1), (2, 3))


@pytest.mark.parametrize(
    ("read", "says"),
    [
        (lambda e: tables.steps(e, "gap", 9), r"gap\.3: must start at 2"),
        (lambda e: tables.steps(e, "overlap", 9), r"overlap\.1-2: must start at 2"),
        (lambda e: tables.steps(e, "word", 9), r"word\.many: must be a number, a range"),
        (lambda e: tables.steps(e, "empty", 9), "empty: must have steps from 0 to 8"),
        (lambda e: tables.steps(e, "fine", 1), "fine: must have steps from 0 to 0 at most"),
        (lambda e: tables.steps(e, "number", 9), "number: must be a table"),
        (lambda e: tables.steps(e, "halves", 9), "halves: 1.5 must be a whole number"),
        (lambda e: tables.paired_steps(e, "fine", 9), "fine: must hold pairs"),
        (lambda e: tables.by_name(e, "names", ["a", "b"]), "names: lacks b; add it"),
        (lambda e: tables.by_name(e, "names", []), "names: a is not known here; remove it"),
        (lambda e: tables.number(e, "names"), "must be a whole number"),
        (lambda e: tables.numbers(e, "list", 3), "list: must be a list of 3 whole numbers"),
        (lambda e: tables.grid(e, "fine", 2), "fine: must have 2 rows of 2 whole numbers"),
        (lambda e: tables.names(e, "list", ["a"]), "list: must be a list with some of a"),
        (lambda e: tables.number(e, "absent"), "absent: is missing; add it"),
    ],
)
def test_a_wrong_shape_names_the_key_and_the_mend(
    read: Callable[[Entry], object], says: str
) -> None:
    given = entry(
        gap={"0-1": 0, "3": 1},
        overlap={"0-1": 0, "1-2": 1},
        word={"many": 1},
        empty={},
        number=5,
        halves={"0": 1.5},
        fine={"0": 1, "1": 2},
        names={"a": 1},
        list=[1, 2],
    )
    with pytest.raises(ParameterError, match=says) as caught:
        read(given)
    assert str(caught.value).startswith("crs/age.toml: values since 2015-01-01: ")
