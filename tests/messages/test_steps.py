"""Steps of a plan in words, whatever the plan."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from dialogs.conversation import LANGUAGES, Language
from messages.people import TODAY
from messages.steps import action_name, action_path, ends
from messages.words import words
from scoring.plan import Action, plan
from scoring.profile import Profile
from scoring.rules import rules_on
from scoring.score import score
from scoring.vocabulary import EDUCATIONS
from tests.scoring.people import person

if TYPE_CHECKING:
    from collections.abc import Sequence

SOMEBODY = person()
THEIR_SCORE = score(SOMEBODY, rules_on(TODAY))
_RESULTS: tuple[Any, ...] = (
    None,
    "none",
    {"test": "ielts", "listening": 5, "reading": 5, "writing": 5, "speaking": 5},
    {"test": "tef", "listening": 250, "reading": 210, "writing": 315, "speaking": 9},
    {
        "test": "celpip",
        "listening": 9,
        "reading": 9,
        "writing": 9,
        "speaking": 9,
        "taken_on": "2020-01-01",
    },
)


@cache
def actions() -> dict[str, Action]:
    """Every action of many different plans, by its id."""
    found: dict[str, Action] = {}
    for education, result, couple in product(EDUCATIONS, _RESULTS, (False, True)):
        given: dict[str, Any] = {
            "age": 35,
            "marital_status": "married" if couple else "single",
            "education": education,
            "has_eca": education in ("none", "bachelor"),
            "first_language": result,
            "foreign_experience_months": 14,
        }
        if couple:
            spouse = {"accompanying": True, "language": result, "has_eca": False}
            given["spouse"] = {**spouse, "education": "bachelor"}
        each = plan(Profile.model_validate(given), rules_on(TODAY))
        found |= {action.id: action for action in (*each.actions, *each.eligibility)}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_has_words(language: Language) -> None:
    assert len(actions()) > 60
    said = {action_name(action, words(language)) for action in actions().values()}
    assert all(text and "{" not in text and "None" not in text for text in said)


@pytest.mark.parametrize(
    ("action", "path", "amount"),
    [
        ("provincial_nomination", ("provincial_nomination",), None),
        ("first_language.listening_9", ("first_language", "listening"), 9),
        ("first_language.all_10", ("first_language", "all"), 10),
        ("second_language.retake", ("second_language", "retake"), None),
        ("canadian_experience_months.24", ("canadian_experience_months",), 24),
        ("education.two_or_more", ("education", "two_or_more"), None),
        ("spouse.canadian_experience_months_12", ("spouse", "canadian_experience_months"), 12),
    ],
)
def test_an_id_leads_to_its_words(action: str, path: tuple[str, ...], amount: int | None) -> None:
    assert action_path(action) == (path, amount)


def step(id_: str, gain: int) -> Action:
    return Action(id_, gain, 400 + gain, {}, None, None, None, 1, {}, SOMEBODY, THEIR_SCORE)


def ids(steps: Sequence[Action]) -> list[str]:
    return [each.id for each in steps]


def test_of_the_steps_of_one_thing_the_ends_are_shown() -> None:
    years = [step(f"canadian_experience_months.{12 * n}", 10 * n) for n in (5, 4, 3, 2, 1)]
    other = step("provincial_nomination", 600)
    assert ids(ends([other, *years])) == ids([other, years[0], years[-1]])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "English: CLB 9 in listening (IELTS General Training 8)"),
        ("fr", "Anglais\u00a0: NCLC 9 en compréhension de l’oral (IELTS General Training 8)"),
    ],
)
def test_a_score_to_reach_is_named_with_its_test(language: Language, said: str) -> None:
    result = {"test": "ielts", "listening": 8.0, "reading": 7.0, "writing": 7.0, "speaking": 7.0}
    action = replace(step("first_language.listening_9", 9), changes={"first_language": result})
    assert action_name(action, words(language)) == said
