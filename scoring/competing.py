"""Which kinds of rounds a person competes in on a day: open, shut, one step away, or not settled.

Nothing is guessed: what rests on an answer that is not known is ``unsettled``, with the fields it
rests on. Whoever no program is open to competes in none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from math import inf
from typing import TYPE_CHECKING, Literal, TypeAlias

from scoring.categories import categories_of
from scoring.certainty import certainty
from scoring.plan.scored import open_programs, scored_candidates, start, told
from scoring.round_conditions import (
    PROGRAM_ROUNDS,
    Condition,
    category_of,
    lately,
    months_worked,
    unmet_with,
)
from scoring.rounds import ROUND_KINDS
from scoring.standing import standing
from scoring.vocabulary import PROGRAMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from scoring.categories import CategoryWork, Service
    from scoring.certainty import Certainty
    from scoring.plan import Action
    from scoring.plan.scored import Scored, Start
    from scoring.profile import Profile
    from scoring.record import Record
    from scoring.rounds import Round, RoundKind
    from scoring.rules import Rules
    from scoring.standing import FourLevels
    from scoring.vocabulary import Education, OfficialLanguage

State: TypeAlias = Literal["yes", "if", "unsettled", "no"]
"""``if``: one step away, which the person could take."""

KINDS: tuple[RoundKind, ...] = tuple(kind for kind in ROUND_KINDS if kind != "other")
"""Those whose conditions are known."""
NEAR_LEVELS = 3
"""How far below the level of French rounds somebody is said to be near it, in each ability."""
_STEPS = 3
"""How many steps are told of a condition."""
_MONTHS_A_YEAR = 12
_STUDY_YEARS: Mapping[Education, int] = {"none": 0, "secondary": 0, "one_year": 1}
"""How long a programme takes at most, where that may be too short."""


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


@dataclass(frozen=True, slots=True)
class Admission:
    """A kind of round as it is open to a person, or not."""

    kind: RoundKind
    state: State
    causes: tuple[Cause, ...]
    """What is against it, or may be; empty where it is open."""
    total: int
    """What the person would compete with: after the first step where there is one to take."""
    last: Round | None
    """The last round of the kind up to the day; None before the first."""
    quiet: bool
    """Whether none has been held for long."""

    @property
    def shut(self) -> bool:
        """Whether it is certain that the person could not be in such a round now."""
        return any(cause.certain for cause in self.causes)

    @property
    def steps(self) -> tuple[Action, ...]:
        """The steps that open a kind which is one step away, the least demanding first."""
        return tuple(step for cause in self.causes for step in cause.steps)

    @property
    def needs(self) -> tuple[str, ...]:
        """The fields that an unsettled kind depends on."""
        return tuple(dict.fromkeys(name for cause in self.causes for name in cause.needs))


@dataclass(frozen=True, slots=True)
class Competing:
    """Every kind of round for one person on a day."""

    on: date
    total: int
    """The total as it is scored, with unknown answers at no points."""
    in_pool: State
    """Whether some program is open; never ``if``."""
    admissions: tuple[Admission, ...]
    """In the order of ``KINDS``."""

    def of(self, kind: RoundKind) -> Admission:
        """One kind.

        Raises:
            KeyError: it is ``other``, whose conditions are not known.
        """
        return {each.kind: each for each in self.admissions}[kind]

    def in_state(self, *states: State) -> tuple[Admission, ...]:
        """The kinds that are open, or one step away, or what is asked for."""
        return tuple(each for each in self.admissions if each.state in states)


def competing(
    profile: Profile, rules: Rules, record: Record, speaks: OfficialLanguage = "english"
) -> Competing:
    """What a person competes in on the day of the rules.

    Args:
        profile: the person.
        rules: those of the day.
        record: the rounds that are known.
        speaks: the language of a first test, where no result says which it is.

    Raises:
        ValueError: the birth date is after that day.
    """
    sure = certainty(profile, rules)
    person = _Person(start(profile, rules, speaks), sure)
    return Competing(
        on=rules.on,
        total=person.at.result.crs.total,
        in_pool="yes" if sure.any_certain else "unsettled" if sure.possible else "no",
        admissions=tuple(_admission(kind, person, record) for kind in KINDS),
    )


def admission(
    kind: RoundKind,
    profile: Profile,
    rules: Rules,
    record: Record,
    speaks: OfficialLanguage = "english",
) -> Admission:
    """One kind of round alone, ``other`` included; otherwise as ``competing``."""
    person = _Person(start(profile, rules, speaks), certainty(profile, rules))
    return _admission(kind, person, record)


def opened(
    profile: Profile, changed: Profile, rules: Rules, programs: tuple[Sequence[str], Sequence[str]]
) -> tuple[RoundKind, ...]:
    """The kinds of rounds that a change opens.

    ``programs`` are those that are open before and after it.
    """
    before, after = programs
    return tuple(
        kind
        for kind in KINDS
        if not unmet_with(after, kind, changed, rules) and unmet_with(before, kind, profile, rules)
    )


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


def most_in_category(profile: Profile, work: CategoryWork) -> int:
    """The most months there can be of the work that a category asks for."""
    in_canada = (
        profile.canadian_experience_months,
        profile.recent_canadian_experience_months,
        profile.category_experience_months,
    )
    told = in_canada if work.in_canada else (_most_worked(profile),)
    most = [months for months in told if months is not None]
    return min((*most, work.window_years * _MONTHS_A_YEAR))


class _Person:
    """Somebody with what is certain of them; steps are made when they are asked for first."""

    def __init__(self, at: Start, sure: Certainty) -> None:
        self.at = at
        self.profile = at.profile
        self.rules = at.rules
        self.programs = open_programs(at.result)
        self.sure = sure
        self._candidates: list[Scored] | None = None

    def steps(self, condition: Condition, kind: RoundKind) -> tuple[Action, ...]:
        """The steps that meet a condition of a kind, the least demanding first."""
        if self._candidates is None:
            self._candidates = sorted(scored_candidates(self.at), key=_by_demand)
        before = {*unmet_with(self.programs, kind, self.profile, self.rules), condition}
        meeting = (
            each
            for each in self._candidates
            if before.difference(self._unmet_after(each, kind)) == {condition}
        )
        return tuple(told(each, self.rules) for each in islice(meeting, _STEPS))

    def _unmet_after(self, step: Scored, kind: RoundKind) -> tuple[Condition, ...]:
        return unmet_with(open_programs(step.result), kind, step.profile, self.rules)


def _admission(kind: RoundKind, person: _Person, record: Record) -> Admission:
    causes = tuple(_causes(kind, person))
    # Without a result in French nobody is admitted, be it not known or not there.
    against = [cause for cause in causes if cause.certain or cause.condition == "french"]
    state: State = "no" if against else "unsettled" if causes else "yes"
    total = person.at.result.crs.total
    if len(against) == 1 and against[0].near:
        (only,) = against
        steps = () if only.work else person.steps(only.condition, kind)
        if steps or only.work:
            state = "if"
            causes = tuple(replace(e, steps=steps) if e is only else e for e in causes)
            total = steps[0].total if steps else total
    quiet = lately(kind, person.rules, record) is None
    return Admission(kind, state, causes, total, record.latest(kind, person.rules.on), quiet)


def _causes(kind: RoundKind, person: _Person) -> Iterator[Cause]:
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


def _of_program(program: str, condition: Condition, person: _Person) -> Iterator[Cause]:
    sure = person.sure
    if program not in sure.certain:
        certain = program not in sure.possible
        unmet = getattr(person.at.result.programs, program).unmet
        needs = sure.needs.get(program, ())
        yield Cause(condition, certain, needs, unmet=unmet, near=True)


def _of_any_program(person: _Person) -> Iterator[Cause]:
    sure = person.sure
    if not sure.any_certain:
        needs = (name for program in PROGRAMS for name in sure.needs.get(program, ()))
        yield Cause("program", not sure.possible, tuple(dict.fromkeys(needs)), near=True)


def _of_nomination(profile: Profile) -> Iterator[Cause]:
    nominated = profile.provincial_nomination
    if not nominated:
        needs = () if nominated is False else ("provincial_nomination",)
        yield Cause("nomination", nominated is False, needs, near=True)


def _of_category(kind: RoundKind, person: _Person) -> Iterator[Cause]:
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
        if work.continuous and least < work.window_years * _MONTHS_A_YEAR:
            yield Cause("category_work", certain=False, work=work, months=least)
    elif known or most_in_category(profile, work) < work.months:
        yield Cause("category_work", certain=True, work=work, months=least, near=True)
    else:
        yield Cause("category_work", certain=False, needs=(field,), work=work)


def _most_worked(profile: Profile) -> int | None:
    """All skilled work; None where it is not known."""
    canadian, foreign = profile.canadian_experience_months, profile.foreign_experience_months
    return None if canadian is None or foreign is None else canadian + foreign


def _by_demand(step: Scored) -> tuple[int, float, str]:
    takes = step.candidate.takes
    return takes.effort, inf if takes.months is None else takes.months, step.candidate.id
