"""What is returned to thanks, goodbyes, an "ok" or swearing, and to what cannot be read at all."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from dialogs import alerts, screens, wishes
from dialogs.answering import read_text
from dialogs.question import Kind
from dialogs.reading.asking import asks
from dialogs.reading.choices import read_choice
from dialogs.reading.courtesies import read_courtesy, swears
from dialogs.reading.outcome import Understood, Unreadable
from dialogs.replies import Notice, Welcome
from dialogs.turn import Outcome

if TYPE_CHECKING:
    from dialogs.turn import Turn

_NOTICES = {
    "temper": Notice("temper"),
    "cancel": Notice("kept"),
    "thanks": Notice("thanks"),
    "goodbye": Notice("goodbye"),
    "stop": Notice("goodbye"),
}
_JUST_SAID = frozenset({"goodbye", "stop"})
"""After these the open question does not come back: nobody is waiting for it."""


def returned(turn: Turn, text: str, *, telling: bool = False) -> Outcome | None:
    """A few kind words back; None where the message is more than a courtesy.

    ``telling`` is whether it tells facts: swearing beside them is passed over.
    """
    courtesy = read_courtesy(text, turn.conversation.language)
    if courtesy is None and not telling and swears(text) and not asks(text):
        courtesy = "temper"
    if courtesy is None or _answers(turn, text):
        return None
    if courtesy == "puzzled":
        return _explain(turn)
    if courtesy == "agreement":
        return _go_on(turn)
    if courtesy == "stop" and alerts.is_on(turn.conversation):
        return alerts.turn_off(turn)
    notice = _NOTICES[courtesy]
    return turn.just(notice) if courtesy in _JUST_SAID else turn.remark(notice)


def _answers(turn: Turn, text: str) -> bool:
    """Whether it is an answer to the open question, in polite words."""
    question = turn.question
    if question is None or question.kind is Kind.OCCUPATION or not turn.conversation.started:
        return False
    reading = read_text(question, text, turn.walked.at, turn.conversation.language)
    return not isinstance(reading, Unreadable)


def _explain(turn: Turn) -> Outcome:
    """Whoever does not understand is told why the question is asked, or what there is to do."""
    asked = turn.question is not None and turn.conversation.started
    return wishes.why(turn) if asked else wishes.fulfil(turn, "help")


def _go_on(turn: Turn) -> Outcome:
    """An "ok" starts, or goes on; with nothing open there is nothing to repeat."""
    if not turn.conversation.started:
        return wishes.start(turn)
    return turn.just(Notice("agreement")) if turn.question is None else turn.ask(turn.question)


def begin(turn: Turn, text: str) -> Outcome:
    """Start with somebody whose first words were not understood, and say so."""
    agrees = read_choice(text, "confirm", ("yes", "no"), turn.conversation.language)
    if turn.walked.standing or not _has_letters(text) or agrees == Understood("yes"):
        return wishes.start(turn)
    if is_other_script(text):
        started = wishes.start(turn)
        return Outcome(started.conversation, (Notice("other_script"), *started.replies))
    turn = turn.with_(started=True)
    welcome = Welcome(turn.conversation.language)
    if turn.question is None:
        return turn.just(welcome)
    conversation, card = screens.ask(
        turn.conversation, turn.walked, turn.question, notice="first_words_lost"
    )
    return Outcome(conversation, (welcome, card))


def is_other_script(text: str) -> bool:
    """Whether the words are in letters other than those of English and French."""
    return _has_letters(text) and not any(
        "LATIN" in unicodedata.name(character, "") for character in text if character.isalpha()
    )


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))
