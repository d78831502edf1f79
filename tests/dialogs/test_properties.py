"""Any sequence of events: never an exception, never a lost answer, always a way on."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dialogs.conversation import Conversation, card_code
from dialogs.events import Event, Pressed, Said, Sent
from dialogs.machine import handle
from dialogs.questionnaire import walk
from dialogs.questions import QUESTIONS
from dialogs.replies import Ask, Notice
from tests.dialogs.talk import TODAY

WORDS = (
    "/start /score /improve /review /resume /restart /language /privacy /export /delete /help "
    "/rounds /chances /rounds_cec last_draw do_i_have_a_chance would_489_have_been_enough "
    "/back /skip /nothing yes no 29 1992-03-04 03/04/1992 master married 21231 engineer 8,7.5,7,7 "
    "9 18_months 2.5_years 20000$ 5000€ back skip why none unknown TEF im_31_and_divorced "
    "ielts_8_8_8_8_masters_single 4_yrs_software_engineer_31 my_wife_has_a_PhD_and_CLB_9"
).split()
BUTTONS = (
    "cmd:review cmd:score cmd:improve cmd:explain change:education change:marital_status "
    "change:first_language_test facts:confirm facts:cancel cancel:delete cancel:restart "
    "lang:fr lang:en cmd:rounds cmd:chances rounds:all:1 rounds:cec:0 confirm:nothing a:b:c"
).split()

DELETED, RESTARTED = Notice("deleted"), Notice("restarted")
"""Asked for and confirmed: the only ways in which answers go."""

events = st.one_of(
    st.sampled_from(WORDS).map(lambda words: Said(words.replace("_", " "))),
    st.sampled_from(BUTTONS).map(Pressed),
    st.text(max_size=80).map(Said),
    st.text(max_size=64).map(Pressed),
    st.sampled_from(["photo", "voice"]).map(Sent),
    st.integers(0, 30),
)


def realized(event: Event | int, card: Ask | None) -> Event:
    """A number presses that button of the newest card."""
    if not isinstance(event, int):
        return event
    if card is None or not card.choices:
        return Said(str(event))
    choice = card.choices[event % len(card.choices)]
    return Pressed(f"a:{card.question}:{choice}:{card_code(card.card)}")


@settings(max_examples=150, deadline=None)
@given(st.lists(events, max_size=40))
@example([Said("single"), Said("/delete"), Said("yes")])
@example([Said("single"), Said("/restart"), Said("yes"), Said("married")])
def test_no_exception_and_no_answer_is_lost(sequence: list[Event | int]) -> None:
    conversation = Conversation(started=True)
    card: Ask | None = None
    for each in sequence:
        outcome = handle(conversation, realized(each, card), TODAY)
        assert outcome.replies
        if conversation.confirming and outcome.replies[0] in (DELETED, RESTARTED):
            conversation = outcome.conversation or Conversation(started=True)
            continue
        assert outcome.conversation is not None
        changed = {
            question
            for question, answer in conversation.answers.items()
            if outcome.conversation.answers.get(question) != answer
        }
        told = changed <= conversation.facts.keys() and not outcome.conversation.facts
        assert len(changed) <= 1 or told, "one event changes one answer, unless facts are confirmed"
        assert conversation.answers.keys() <= outcome.conversation.answers.keys()
        conversation = outcome.conversation
        card = next((reply for reply in outcome.replies if isinstance(reply, Ask)), card)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 30), min_size=31, max_size=31))
def test_pressing_any_choices_reaches_the_end(presses: list[int]) -> None:
    typed = {
        question.id: question.typical
        for question in QUESTIONS
        if not isinstance(question.typical, dict)
    }
    conversation = Conversation(started=True)
    outcome = handle(conversation, Said("/resume"), TODAY)
    for press in presses:
        assert outcome.conversation is not None
        card = next((reply for reply in outcome.replies if isinstance(reply, Ask)), None)
        if card is None:
            break
        event: Event = realized(press, card) if card.choices else Said(str(typed[card.question]))
        outcome = handle(outcome.conversation, event, TODAY)
    assert outcome.conversation is not None
    assert walk(outcome.conversation.answers, TODAY).next is None
