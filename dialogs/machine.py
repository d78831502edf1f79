"""The state machine: ``(conversation, event, today) → (conversation, replies)``, pure.

Whatever is said or pressed, no answer is lost: an event either gives one valid answer to the
question that is being asked, or leaves the answers as they are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs import (
    ahead,
    alerts,
    asked,
    lookup,
    pending,
    picking,
    politeness,
    silence,
    told,
    unnamed,
    wishes,
)
from dialogs.answering import read_text
from dialogs.buttons import press
from dialogs.conversation import LANGUAGES
from dialogs.events import Due, Event, Pressed, Said, Sent, Unreachable
from dialogs.intents import read_command, read_intent, read_switch
from dialogs.question import Kind
from dialogs.ranking import Remembering
from dialogs.reading.asking import asks
from dialogs.reading.choices import read_choice
from dialogs.reading.correcting import corrected, restated, takes_back
from dialogs.reading.facts.tokens import LONGEST
from dialogs.reading.occupations.known import speaks_of_a_test
from dialogs.reading.of_spouse import OF_ONESELF, is_of_spouse
from dialogs.reading.outcome import Ambiguous, Understood, Unreadable
from dialogs.reading.tongue import tongue
from dialogs.replies import Notice, Problem
from dialogs.turn import ALONE, Outcome, Turn, coming_back_brief

if TYPE_CHECKING:
    from datetime import date

    from dialogs.conversation import Conversation
    from dialogs.turn import Outside

_FEW_WORDS = 3
"""So short a message that it names a choice rather than expresses a wish."""


def handle(
    conversation: Conversation,
    event: Event,
    today: date,
    outside: Outside = ALONE,
) -> Outcome:
    """One step of the conversation. Any event of any kind is a normal case."""
    outside = replace(outside, ranking=Remembering(outside.ranking))
    turn = Turn(conversation, today, outside)
    return coming_back_brief(turn, _handled(turn, conversation, event))


def _handled(turn: Turn, conversation: Conversation, event: Event) -> Outcome:
    today, outside = turn.today, turn.outside
    match event:
        case Due():
            ending = silence.due(conversation, today, outside.retention)
            return ending or alerts.tell(conversation, today)
        case Unreachable():
            return Outcome(replace(conversation, alerts=False, told_of=(), unreachable=True), ())
        case Said(text):
            if len(text) > LONGEST:
                return turn.remark(Notice("too_long", {"most": LONGEST}))
            return _chosen_language(turn, text) or _said_in_its_language(turn, text)
        case Pressed(data):
            return pending.come_back(turn, press(turn, data))
        case Sent(kind):
            return turn.remark(Notice(_NO_WORDS.get(kind, "unsupported")))


_NO_WORDS = {
    **dict.fromkeys(("voice", "video_note", "audio"), "cannot_listen"),
    **dict.fromkeys(
        ("photo", "live_photo", "paid_media", "video", "document", "animation", "story"),
        "cannot_look",
    ),
    **dict.fromkeys(
        ("contact", "location", "venue", "users_shared", "chat_shared", "passport_data"),
        "not_kept",
    ),
    "edit": "edited",
}
"""What is said of an event without words, by its kind; of any other, that only text is read."""


def _chosen_language(turn: Turn, text: str) -> Outcome | None:
    """The language that is named once the languages were offered."""
    if turn.confirming != wishes.LANGUAGE:
        return None
    match read_choice(text, wishes.LANGUAGE, LANGUAGES, turn.conversation.language):
        case Understood(chosen):
            language = next(each for each in LANGUAGES if each == chosen)
            return pending.come_back(turn, wishes.speak(turn, language))
    return None


def _said_in_its_language(turn: Turn, text: str) -> Outcome:
    """Words are answered in their own language, while the conversation keeps its setting."""
    setting = turn.conversation.language
    spoken = tongue(text, setting)
    heard = turn if spoken == setting else turn.in_language(spoken)
    outcome = pending.come_back(heard, _said(heard, text))
    after = outcome.conversation
    if spoken == setting and (after is None or after.language == setting):
        return outcome
    answered_in = spoken if after is None else after.language
    return Outcome(
        conversation=None if after is None else replace(after, language=setting),
        replies=outcome.replies,
        said_in=None if answered_in == setting else answered_in,
    )


def _said(turn: Turn, text: str) -> Outcome:
    """A command, an intent in everyday words, an answer to the open question, or a question."""
    text = restated(text)
    text, taken_back = corrected(text), takes_back(text)
    command = read_switch(text, turn.conversation.language) or read_command(text)
    of_rounds = asked.of_rounds(turn, text, command)
    if of_rounds is not None:
        return of_rounds
    if command is not None:
        known = command in wishes.WISHES
        return wishes.fulfil(turn, command) if known else turn.remark(Notice("unknown_command"))
    settled = _settled(turn, text) or _figures_alone(turn, text)
    if settled is not None:
        return settled
    supposed = ahead.read(turn, text)
    if supposed is not None and turn.conversation.started:
        found = ahead.waiting(turn, text)
        found = found or (None if supposed.answers else lookup.look_up(turn, text))
        return found or ahead.suppose(turn, supposed)
    intent = read_intent(text, turn.conversation.language)
    facts, wish = told.hear(turn, text, intent)
    asked_why = None if intent or (facts and facts.sure) else asked.why(turn, text)
    code = asked.code_of_job(turn, text)
    taken_up = code or asked_why or told.take_up_surely(turn, text, facts, wish)
    if taken_up is not None:
        return taken_up
    fulfilled = asked.requested(turn, text, intent)
    if fulfilled is not None:
        return fulfilled
    if intent == "start" and turn.conversation.started:
        return wishes.resume(turn)
    names_a_choice = _names_a_choice(turn, text)
    courtesy = None if intent else politeness.returned(turn, text, telling=bool(facts))
    if courtesy is not None:
        return courtesy
    if intent is not None and not names_a_choice:
        return asked.beside_intent(turn, text, intent) or wishes.fulfil(turn, intent)
    if asks(text) and not names_a_choice:
        found = lookup.look_up(turn, text)
        if found is not None:
            return found
    answering = turn.question is not None and turn.conversation.started and not asks(text)
    telling = bool(facts) and not facts.asks
    least = lookup.SURE if answering else lookup.CLEAR if telling else lookup.NEAR
    amended = told.amend(turn, text) if taken_back else None
    if amended is not None:
        return amended
    elsewhere = told.is_elsewhere(turn, text, facts)
    first = told.goes_first(text, facts, answering=answering)
    return (
        unnamed.take(turn, text)
        or (None if elsewhere else _answered(turn, text))
        or (told.take_up(turn, text, facts, None) if first else None)
        or _looked_up(turn, text, least)
        or told.take_up(turn, text, facts, None)
        or _lost(turn, text)
    )


def _figures_alone(turn: Turn, text: str) -> Outcome | None:
    """Figures without a word that the open question takes: they say nothing else."""
    question, conversation = turn.question, turn.conversation
    if question is None or not conversation.started or conversation.facts:
        return None
    if question.id in conversation.doubts or asks(text) or any(map(str.isalpha, text)):
        return None
    reading = read_text(question, text, turn.walked.at, conversation.language, turn.further)
    if not isinstance(reading, Understood):
        return None
    return wishes.answered(turn, question, reading.value, reading.remark)


def _looked_up(turn: Turn, text: str, least: float) -> Outcome | None:
    """What the words are about; a yes or no to a question that takes none is about nothing."""
    if turn.question is not None and turn.conversation.started:
        yes_or_no = read_choice(text, "yes_no", ("yes", "no"), turn.conversation.language)
        if isinstance(yes_or_no, Understood) and len(text.split()) <= _FEW_WORDS:
            return None
    return lookup.look_up(turn, text, least=least)


def _settled(turn: Turn, text: str) -> Outcome | None:
    """Yes or no to what was just asked to confirm, or what was asked back; other words leave it."""
    if turn.confirming in (None, wishes.LANGUAGE):
        return picking.pick(turn, text)
    if turn.confirming == pending.CONFIRMING:
        return pending.settled(turn, text)
    if turn.confirming == unnamed.CONFIRMING:
        return unnamed.settled(turn, text)
    if turn.confirming == ahead.CONFIRMING:
        return ahead.settled(turn, text)
    match read_choice(text, "confirm", ("yes", "no"), turn.conversation.language):
        case Understood("yes"):
            return wishes.confirmed(turn, turn.confirming)
        case Understood("no"):
            return turn.remark(Notice("kept"))
    return None


def _names_a_choice(turn: Turn, text: str) -> bool:
    """Whether a few words name a choice of the open question: an answer before a wish."""
    question = turn.question
    if question is None or question.kind is not Kind.CHOICE or len(text.split()) > _FEW_WORDS:
        return False
    reading = read_text(question, text, turn.walked.at, turn.conversation.language)
    return not isinstance(reading, Unreadable)


def _answered(turn: Turn, text: str) -> Outcome | None:
    """Typed words as an answer to the open question, or asked back; None when they are none."""
    question = turn.question
    if question is None or not turn.conversation.started:
        return None
    picked = picking.counts_here(turn, question, text)
    if picked is not None:
        return wishes.answered(turn, question, picked)
    if question.kind is Kind.OCCUPATION and (asks(text) or speaks_of_a_test(text)):
        return None  # any question has words of some job title
    if turn.walked.at.in_couple and question.id in OF_ONESELF and is_of_spouse(text):
        return None
    reading = read_text(question, text, turn.walked.at, turn.conversation.language, turn.further)
    match reading:
        case Understood(value, remark):
            return wishes.answered(turn, question, value, remark)
        case Ambiguous():
            return turn.ask_back(question, reading)
        case Unreadable("unknown_not_taken", details):
            return turn.ask(question, problem=Problem("unknown_not_taken", details))
    return None


def _lost(turn: Turn, text: str) -> Outcome:
    """Neither an answer nor anything that is known: why not, and what can be said instead."""
    if not turn.conversation.started:
        return lookup.not_found(turn) if asks(text) else politeness.begin(turn, text)
    if politeness.is_other_script(text):
        return turn.remark(Notice("other_script"))
    if turn.question is None or asks(text):
        return lookup.not_found(turn)
    reading = read_text(turn.question, text, turn.walked.at, turn.conversation.language)
    problem = None
    if isinstance(reading, Unreadable):
        problem = Problem(reading.reason, reading.details)
    return turn.ask(turn.question, problem=problem)
