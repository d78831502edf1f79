"""What would give a line of the score more, held against the score itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from scoring.better import better
from scoring.explain import lines
from scoring.profile import Profile
from scoring.rules import rules_on
from scoring.score import score
from tests.scoring.strategies import TODAY, profiles

if TYPE_CHECKING:
    from typing import Any

RULES = rules_on(TODAY)
ENGLISH = {"test": "clb", "listening": 8, "reading": 8, "writing": 8, "speaking": 8}
PERSON = {
    "marital_status": "single",
    "age": 31,
    "education": "master",
    "has_eca": True,
    "first_language": ENGLISH,
    "second_language": "none",
    "canadian_experience_months": 0,
    "foreign_experience_months": 24,
}


def told(section: str, item: str, **changes: Any) -> list[tuple[str, str | int, int]]:
    profile = Profile.model_validate({**PERSON, **changes})
    found = better(section, item, profile, RULES)
    return [(each.fact, each.to, each.points) for each in found]


@pytest.mark.parametrize(
    ("line", "more"),
    [
        (("transferability", "education_language"), [("english", 9, 50)]),
        (("core", "education"), [("education", "doctoral", 150)]),
        (("additional", "french"), [("french", 7, 50)]),
        (("additional", "sibling"), [("sibling_in_canada", "yes", 15)]),
        (("core", "age"), []),
        (
            ("transferability", "foreign_experience_language"),
            [("english", 9, 25), ("foreign_experience", 3, 25)],
        ),
        (
            ("core", "canadian_experience"),
            [("canadian_experience", 1, 40), ("canadian_experience", 5, 80)],
        ),
    ],
)
def test_the_next_step_and_the_best_of_each_fact(
    line: tuple[str, str], more: list[tuple[str, str | int, int]]
) -> None:
    assert told(*line) == more


def test_an_assessment_and_the_spouse_give_more_too() -> None:
    assert ("has_eca", "yes", 135) in told("core", "education", has_eca=False)
    spouse = {"accompanying": True, "canadian": False, "education": "bachelor", "has_eca": True}
    couple = {"marital_status": "married", "spouse": spouse}
    assert ("spouse_english", 9, 20) in told("spouse", "language", **couple)
    assert ("spouse_education", "master", 10) in told("spouse", "education", **couple)


def test_french_comes_first_of_whoever_speaks_it() -> None:
    profile = Profile.model_validate({**PERSON, "first_language": "none"})
    (first, _) = better("transferability", "education_language", profile, RULES, "french")
    assert (first.fact, first.to) == ("french", 7)


@settings(max_examples=60, deadline=None)
@given(profiles())
def test_more_is_always_more_and_never_above_the_most(profile: Profile) -> None:
    for line in lines(profile, score(profile, RULES), RULES):
        if line.section == "fsw":
            continue
        found = better(line.section, line.item, profile, RULES)
        assert all(line.points < each.points <= line.maximum for each in found)
        assert len({each.fact for each in found}) * 2 >= len(found)
