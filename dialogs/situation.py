"""What is known at one point of the questionnaire: the answers that stand, on a date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from dialogs.conversation import UNKNOWN, Answer, Language
from scoring.language import test_facts
from scoring.vocabulary import COUPLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from scoring.vocabulary import OfficialLanguage, Test

T = TypeVar("T", bound=str)

TESTS: tuple[Test, ...] = ("ielts", "celpip", "pte", "tef", "tcf", "clb", "nclc")
"""The tests in the order in which they are offered: levels that are already known come last."""


@dataclass(frozen=True, slots=True)
class Situation:
    """The standing answers (asked, and valid beside the earlier ones) by question id."""

    standing: Mapping[str, Answer]
    today: date
    language: Language = "en"
    """That of the conversation."""

    @property
    def speaks(self) -> OfficialLanguage:
        """The official language that somebody is taken to know best while no test says which."""
        return "french" if self.language == "fr" else "english"

    def choice(self, question: str) -> str | None:
        """The chosen text answer; None where unanswered or not known yet."""
        answer = self.standing.get(question)
        return answer if isinstance(answer, str) and answer != UNKNOWN else None

    def number(self, question: str) -> int | None:
        """An answer that is a whole number: months, dollars or people."""
        answer = self.choice(question)
        return None if answer is None else int(answer)

    def flag(self, question: str) -> bool | None:
        """A yes or no; None where unanswered or not known yet."""
        answer = self.choice(question)
        return None if answer is None else answer == "yes"

    def scores(self, question: str) -> dict[str, Any] | None:
        """The language result given for a scores question."""
        answer = self.standing.get(question)
        return answer if isinstance(answer, dict) else None

    def is_unknown(self, question: str) -> bool:
        """Whether the person said "I don't know yet" here."""
        return self.standing.get(question) == UNKNOWN

    @property
    def in_couple(self) -> bool:
        """Married or in a common-law relationship."""
        return self.choice("marital_status") in COUPLES

    @property
    def with_spouse(self) -> bool:
        """Whether a spouse or partner comes along who is no citizen or permanent resident."""
        return self.choice("spouse_status") == "accompanying"


def one_of(options: Iterable[T], value: str | None) -> T | None:
    """The option that a stored text is; None where it is none of them."""
    return next((option for option in options if option == value), None)


def tests_of(language: OfficialLanguage) -> tuple[str, ...]:
    """The tests of one official language, in the order in which they are offered."""
    facts = test_facts()
    return tuple(test for test in TESTS if facts[test].language == language)
