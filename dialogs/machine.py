"""The state machine: ``(conversation, event, today) → (conversation, replies)``, pure.

Whatever is said or pressed, no answer is lost: an event either gives one valid answer to the
question that is being asked, or leaves the answers as they are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs import ahead, aiming, alerts, wishes
from dialogs.answering import read_text
from dialogs.buttons import press
from dialogs.events import Due, Event, Pressed, Said, Sent, Unreachable
from dialogs.intents import read_command, read_intent, read_switch
from dialogs.question import Kind, Question
from dialogs.reading.choices import read_choice
from dialogs.reading.outcome import Ambiguous, Understood, Unreadable
from dialogs.reading.suppositions import read_supposition
from dialogs.reading.targets import COMMAND, read_target
from dialogs.replies import Notice, Problem
from dialogs.turn import Outcome, Turn

if TYPE_CHECKING:
    from datetime import date

    from dialogs.conversation import Conversation

FEW_WORDS = 3
"""So short a message that it names a choice rather than expresses a wish."""


def handle(conversation: Conversation, event: Event, today: date) -> Outcome:
    """One step of the conversation. Any event of any kind is a normal case."""
    turn = Turn(conversation, today)
    match event:
        case Due():
            return alerts.tell(conversation, today)
        case Unreachable():
            return Outcome(replace(conversation, alerts=False), ())
        case Said(text):
            return _said(turn, text)
        case Pressed(data):
            return press(turn, data)
        case Sent(kind):
            return turn.remark(Notice("unsupported", {"kind": kind}))


def _said(turn: Turn, text: str) -> Outcome:
    """A command, an intent in everyday words, or an answer to the open question."""
    command = read_switch(text, turn.conversation.language) or read_command(text)
    target = read_target(text) if command in (None, COMMAND) else None
    if target is not None:
        return aiming.aim(turn, target)
    if command is not None:
        known = command in wishes.WISHES
        return wishes.fulfil(turn, command) if known else turn.remark(Notice("unknown_command"))
    settled = _settled(turn, text)
    if settled is not None:
        return settled
    supposed = read_supposition(text, turn.walked.at, turn.conversation.language)
    if supposed is not None and turn.conversation.started:
        return ahead.suppose(turn, supposed)
    intent = read_intent(text, turn.conversation.language)
    if intent == "start" and turn.conversation.started:
        return wishes.resume(turn)
    if intent is not None and not _names_a_choice(turn, text):
        return wishes.fulfil(turn, intent)
    if not turn.conversation.started:
        return wishes.start(turn)
    if turn.question is None:
        return turn.remark(Notice("not_understood"))
    return _answer(turn, turn.question, text)


def _settled(turn: Turn, text: str) -> Outcome | None:
    """Yes or no to what was just asked to confirm; other words leave it undone."""
    if turn.confirming is None:
        return None
    match read_choice(text, "confirm", ("yes", "no"), turn.conversation.language):
        case Understood("yes"):
            return wishes.confirmed(turn, turn.confirming)
        case Understood("no"):
            return turn.remark(Notice("kept"))
    return None


def _names_a_choice(turn: Turn, text: str) -> bool:
    """Whether a few words name a choice of the open question: an answer before a wish."""
    question = turn.question
    if question is None or question.kind is not Kind.CHOICE or len(text.split()) > FEW_WORDS:
        return False
    reading = read_text(question, text, turn.walked.at, turn.conversation.language)
    return not isinstance(reading, Unreadable)


def _answer(turn: Turn, question: Question, text: str) -> Outcome:
    """Read typed words as an answer; ask back, or say what was wrong and ask again."""
    reading = read_text(question, text, turn.walked.at, turn.conversation.language)
    match reading:
        case Understood(value, remark):
            return wishes.answered(turn, question, value, remark)
        case Ambiguous(options, reason):
            return turn.ask(question, options=options, options_reason=reason)
        case Unreadable(reason, details):
            return turn.ask(question, problem=Problem(reason, details))
