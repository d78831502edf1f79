"""One score of a result that is known: "my IELTS writing is 7, not 6.5", "mon CE, c'est 510"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from dialogs.reading.facts.findings import question_of
from dialogs.reading.facts.language_results import Result
from dialogs.reading.facts.lexicon import pattern
from dialogs.reading.facts.score_segments import ABILITY, Segment
from dialogs.reading.outcome import Reading, Understood, Unreadable
from dialogs.reading.scores import read_scores
from dialogs.reading.text import words
from scoring.vocabulary import ABILITIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialogs.conversation import Answer
    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.persons import Person

_NUMBER = r"\d+(?:[.,]\d+)?"
_ABILITIES = {
    **{word: ability for word, ability in ABILITY.items() if len(word) > 1},
    "comprehension orale": "listening",
    "comprehension ecrite": "reading",
    "expression ecrite": "writing",
    "expression orale": "speaking",
}
_NAMED = "|".join(sorted(_ABILITIES, key=len, reverse=True))
_IS = pattern(
    f"(?P<ability>{_NAMED})(?: <tests.now>)* (?P<number>{_NUMBER})"
    f"(?:(?: ,)? <tests.instead> {_NUMBER})?"
)
"""One letter alone names too much to be taken for an ability."""


def corrected(
    found: Findings, person: Person, test: str, segment: Segment
) -> Reading[Answer] | None:
    """With the test named; None where no such result is known, or not one ability is named."""
    known = found.at.scores(f"{question_of('first_language', person)}_scores") or {}
    abilities = [ABILITY[word] for word in words(segment.text) if word in ABILITY]
    if known.get("test") != test or len(abilities) != 1:
        return None
    return _with(found, known, abilities[0], re.findall(_NUMBER, segment.text)[0])


def corrections(found: Findings) -> list[Result]:
    """Without the test; of two results it is the one whose test has such a score.

    Where both have, or none, it is left over.
    """
    told: dict[tuple[Person, str], Any] = {}
    for span in found.message.find(_IS):
        ability, number = _ABILITIES[span.named("ability")], span.named("number")
        possible: dict[tuple[Person, str], Any] = {}
        for slot in ("first", "second"):
            known = found.at.scores(f"{question_of(f'{slot}_language', span.person)}_scores")
            if known is None:
                continue
            reading = _with(found, told.get((span.person, known["test"]), known), ability, number)
            if isinstance(reading, Understood):
                possible[span.person, known["test"]] = reading.value
        if len(possible) == 1:
            found.message.take(span.start, span.end)
            told |= possible
    return [Result(person, test, Understood(value), None) for (person, test), value in told.items()]


def _with(
    found: Findings, known: Mapping[str, Any], ability: str, number: str
) -> Reading[Answer] | None:
    """A result that is known with another score for one ability."""
    told = {each: known[each] for each in ABILITIES} | {ability: number}
    text = " ".join(f"{each} {score}" for each, score in told.items())
    reading = read_scores(text, known["test"], found.at.today)
    if not isinstance(reading, Understood):
        return reading if isinstance(reading, Unreadable) else None
    return Understood({**known, **reading.value})
