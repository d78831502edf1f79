"""For the catalogue: what is told of, chosen in several ways, and messages about something new."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dialogs.conversation import UNKNOWN, Conversation
from dialogs.replies_reminders import AlertsOn
from dialogs.subjects import SUBJECTS
from dialogs.telling import alert
from messages.people import ABROAD, COUPLE, TODAY
from scoring.developments import RoundFacts, Unheard
from scoring.record import Record
from scoring.rounds import OFFICIAL, Round

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialogs.conversation import Answers
    from dialogs.replies import Reply
    from scoring.rounds import RoundKind

_TIE_BREAK = date(2026, 3, 12)
_RULES = date(2025, 3, 25)
_UNSURE = {**COUPLE, "has_eca": UNKNOWN, "canadian_study": UNKNOWN}


def _round(number: int, kind: RoundKind, cutoff: int, *, official: bool = True) -> Round:
    sources = (OFFICIAL,) if official else ()
    on = date(2026, 11, number - 890)
    return Round(str(number), on, kind, kind, 1_500, cutoff, _TIE_BREAK, sources)


_NEW = (
    _round(900, "general", 450),
    _round(901, "fsw", 453),
    _round(902, "general", 480),
    _round(903, "cec", 458),
    _round(904, "fsw", 454),
    _round(905, "general", 469),
)


def alerts() -> Iterator[tuple[str, Reply]]:
    """Every screen about what is told of, and each kind of message."""
    yield "alerts on, all", AlertsOn((), "Asia/Kolkata", TODAY, True, SUBJECTS)
    yield "alerts on, rounds only", AlertsOn((), UNKNOWN, TODAY, False, SUBJECTS[:1], 3)
    new = {each.number: None for each in _NEW}
    yield from _told("alert, one round", ABROAD, Unheard({"900": None}, ()))
    yield from _told("alert, too few points", ABROAD, Unheard({"904": None}, ()))
    yield from _told("alert, at the cut-off", ABROAD, Unheard({"901": None}, ()))
    older, newer = ({**ABROAD, "profile_submitted": day} for day in ("2026-01-08", "2026-06-01"))
    yield from _told("alert, before the tie-break", older, Unheard({"901": None}, ()))
    yield from _told("alert, after the tie-break", newer, Unheard({"901": None}, ()))
    yield from _told("alert, one step away", ABROAD, Unheard({"903": None}, ()))
    yield from _told("alert, many rounds", ABROAD, Unheard(new, ()))
    yield from _told("alert, answers not known", _UNSURE, Unheard(new, ()), official=False)
    for name, facts in {
        "cut-off": RoundFacts("general", 456, _TIE_BREAK),
        "kind": RoundFacts("cec", 456, _TIE_BREAK),
    }.items():
        yield from _told(f"alert, corrected {name}", ABROAD, Unheard({"900": facts}, ()))
    offered = {**ABROAD, "job_offer": "skilled", "authorized_to_work": "yes"}
    yield from _told("alert, rules", offered, Unheard({}, (_RULES,)))
    yield from _told("alert, rules and a round", offered, Unheard({"900": None}, (_RULES,)))


def _told(
    name: str, answers: Answers, unheard: Unheard, *, official: bool = True
) -> Iterator[tuple[str, Reply]]:
    rounds = _NEW if official else tuple(_unchecked(_NEW))
    known = Conversation(answers=answers, told_of=SUBJECTS)
    told = alert(known, TODAY, Record.shipped().with_(rounds), unheard)
    if told is not None:
        yield name, told


def _unchecked(rounds: tuple[Round, ...]) -> Iterator[Round]:
    for number, each in enumerate(rounds, 900):
        yield _round(number, each.kind, each.cutoff, official=False)
