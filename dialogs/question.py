"""What a question is: a declaration without words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from dialogs.conversation import UNKNOWN, Answer
from dialogs.replies import Problem
from dialogs.situation import Situation


class Kind(Enum):
    """How an answer is read."""

    CHOICE = "choice"
    BIRTH = "a date, or an age"
    ASSESSMENT = "a choice, or the date of issue"
    SCORES = "test scores"
    DURATION = "months of work"
    OCCUPATION = "an occupation"
    AMOUNT = "Canadian dollars"
    FAMILY = "people"
    FUTURE = "a date from today on"
    MOMENT = "a day up to today, or a moment in it"
    ZONE = "a time zone, by a place in it"


class Stage(Enum):
    """What an answer is for: the CRS score first, then the three programs.

    The others are asked only when somebody wants to know about them: the topics of a conversation.
    """

    SCORE = "score"
    PROGRAMS = "programs"
    TIME = "time"
    EXCHANGE = "exchange"
    ROUNDS = "rounds"
    TIE_BREAK = "tie_break"
    ALERTS = "alerts"


Choices = Callable[[Situation], tuple[str, ...]]
Check = Callable[[Situation, Answer], Problem | None]


def no_problem(_at: Situation, _answer: Answer) -> Problem | None:
    """The check of a question that takes every readable answer."""
    return None


@dataclass(frozen=True, slots=True)
class Question:
    """One question: what it offers, when it matters, what an answer must satisfy."""

    id: str
    kind: Kind
    stage: Stage
    choices: Choices
    relevant: Callable[[Situation], bool]
    typical: Answer | None
    """An everyday answer, used only to estimate how many questions lie ahead.

    None where few people are asked: such a question is not counted before it is reached.
    """
    check: Check = no_problem
    """A problem with the answer beside the earlier ones."""
    skippable: bool = True
    test_question: str | None = None
    """For scores: the question that names their test."""

    def offered(self, at: Situation) -> tuple[str, ...]:
        """The choice ids now, "I don't know yet" included where it is taken."""
        choices = self.choices(at)
        return choices if UNKNOWN in choices or not self.skippable else (*choices, UNKNOWN)
