"""What a kind of round asks for beside points, and what of it a profile does not meet.

An unknown field is read as the contract of the profile has it, as in a score; what may still turn
out otherwise is told apart by ``scoring.competing``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from scoring.categories import categories_on
from scoring.plan.scored import open_programs
from scoring.rounds import ROUND_KINDS
from scoring.score import score
from scoring.standing import standing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scoring.categories import Category, CategoryWork
    from scoring.profile import Profile
    from scoring.record import Record
    from scoring.rounds import Round, RoundKind
    from scoring.rules import Rules

Condition: TypeAlias = Literal[
    "program",
    "cec",
    "fsw",
    "fst",
    "nomination",
    "french",
    "in_force",
    "occupation",
    "category_work",
    "service",
    "unknown",
]
"""``program``: any of the three; ``in_force``: that there is such a category on the day;
``occupation``: one that it lists; ``category_work``: enough work in that occupation; ``service``:
what only military recruits are asked; ``unknown``: whatever a kind not yet known asks for."""

PROGRAM_ROUNDS: Mapping[RoundKind, Condition] = {"cec": "cec", "fsw": "fsw", "fst": "fst"}
"""The kinds that ask for one program, and nothing else."""
_FOR_ALL_PROGRAMS: tuple[RoundKind, ...] = ("general", "pnp")


def unmet(kind: RoundKind, profile: Profile, rules: Rules) -> tuple[Condition, ...]:
    """The conditions of a kind of round that somebody does not meet; none where it is open."""
    return unmet_with(open_programs(score(profile, rules)), kind, profile, rules)


def unmet_with(
    programs: Sequence[str], kind: RoundKind, profile: Profile, rules: Rules
) -> tuple[Condition, ...]:
    """The same where the open programs are known."""
    if kind in PROGRAM_ROUNDS:
        return () if kind in programs else (PROGRAM_ROUNDS[kind],)
    own = _unmet_of_its_own(kind, profile, rules)
    return own if programs else (*own, "program")


def open_rounds(profile: Profile, rules: Rules, record: Record) -> tuple[Round, ...]:
    """The last round of each kind that is open to somebody.

    Kinds that have not been held for long are left out.
    """
    programs = open_programs(score(profile, rules))
    return tuple(
        last
        for kind in ROUND_KINDS
        if (last := lately(kind, rules, record)) and not unmet_with(programs, kind, profile, rules)
    )


def nearest(profile: Profile, rules: Rules, record: Record) -> RoundKind:
    """The kind of round with the lowest last cut-off of those that are open to somebody.

    Kinds that have not been held for long are left out. Where nothing else is left, it is
    ``general``, and while such rounds are not held either, ``french``: those ask for nothing
    that somebody could not learn, wherever they live.
    """
    held = open_rounds(profile, rules, record)
    if held:
        return min(held, key=_cutoff).kind
    return "general" if lately("general", rules, record) else "french"


def nearest_ahead(total: int, profile: Profile, rules: Rules, record: Record) -> RoundKind | None:
    """The nearest kind of round, unless somebody with this total would have been invited."""
    kind = nearest(profile, rules, record)
    held = record.latest(kind, rules.on)
    if held is None:
        return None
    invited = held.cutoff <= total and not unmet(kind, profile, rules)
    return None if invited else kind


def lately(kind: RoundKind, rules: Rules, record: Record) -> Round | None:
    """The last round of a kind; None where there has been none for long."""
    return None if record.is_quiet(kind, rules.on) else record.latest(kind, rules.on)


def category_of(kind: RoundKind, rules: Rules) -> Category | None:
    """The category that a kind of round is for, as it is on the day; None where it is for none."""
    return next((each for each in categories_on(rules.on).values() if each.id == kind), None)


def months_worked(profile: Profile, work: CategoryWork) -> int:
    """The months that are known of the work that a category asks for."""
    in_canada = profile.category_canadian_months or 0
    return in_canada if work.in_canada else max(in_canada, profile.category_experience_months or 0)


def least_french(profile: Profile, rules: Rules) -> int:
    """The lowest NCLC of the four abilities; 0 without a valid result."""
    return min(standing(profile, rules).french)


def _unmet_of_its_own(kind: RoundKind, profile: Profile, rules: Rules) -> tuple[Condition, ...]:
    """What is unmet beside the programs."""
    if kind == "pnp" and not profile.provincial_nomination:
        return ("nomination",)
    if kind in _FOR_ALL_PROGRAMS:
        return ()
    if kind == "other":
        return ("unknown",)
    category = category_of(kind, rules)
    return ("in_force",) if category is None else _unmet_of_category(category, profile, rules)


def _unmet_of_category(category: Category, profile: Profile, rules: Rules) -> tuple[Condition, ...]:
    if category.nclc is not None:
        return () if least_french(profile, rules) >= category.nclc else ("french",)
    if category.service is not None or category.work is None:
        return ("service",)
    if profile.occupation not in category.occupations:
        return ("occupation",)
    enough = months_worked(profile, category.work) >= category.work.months
    return () if enough else ("category_work",)


def _cutoff(held: Round) -> int:
    return held.cutoff
