"""What a range shows beside its ends: the answer that would narrow it most, and likely totals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dialogs.replies import Score
from messages.message import Button
from messages.telling import thing

if TYPE_CHECKING:
    from dialogs.open_answers import Estimate
    from dialogs.replies import NoScoreYet
    from messages.words import Words


@dataclass(frozen=True, slots=True)
class ShownTotal:
    """The totals that a level in all four abilities would give."""

    level: str
    """With its scale: "CLB 8"."""
    low: int
    high: int


def narrowest_facts(reply: Score | NoScoreYet, words: Words) -> dict[str, Any]:
    """The facts of ``_narrowest``: nothing is said where no other answer is open."""
    telling = reply.narrowest
    if telling is None or (isinstance(reply, Score) and reply.unknown == (telling.question,)):
        return {"narrowest": None}
    return {"narrowest": thing(telling.question, words), "narrowed_by": telling.points}


def narrowing_button(reply: Score | NoScoreYet, words: Words) -> tuple[Button, ...]:
    """Leads to the question that would tell most."""
    if reply.narrowest is None:
        return ()
    question = reply.narrowest.question
    title = words.say("questions", question, "title")
    label = words.say("buttons", "score", "answer", title=title)
    return (Button(label, f"ask:{question}"),)


def estimated_totals(estimate: Estimate | None, words: Words) -> list[ShownTotal]:
    """What the test would bring to somebody who has not taken one."""
    if estimate is None:
        return []
    scale = words.say("tests", "levels", estimate.language)
    return [
        ShownTotal(f"{scale} {level}", low, high) for level, (low, high) in estimate.totals.items()
    ]
