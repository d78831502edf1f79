"""Results of language tests as they were told, and which language each is of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dialogs.reading.facts.findings import question_of
from dialogs.reading.facts.named_levels import LEVELS
from dialogs.reading.outcome import Ambiguous, Reading, Understood
from dialogs.situation import TESTS, tests_of
from scoring.language import levels
from scoring.profile import LanguageResult
from scoring.rules import rules_on

if TYPE_CHECKING:
    from dialogs.conversation import Answer
    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.persons import Person

_MOST_RESULTS = 4


@dataclass(frozen=True, slots=True)
class Result:
    """A test of somebody, with its scores where they were told."""

    person: Person
    test: str
    reading: Reading[Answer] | None
    slot: str | None
    """``first`` or ``second`` where the words say which language it is."""

    @property
    def language(self) -> str:
        return "french" if self.test in tests_of("french") else "english"

    @property
    def complete(self) -> bool:
        return isinstance(self.reading, Understood)

    @property
    def options(self) -> tuple[Answer, ...]:
        """The scores that it can be."""
        if isinstance(self.reading, Understood):
            return (self.reading.value,)
        return self.reading.options if isinstance(self.reading, Ambiguous) else ()


def best_of(results: list[Result], language: str) -> Result:
    """The result of one language that says most: complete, of a real test, told last.

    Two results of one test are asked back.
    """
    own = [result for result in results if result.language == language]
    order = sorted(own, key=lambda result: (result.complete, result.test not in LEVELS))
    best = order[-1]
    rivals = [each for each in order if each.test == best.test and each.complete == best.complete]
    options = tuple(option for each in rivals for option in each.options)
    distinct = tuple(option for at, option in enumerate(options) if option not in options[:at])
    if len(distinct) <= 1 or len(rivals) == 1:
        return best
    return replace(best, reading=Ambiguous(distinct[:_MOST_RESULTS], "several"))


def assign(found: Findings, person: Person, results: list[Result]) -> None:
    """Put the results of one person in the first and second language."""
    for result, slot in zip(results, _slots(found, person, results), strict=True):
        question = question_of(f"{slot}_language", person)
        if question is None:
            continue
        found.add(f"{question}_test", Understood(result.test))
        if result.reading is not None:
            found.add(f"{question}_scores", result.reading)


def _slots(found: Findings, person: Person, results: list[Result]) -> list[str]:
    """Which language each result is of: as said, as it stands, else the better one first."""
    if not results:
        return []
    first = _first_language(found, person, results)
    return ["first" if result.language == first else "second" for result in results]


def _first_language(found: Findings, person: Person, results: list[Result]) -> str:
    other = {"english": "french", "french": "english"}
    for result in results:
        if result.slot is not None:
            return result.language if result.slot == "first" else other[result.language]
    for slot, turned in (("first", False), ("second", True)):
        standing = found.at.choice(f"{question_of(f'{slot}_language', person)}_test")
        if standing in TESTS:
            language = "french" if standing in tests_of("french") else "english"
            return other[language] if turned else language
    best = max(results, key=lambda result: (_worth(found, result), -results.index(result)))
    return best.language


def _worth(found: Findings, result: Result) -> int:
    """The sum of the levels of a result; nothing where it is not complete."""
    if len(result.options) != 1:
        return 0
    scored = LanguageResult.model_validate(result.options[0])
    reached = levels(scored, rules_on(found.at.today).levels)
    return 0 if reached is None else sum(reached)
