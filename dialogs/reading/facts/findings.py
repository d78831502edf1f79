"""What the readers of one message have found so far, by question."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dialogs.reading.facts.persons import Person
from dialogs.reading.outcome import Ambiguous, Reading, Understood, Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialogs.conversation import Answer
    from dialogs.reading.facts.message import Message
    from dialogs.situation import Situation

SPOUSE_QUESTIONS = {
    "birth_date": "spouse_birth_date",
    "education": "spouse_education",
    "canadian_study": "spouse_canadian_study",
    "has_eca": "spouse_has_eca",
    "canadian_experience": "spouse_canadian_experience",
    "foreign_experience": "spouse_foreign_experience",
    "occupation": "spouse_occupation",
    "trade_certificate": "spouse_trade_certificate",
    "first_language": "spouse_language",
    "second_language": "spouse_second_language",
}
"""What is asked of the spouse, too, and under which name."""


_MOST_OPTIONS = 4


@dataclass(frozen=True, slots=True)
class Facts:
    """What a message tells."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    """Answers in stored form, by question; each passes the question's own check."""
    asked_back: Mapping[str, Ambiguous[Answer]] = field(default_factory=dict)
    """What could mean several answers, by question."""
    problems: Mapping[str, Unreadable] = field(default_factory=dict)
    """What was meant for a question and cannot be taken."""
    remarks: Mapping[str, str] = field(default_factory=dict)
    """How an answer was taken, by question: a key such as ``"window_capped"``."""
    leftover: tuple[str, ...] = ()
    """What says something and was not understood, as it was typed."""
    inferred: frozenset[str] = frozenset()
    """Questions that only the mention of a wife or husband answers."""
    asks: bool = False
    """Whether the message asks something, too."""
    sure: bool = True
    """Whether somebody surely tells of themselves; else the words could be looked up as well."""
    own: bool = False
    """Whether somebody speaks of themselves in it."""

    def __bool__(self) -> bool:
        """Whether anything was read, even if it cannot be taken as it is."""
        return bool(self.answers or self.asked_back or self.problems)

    @property
    def questions(self) -> frozenset[str]:
        """The questions that the message speaks of."""
        return frozenset((*self.answers, *self.asked_back, *self.problems))


@dataclass(slots=True)
class Findings:
    """What is known while a message is being read."""

    message: Message
    at: Situation
    question: str | None
    """The question that is open, which a bare length of work or title is about."""
    mentioned: bool = False
    """Whether the marital status is told only by the mention of a spouse."""
    studies: list[int] = field(default_factory=list)
    """Where the words of a credential end, for a length right there is one of studies."""
    titles: list[int] = field(default_factory=list)
    """Where job titles begin, for a length beside one is of work."""
    ages: list[int] = field(default_factory=list)
    """Where ages end, for what stands right there is not what somebody works in."""
    answers: dict[str, Answer] = field(default_factory=dict)
    asked_back: dict[str, Ambiguous[Answer]] = field(default_factory=dict)
    problems: dict[str, Unreadable] = field(default_factory=dict)

    remarks: dict[str, str] = field(default_factory=dict)

    def add(self, question: str, reading: Reading[Answer]) -> None:
        """Note a reading; what contradicts an earlier one of the message is asked back."""
        both = _together(self._known(question), reading)
        for kind in (self.answers, self.asked_back, self.problems):
            kind.pop(question, None)
        match both:
            case Understood(value):
                self.answers[question] = value
            case Ambiguous():
                self.asked_back[question] = both
            case Unreadable():
                self.problems[question] = both

    def _known(self, question: str) -> Reading[Answer] | None:
        """What the message has said of a question so far."""
        if question in self.answers:
            return Understood(self.answers[question])
        return self.asked_back.get(question) or self.problems.get(question)

    def take(self, start: int, end: int, question: str, reading: Reading[Answer]) -> None:
        """Note a reading and the tokens that it comes from."""
        self.message.take(start, end)
        self.add(question, reading)

    def has(self, question: str) -> bool:
        """Whether the message says something about a question."""
        return any(question in kind for kind in (self.answers, self.asked_back, self.problems))

    def choice(self, question: str) -> str | None:
        """The answer as it will be: from this message, else the one that stands."""
        answer = self.answers.get(question)
        return answer if isinstance(answer, str) else self.at.choice(question)

    @property
    def in_couple(self) -> bool:
        """Whether there is a spouse or partner, by this message or before it."""
        if "marital_status" in self.asked_back:
            return "single" not in self.asked_back["marital_status"].options
        return self.choice("marital_status") in ("married", "common_law")

    def __bool__(self) -> bool:
        return bool(self.answers or self.asked_back or self.problems)


def _together(before: Reading[Answer] | None, now: Reading[Answer]) -> Reading[Answer]:
    """Two readings of one message: what both can mean, the more exact one, or a doubt."""
    if before is None or isinstance(before, Unreadable):
        return now
    if isinstance(now, Unreadable):
        return before
    earlier, later = _meant(before), _meant(now)
    common = tuple(option for option in earlier if option in later)
    if common:
        return Understood(common[0]) if len(common) == 1 else Ambiguous(common, "choice_ambiguous")
    if "yes" in (*earlier, *later):
        return next((each for each in (before, now) if _is_date(each)), now)
    return Ambiguous((*earlier, *later)[:_MOST_OPTIONS], "several")


def _meant(reading: Understood[Answer] | Ambiguous[Answer]) -> tuple[Answer, ...]:
    return (reading.value,) if isinstance(reading, Understood) else reading.options


def _is_date(reading: Reading[Answer]) -> bool:
    """A date of issue says more than yes."""
    return isinstance(reading, Understood) and str(reading.value)[:1].isdigit()


def question_of(name: str, person: Person) -> str | None:
    """The question about a person; None about somebody whom nothing is asked of."""
    if person is Person.ME:
        return name
    return SPOUSE_QUESTIONS.get(name) if person is Person.SPOUSE else None
