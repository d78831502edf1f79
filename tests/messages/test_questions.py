"""Every question in every language: it is shown, reads its own example, and leads on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from dialogs.conversation import LANGUAGES, Answers, Conversation, Language
from dialogs.events import Pressed, Said
from dialogs.machine import handle
from dialogs.questions import QUESTIONS
from dialogs.replies import Ask
from messages.people import ABROAD, COUPLE, TODAY
from messages.render import render
from tests.messages.telegram import read

if TYPE_CHECKING:
    from dialogs.events import Event
    from dialogs.replies import Reply

TOPICS = ("time", "exchange", "rounds", "tie_break", "alerts")
COUNTER_EXAMPLE = "qwxz"
EXAMPLE = re.compile(r"<code>(.+?)</code>")

IN_CANADA: Answers = {
    **COUPLE,
    "profile_submitted": "2026-09-14",
    "time_zone": "America/Toronto",
}
ELSEWHERE: Answers = {
    **ABROAD,
    "relative_in_canada": "no",
    "birth_date": "1984-01-01",
    "has_eca": "yes",
}
SPOUSE_DECIDES: Answers = {
    **ABROAD,
    "marital_status": "married",
    "spouse_status": "accompanying",
    "birth_date": "29",
    "education": "two_year",
    "foreign_experience": "12",
    "spouse_education": "bachelor",
    "spouse_has_eca": "yes",
    "spouse_language_test": "none",
    "spouse_canadian_experience": "0",
    "relative_in_canada": "no",
    "spouse_canadian_study": "none",
    "family_size": "2",
}
PHYSICIAN: Answers = {
    **COUPLE,
    "occupation": "31102",
    "category_canadian_months": "6",
    "category_experience_months": "24",
}
PEOPLE: tuple[Answers, ...] = (IN_CANADA, ABROAD, ELSEWHERE, SPOUSE_DECIDES, PHYSICIAN)


def asked_again(question: str, answers: Answers, language: Language) -> tuple[Conversation, Ask]:
    """The question on the screen of somebody who changes the answer to it."""
    before = Conversation(language, answers=answers, topics=TOPICS)
    conversation, replies = after(before, Pressed(f"change:{question}"))
    return conversation, card(replies)


def after(before: Conversation, event: Event) -> tuple[Conversation, tuple[Reply, ...]]:
    outcome = handle(before, event, TODAY)
    assert outcome.conversation is not None
    return outcome.conversation, outcome.replies


def card(replies: tuple[Reply, ...]) -> Ask:
    return next(reply for reply in replies if isinstance(reply, Ask))


def example(ask: Ask, language: Language) -> str:
    """The example that the screen shows."""
    (shown,) = EXAMPLE.findall(render(ask, language, TODAY).text)
    return read(str(shown)).text


def somebody(question: str) -> Answers:
    """Somebody who is asked this question."""
    for answers in PEOPLE:
        replies = handle(
            Conversation(answers=answers, topics=TOPICS), Pressed(f"change:{question}"), TODAY
        ).replies
        if any(isinstance(reply, Ask) and reply.question == question for reply in replies):
            return answers
    raise AssertionError(f"nobody here is asked {question}")


def reads_its_example(question: str, answers: Answers, language: Language) -> str:
    """Whatever was refused, the example shown with the refusal is taken; gives the example."""
    conversation, ask = asked_again(question, answers, language)
    assert ask.question == question
    assert read(render(ask, language, TODAY).text).faults == []

    conversation, replies = after(conversation, Said(COUNTER_EXAMPLE))
    refused = card(replies)
    assert (refused.question, refused.problem is None) == (question, False)
    assert conversation.answers[question] == answers[question]
    shown = example(refused, language)

    conversation, replies = after(conversation, Said(shown))
    following = next((reply for reply in replies if isinstance(reply, Ask)), None)
    assert following is None or following.question != question, (shown, following.problem)
    assert question in conversation.answers
    assert replies
    for reply in replies:
        assert render(reply, language, TODAY).text
    return shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", [question.id for question in QUESTIONS])
def test_is_shown_refuses_reads_its_example_and_leads_on(question: str, language: Language) -> None:
    reads_its_example(question, somebody(question), language)


ENGLISH_FIRST = {
    name: ABROAD[name]
    for name in ("first_language_test", "first_language_scores", "second_language_test")
}
RECENT = {"canadian_experience": "12", "recent_canadian_experience": "12"}


@pytest.mark.parametrize(
    ("question", "situation", "language", "shown"),
    [
        ("recent_canadian_experience", RECENT, "en", "12 months"),
        ("recent_canadian_experience", RECENT, "fr", "12 mois"),
        ("recent_canadian_experience", {}, "en", "20 months"),
        ("recent_canadian_experience", {}, "fr", "20 mois"),
        ("second_language_test", {}, "en", "IELTS"),
        ("second_language_test", {}, "fr", "IELTS"),
        ("second_language_test", ENGLISH_FIRST, "en", "TEF"),
        ("second_language_test", ENGLISH_FIRST, "fr", "TEF"),
        ("canadian_study", {"education": "one_year", "canadian_study": "none"}, "en", "1 year"),
        ("canadian_study", {"education": "one_year", "canadian_study": "none"}, "fr", "1 an"),
        ("canadian_study", {}, "en", "2 years"),
        ("canadian_study", {}, "fr", "2 ans"),
    ],
)
def test_the_example_fits_what_was_answered_before(
    question: str, situation: Answers, language: Language, shown: str
) -> None:
    given = {**IN_CANADA, **situation}
    assert reads_its_example(question, given, language).replace("\N{NO-BREAK SPACE}", " ") == shown
