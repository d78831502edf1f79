"""That a total was enough already for the last round of some kinds, and what that rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from messages.named import named_questions
from messages.rounds import kind_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from dialogs.replies_rounds import EnoughFor
    from messages.words import Words

_MOST_ALSO = 4


@dataclass(frozen=True, slots=True)
class ShownEnough:
    """The kind that comes first, and the others in short."""

    kind: str
    """As a sentence has it, "round for French"."""
    total: int
    cutoff: int
    on: date
    over: int
    tie: str | None
    """What the tie-break decided, where it did."""
    needs: str | None
    """What it rests on whether they are open; None where they are."""
    also_open: str | None
    also_waiting: str | None
    """Those that rest on answers that are missing."""


def shown_enough(enough_for: Sequence[EnoughFor], words: Words) -> ShownEnough | None:
    """What is said of the kinds; None where the total was enough for none."""
    if not enough_for:
        return None
    first, *others = enough_for
    return ShownEnough(
        kind=kind_name(first.held.kind, words),
        total=first.total,
        cutoff=first.held.cutoff,
        on=first.held.on,
        over=first.total - first.held.cutoff,
        tie=_tie(first, words),
        needs=named_questions(first.needs, words),
        also_open=_in_short((each for each in others if not each.needs), words),
        also_waiting=_in_short((each for each in others if each.needs), words),
    )


def _tie(enough: EnoughFor, words: Words) -> str | None:
    if enough.total != enough.held.cutoff:
        return None
    return words.say("rounds", "tie", enough.invited, tie_break=enough.held.tie_break)


def _in_short(several: Iterable[EnoughFor], words: Words) -> str | None:
    named = [
        f"{words.say('rounds', 'short', each.held.kind)} ({each.held.cutoff})"
        for each in several
        if each.invited == "yes"
    ]
    return words.formats.listed(named[:_MOST_ALSO]) if named else None
