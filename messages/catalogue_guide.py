"""For the catalogue: entries of the guide, for people of whom more and less is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.questionnaire import walk
from dialogs.ranking import Hit
from dialogs.replies_guide import (
    DidYouMean,
    GuideContents,
    GuideEntry,
    NotFound,
    OccupationsNear,
)
from dialogs.you import you
from messages.guide.entries import entries
from messages.people import ABROAD, COUPLE, RECORD, TODAY, UNSURE, first

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dialogs.conversation import Answers
    from dialogs.replies import Reply

PEOPLE: Mapping[str, Answers] = {
    "newcomer": {},
    "unfinished": first(ABROAD, 6),
    "finished": ABROAD,
    "couple": COUPLE,
    "unsure": UNSURE,
}


def guide_entry(id_: str, answers: Answers) -> GuideEntry:
    """An entry as somebody with these answers is shown it."""
    return GuideEntry(id_, you(walk(answers, TODAY), RECORD), RECORD, newcomer=not answers)


def guide() -> Iterator[tuple[str, Reply]]:
    """Every kind of screen of the guide."""
    yield "guide crs, newcomer", guide_entry("crs", {})
    yield "guide crs, unfinished", guide_entry("crs", PEOPLE["unfinished"])
    yield "guide funds, couple", guide_entry("funds", COUPLE)
    yield "guide contents", GuideContents()
    yield "guide contents, section", GuideContents("money")
    hits = (Hit("entry", "crs", 0.6), Hit("wish", "score", 0.58), Hit("entry", "funds", 0.55))
    yield "did you mean, several", DidYouMean(hits)
    yield "did you mean, one", DidYouMean(hits[1:2])
    yield "occupations near", OccupationsNear(("21231", "21232", "21211"), kept=False)
    yield "occupations near, one, kept", OccupationsNear(("73300",), kept=True)
    yield "not found", NotFound()
    yield "not found, newcomer", NotFound(newcomer=True)


def every_entry() -> Iterator[tuple[str, Reply]]:
    """All of the guide, for somebody who has answered everything."""
    yield from ((f"guide {id_}", guide_entry(id_, ABROAD)) for id_ in entries())
