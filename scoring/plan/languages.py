"""The ways to a better language result: a first test, a test again, higher levels.

A new result is written as the person's own test at the lowest scores that reach the levels, or
as bare levels by somebody untested. It has no date: it is valid when it is done.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from scoring.language import levels, lowest_score, test_facts
from scoring.plan.takes import language_test
from scoring.profile import LanguageResult
from scoring.standing import LEVELS
from scoring.vocabulary import ABILITIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scoring.language import Levels
    from scoring.plan.takes import Takes
    from scoring.profile import Language
    from scoring.rules import Rules
    from scoring.vocabulary import Ability, OfficialLanguage, Test

Whose: TypeAlias = Literal["first", "second", "spouse"]

_ALL_FOUR: Mapping[Whose, tuple[int, ...]] = {
    "first": (5, 7, 9, 10),
    "second": (5, 7, 9),
    "spouse": (5, 7, 9),
}
_BY_LEVELS: Mapping[OfficialLanguage, Test] = {"english": "clb", "french": "nclc"}


@dataclass(frozen=True, slots=True)
class LanguageChange:
    """A better result."""

    name: str
    """What is better: ``"listening_9"``, ``"all_9"``, ``"retake"``."""
    patch: dict[str, Any]
    """What changes in the result, in JSON form; all of it where it is a first result."""
    abilities: tuple[Ability, ...]
    """Those that are proven anew."""
    takes: Takes


def language_changes(
    current: Language | None,
    rules: Rules,
    whose: Whose,
    *,
    beside: Language | None,
    otherwise: OfficialLanguage,
) -> Iterator[LanguageChange]:
    """Every better result than the current one, lower levels first.

    Args:
        current: the result there is, if any.
        rules: those of the day.
        whose: the person's first or second official language, or the spouse's.
        beside: the same one's result in the other official language, if any.
        otherwise: which language it is when neither result says so.
    """
    known = levels(current, rules.levels) if isinstance(current, LanguageResult) else None
    if not isinstance(current, LanguageResult) or known is None:
        test = _untested(current if current != "none" else None, beside, otherwise)
        yield from _first_results(test, rules, whose)
        return
    if current.taken_on is not None and current.taken_on <= rules.tests_expired:
        takes = language_test(rules, "retake", current.test)
        yield LanguageChange("retake", {"taken_on": None}, ABILITIES, takes)
    yield from _raises(current.test, known, rules, whose)


def paying_levels(rules: Rules, whose: Whose) -> list[int]:
    """The levels of one ability from which on anything pays more than just below."""
    crs = rules.crs
    tiers, further = crs.transferability, crs.additional
    by_level: list[tuple[int, ...]]
    if whose == "spouse":
        by_level = [crs.spouse.language]
    elif whose == "second":
        by_level = [crs.with_spouse.second_language, crs.without_spouse.second_language]
    else:
        by_level = [crs.with_spouse.first_language, crs.without_spouse.first_language]
        by_level += [tiers.language, tiers.certificate_language]
    thresholds = set() if whose == "spouse" else {further.nclc, further.english_clb}
    rising = {n for n in range(1, LEVELS) if any(points[n] > points[n - 1] for points in by_level)}
    return sorted(rising | thresholds)


def _first_results(test: Test, rules: Rules, whose: Whose) -> Iterator[LanguageChange]:
    kind = "new_language" if whose == "second" else "first_test"
    for level in _ALL_FOUR[whose]:
        result: dict[str, Any] = {"test": test, **dict.fromkeys(ABILITIES, level), "taken_on": None}
        takes = language_test(rules, f"{kind}.{level}", test)
        yield LanguageChange(f"all_{level}", result, ABILITIES, takes)


def _raises(test: Test, known: Levels, rules: Rules, whose: Whose) -> Iterator[LanguageChange]:
    reached = dict(zip(ABILITIES, known, strict=True))
    for ability in ABILITIES:
        for level in paying_levels(rules, whose):
            if level > reached[ability]:
                yield _raise(f"{ability}_{level}", test, reached, {ability: level}, rules)
    for level in _ALL_FOUR[whose]:
        below = [ability for ability in ABILITIES if reached[ability] < level]
        if len(below) > 1:  # one alone is already among the single abilities
            yield _raise(f"all_{level}", test, reached, dict.fromkeys(below, level), rules)


def _raise(
    name: str, test: Test, reached: Mapping[Ability, int], to: Mapping[Ability, int], rules: Rules
) -> LanguageChange:
    """The same test taken again, with the lowest scores for these levels."""
    patch: dict[str, Any] = {
        ability: lowest_score(test, ability, level, rules.levels) for ability, level in to.items()
    }
    kind = "one_ability" if len(to) == 1 else "all_abilities"
    furthest = max(level - reached[ability] for ability, level in to.items())
    takes = language_test(rules, kind, test, levels=furthest)
    return LanguageChange(name, {**patch, "taken_on": None}, tuple(to), takes)


def _untested(
    current: LanguageResult | None, beside: Language | None, otherwise: OfficialLanguage
) -> Test:
    facts = test_facts()
    if current is not None:
        return _BY_LEVELS[facts[current.test].language]
    if isinstance(beside, LanguageResult):
        return _BY_LEVELS["french" if facts[beside.test].language == "english" else "english"]
    return _BY_LEVELS[otherwise]
