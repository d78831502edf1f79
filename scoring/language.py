"""Language tests: what each can give, and its scores as CLB or NCLC levels by compiled tables."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from scoring.parameters.tree import Entry, Parameter, tree
from scoring.vocabulary import ABILITIES, TESTS, Ability, OfficialLanguage, Test

if TYPE_CHECKING:
    from scoring.profile import LanguageResult


class Levels(NamedTuple):
    """CLB or NCLC of the four abilities, 0 to 12; 0 stands for anything below the lowest."""

    listening: int
    reading: int
    writing: int
    speaking: int


NO_LEVELS = Levels(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Scale:
    """The scores one ability of a test can give."""

    minimum: float
    maximum: float
    step: float
    also: tuple[float, ...]
    """Scores beside the range, such as CELPIP's 0 for M."""
    scores: frozenset[float]
    """Every possible score."""


@dataclass(frozen=True, slots=True)
class TestFacts:
    """What a test is, whatever the date."""

    __test__ = False  # not a test case, whatever its name begins with

    name: Test
    title: str
    language: OfficialLanguage
    scales: Mapping[Ability, Scale]


AbilityTables: TypeAlias = tuple[Mapping[float, int], ...]
"""The level of every score a test can give, for each ability in order."""
LevelTables: TypeAlias = Mapping[Test, AbilityTables]
"""The tables of every test accepted on a date."""


@cache
def test_facts() -> Mapping[Test, TestFacts]:
    """Every test a profile can name."""
    parameters = tree().under("language")
    return {name: _facts(name, parameters[name]) for name in TESTS}


def tests_of(language: OfficialLanguage) -> frozenset[Test]:
    """The tests of an official language."""
    return frozenset(name for name, facts in test_facts().items() if facts.language == language)


@cache
def levels_of_scores(entry: Entry, name: Test) -> AbilityTables:
    """For each ability in order, the level of every score, as an entry's cut-offs give it."""
    given = entry.value("levels")
    scales = test_facts()[name].scales
    return tuple(_levels(entry, ability, given, scales[ability]) for ability in ABILITIES)


def levels(result: LanguageResult, tables: LevelTables) -> Levels | None:
    """The levels of a result; None when the test is not accepted (its age is not looked at)."""
    table = tables.get(result.test)
    return None if table is None else Levels(*looked_up(result, table))


def looked_up(result: LanguageResult, table: AbilityTables) -> tuple[int, int, int, int]:
    """The level of each ability by the tables of the result's own test."""
    listening, reading, writing, speaking = table
    return (
        listening[result.listening],
        reading[result.reading],
        writing[result.writing],
        speaking[result.speaking],
    )


def lowest_score(name: Test, ability: Ability, level: int, tables: LevelTables) -> float | None:
    """The lowest score of an ability that reaches a level; None where no score does."""
    by_score = tables[name][ABILITIES.index(ability)]  # from the lowest score up
    return next((score for score, reached in by_score.items() if reached >= level), None)


def _facts(name: Test, parameter: Parameter) -> TestFacts:
    scores = parameter.fixed["scores"]
    return TestFacts(
        name=name,
        title=parameter.title,
        language=parameter.fixed["language"],
        scales={ability: _scale(scores[ability]) for ability in ABILITIES},
    )


def _scale(given: Mapping[str, Any]) -> Scale:
    minimum, maximum, step = given["from"], given["to"], given["step"]
    also = tuple(given.get("also", ()))
    count = int((maximum - minimum) / step) + 1
    range_ = {minimum + step * index for index in range(count)}
    return Scale(minimum, maximum, step, also, frozenset(range_.union(also)))


def _levels(
    entry: Entry, ability: Ability, given: Mapping[str, Mapping[str, float]], scale: Scale
) -> Mapping[float, int]:
    reached = [int(level) for level in given[ability]]
    lowest = list(given[ability].values())
    if lowest != sorted(lowest) or reached != sorted(reached):
        raise entry.error(f"levels.{ability}", "levels and their lowest scores must go upwards")
    if not scale.scores.issuperset(lowest):
        raise entry.error(f"levels.{ability}", "names a score that the test cannot give")
    from_zero = [0, *reached]
    return {score: from_zero[bisect_right(lowest, score)] for score in sorted(scale.scores)}
