"""What is asked of past rounds: which ones there were, and what a total would have been worth."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs import screens
from dialogs.ahead import see_ahead
from dialogs.question import Stage
from dialogs.reading.past_rounds import EnoughAsked, RoundsAsked
from dialogs.replies import Notice
from dialogs.screens_chances import kind_shown
from dialogs.screens_record import enough_shown, round_shown, rounds_of, rounds_shown
from scoring.pool import rank
from scoring.rounds import KIND_NAMED

if TYPE_CHECKING:
    from dialogs.turn import Outcome, Turn
    from scoring.rounds import RoundKind

ALL = "all"
"""Stands for all kinds in a button."""


def rounds(turn: Turn) -> Outcome:
    """``/rounds``: the newest ones."""
    return turn.remark(rounds_shown(turn.record, turn.today))


def tell(turn: Turn, asked: RoundsAsked | EnoughAsked) -> Outcome:
    """What was asked in words."""
    if isinstance(asked, RoundsAsked):
        return _asked(turn, asked)
    until = turn.record.known_until(turn.today)
    total = screens.total(turn.walked) if asked.total is None else asked.total
    if total is None:
        return turn.remark(Notice("explain_needs_score"))
    if until is None:
        return rounds(turn)
    period = None if asked.period is None else asked.period.days(turn.today, until)
    shown = enough_shown(
        turn.record,
        turn.today,
        total,
        period,
        asked.kind,
        own=turn.walked.at if asked.total is None else None,
    )
    return rounds(turn) if shown is None else turn.remark(shown)


def pool_above(turn: Turn, total: int) -> Outcome | None:
    """How many people have more than a total; None while no count of the pool is known."""
    counted = turn.record.pool(turn.today)
    if counted is None:
        return None
    return turn.remark(Notice("pool_above", {"total": total, "rank": rank(counted, total)}))


def own_kind(turn: Turn, kind: RoundKind) -> Outcome | None:
    """Whether a kind of round is one for the person; None while there is no score.

    What decides it is asked first, as for all chances.
    """
    known = turn.with_(topics=(*turn.conversation.topics, Stage.ROUNDS.value))
    shown = kind_shown(known.walked, turn.record, kind)
    if shown is None:
        return None
    open_ = {question.id for question in known.walked.open_of(Stage.ROUNDS)}
    if known.walked.score_known and not open_.isdisjoint(shown.stands.admission.needs):
        return see_ahead(turn, "chances")
    return turn.remark(shown)


def _asked(turn: Turn, asked: RoundsAsked) -> Outcome:
    record, today = turn.record, turn.today
    if asked.number is not None:
        return turn.remark(round_shown(record, today, asked.number))
    until = record.known_until(today)
    if asked.period is None or until is None:
        return _shown(turn, asked.kind, ahead=asked.ahead, unknown=asked.unknown)
    period = asked.period.days(today, until)
    return turn.remark(rounds_of(record, today, period, asked.kind, screens.total(turn.walked)))


def turn_page(turn: Turn, rest: str) -> Outcome | None:
    """``rounds:<kind>:<page>``: a page of the rounds of a kind, or of all."""
    kind, _, page = rest.partition(":")
    known = kind == ALL or kind in KIND_NAMED
    if not known or not (page.isascii() and page.isdecimal()):
        return None
    of = None if kind == ALL else KIND_NAMED[kind]
    return _shown(turn, of, int(page[:6]))


def _shown(
    turn: Turn,
    kind: RoundKind | None,
    page: int = 0,
    *,
    ahead: bool = False,
    unknown: bool = False,
) -> Outcome:
    total = screens.total(turn.walked)
    shown = rounds_shown(turn.record, turn.today, kind, page, ahead=ahead, total=total)
    return turn.remark(replace(shown, unknown=unknown))
