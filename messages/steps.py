"""What the improvements screen shows: steps in words, best first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dialogs.replies import Improvements
from messages.law import law
from messages.words import Words

if TYPE_CHECKING:
    from scoring.plan import Action

MOST_SHOWN = 10
_AMOUNT = re.compile(r"(?P<name>\w+?)_(?P<amount>\d+)")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a person could do."""

    name: str
    gain: int
    total: int
    months: int | None
    programs: tuple[str, ...]


def improvement_facts(reply: Improvements, words: Words) -> dict[str, Any]:
    """The facts of the ``improvements`` screen."""
    plan = reply.plan
    return {
        "current": plan.current,
        "actions": [_step(action, words) for action in plan.actions[:MOST_SHOWN]],
        "more": max(0, len(plan.actions) - MOST_SHOWN),
        "opening": [_step(action, words) for action in plan.eligibility],
        "complete": reply.complete,
    }


def action_path(action: str) -> tuple[tuple[str, ...], int | None]:
    """Where the words of an action stand, and the number its id ends with.

    ``first_language.listening_9`` is said by ``[first_language] listening`` with 9 as ``amount``.
    """
    *fields, last = action.split(".")
    match = _AMOUNT.fullmatch(last)
    if match is None:
        return (*fields, last), None
    return (*fields, match["name"]), int(match["amount"])


def action_name(action: str, words: Words) -> str:
    """An action of a plan in words."""
    path, amount = action_path(action)
    return words.say("actions", *path, amount=amount, law=law())


def _step(action: Action, words: Words) -> Step:
    return Step(
        name=action_name(action.id, words),
        gain=action.gain,
        total=action.total,
        months=action.months,
        programs=tuple(words.say("terms", "programs", program) for program in action.programs),
    )
