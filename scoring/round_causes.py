"""What is against a kind of round for a person, or may be: conditions unmet, for certain or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from scoring.calendar import YEAR
from scoring.categories import categories_of
from scoring.certainty import certainty
from scoring.round_conditions import PROGRAM_ROUNDS, Condition, category_of, months_worked
from scoring.standing import standing
from scoring.vocabulary import PROGRAMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scoring.categories import CategoryWork, Service
    from scoring.certainty import Certainty
    from scoring.plan import Action
    from scoring.profile import Profile
    from scoring.result import Result
    from scoring.rounds import RoundKind
    from scoring.rules import Rules
    from scoring.standing import FourLevels
    from scoring.vocabulary import Education

NEAR_LEVELS = 3
"""How far below the level of French rounds somebody is said to be near it, in each ability."""
_STUDY_YEARS: Mapping[Education, int] = {"none": 0, "secondary": 0, "one_year": 1}
"""How long a programme takes at most, where that may be too short."""


class Known(NamedTuple):
    """What is known of a person on a day."""

    profile: Profile
    result: Result
    sure: Certainty
    rules: Rules


@dataclass(frozen=True, slots=True)
class Cause:
    """A condition of a kind of round that is not met, or may not be."""

    condition: Condition
    certain: bool
    """Whether it is unmet whatever the answers not known turn out to be."""
    needs: tuple[str, ...] = ()
    """Otherwise the profile fields that it depends on; none where no field tells."""
    unmet: tuple[str, ...] = ()
    """Of a program: what it still asks for, by the codes of a result."""
    level: int | None = None
    """Of French: the NCLC that each ability must reach."""
    levels: FourLevels | None = None
    """Of French: those that are proven; None without a valid result."""
    work: CategoryWork | None = None
    """Of a category: the work it asks for."""
    months: int | None = None
    """How much of that work there is; None where it is not known."""
    service: Service | None = None
    """Of military recruits: what they are asked."""
    near: bool = False
    """Whether a step of the person's own may meet it."""
    steps: tuple[Action, ...] = ()
    """Such steps of the plan, the least demanding first."""


def causes(kind: RoundKind, person: Known) -> Iterator[Cause]:
    """What is against a kind of round, or may be."""
    if kind in PROGRAM_ROUNDS:
        yield from _of_program(kind, PROGRAM_ROUNDS[kind], person)
        return
    if kind == "pnp":
        yield from _of_nomination(person.profile)
    elif kind == "other":
        yield Cause("unknown", certain=False)
    elif kind != "general":
        yield from _of_category(kind, person)
    yield from _of_any_program(person)


def category_fields(profile: Profile, rules: Rules) -> tuple[str, ...]:
    """The fields about work in a category that could still open a kind of round, or shut it.

    None where no category of the day lists the occupation, where so much work is not possible,
    and where no program can be open.
    """
    needs = {
        field
        for category in categories_of(profile.occupation or "", rules.on)
        if category.work is not None
        for cause in _of_work(category.work, profile)
        for field in cause.needs
    }
    if not needs or not certainty(profile, rules).possible:
        return ()
    return tuple(sorted(needs))


def _of_program(program: str, condition: Condition, person: Known) -> Iterator[Cause]:
    sure = person.sure
    if program not in sure.certain:
        certain = program not in sure.possible
        unmet = getattr(person.result.programs, program).unmet
        needs = sure.needs.get(program, ())
        yield Cause(condition, certain, needs, unmet=unmet, near=True)


def _of_any_program(person: Known) -> Iterator[Cause]:
    sure = person.sure
    if not sure.any_certain:
        needs = (name for program in PROGRAMS for name in sure.needs.get(program, ()))
        yield Cause("program", not sure.possible, tuple(dict.fromkeys(needs)), near=True)


def _of_nomination(profile: Profile) -> Iterator[Cause]:
    nominated = profile.provincial_nomination
    if not nominated:
        needs = () if nominated is False else ("provincial_nomination",)
        yield Cause("nomination", nominated is False, needs, near=True)


def _of_category(kind: RoundKind, person: Known) -> Iterator[Cause]:
    profile, category = person.profile, category_of(kind, person.rules)
    if category is None:
        yield Cause("in_force", certain=True)
    elif category.nclc is not None:
        yield from _of_french(category.nclc, profile, person.rules)
    elif category.service is not None:
        yield _of_service(category.service, profile)
    elif profile.occupation is None and _most_worked(profile) != 0:
        yield Cause("occupation", certain=False, needs=("occupation",))
    elif profile.occupation not in category.occupations:
        yield Cause("occupation", certain=True)
    elif category.work is not None:
        yield from _of_work(category.work, profile)


def _of_french(level: int, profile: Profile, rules: Rules) -> Iterator[Cause]:
    levels = standing(profile, rules).french
    if min(levels) >= level:
        return
    proven = any(levels)
    fields = () if proven else ("second_language", "first_language")
    open_ = [name for name in fields if getattr(profile, name) is None]
    yield Cause(
        "french",
        certain=not open_,
        needs=tuple(open_[:1]),
        level=level,
        levels=levels if proven else None,
        near=not proven or min(levels) >= level - NEAR_LEVELS,
    )


def _of_service(service: Service, profile: Profile) -> Cause:
    """No profile tells who served where; only who cannot be such a recruit is certain."""
    offer = profile.job_offer
    shut = offer in {"none", "senior_management"}
    short = _STUDY_YEARS.get(profile.education, service.study_years) < service.study_years
    needs = ("job_offer",) if offer is None and not short else ()
    return Cause("service", certain=shut or short, needs=needs, service=service)


def _of_work(work: CategoryWork, profile: Profile) -> Iterator[Cause]:
    field = "category_canadian_months" if work.in_canada else "category_experience_months"
    known, least = getattr(profile, field) is not None, months_worked(profile, work)
    if least >= work.months:
        if work.continuous and least < work.window_years * YEAR:
            yield Cause("category_work", certain=False, work=work, months=least)
    elif known or _most_in_category(profile, work) < work.months:
        yield Cause("category_work", certain=True, work=work, months=least, near=True)
    else:
        yield Cause("category_work", certain=False, needs=(field,), work=work)


def _most_worked(profile: Profile) -> int | None:
    """All skilled work; None where it is not known."""
    canadian, foreign = profile.canadian_experience_months, profile.foreign_experience_months
    return None if canadian is None or foreign is None else canadian + foreign


def _most_in_category(profile: Profile, work: CategoryWork) -> int:
    """The most months there can be of the work that a category asks for."""
    in_canada = (
        profile.canadian_experience_months,
        profile.recent_canadian_experience_months,
        profile.category_experience_months,
    )
    told = in_canada if work.in_canada else (_most_worked(profile),)
    most = [months for months in told if months is not None]
    return min((*most, work.window_years * YEAR))
