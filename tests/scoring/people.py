"""People for the tests: one to vary, and as many different ones as wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from scoring.language import test_facts
from scoring.occupations import occupations
from scoring.profile import Profile
from scoring.vocabulary import (
    ABILITIES,
    COUPLES,
    EDUCATIONS,
    JOB_OFFERS,
    MARITAL_STATUSES,
    TESTS,
    studies_within,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scoring.vocabulary import Test

T = TypeVar("T")


def person(**fields: Any) -> Profile:
    """A single bachelor of 29 with a valid assessment and nothing else, changed by ``fields``."""
    return Profile.model_validate(person_fields(**fields))


def person_fields(**fields: Any) -> dict[str, Any]:
    """The same as JSON; a field set to None is left out."""
    plain = {"age": 29, "education": "bachelor", "marital_status": "single", "has_eca": True}
    given = {**plain, **fields}
    if "birth_date" in fields:
        del given["age"]
    return {name: value for name, value in given.items() if value is not None}


def couple(spouse: dict[str, Any] | None = None, /, **fields: Any) -> Profile:
    """The same person, married to somebody who comes along and is not Canadian."""
    partner = {"accompanying": True, "canadian": False, "has_eca": True, **(spouse or {})}
    return person(marital_status="married", spouse=partner, **fields)


def result(test: str, *scores: float, taken_on: str | None = None) -> dict[str, Any]:
    """A language result: one score for all abilities, or all four."""
    each = scores if len(scores) == len(ABILITIES) else scores * len(ABILITIES)
    names: Sequence[str] = ABILITIES
    return {"test": test, **dict(zip(names, each, strict=True)), "taken_on": taken_on}


def clb(*levels: int) -> dict[str, Any]:
    """English at these levels."""
    return result("clb", *levels)


def nclc(*levels: int) -> dict[str, Any]:
    """French at these levels."""
    return result("nclc", *levels)


ABROAD = person_fields(
    education="master",
    first_language=clb(9),
    second_language="none",
    canadian_study="none",
    canadian_experience_months=0,
    foreign_experience_months=36,
    recent_canadian_experience_months=0,
    continuous_experience=True,
    occupation="21231",
    trade_certificate=False,
    trade_experience_months=0,
    job_offer="none",
    authorized_to_work=False,
    provincial_nomination=False,
    sibling_in_canada=False,
    relative_in_canada=False,
    settlement_funds=50000,
    family_size=1,
    settling_in_quebec=False,
)
"""A skilled worker abroad of whom all is known, beside work in a category: the Federal Skilled
Worker Program is open, and no other."""


def many_people(count: int) -> list[Profile]:
    """Different people with every field drawn, the same ones on every machine."""
    draw = _Draw()
    return [Profile.model_validate(_fields(draw)) for _ in range(count)]


class _Draw:
    """A fixed sequence that looks like chance (a linear congruential generator)."""

    def __init__(self) -> None:
        self._numbers = self._sequence()

    @staticmethod
    def _sequence() -> Iterator[int]:
        state = 2026
        while True:
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            yield state >> 33

    def __call__(self, options: Sequence[T]) -> T:
        return options[next(self._numbers) % len(options)]


def _fields(draw: _Draw) -> dict[str, Any]:
    status = draw(MARITAL_STATUSES)
    first = draw(TESTS)
    facts = test_facts()
    second = draw([test for test in TESTS if facts[test].language != facts[first].language])
    fields = {
        **_study(draw),
        "birth_date": f"{draw(range(1960, 2008))}-{draw(range(1, 13)):02}-15",
        "marital_status": status,
        "has_eca": draw([True, True, False, None]),
        "eca_issued_on": draw([None, f"{draw(range(2019, 2027))}-05-01"]),
        "first_language": _result(draw, first),
        "second_language": draw([None, "none", _result(draw, second)]),
        "canadian_experience_months": draw(range(73)),
        "recent_canadian_experience_months": draw(range(37)),
        "foreign_experience_months": draw(range(91)),
        "continuous_experience": draw([True, False]),
        "occupation": draw([None, *occupations()]),
        "trade_certificate": draw([True, False]),
        "trade_experience_months": draw(range(61)),
        "job_offer": draw(JOB_OFFERS),
        "authorized_to_work": draw([True, False]),
        "provincial_nomination": draw([True, False]),
        "sibling_in_canada": draw([True, False]),
        "relative_in_canada": draw([True, False]),
        "settlement_funds": draw(range(60_000)),
        "family_size": draw(range(2 if status in COUPLES else 1, 10)),
        "settling_in_quebec": draw([True, False]),
    }
    if status in COUPLES:
        fields["spouse"] = {
            **_study(draw),
            "accompanying": draw([True, True, False]),
            "canadian": draw([True, False, False]),
            "has_eca": draw([True, False, None]),
            "language": draw([None, _result(draw, draw(TESTS))]),
            "canadian_experience_months": draw(range(73)),
        }
    return fields


def _study(draw: _Draw) -> dict[str, Any]:
    education = draw(EDUCATIONS)
    return {"education": education, "canadian_study": draw(studies_within(education))}


def _result(draw: _Draw, test: Test) -> dict[str, Any]:
    scales = test_facts()[test].scales
    scores = [draw(sorted(scales[ability].scores)) for ability in ABILITIES]
    return result(test, *scores, taken_on=draw([None, f"{draw(range(2023, 2027))}-03-01"]))
