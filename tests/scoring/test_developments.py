"""What is new: rounds and rules, once; history and what was known already is no news."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scoring.developments import (
    RULES_ARE_NEWS,
    Development,
    developments,
    facts_told,
    latest_news,
    unheard,
)
from scoring.record import Record
from scoring.rounds import FRESH, Round

TODAY = date(2026, 11, 25)
SHIPPED = Record.shipped()
ROUND = Round("448", date(2026, 11, 20), "cec", "CEC", 1500, 510, None, ())


class Book:
    """What is noted, day by day."""

    def __init__(self) -> None:
        self.noted: list[Development] = []
        self.look(SHIPPED)

    def look(
        self, record: Record, today: date = TODAY, quiet_until: date | None = None
    ) -> list[Development]:
        facts = {each.key: each.facts for each in self.noted}
        new = developments(record, today, facts, quiet_until)
        first = len(self.noted) + 1
        self.noted += [replace(each, number=n) for n, each in enumerate(new, first)]
        return new


def test_what_is_known_at_first_is_history() -> None:
    book = Book()
    assert len(book.noted) > len(SHIPPED.rounds)
    assert latest_news(book.noted) == 0
    assert book.look(SHIPPED) == []


def test_a_new_round_is_news_once() -> None:
    book = Book()
    heard = len(book.noted)
    record = SHIPPED.with_([ROUND])
    (new,) = book.look(record)
    assert (new.round, new.on, new.news) == ("448", ROUND.on, True)
    assert book.look(record) == []
    assert unheard(book.noted, heard).rounds == {"448": None}
    assert not unheard(book.noted, latest_news(book.noted))


def test_old_rounds_taken_in_late_are_history() -> None:
    book = Book()
    edge = TODAY - FRESH
    old = [replace(ROUND, number=f"4{n}x", on=edge - timedelta(days=n)) for n in range(3)]
    young = replace(ROUND, on=edge + timedelta(days=1))
    news = {each.round: each.news for each in book.look(SHIPPED.with_([*old, young]))}
    assert news == {"40x": False, "41x": False, "42x": False, "448": True}


def test_a_round_is_told_on_its_day_and_no_sooner() -> None:
    book = Book()
    record = SHIPPED.with_([replace(ROUND, on=TODAY + timedelta(days=1))])
    assert book.look(record) == []
    assert [each.round for each in book.look(record, TODAY + timedelta(days=1))] == ["448"]


def test_a_copy_put_back_tells_nothing_of_before() -> None:
    book = Book()
    assert [e.news for e in book.look(SHIPPED.with_([ROUND]), quiet_until=TODAY)] == [False]


def test_a_corrected_round_is_told_with_what_it_was() -> None:
    book = Book()
    book.look(SHIPPED.with_([ROUND]))
    heard = len(book.noted)
    record = SHIPPED.with_([replace(ROUND, cutoff=500, tie_break=date(2026, 3, 1))])
    (corrected,) = book.look(record)
    assert facts_told(corrected.facts) == ("cec", 500, date(2026, 3, 1))
    assert unheard(book.noted, heard).rounds == {"448": ("cec", 510, None)}
    assert unheard(book.noted, 0).rounds == {"448": None}, "to whom it is new it is just new"


def test_corrected_and_back_again_is_no_news() -> None:
    book = Book()
    book.look(SHIPPED.with_([ROUND]))
    heard = len(book.noted)
    book.look(SHIPPED.with_([replace(ROUND, cutoff=500)]))
    book.look(SHIPPED.with_([ROUND]))
    assert not unheard(book.noted, heard)


def test_other_sources_for_the_same_facts_are_no_news() -> None:
    book = Book()
    book.look(SHIPPED.with_([ROUND]))
    confirmed = replace(ROUND, sources=("IRCC_JSON",), name="Other", invitations=1501)
    assert book.look(SHIPPED.with_([confirmed])) == []


def test_rules_are_news_from_their_day_for_some_time() -> None:
    """A table of funds began on 2025-07-07; whoever notes the day before learns of it then."""
    since = date(2025, 7, 7)
    before = since - timedelta(days=1)
    facts = {each.key: each.facts for each in developments(SHIPPED, before, {}, None)}
    for days, news in ((0, True), (RULES_ARE_NEWS.days - 1, True), (RULES_ARE_NEWS.days, False)):
        new = developments(SHIPPED, since + timedelta(days=days), facts, None)
        assert {e.news for e in new if e.round is None and e.on == since} == {news}


@given(st.lists(st.tuples(st.integers(448, 452), st.integers(400, 405)), max_size=12), st.data())
def test_whoever_looks_whenever_hears_of_each_round_once(
    told: list[tuple[int, int]], data: st.DataObject
) -> None:
    """By rounds and corrections in any order, heard of at any moments."""
    book, record = Book(), SHIPPED
    heard, new = 0, []
    heard = len(book.noted)
    for number, cutoff in told:
        record = record.with_([replace(ROUND, number=str(number), cutoff=cutoff)])
        book.look(record)
        if data.draw(st.booleans()):
            news = unheard(book.noted, heard).rounds
            new += [number for number, before in news.items() if before is None]
            heard = max(heard, latest_news(book.noted))
    news = unheard(book.noted, heard).rounds
    new += [number for number, before in news.items() if before is None]
    assert sorted(new) == sorted({str(number) for number, _ in told})
