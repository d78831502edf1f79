"""The ways to a better language result: a first test, a test again, higher levels.

A new result is written as the person's own test at the lowest scores that reach the levels, or
as bare levels by somebody untested. It has no date: it is valid when it is done.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scoring.language import levels, lowest_score, test_facts
from scoring.profile import LanguageResult
from scoring.vocabulary import ABILITIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scoring.language import Levels
    from scoring.profile import Language
    from scoring.rules import Rules
    from scoring.vocabulary import Ability, OfficialLanguage, Test

_FIRST_LEVELS = (5, 7, 9, 10)
_SECOND_LEVELS = (5, 7, 9)
_LEVELS_THAT_PAY = range(4, 11)
_BY_LEVELS: Mapping[OfficialLanguage, Test] = {"english": "clb", "french": "nclc"}


@dataclass(frozen=True, slots=True)
class LanguageChange:
    """A better result."""

    name: str
    """What is better: ``"listening_9"``, ``"all_9"``, ``"retake"``."""
    result: dict[str, Any]
    """The whole result in JSON form."""
    kind: str


def language_changes(
    current: Language | None,
    rules: Rules,
    *,
    beside: Language | None,
    otherwise: OfficialLanguage,
    extra: bool = False,
) -> Iterator[LanguageChange]:
    """Every better result than the current one.

    Args:
        current: the result there is, if any.
        rules: those of the day.
        beside: the person's result in the other official language, if any.
        otherwise: which language it is when neither result says so.
        extra: whether it is a second official language, learned from the start when untested.
    """
    targets = _SECOND_LEVELS if extra else _FIRST_LEVELS
    known = levels(current, rules.levels) if isinstance(current, LanguageResult) else None
    if not isinstance(current, LanguageResult) or known is None:
        test = _untested(current if current != "none" else None, beside, otherwise)
        kind = "new_language" if extra else "first_test"
        for level in targets:
            result: dict[str, Any] = {"test": test}
            result |= dict.fromkeys(ABILITIES, level)
            yield LanguageChange(f"all_{level}", result, kind)
        return
    if current.taken_on is not None and current.taken_on <= rules.tests_expired:
        yield LanguageChange("retake", _raised(current, {}, rules), "retake")
    yield from _raises(current, known, targets, rules)


def _raises(
    current: LanguageResult, known: Levels, targets: tuple[int, ...], rules: Rules
) -> Iterator[LanguageChange]:
    for ability, reached in zip(ABILITIES, known, strict=True):
        for level in _LEVELS_THAT_PAY:
            if level > reached:
                result = _raised(current, {ability: level}, rules)
                yield LanguageChange(f"{ability}_{level}", result, "one_ability")
    for level in targets:
        below = [a for a, reached in zip(ABILITIES, known, strict=True) if reached < level]
        if len(below) > 1:  # one alone is already among the single abilities
            result = _raised(current, dict.fromkeys(below, level), rules)
            yield LanguageChange(f"all_{level}", result, "all_abilities")


def _untested(
    current: LanguageResult | None, beside: Language | None, otherwise: OfficialLanguage
) -> Test:
    facts = test_facts()
    if current is not None:
        return _BY_LEVELS[facts[current.test].language]
    if isinstance(beside, LanguageResult):
        return _BY_LEVELS["french" if facts[beside.test].language == "english" else "english"]
    return _BY_LEVELS[otherwise]


def _raised(current: LanguageResult, to: Mapping[Ability, int], rules: Rules) -> dict[str, Any]:
    """The same test taken again, with the lowest scores for these levels."""
    scores: dict[str, Any] = {
        ability: lowest_score(current.test, ability, level, rules.levels)
        for ability, level in to.items()
    }
    return {**current.as_json(), **scores, "taken_on": None}
