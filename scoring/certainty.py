"""Which programs are open whatever the answers not known turn out to be, and which may be.

A score reads an unknown field at a fixed value. Here all of them are put at their worst, then at
their best: a program that is open even so is open for certain, one that is shut even so is shut.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from scoring.completions import completions
from scoring.occupations import occupations
from scoring.plan.scored import open_of
from scoring.programs import funds
from scoring.score import programs_of
from scoring.standing import standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scoring.profile import Profile
    from scoring.rules import Rules

_RECENT, _TRADE = 36, 60
"""Months that recent work and work in a trade look back on, and so the most there can be."""

_WORST: Mapping[str, Any] = {
    # All that the programs read and that may be unknown, but for occupation and family.
    "has_eca": False,
    "canadian_study": "none",
    "first_language": "none",
    "second_language": "none",
    "canadian_experience_months": 0,
    "foreign_experience_months": 0,
    "recent_canadian_experience_months": 0,
    "continuous_experience": False,
    "trade_certificate": False,
    "trade_experience_months": 0,
    "job_offer": "none",
    "authorized_to_work": False,
    "sibling_in_canada": False,
    "relative_in_canada": False,
    "settlement_funds": 0,
    "settling_in_quebec": True,
}
_WORST_SPOUSE: Mapping[str, Any] = {
    "accompanying": False,
    "canadian": True,
    "language": "none",
    "canadian_experience_months": 0,
    "canadian_study": "none",
}


@dataclass(frozen=True, slots=True)
class Certainty:
    """The programs as far as they are certain."""

    certain: frozenset[str]
    """Open whatever the answers not known turn out to be."""
    possible: frozenset[str]
    """These, and those that such answers may open."""
    any_certain: bool
    """Whether it is certain that some program is open, be it not known which."""
    needs: Mapping[str, tuple[str, ...]]
    """For each program that is possible and not certain, the fields it depends on; those of a
    spouse as ``"spouse.language"``."""


def certainty(profile: Profile, rules: Rules) -> Certainty:
    """How certain the programs of a person are on the day of the rules."""
    worst = [frozenset(each) for each in _programs(profile, rules, best=False)]
    certain, possible = frozenset.intersection(*worst), _possible(profile, rules)
    unsure = possible - certain
    return Certainty(
        certain=certain,
        possible=possible,
        any_certain=all(worst),
        needs=_needs(profile, rules, unsure) if unsure else {},
    )


def _possible(profile: Profile, rules: Rules) -> frozenset[str]:
    return frozenset().union(*_programs(profile, rules, best=True))


def _needs(
    profile: Profile, rules: Rules, programs: frozenset[str]
) -> Mapping[str, tuple[str, ...]]:
    """The unknown fields that would shut a program at their worst; if none alone does, all."""
    without = {name: _possible(one, rules) for name, one in _one_at_worst(profile, rules)}
    needed = {
        program: tuple(name for name, left in without.items() if program not in left)
        for program in programs
    }
    return {program: names or tuple(without) for program, names in needed.items()}


def _one_at_worst(profile: Profile, rules: Rules) -> Iterator[tuple[str, Profile]]:
    """The person with each unknown field at its worst, the others still unknown."""
    no_trade, *_ = _occupations(profile.teer, rules.fst.trades)
    worst = {**_WORST, "occupation": no_trade, "family_size": _many(rules)}
    for name, value in worst.items():
        if getattr(profile, name) is None:
            yield name, profile.model_copy(update={name: value})
    spouse = profile.spouse
    if spouse is None:
        return
    for name, value in _WORST_SPOUSE.items():
        if getattr(spouse, name) is None:
            at_worst = spouse.model_copy(update={name: value})
            yield f"spouse.{name}", profile.model_copy(update={"spouse": at_worst})


def _programs(profile: Profile, rules: Rules, *, best: bool) -> Iterator[tuple[str, ...]]:
    """The programs open with all that is unknown at its worst or best, in whatever occupation."""
    codes = _occupations(profile.teer, rules.fst.trades)
    for person in completions(profile, rules, best=best):
        filled = person.model_copy(update=_filled(profile, person, rules, best=best))
        for code in (profile.occupation,) if profile.occupation else codes:
            one = filled.model_copy(update={"occupation": code})
            yield open_of(programs_of(one, standing(one, rules), rules))


def _filled(profile: Profile, person: Profile, rules: Rules, *, best: bool) -> dict[str, Any]:
    """What a completion of the CRS leaves open, and the programs ask for."""
    in_canada = person.canadian_experience_months or 0
    worked = in_canada + (person.foreign_experience_months or 0)
    size = funds.family_size(profile) if best else _many(rules)
    rest: dict[str, Any] = {
        "recent_canadian_experience_months": min(in_canada, _RECENT) if best else 0,
        "continuous_experience": best,
        "trade_experience_months": min(worked, _TRADE) if best else 0,
        "authorized_to_work": best,
        "relative_in_canada": best,
        "settlement_funds": rules.funds.required(_many(rules)) if best else 0,
        "family_size": size,
        "settling_in_quebec": not best,
    }
    return {name: value for name, value in rest.items() if getattr(profile, name) is None}


@lru_cache(maxsize=64)
def _occupations(teer: int | None, trades: frozenset[str]) -> tuple[str, ...]:
    """One occupation of each skilled TEER, and one trade of each; where it is known, of that."""
    teers = range(4) if teer is None else (teer,)
    found = []
    for each in teers:
        of_teer = [code for code, one in occupations().items() if one.teer == each]
        found.append(next(code for code in of_teer if code not in trades))
        found += [code for code in of_teer if code in trades][:1]
    return tuple(found)


def _many(rules: Rules) -> int:
    """The people of the largest family that the table of funds lists."""
    return len(rules.funds.amounts)
