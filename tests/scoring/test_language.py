"""Test scores as CLB and NCLC levels: every published cut-off, and just below it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from scoring import language
from scoring.language import levels, lowest_score
from scoring.profile import LanguageResult
from scoring.rules import rules_on
from scoring.vocabulary import ABILITIES, TESTS
from tests.scoring.people import result

if TYPE_CHECKING:
    from scoring.vocabulary import Ability, Test

TODAY = rules_on(date(2026, 11, 23))

CUT_OFFS: dict[Test, dict[Ability, dict[int, float]]] = {
    "celpip": {ability: {level: level for level in range(4, 11)} for ability in ABILITIES},
    "ielts": {
        "listening": {4: 4.5, 5: 5, 6: 5.5, 7: 6, 8: 7.5, 9: 8, 10: 8.5},
        "reading": {4: 3.5, 5: 4, 6: 5, 7: 6, 8: 6.5, 9: 7, 10: 8},
        "writing": {4: 4, 5: 5, 6: 5.5, 7: 6, 8: 6.5, 9: 7, 10: 7.5},
        "speaking": {4: 4, 5: 5, 6: 5.5, 7: 6, 8: 6.5, 9: 7, 10: 7.5},
    },
    "pte": {
        "listening": {4: 28, 5: 39, 6: 50, 7: 60, 8: 71, 9: 82, 10: 89},
        "reading": {4: 33, 5: 42, 6: 51, 7: 60, 8: 69, 9: 78, 10: 88},
        "writing": {4: 41, 5: 51, 6: 60, 7: 69, 8: 79, 9: 88, 10: 90},
        "speaking": {4: 42, 5: 51, 6: 59, 7: 68, 8: 76, 9: 84, 10: 89},
    },
    "tef": {
        "listening": {4: 145, 5: 181, 6: 217, 7: 249, 8: 280, 9: 298, 10: 316},
        "reading": {4: 121, 5: 151, 6: 181, 7: 207, 8: 233, 9: 248, 10: 263},
        "writing": {4: 181, 5: 226, 6: 271, 7: 310, 8: 349, 9: 371, 10: 393},
        "speaking": {4: 181, 5: 226, 6: 271, 7: 310, 8: 349, 9: 371, 10: 393},
    },
    "tcf": {
        "listening": {4: 331, 5: 369, 6: 398, 7: 458, 8: 503, 9: 523, 10: 549},
        "reading": {4: 342, 5: 375, 6: 406, 7: 453, 8: 499, 9: 524, 10: 549},
        "writing": {4: 4, 5: 6, 6: 7, 7: 10, 8: 12, 9: 14, 10: 16},
        "speaking": {4: 4, 5: 6, 6: 7, 7: 10, 8: 12, 9: 14, 10: 16},
    },
}

EDGES = [
    (test, ability, level, score)
    for test, abilities in CUT_OFFS.items()
    for ability, scores in abilities.items()
    for level, score in scores.items()
]


def level_of(test: Test, ability: Ability, score: float) -> int:
    table = TODAY.levels[test][ABILITIES.index(ability)]
    return table[score]


@pytest.mark.parametrize(("test", "ability", "level", "score"), EDGES)
def test_a_level_begins_at_its_cut_off(
    test: Test, ability: Ability, level: int, score: float
) -> None:
    below = max(s for s in language.test_facts()[test].scales[ability].scores if s < score)
    assert level_of(test, ability, score) == level
    assert level_of(test, ability, below) == (
        level - 1 if level > 4 else level_of(test, ability, below)
    )
    assert level_of(test, ability, below) < level
    assert lowest_score(test, ability, level, TODAY.levels) == score


@pytest.mark.parametrize("test", ["clb", "nclc"])
def test_converted_levels_stand_as_they_are(test: Test) -> None:
    for level in range(13):
        assert level_of(test, "reading", level) == level


@pytest.mark.parametrize("test", TESTS)
def test_levels_never_fall_as_scores_rise(test: Test) -> None:
    for table in TODAY.levels[test]:
        by_score = [table[score] for score in sorted(table)]
        assert by_score == sorted(by_score)


def test_each_ability_has_its_own_table() -> None:
    given = LanguageResult.model_validate(result("ielts", 8, 6.5, 6.5, 7))
    reached = levels(given, TODAY.levels)
    assert reached is not None
    assert reached._asdict() == {"listening": 9, "reading": 8, "writing": 8, "speaking": 9}


def test_pte_core_is_accepted_since_30_january_2024() -> None:
    given = LanguageResult.model_validate(result("pte", 90))
    assert levels(given, rules_on(date(2024, 1, 29)).levels) is None
    assert levels(given, rules_on(date(2024, 1, 30)).levels) == (10, 10, 10, 10)


def test_no_score_reaches_beyond_a_scale() -> None:
    assert lowest_score("ielts", "listening", 11, TODAY.levels) is None
