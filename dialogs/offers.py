"""What the questions offer, and what an answer must satisfy beside the earlier ones."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dialogs.conversation import UNKNOWN, Answer
from dialogs.reading.zones import is_zone
from dialogs.replies import Problem
from dialogs.situation import TESTS, Situation, one_of, tests_of
from scoring.calendar import YEAR, months_after
from scoring.parameters.tables import number
from scoring.programs.funds import people
from scoring.rules import rules_on
from scoring.vocabulary import (
    CANADIAN_STUDIES,
    EDUCATIONS,
    MARITAL_STATUSES,
    studies_within,
)

if TYPE_CHECKING:
    from dialogs.question import Check, Choices


def fixed(*choices: str) -> Choices:
    """The same choices for everybody."""
    return lambda _: choices


YES_NO = fixed("yes", "no")
NO_TEXT_CHOICES = fixed()
FIRST_TESTS = (*TESTS, UNKNOWN, "none")
CATEGORY_MONTHS = ("category_experience_months", "category_canadian_months")
CANADIAN_MONTHS = ("0", "12", "24", "36", "48", "60")
_RECENT_MONTHS = ("0", "12", "24", "36")
_LARGEST_BUTTON_FAMILY = 7
ZONES = (
    "America/Vancouver",
    "America/Edmonton",
    "America/Winnipeg",
    "America/Toronto",
    "America/Halifax",
    "America/Sao_Paulo",
    "Europe/Paris",
    "Africa/Algiers",
    "Africa/Lagos",
    "Asia/Dubai",
    "Asia/Karachi",
    "Asia/Kolkata",
    "Asia/Dhaka",
    "Asia/Manila",
    "Asia/Shanghai",
)
"""Zones in which many live who ask, from west to east; any other can be typed."""


def window(question: str, at: Situation) -> int:
    """The months of the past that a question about work asks about; longer counts as all."""
    entries = rules_on(at.today).entries
    if question in CATEGORY_MONTHS:
        return YEAR * number(entries["category_work"], "window_years")
    return YEAR * number(entries["windows"], question)


def profile_still_valid(at: Situation, answer: Answer) -> Problem | None:
    """A profile leaves the pool by itself after some months; another one has a day of its own."""
    months = number(rules_on(at.today).entries["validity"], "profile_months")
    if not isinstance(answer, str) or not answer[:1].isdigit():
        return None
    ends = months_after(date.fromisoformat(answer[:10]), months)
    return Problem("profile_expired", {"months": months}) if ends <= at.today else None


def study(question: str) -> Choices:
    """Studies in Canada, as far as the education of a question allows."""

    def studies(at: Situation) -> tuple[str, ...]:
        education = one_of(EDUCATIONS, at.choice(question))
        return CANADIAN_STUDIES if education is None else studies_within(education)

    return studies


def second_tests(first_question: str) -> Choices:
    """The tests of the language that the first one is not of."""

    def tests(at: Situation) -> tuple[str, ...]:
        first = at.choice(first_question)
        english, french = tests_of("english"), tests_of("french")
        others = french if first in english else english if first in french else TESTS
        return (*others, UNKNOWN, "none")

    return tests


def recent_months(question: str) -> Choices:
    """Months of recent work, as far as the question about all of it says so many."""

    def months(at: Situation) -> tuple[str, ...]:
        total = at.number(question)
        return tuple(m for m in _RECENT_MONTHS if total is None or int(m) <= total)

    return months


def recent_within_total(question: str) -> Check:
    """Recent work is part of all work, which the question tells."""

    def check(at: Situation, answer: Answer) -> Problem | None:
        total = at.number(question)
        if total is None or not isinstance(answer, str) or answer == UNKNOWN:
            return None
        if int(answer) <= total:
            return None
        return Problem("recent_more_than_total", {"months": total})

    return check


def category_months(question: str) -> Choices:
    """Months of work in a category, as far as all work leaves room for them."""

    def months(at: Situation) -> tuple[str, ...]:
        most = most_category_months(question, at)
        return tuple(m for m in _RECENT_MONTHS if int(m) <= most)

    return months


def category_within_total(question: str) -> Check:
    """Work in a category is part of all work."""

    def check(at: Situation, answer: Answer) -> Problem | None:
        most = most_category_months(question, at)
        if not isinstance(answer, str) or answer == UNKNOWN or int(answer) <= most:
            return None
        return Problem("category_more_than_total", {"months": most})

    return check


def most_category_months(question: str, at: Situation) -> int:
    """The most months that the earlier answers leave for work in a category."""
    parts = ("canadian_experience", "recent_canadian_experience")
    if question == "category_experience_months":
        canadian, foreign = at.number(parts[0]), at.number("foreign_experience")
        told = [None if canadian is None or foreign is None else canadian + foreign]
    else:
        told = [at.number(each) for each in parts]
    return min((*(months for months in told if months is not None), window(question, at)))


def family_sizes(at: Situation) -> tuple[str, ...]:
    """The sizes that have a button: two at least for a couple."""
    smallest = 2 if at.in_couple else 1
    return tuple(str(size) for size in range(smallest, _LARGEST_BUTTON_FAMILY + 1))


def known_zone(_: Situation, answer: Answer) -> Problem | None:
    """Where somebody lives must be known by its time zone."""
    known = isinstance(answer, str) and (answer == UNKNOWN or is_zone(answer))
    return None if known else Problem("zone_unreadable")


def family_with_spouse(at: Situation, answer: Answer) -> Problem | None:
    """A couple is two people."""
    return Problem("family_without_spouse") if at.in_couple and answer == "1" else None


def funds_asked(at: Situation) -> int:
    """The settlement funds that the table asks of this family, in Canadian dollars."""
    status = one_of(MARITAL_STATUSES, at.choice("marital_status"))
    return rules_on(at.today).funds.required(people(at.number("family_size"), status))


def funds(at: Situation) -> tuple[str, ...]:
    """What the table asks, or less."""
    return (str(funds_asked(at)), "0")
