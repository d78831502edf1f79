"""For the catalogue: the rounds that were held, and somebody's chances in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from dialogs.conversation import UNKNOWN
from dialogs.question import Stage
from dialogs.questionnaire import walk
from dialogs.screens_chances import chances_shown, kind_shown
from dialogs.screens_record import PAGE, enough_shown, round_shown, rounds_of, rounds_shown
from messages.people import ABROAD, COUPLE, RECORD, SHUT_OUT, TODAY, UNSURE, first
from scoring.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialogs.conversation import Answers
    from dialogs.replies import Reply
    from scoring.rounds import RoundKind

_TOPICS = (Stage.TIME.value, Stage.ROUNDS.value)
_TIE = Stage.TIE_BREAK.value
_SOON_AFTER_A_ROUND = date(2026, 10, 5)
_NURSE = {**ABROAD, "occupation": "31301"}
_PEOPLE: dict[str, Answers] = {
    "single": ABROAD,
    "couple": COUPLE,
    "unsure": UNSURE,
    "shut out": SHUT_OUT,
    "nurse": {**_NURSE, "category_experience_months": "24"},
    "nurse, far below": {
        **_NURSE,
        "education": "bachelor",
        "category_experience_months": "24",
    },
    "nurse, not long enough": {**_NURSE, "category_experience_months": "6"},
    "trade, not known": {**COUPLE, "category_experience_months": UNKNOWN},
    "trade, long enough": {**COUPLE, "category_experience_months": "24"},
    "nominated": {**ABROAD, "provincial_nomination": "yes"},
    "most kinds": {
        **COUPLE,
        "has_eca": UNKNOWN,
        "occupation": "31102",
        "category_canadian_months": "24",
        "category_experience_months": "24",
        "provincial_nomination": "yes",
    },
    "few answers": first(ABROAD, 8),
}
_ONE_KIND: tuple[tuple[str, RoundKind], ...] = (
    ("nurse", "healthcare"),
    ("nurse, not long enough", "healthcare"),
    ("nurse", "trade"),
    ("single", "french"),
    ("single", "fsw"),
    ("nominated", "pnp"),
    ("shut out", "french"),
    ("trade, not known", "trade"),
    ("single", "military"),
)


def _tied() -> Record:
    """A record whose newest round has somebody's very total as its cut-off."""
    held = [each for each in RECORD.rounds if each.kind == "general"][-1]
    tie_break = datetime(2026, 9, 14, 12, 0, 30, tzinfo=UTC)
    new = replace(held, number="448", on=_SOON_AFTER_A_ROUND, cutoff=453, tie_break=tie_break)
    return RECORD.with_([new])


_TIED = _tied()


def of_rounds() -> Iterator[tuple[str, Reply]]:
    """Lists of rounds, what totals would have been worth, chances."""
    yield "rounds", rounds_shown(RECORD, TODAY)
    yield "rounds, soon after one", rounds_shown(RECORD, _SOON_AFTER_A_ROUND, page=1)
    yield "rounds, oldest", rounds_shown(RECORD, TODAY, page=len(RECORD.rounds) // PAGE)
    yield "rounds, ahead", rounds_shown(RECORD, _SOON_AFTER_A_ROUND, "cec", ahead=True)
    yield "rounds, French", rounds_shown(RECORD, TODAY, "french")
    yield "rounds, military", rounds_shown(RECORD, TODAY, "military")
    yield "rounds, no kind yet", rounds_shown(RECORD, TODAY, "other")
    yield "rounds, unknown kind", replace(rounds_shown(RECORD, TODAY), unknown=True)
    year = (date(2026, 1, 1), date(2026, 12, 31))
    yield "rounds, this year", rounds_of(RECORD, TODAY, year, "healthcare", 480)
    yield "rounds, time to come", rounds_of(RECORD, TODAY, (TODAY, TODAY))
    yield "rounds, one", round_shown(RECORD, TODAY, "446")
    yield "rounds, one not known", round_shown(RECORD, TODAY, "999")
    yield "rounds, no data", rounds_shown(Record(), TODAY)
    spans = {
        "a year": (date(2025, 1, 1), date(2025, 12, 31)),
        "this year": (date(2026, 1, 1), date(2026, 12, 31)),
    }
    for name, span in spans.items():
        enough = enough_shown(RECORD, TODAY, 518, span)
        if enough is not None:
            yield f"enough, {name}", enough
    own = enough_shown(
        RECORD, _SOON_AFTER_A_ROUND, 470, kind="military", own=walk(ABROAD, TODAY).at
    )
    none = enough_shown(RECORD, TODAY, 470, spans["a year"], "military")
    for name, shown in (("one kind", own), ("no round", none)):
        if shown is not None:
            yield f"enough, {name}", shown
    for name, answers in _PEOPLE.items():
        yield f"chances, {name}", chances_shown(walk(answers, TODAY, _TOPICS), RECORD)
    for name, kind in _ONE_KIND:
        one = kind_shown(walk(_PEOPLE[name], TODAY, _TOPICS), RECORD, kind)
        if one is not None:
            yield f"one kind, {name}, {kind}", one
    fresh = walk(COUPLE, _SOON_AFTER_A_ROUND, _TOPICS)
    yield "chances, soon after a round", chances_shown(fresh, RECORD)
    for name, told in (("", "2026-09-14T11:59:30Z"), (", no profile", "none")):
        tied = walk({**ABROAD, "profile_submitted": told}, TODAY, (*_TOPICS, _TIE))
        yield f"chances, tied{name}", chances_shown(tied, _TIED)
        own = enough_shown(_TIED, TODAY, 453, kind="general", own=tied.at)
        if own is not None:
            yield f"enough, tied{name}", own
    yield "chances, no data", chances_shown(walk(COUPLE, TODAY, _TOPICS), Record())
