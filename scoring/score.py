"""Scores a profile by the rules of a day: the CRS, the three programs, and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from scoring.crs import crs
from scoring.programs import funds
from scoring.programs.cec import cec
from scoring.programs.fst import fst
from scoring.programs.fsw import fsw
from scoring.result import Note, Programs, Result
from scoring.standing import standing

if TYPE_CHECKING:
    from scoring.profile import Profile
    from scoring.rules import Rules
    from scoring.standing import Standing

_ORDER: tuple[Note, ...] = get_args(Note)


def score(profile: Profile, rules: Rules) -> Result:
    """The result of a profile on the day of the rules.

    Raises:
        ValueError: the birth date is after that day.
    """
    return score_of(profile, standing(profile, rules), rules)


def score_of(profile: Profile, person: Standing, rules: Rules) -> Result:
    """The same where it is known how the person stands on that day."""
    notes = person.notes
    if person.teer not in rules.skilled_teer:
        notes.add("occupation_not_skilled")
    if rules.funds.assumed and funds.asked(profile):
        notes.add("funds_table_assumed")
    programs = programs_of(profile, person, rules)
    in_order = tuple(notes) if len(notes) < 2 else tuple(n for n in _ORDER if n in notes)
    return Result(rules.on, rules.since, crs(profile, person, rules.crs), programs, in_order)


def programs_of(profile: Profile, person: Standing, rules: Rules) -> Programs:
    """The three programs alone."""
    funds_met = funds.met(profile, rules.funds)
    return Programs(
        fsw(profile, person, rules.fsw, funds_met=funds_met),
        cec(profile, person, rules.cec),
        fst(profile, person, rules.fst, funds_met=funds_met),
    )
