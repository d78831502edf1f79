"""What is asked in words of a certain form: of rounds, a target, a code, a line, a program, why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs import aiming, explaining, lookup, past, pending, told, wishes
from dialogs.intents import is_intent, read_intent
from dialogs.question import Kind
from dialogs.reading.asking import asks
from dialogs.reading.occupations.known import is_title
from dialogs.reading.own_rounds import read_own_rounds
from dialogs.reading.past_rounds import EnoughAsked, read_past_rounds
from dialogs.reading.pool_asked import read_pool_asked
from dialogs.reading.requests import Change, FindOccupation, asks_why_asked, read_request
from dialogs.reading.targets import COMMAND, read_target, says_no_more
from dialogs.replies import Notice
from scoring.categories import CATEGORIES

if TYPE_CHECKING:
    from dialogs.conversation import Language
    from dialogs.reading.targets import Target
    from dialogs.turn import Outcome, Turn
    from scoring.rounds import RoundKind

_BESIDE_INTENT = 0.9
"""So sure is a question that holds a phrase for an intent taken for one of the guide."""
_ERASES = frozenset({"delete", "restart"})
"""Whoever asks about these is told of them first."""
_SEVERAL = 2
"""So many facts beside a target are no part of it."""


def of_rounds(turn: Turn, text: str, command: str | None) -> Outcome | None:
    """A kind of round for oneself, a target, past rounds, the pool.

    What would have been aims at nothing.
    """
    own = read_own_rounds(text) if command is None else None
    of_own = None if own is None else _own_kind(turn, own)
    if of_own is not None:
        return of_own
    asked = read_past_rounds(text)
    aims = command in (None, COMMAND) and not isinstance(asked, EnoughAsked)
    target = read_target(text) if aims else None
    if target is not None:
        return _aimed(turn, text, target) if command is None else aiming.aim(turn, target)
    if asked is not None:
        return past.tell(turn, asked)
    above = read_pool_asked(text)
    return None if above is None else past.pool_above(turn, above)


def _own_kind(turn: Turn, kind: RoundKind) -> Outcome | None:
    """Whether a kind of round is one for the person; until that is known, what its category is."""
    told = past.own_kind(turn, kind)
    if told is None and kind in CATEGORIES:
        return lookup.show(turn, f"category_{kind}")
    return told


def _aimed(turn: Turn, text: str, target: Target) -> Outcome:
    """The plan to a target in words; facts beside it are shown first, to be confirmed."""
    if turn.conversation.started and says_no_more(text):
        return aiming.aim(turn, target)
    facts, _ = told.hear(turn, text, aiming.WISH)
    if len(facts.answers) >= _SEVERAL:
        taken_up = told.take_up(aiming.aimed_at(turn, target), text, facts, aiming.WISH)
        if taken_up is not None:
            return taken_up
    if not turn.conversation.started:
        return lookup.look_up(turn, text) or aiming.aim(turn, target)
    entry = lookup.found_in_guide(turn, text, least=lookup.SURE)
    return aiming.aim(turn, target) if entry is None else turn.remark(entry)


def code_of_job(turn: Turn, text: str) -> Outcome | None:
    """The unit groups of a job whose code is asked, by a title that is known word for word.

    While the occupation is asked, "NOC: nurse" answers.
    """
    question = turn.question if turn.conversation.started else None
    if question is not None and question.kind is Kind.OCCUPATION and not asks(text):
        return None
    request = read_request(text, turn.conversation.language)
    if not isinstance(request, FindOccupation) or not is_title(request.title):
        return None
    return explaining.fulfil(turn, request)


def requested(turn: Turn, text: str, intent: str | None) -> Outcome | None:
    """A request about a line, a program or an answer, unless the words clearly ask the guide."""
    if intent in pending.COUNTING and turn.conversation.facts:
        return turn.with_(wish=intent).remark(Notice("facts_first"))
    language = turn.conversation.language
    request = None if is_intent(text, language) else read_request(text, language)
    if request is None or (isinstance(request, Change) and _of_conversation(text, language)):
        return None
    if isinstance(request, Change) and not asks(text):
        return told.change(turn, request.questions, text) or explaining.fulfil(turn, request)
    entry = lookup.found_in_guide(turn, text, least=lookup.CLEAR if asks(text) else lookup.EXACT)
    return explaining.fulfil(turn, request) if entry is None else turn.remark(entry)


def _of_conversation(text: str, language: Language) -> bool:
    """Whether the language to be changed is that of the conversation, and not of a test."""
    return read_intent(text, language) == "language"


def why(turn: Turn, text: str) -> Outcome | None:
    """Why the open question is asked, where the words ask for it."""
    if turn.question is None or not turn.conversation.started:
        return None
    return wishes.why(turn) if asks_why_asked(text, turn.conversation.language) else None


def beside_intent(turn: Turn, text: str, intent: str) -> Outcome | None:
    """What a question surely is about that only holds a phrase for an intent."""
    if is_intent(text, turn.conversation.language) or not asks(text):
        return None
    shown = None if intent in _ERASES else intent
    entry = lookup.found_in_guide(turn, text, least=_BESIDE_INTENT, beside=shown)
    return None if entry is None else turn.remark(entry)
