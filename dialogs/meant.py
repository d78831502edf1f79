"""Wishes that words were like, fulfilled for what the words name: a plan, a what-if, a why.

Their own readers take words of a certain form; here it is known already what is wished for, so
that whatever the words name is enough, and nothing named means all there is to show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs import ahead, aiming, explaining, wishes
from dialogs.reading.requests import named_line, named_program
from dialogs.reading.suppositions import read_supposed
from dialogs.reading.targets import named_target

if TYPE_CHECKING:
    from collections.abc import Callable

    from dialogs.turn import Outcome, Turn


def fulfil(turn: Turn, wish: str, text: str) -> Outcome:
    """What a wish leads to, for what the words name.

    Who has begun and wishes to have the score worked out wants to see it, or what is missing.
    """
    if wish == "start" and turn.conversation.started:
        wish = "score"
    named = _NAMING[wish](turn, text) if wish in _NAMING else None
    return wishes.fulfil(turn, wish) if named is None else named


def _plan(turn: Turn, text: str) -> Outcome | None:
    target = named_target(text)
    return None if target is None else aiming.aim(turn, target)


def _what_if(turn: Turn, text: str) -> Outcome | None:
    supposed = read_supposed(text, turn.walked.at, turn.conversation.language)
    return ahead.suppose(turn, supposed) if supposed.answers else None


def _why_line(turn: Turn, text: str) -> Outcome | None:
    request = named_line(text, turn.conversation.language)
    return None if request is None else explaining.fulfil(turn, request)


def _why_program(turn: Turn, text: str) -> Outcome | None:
    return explaining.fulfil(turn, named_program(text, turn.conversation.language))


_NAMING: dict[str, Callable[[Turn, str], Outcome | None]] = {
    aiming.WISH: _plan,
    ahead.WHAT_IF: _what_if,
    explaining.WHY_LINE: _why_line,
    explaining.WHY_PROGRAM: _why_program,
}
