"""What the open answers leave undecided: which would tell most, and what a test would bring."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.conversation import UNKNOWN
from dialogs.profile import NUMBERS, profile_of
from scoring.estimates import totals_by_level
from scoring.language import test_facts
from scoring.narrowing import narrowing
from scoring.profile import OpenProfile
from scoring.rules import rules_on

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialogs.questionnaire import Walk
    from dialogs.situation import Situation
    from scoring.vocabulary import OfficialLanguage

_QUESTIONS: Mapping[str, tuple[str, ...]] = {
    "age": ("birth_date",),
    "first_language": ("first_language_test", "first_language_scores"),
    "second_language": ("second_language_test", "second_language_scores"),
    **{field: (question,) for question, field in NUMBERS.items()},
    "spouse.accompanying": ("spouse_status",),
    "spouse.canadian": ("spouse_status",),
    "spouse.education": ("spouse_education",),
    "spouse.has_eca": ("spouse_has_eca",),
    "spouse.language": ("spouse_language_test", "spouse_language_scores"),
    "spouse.canadian_experience_months": ("spouse_canadian_experience",),
}
"""The questions that fill a field of the profile, where they are not named like it."""


@dataclass(frozen=True, slots=True)
class Narrowest:
    """The open question whose answer narrows the range of totals most."""

    question: str
    points: int
    """By how many points at least, whatever the answer."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """The totals that a first language test would bring, by level in all four abilities."""

    language: OfficialLanguage
    totals: Mapping[int, tuple[int, int]]
    """The least and the greatest total at each level; equal when nothing else is open."""


def narrowest(walked: Walk) -> Narrowest | None:
    """The question to answer first; None where no single answer is sure to tell anything."""
    open_ = {q.id for q in walked.asked if walked.standing.get(q.id, UNKNOWN) == UNKNOWN}
    for field, points in narrowing(_profile(walked.at), rules_on(walked.at.today)):
        question = next((q for q in _QUESTIONS.get(field, (field,)) if q in open_), None)
        if points and question is not None:
            return Narrowest(question, points)
    return None


def estimate(walked: Walk) -> Estimate | None:
    """What the test would bring to somebody who has not taken one yet; None for all others."""
    at = walked.at
    if not (at.is_unknown("first_language_test") or at.is_unknown("first_language_scores")):
        return None
    language = _first_language(at)
    return Estimate(language, totals_by_level(_profile(at), language, rules_on(at.today)))


def _first_language(at: Situation) -> OfficialLanguage:
    """That of a test that was named, or that the second is not of, or of the conversation."""
    languages: dict[str, OfficialLanguage] = {
        test: facts.language for test, facts in test_facts().items()
    }
    first = languages.get(at.choice("first_language_test") or "")
    second = languages.get(at.choice("second_language_test") or "")
    if first or second is None:
        return first or at.speaks
    return "french" if second == "english" else "english"


def _profile(at: Situation) -> OpenProfile:
    return profile_of(at, OpenProfile)
