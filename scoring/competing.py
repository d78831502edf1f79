"""Which kinds of rounds a person competes in on a day: open, shut, one step away, or not settled.

Nothing is guessed: what rests on an answer that is not known is ``unsettled``, with the fields it
rests on. Whoever no program is open to competes in none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from math import inf
from typing import TYPE_CHECKING, Literal, TypeAlias

from scoring.certainty import certainty
from scoring.plan.scored import open_programs, scored_candidates, start, told
from scoring.round_causes import Known, causes
from scoring.round_conditions import lately, unmet_with
from scoring.rounds import ROUND_KINDS
from scoring.score import score

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from scoring.certainty import Certainty
    from scoring.plan import Action
    from scoring.plan.scored import Scored, Start
    from scoring.profile import Profile
    from scoring.record import Record
    from scoring.result import Result
    from scoring.round_causes import Cause
    from scoring.round_conditions import Condition
    from scoring.rounds import Round, RoundKind
    from scoring.rules import Rules
    from scoring.vocabulary import OfficialLanguage

State: TypeAlias = Literal["yes", "if", "unsettled", "no"]
"""``if``: one step away, which the person could take."""

KINDS: tuple[RoundKind, ...] = tuple(kind for kind in ROUND_KINDS if kind != "other")
"""Those whose conditions are known."""
_ASKED_BY_ROUNDS = frozenset(
    {
        "first_language",
        "second_language",
        "provincial_nomination",
        "occupation",
        "category_experience_months",
        "category_canadian_months",
    }
)
"""The fields that kinds of rounds ask for beside the programs."""
_TOO_OPEN = frozenset({"occupation", "service"})
"""Conditions which few meet, so that nothing is said of kinds of which it is not known at all."""
_STEPS = 3
"""How many steps are told of a condition."""


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
    def cause(self) -> Cause | None:
        """What keeps the person out, or might: what is certain, first of all."""
        first = self.causes[0] if self.causes else None
        return next((each for each in self.causes if each.certain), first)

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
    sure: Certainty | None = None,
) -> Admission:
    """One kind of round alone, ``other`` included; otherwise as ``competing``.

    ``sure`` is the certainty of the person, where that is known already.
    """
    person = _Person(start(profile, rules, speaks), sure or certainty(profile, rules))
    return _admission(kind, person, record)


def enough_for(
    profile: Profile, rules: Rules, record: Record, sure: Certainty | None = None
) -> tuple[Admission, ...]:
    """The kinds of which the total was enough for the last round, and that are open or may be.

    Those that are open come first, rounds for nominees before others, then by their last cut-offs.
    Kinds that have not been held for long are left out, and those for an occupation while none is
    known. ``sure`` is the certainty of the person, where that is known already.
    """
    result = score(profile, rules)
    known = Known(profile, result, sure or certainty(profile, rules), rules)
    total = result.crs.total
    found: list[Admission] = []
    for kind in KINDS:
        last = lately(kind, rules, record)
        if last is None or last.cutoff > total:
            continue
        against = tuple(causes(kind, known))
        if not any(_shuts(cause) or cause.condition in _TOO_OPEN for cause in against):
            state: State = "unsettled" if against else "yes"
            found.append(Admission(kind, state, against, total, last, quiet=False))
    return tuple(sorted(found, key=_open_first))


def newly_enough(
    before: Profile, after: Profile, rules: Rules, record: Record
) -> tuple[Round, ...]:
    """The last rounds, one a kind, that would surely have invited only the second of two profiles.

    The lowest cut-off comes first. Nothing is said of a total that is just a cut-off.
    """
    had = {each.kind for each in enough_for(before, rules, record) if each.state == "yes"}
    return tuple(
        each.last
        for each in enough_for(after, rules, record)
        if each.state == "yes" and each.kind not in had and each.last
        if each.total > each.last.cutoff
    )


def rounds_opened(
    profile: Profile, actions: Iterable[Action], rules: Rules, record: Record
) -> dict[str, tuple[Round, ...]]:
    """By the id of each action, the last round of every kind that it opens by itself.

    Kinds that have not been held for long are left out, and actions that open none.
    """
    result = score(profile, rules)
    shut = [
        last
        for kind in KINDS
        if (last := lately(kind, rules, record)) and _unmet(kind, profile, result, rules)
    ]
    found: dict[str, tuple[Round, ...]] = {}
    for action in actions:
        if action.programs or not _ASKED_BY_ROUNDS.isdisjoint(action.changes):
            after, then = action.after, action.result
            opened = (each for each in shut if not _unmet(each.kind, after, then, rules))
            found[action.id] = tuple(opened)
    return {id_: rounds for id_, rounds in found.items() if rounds}


class _Person:
    """Somebody with what is certain of them; steps are made when they are asked for first."""

    def __init__(self, at: Start, sure: Certainty) -> None:
        self.at = at
        self.known = Known(at.profile, at.result, sure, at.rules)
        self._candidates: list[Scored] | None = None

    def steps(self, condition: Condition, kind: RoundKind) -> tuple[Action, ...]:
        """The steps that meet a condition of a kind, the least demanding first."""
        if self._candidates is None:
            self._candidates = sorted(scored_candidates(self.at), key=_by_demand)
        at = self.at
        left = {*_unmet(kind, at.profile, at.result, at.rules)} - {condition}
        meeting = (
            each
            for each in self._candidates
            if left.issuperset(_unmet(kind, each.profile, each.result, at.rules))
        )
        return tuple(told(each, at.rules) for each in islice(meeting, _STEPS))


def _unmet(
    kind: RoundKind, profile: Profile, result: Result, rules: Rules
) -> tuple[Condition, ...]:
    return unmet_with(open_programs(result), kind, profile, rules)


def _admission(kind: RoundKind, person: _Person, record: Record) -> Admission:
    found = tuple(causes(kind, person.known))
    against = [cause for cause in found if _shuts(cause)]
    state: State = "no" if against else "unsettled" if found else "yes"
    total, rules = person.at.result.crs.total, person.at.rules
    if len(against) == 1 and against[0].near:
        (only,) = against
        steps = () if only.work else person.steps(only.condition, kind)
        if steps or only.work:
            state = "if"
            found = tuple(replace(e, steps=steps) if e is only else e for e in found)
            total = steps[0].total if steps else total
    quiet = lately(kind, rules, record) is None
    return Admission(kind, state, found, total, record.latest(kind, rules.on), quiet)


def _open_first(admission: Admission) -> tuple[bool, bool, int]:
    """Whom a province has nominated, that is the surest; then what goes lowest."""
    last = 0 if admission.last is None else admission.last.cutoff
    return bool(admission.causes), admission.kind != "pnp", last


def _shuts(cause: Cause) -> bool:
    """Without a result in French nobody is admitted, be it not known or not there."""
    return cause.certain or cause.condition == "french"


def _by_demand(step: Scored) -> tuple[int, float, str]:
    takes = step.candidate.takes
    return takes.effort, inf if takes.months is None else takes.months, step.candidate.id
