"""A round of invitations in words: which one it is, and what it asks for beside points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.unsettled import asked_for
from messages.ahead import ShownStep, shown_step, told_once
from messages.named import named_questions
from messages.programs import unmet_reasons
from scoring.plan import NOMINATION
from scoring.plan.scored import open_programs
from scoring.vocabulary import PROGRAMS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from dialogs.replies_ahead import TargetPlan
    from dialogs.replies_rounds import AimedRound
    from messages.words import Words
    from scoring.competing import Admission
    from scoring.plan import Combination, Plan
    from scoring.rounds import RoundKind

MOST_OPENING = 2
_TOLD_ANYWAY = ("service", "unknown")
"""The conditions of which no answer tells."""


@dataclass(frozen=True, slots=True)
class ShownRound:
    """The round aimed at."""

    kind: str
    """Its kind as a sentence has it, "general round"."""
    number: str
    on: date
    cutoff: int
    invitations: int
    official: bool
    known_until: date
    stale: bool
    quiet: bool
    caution: str | None
    """What keeps the person out, or might, in a sentence."""
    reasons: tuple[str, ...]
    """Where it is a program: what that still asks for, in sentences."""
    opening: tuple[ShownStep, ...]
    """Steps that would let them in, where no set that is shown does."""


def shown_round(
    aimed: AimedRound, plan: Plan, sets: Iterable[Combination], words: Words
) -> ShownRound:
    """The round in the words of a language, above these sets of the plan to its cut-off."""
    held, alone = aimed.held, opening(aimed, sets)
    return ShownRound(
        kind=kind_name(held.kind, words),
        number=held.number,
        on=held.on,
        cutoff=held.cutoff,
        invitations=held.invitations,
        official=held.official,
        known_until=aimed.known_until,
        stale=aimed.stale,
        quiet=aimed.quiet,
        caution=caution(aimed.admission, words),
        reasons=_reasons(aimed, words),
        opening=tuple(told_once(shown_step(plan.action(id_), words) for id_ in alone)),
    )


def opening(aimed: AimedRound, sets: Iterable[Combination]) -> tuple[str, ...]:
    """The ids of steps that would let the person in; none where one of these sets does."""
    together = any(each.actions in aimed.admitting for each in sets)
    return () if together or not aimed.shut else aimed.opening[:MOST_OPENING]


def note(aimed: AimedRound | None, found: Combination, words: Words) -> str | None:
    """What must be said of a set of the plan that does not let the person into the round."""
    if aimed is None or not aimed.shut or found.actions in aimed.admitting:
        return None
    instead = NOMINATION in found.actions and open_programs(aimed.result)
    return words.say("rounds", "notes", "nominees_instead" if instead else "points_only")


def kind_name(kind: RoundKind, words: Words) -> str:
    """A kind of round as a sentence has it."""
    return words.say("rounds", "kinds", kind)


def aimed(reply: TargetPlan, words: Words) -> str | None:
    """Which round the target of a plan comes from, in a sentence; None where from none."""
    if reply.round is None:
        return None
    held = reply.round.held
    kind = kind_name(held.kind, words)
    facts = {"target": held.cutoff, "kind": kind, "number": held.number, "day": held.on}
    return words.say("rounds", "aimed", **facts)


def caution(admission: Admission, words: Words) -> str | None:
    """What keeps somebody out of a kind of round, or might, in a sentence; None where nothing."""
    cause = admission.cause
    if cause is None:
        return None
    told = admission.shut or cause.condition in _TOLD_ANYWAY
    key = cause.condition if told else "unsettled"
    needs = named_questions(asked_for(admission.needs), words)
    return words.say("rounds", "cautions", key, cause=cause, needs=needs)


def _reasons(aimed: AimedRound, words: Words) -> tuple[str, ...]:
    cause = aimed.cause
    if cause is None or not cause.certain or cause.condition not in PROGRAMS:
        return ()
    return unmet_reasons(cause.condition, cause.unmet, aimed.result, aimed.profile, words)
