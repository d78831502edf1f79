"""The best stretch of a timeline."""

from __future__ import annotations

from datetime import date

from messages.pictures.timeline import best_stretch
from tests.messages.pictures.samples import END, TIMELINES, TODAY


def test_the_best_stretch_is_the_highest() -> None:
    best = best_stretch(TIMELINES["some changes"])
    assert best == (date(2027, 6, 1), date(2028, 3, 5), 472)


def test_a_stretch_may_begin_with_the_first_change_and_end_with_the_last_day() -> None:
    best = best_stretch(TIMELINES["on the first and the last day"])
    assert best == (date(2026, 11, 24), END, 8)


def test_of_equals_the_first_is_best_as_it_comes_soonest() -> None:
    facts = TIMELINES["a crowd"]
    best = best_stretch(facts)
    assert best is not None
    assert best.total == max(change.total for change in facts.changes)
    assert best.start > TODAY


def test_where_nothing_changes_nothing_is_best() -> None:
    assert best_stretch(TIMELINES["no change"]) is None
    assert best_stretch(TIMELINES["one day"]) is None
