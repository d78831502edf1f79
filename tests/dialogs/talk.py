"""A person in tests: answers by words or by the buttons that are shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from dialogs.conversation import Answers, Conversation, Language, card_code
from dialogs.events import Event, Pressed, Said
from dialogs.machine import handle
from dialogs.replies import Ask, Reply
from dialogs.replies_ahead import Supposition

if TYPE_CHECKING:
    from collections.abc import Mapping

TODAY = date(2026, 11, 23)

SINGLE_ABROAD: Mapping[str, str] = {
    "marital_status": "single",
    "birth_date": "29",
    "education": "master",
    "canadian_study": "none",
    "has_eca": "yes",
    "first_language_test": "ielts",
    "first_language_scores": "8 7.5 7 7",
    "second_language_test": "none",
    "canadian_experience": "0",
    "foreign_experience": "36",
    "occupation": "21231",
    "provincial_nomination": "no",
    "sibling_in_canada": "no",
    "continuous_experience": "yes",
    "job_offer": "none",
    "family_size": "1",
    "settlement_funds": "20 000 $",
    "settling_in_quebec": "no",
}
"""What a single person abroad answers, in the order in which it is asked."""

MARRIED_ABROAD: Mapping[str, str] = {
    **SINGLE_ABROAD,
    "marital_status": "married",
    "spouse_status": "accompanying",
    "spouse_education": "bachelor",
    "spouse_has_eca": "yes",
    "spouse_language_test": "none",
    "spouse_canadian_experience": "0",
    "family_size": "2",
}

TRADESPERSON_IN_CANADA: Mapping[str, str] = {
    **SINGLE_ABROAD,
    "education": "two_year",
    "canadian_study": "two_year",
    "first_language_test": "tef",
    "first_language_scores": "310 260 390 380",
    "second_language_test": "celpip",
    "second_language_scores": "7 7 6 6",
    "canadian_experience": "36",
    "occupation": "72200",
    "trade_certificate": "yes",
    "recent_canadian_experience": "36",
    "trade_experience": "36",
    "job_offer": "skilled",
    "authorized_to_work": "yes",
}


@dataclass
class Talk:
    """A conversation under test; ``replies`` are those of the last event."""

    today: date = TODAY
    language: Language = "en"
    conversation: Conversation = field(init=False)
    replies: tuple[Reply, ...] = ()
    forgotten: bool = False

    def __post_init__(self) -> None:
        self.conversation = Conversation(self.language)

    def say(self, text: str) -> tuple[Reply, ...]:
        return self.happens(Said(text))

    def press(self, data: str) -> tuple[Reply, ...]:
        return self.happens(Pressed(data))

    def choose(self, choice: str) -> tuple[Reply, ...]:
        """Press the button of a choice on the newest card."""
        ask = self.ask
        return self.press(f"a:{ask.question}:{choice}:{card_code(ask.card)}")

    def happens(self, event: Event) -> tuple[Reply, ...]:
        outcome = handle(self.conversation, event, self.today)
        self.replies = outcome.replies
        self.forgotten = outcome.conversation is None
        self.conversation = outcome.conversation or Conversation(self.language)
        return self.replies

    @property
    def ask(self) -> Ask:
        """The card that the last event led to."""
        return next(reply for reply in self.replies if isinstance(reply, Ask))

    @property
    def asked(self) -> str | None:
        """The question of that card; None when none was asked."""
        return next((reply.question for reply in self.replies if isinstance(reply, Ask)), None)

    def answer_all(self, answers: Mapping[str, str], until: str | None = None) -> list[str]:
        """Start, and answer as asked until a question or the end; gives what was asked."""
        self.say("/start" if not self.conversation.answers else "/resume")
        seen: list[str] = []
        while self.asked is not None and self.asked != until:
            seen.append(self.asked)
            answer = answers[self.asked]
            if answer in self.ask.choices:
                self.choose(answer)
            else:
                self.say(answer)
            assert seen[-1] != self.asked, f"{seen[-1]} did not take {answer!r}: {self.ask.problem}"
        return seen


def answers_of(talk: Talk) -> Answers:
    return talk.conversation.answers


def finished(answers: Mapping[str, str] = SINGLE_ABROAD) -> Talk:
    """Somebody who has answered everything."""
    talk = Talk()
    talk.answer_all(answers)
    return talk


def supposition(talk: Talk, words: str) -> Supposition:
    """What is shown of a what-if in words, and nothing else."""
    (reply,) = talk.say(words)
    assert isinstance(reply, Supposition)
    return reply


def at_question(question: str, answers: Mapping[str, str] = SINGLE_ABROAD) -> Talk:
    """A single person abroad who has come as far as this question."""
    talk = Talk()
    talk.answer_all(answers, until=question)
    assert talk.asked == question
    return talk
