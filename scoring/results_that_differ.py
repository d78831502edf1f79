"""Results of a language test that between them stand for every result there is.

Of the four abilities only the weakest opens anything; the others add their points. So for each
level that the weakest may have, results are told apart by the difference of their points in the
two columns alone (with a spouse and without).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from scoring.completions import LEVELS_OF
from scoring.language import lowest_score, test_facts
from scoring.profile import OpenLanguageResult
from scoring.standing import LEVELS
from scoring.vocabulary import ABILITIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scoring.profile import OpenLanguage
    from scoring.rules import Rules
    from scoring.vocabulary import Ability

Column: TypeAlias = "tuple[Sequence[int], int]"
"""The points of each level of an ability, and a cap on the four together."""


def results_that_differ(
    given: OpenLanguage | None, other: OpenLanguage | None, rules: Rules, *, first: bool
) -> list[OpenLanguage]:
    """The results that an open language may turn out to have, one of each kind.

    ``other`` is what is known of the other official language, ``first`` which of the two it is.
    """
    if isinstance(given, OpenLanguageResult):
        return list(_completed(given, rules, first=first))
    taken = None
    if isinstance(other, OpenLanguageResult):
        taken = test_facts()[other.test].language
    results: list[OpenLanguage] = ["none"]
    for language, test in LEVELS_OF.items():
        if language != taken:
            results += _completed(OpenLanguageResult(test=test), rules, first=first)
    return results


def _completed(
    given: OpenLanguageResult, rules: Rules, *, first: bool
) -> Iterator[OpenLanguageResult]:
    """A result with its open abilities known, once for each kind of result."""
    if given.test not in rules.levels:
        return
    columns = _columns(rules, first=first)
    known = _known_levels(given, rules)
    lacking = [ability for ability in ABILITIES if ability not in known]
    met = set()
    for weakest, others in _levels(columns, rules, first=first):
        levels = {lacking[0]: weakest, **dict.fromkeys(lacking[1:], others)}
        reached = [*known.values(), *levels.values()]
        kind = (min(reached), _difference(reached, columns))
        if kind not in met:
            met.add(kind)
            yield _at(given, levels, rules)


def _levels(columns: Sequence[Column], rules: Rules, *, first: bool) -> Iterator[tuple[int, int]]:
    """The weakest level, and one of the other abilities that may make a difference beside it."""
    (with_, _), (without, _) = columns
    steps = _steps(rules, first=first)
    for weakest in steps:
        above = [level for level in steps if level >= weakest]
        apart = [with_[level] - without[level] for level in above]
        beside = {weakest, above[-1], *(above[apart.index(pick(apart))] for pick in (min, max))}
        yield from ((weakest, others) for others in sorted(beside))


def _steps(rules: Rules, *, first: bool) -> list[int]:
    """The levels at which anything begins to count for more."""
    tables, additional = rules.crs.transferability, rules.crs.additional
    reading = [points for points, _ in _columns(rules, first=first)]
    if first:
        reading += [tables.language, tables.certificate_language]
    gates = (additional.nclc, additional.english_clb)
    rows = [
        (*(table[level] for table in reading), *(level >= gate for gate in gates))
        for level in range(LEVELS)
    ]
    return [rows.index(row) for row in dict.fromkeys(rows)]


def _columns(rules: Rules, *, first: bool) -> list[Column]:
    columns = (rules.crs.with_spouse, rules.crs.without_spouse)
    if first:
        return [(column.first_language, column.cap) for column in columns]
    return [(column.second_language, column.second_language_cap) for column in columns]


def _difference(levels: Sequence[int], columns: Sequence[Column]) -> int:
    with_, without = (min(sum(points[level] for level in levels), cap) for points, cap in columns)
    return with_ - without


def _known_levels(given: OpenLanguageResult, rules: Rules) -> dict[Ability, int]:
    tables = zip(ABILITIES, rules.levels[given.test], strict=True)
    scores = {ability: (getattr(given, ability), table) for ability, table in tables}
    return {
        ability: table[score] for ability, (score, table) in scores.items() if score is not None
    }


def _at(given: OpenLanguageResult, levels: dict[Ability, int], rules: Rules) -> OpenLanguageResult:
    """The result with abilities at their levels, by the lowest scores that reach them."""
    scores: dict[str, float | None] = {
        ability: lowest_score(given.test, ability, level, rules.levels)
        for ability, level in levels.items()
    }
    return given.model_copy(update=scores)
