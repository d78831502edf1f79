"""The state machine: ``(conversation, event, today) → (conversation, replies)``, pure.

Whatever is said or pressed, no answer is lost: an event either gives one valid answer to the
question that is being asked, or leaves the answers as they are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs import (
    ahead,
    aiming,
    alerts,
    explaining,
    lookup,
    past,
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
from dialogs.doubts import doubt_of
from dialogs.events import Due, Event, Pressed, Said, Sent, Unreachable
from dialogs.intents import is_intent, read_command, read_intent, read_switch
from dialogs.question import Kind
from dialogs.ranking import Remembering
from dialogs.reading.asking import asks
from dialogs.reading.choices import read_choice
from dialogs.reading.correcting import corrected, restated, takes_back
from dialogs.reading.facts.tokens import LONGEST
from dialogs.reading.of_spouse import OF_ONESELF, is_of_spouse
from dialogs.reading.ordinals import by_place
from dialogs.reading.outcome import Ambiguous, Understood, Unreadable
from dialogs.reading.past_rounds import EnoughAsked, read_past_rounds
from dialogs.reading.requests import Change, asks_why_asked, read_request
from dialogs.reading.targets import COMMAND, read_target, says_no_more
from dialogs.reading.tongue import tongue
from dialogs.replies import Notice, Problem
from dialogs.turn import ALONE, Outcome, Turn, coming_back_brief

if TYPE_CHECKING:
    from datetime import date

    from dialogs.conversation import Answer, Conversation
    from dialogs.question import Question
    from dialogs.reading.targets import Target
    from dialogs.turn import Outside

ASKED_BESIDE = 0.9
"""So sure is a question that holds a phrase for an intent taken for one of the guide."""
FEW_WORDS = 3
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
            return _said_in_its_language(turn, text)
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


_SEVERAL = 2
"""So many facts beside a target are no part of it."""


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
    of_rounds = _of_rounds(turn, text, command)
    if of_rounds is not None:
        return of_rounds
    if command is not None:
        known = command in wishes.WISHES
        return wishes.fulfil(turn, command) if known else turn.remark(Notice("unknown_command"))
    settled = _settled(turn, text)
    if settled is not None:
        return settled
    supposed = ahead.read(turn, text)
    if supposed is not None and turn.conversation.started:
        found = None if supposed.answers else lookup.look_up(turn, text)
        return found or ahead.suppose(turn, supposed)
    intent = read_intent(text, turn.conversation.language)
    facts, wish = told.hear(turn, text, intent)
    asked_why = None if intent or (facts and facts.sure) else _why_asked(turn, text)
    taken_up = asked_why or told.take_up_surely(turn, text, facts, wish)
    if taken_up is not None:
        return taken_up
    fulfilled = _requested(turn, text)
    if fulfilled is not None:
        return fulfilled
    if intent == "start" and turn.conversation.started:
        return wishes.resume(turn)
    names_a_choice = _names_a_choice(turn, text)
    courtesy = None if intent else politeness.returned(turn, text, telling=bool(facts))
    if courtesy is not None:
        return courtesy
    if intent is not None and not names_a_choice:
        return _asked_beside(turn, text) or wishes.fulfil(turn, intent)
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
    return (
        unnamed.take(turn, text)
        or (None if elsewhere else _answered(turn, text))
        or (told.take_up(turn, text, facts, None) if answering and told.is_whole(facts) else None)
        or _looked_up(turn, text, least)
        or told.take_up(turn, text, facts, None)
        or _lost(turn, text)
    )


def _looked_up(turn: Turn, text: str, least: float) -> Outcome | None:
    """What the words are about; a yes or no to a question that takes none is about nothing."""
    if turn.question is not None and turn.conversation.started:
        yes_or_no = read_choice(text, "confirm", ("yes", "no"), turn.conversation.language)
        if isinstance(yes_or_no, Understood) and len(text.split()) <= FEW_WORDS:
            return None
    return lookup.look_up(turn, text, least=least)


def _why_asked(turn: Turn, text: str) -> Outcome | None:
    """Why the open question is asked, where the words ask for it."""
    if turn.question is None or not turn.conversation.started:
        return None
    return wishes.why(turn) if asks_why_asked(text, turn.conversation.language) else None


def _of_rounds(turn: Turn, text: str, command: str | None) -> Outcome | None:
    """A target, or a question about past rounds; what would have been aims at nothing."""
    asked = read_past_rounds(text)
    aims = command in (None, COMMAND) and not isinstance(asked, EnoughAsked)
    target = read_target(text) if aims else None
    if target is not None:
        return _aimed(turn, text, target) if command is None else aiming.aim(turn, target)
    return None if asked is None else past.tell(turn, asked)


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


def _requested(turn: Turn, text: str) -> Outcome | None:
    """A request about a line, a program or an answer, unless the words clearly ask the guide."""
    language = turn.conversation.language
    request = None if is_intent(text, language) else read_request(text, language)
    if request is None:
        return None
    if isinstance(request, Change) and not asks(text):
        return explaining.fulfil(turn, request)
    entry = lookup.found_in_guide(turn, text, least=lookup.CLEAR if asks(text) else lookup.EXACT)
    return explaining.fulfil(turn, request) if entry is None else turn.remark(entry)


def _asked_beside(turn: Turn, text: str) -> Outcome | None:
    """What a question surely is about that only holds a phrase for an intent."""
    if is_intent(text, turn.conversation.language) or not asks(text):
        return None
    entry = lookup.found_in_guide(turn, text, least=ASKED_BESIDE)
    return None if entry is None else turn.remark(entry)


def _settled(turn: Turn, text: str) -> Outcome | None:
    """Yes or no to what was just asked to confirm, or what was asked back; other words leave it."""
    if turn.confirming is None:
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
    if question is None or question.kind is not Kind.CHOICE or len(text.split()) > FEW_WORDS:
        return False
    reading = read_text(question, text, turn.walked.at, turn.conversation.language)
    return not isinstance(reading, Unreadable)


def _answered(turn: Turn, text: str) -> Outcome | None:
    """Typed words as an answer to the open question, or asked back; None when they are none."""
    question = turn.question
    if question is None or not turn.conversation.started:
        return None
    picked = _picked(turn, question, text)
    if picked is not None:
        return wishes.answered(turn, question, picked)
    if question.kind is Kind.OCCUPATION and asks(text):
        return None  # any question has words of some job title
    if turn.walked.at.in_couple and question.id in OF_ONESELF and is_of_spouse(text):
        return None
    reading = read_text(question, text, turn.walked.at, turn.conversation.language, turn.further)
    match reading:
        case Understood(value, remark):
            return wishes.answered(turn, question, value, remark)
        case Ambiguous():
            return turn.ask_back(question, reading)
    return None


def _picked(turn: Turn, question: Question, text: str) -> Answer | None:
    """The reading that is meant of those that were offered, by its place: "the first one"."""
    doubt = doubt_of(turn.conversation, question, turn.walked.at)
    options = () if doubt is None else doubt.options
    return by_place(text, options, digits=question.kind is Kind.OCCUPATION)


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
