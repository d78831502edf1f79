"""What a file changes in the record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from scoring.feed import read_feed
from scoring.record import Record
from scoring.revision import revise
from scoring.rounds import OFFICIAL
from tests.scoring.feeds import in_french, read, row, rows, sample

if TYPE_CHECKING:
    from scoring.revision import Revision

TODAY = date(2026, 11, 23)
SHIPPED = Record.shipped()
NEW = {"drawNumber": "448", "drawDate": "2026-11-12", "drawDateFull": "November 12, 2026"}


def facts(revision: Revision) -> list[tuple[str, Any, Any]]:
    return [fact for change in revision.changed for fact in change.facts()]


def test_the_file_that_the_record_was_made_from_changes_nothing() -> None:
    revision = revise(SHIPPED, read_feed(sample(), TODAY))
    assert revision.rounds == ()
    assert revision.unchanged == 435


def test_a_new_round_is_added() -> None:
    revision = revise(SHIPPED, read(row("432", **NEW), row("434")))
    (added,) = revision.added
    assert (added.number, added.on, added.kind) == ("448", date(2026, 11, 12), "cec")
    assert (revision.changed, revision.unchanged) == ((), 1)


def test_what_ircc_edits_is_changed_fact_by_fact() -> None:
    edited = row("434", drawCRS="471", drawName="Transport occupations (Version 2)")
    revision = revise(SHIPPED, read(edited))
    assert facts(revision) == [
        ("name", "Transport Occupations, 2026-Version 2", "Transport occupations (Version 2)"),
        ("cutoff", 470, 471),
    ]


def test_an_unofficial_round_is_confirmed_or_corrected() -> None:
    hearsay = replace(SHIPPED.rounds[-1], tie_break=None, sources=("ROUNDS_1001",))
    official = replace(hearsay, sources=(OFFICIAL,))
    told = row(
        "432",
        drawNumber="447",
        drawDate="2026-10-01",
        drawDateFull="October 1, 2026",
        drawName=hearsay.name,
        drawSize="3,500",
        drawCRS="476",
        drawCutOff="",
        **{f"dd{n}": "0" for n in range(1, 19)},
    )
    assert revise(SHIPPED, read(told)).confirmed == (official,)
    corrected = revise(SHIPPED, read(told | {"drawSize": "3,400"}))
    assert facts(corrected) == [("invitations", 3500, 3400)]
    assert corrected.rounds == (replace(official, invitations=3400),)


def test_what_cannot_be_read_stays_as_it_is_known() -> None:
    garbled = row("434", drawCutOff="sometime", dd18="?", drawCRS="471")
    revision = revise(SHIPPED, read(garbled))
    assert facts(revision) == [("cutoff", 470, 471)]


def test_a_tie_break_that_ircc_takes_back_is_gone() -> None:
    revision = revise(SHIPPED, read(row("434", drawCutOff="")))
    assert [name for name, *_ in facts(revision)] == ["tie_break"]


def test_a_count_that_ircc_no_longer_shows_is_kept() -> None:
    hidden = row("434", **{f"dd{n}": "0" for n in range(1, 19)})
    assert revise(SHIPPED, read(hidden)).unchanged == 1


def test_the_french_file_adds_rounds_and_renames_none() -> None:
    french = [in_french(each) for each in (row("432", **NEW), *rows(30))]
    revision = revise(SHIPPED, read(*french))
    assert facts(revision) == []
    (added,) = revision.added
    assert added.name == "Catégorie de l’expérience canadienne"
    later = revise(SHIPPED.with_([added]), read(row("432", **NEW)))
    assert [(name, new) for name, _, new in facts(later)] == [("name", "Canadian Experience Class")]


@given(st.lists(st.sampled_from(rows(12)), max_size=8), st.integers(1, 1200))
def test_once_taken_in_a_file_changes_nothing_more(
    chosen: list[dict[str, Any]], cutoff: int
) -> None:
    taken = read(row("432", **NEW), *(each | {"drawCRS": str(cutoff)} for each in chosen))
    once = SHIPPED.with_(revise(SHIPPED, taken).rounds)
    assert revise(once, taken).rounds == ()
    assert len(once.rounds) == len(SHIPPED.rounds) + 1
