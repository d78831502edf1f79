"""What a plan is: actions that gain points or open a program, each with what it takes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from scoring.parameters.tree import Source
    from scoring.profile import Profile
    from scoring.result import Result


NOMINATION = "provincial_nomination"
"""The id of the action that outweighs all others."""
_NO_TELLING = 1200
"""Months that stand for "no telling" when times are compared."""


@dataclass(frozen=True, slots=True)
class Basis:
    """Where a figure was read."""

    sources: tuple[Source, ...]
    checked: date
    """The last day on which evidence showed it."""
    confirmed: bool
    """False for an estimate, whatever it was made from."""


@dataclass(frozen=True, slots=True)
class Assumption:
    """What the time, cost and effort of an action rest on, to be put in words by its key."""

    key: str
    """What kind of estimate it is: ``"one_ability"``, ``"canadian_study"``."""
    facts: Mapping[str, int]
    """The figures behind it, by name: ``{"test_fee_cad": 295, "hours_per_level": 100}``."""
    time: Basis
    cost: Basis


@dataclass(frozen=True, slots=True)
class Action:
    """One change that a person could make."""

    id: str
    """Starts with the profile field it changes, ``"first_language.listening_9"``."""
    gain: int
    """Points above the current total."""
    total: int
    """CRS total of the changed profile."""
    changes: Mapping[str, Any]
    """Top-level profile fields in JSON form; laid over the profile they score ``total``."""
    months: int | None
    """Typical time; None where there is no telling."""
    total_then: int | None
    """Total of the changed profile on the day it is done; None without ``months``."""
    cost_cad: int | None
    """Typical cost in Canadian dollars; None where there is no telling."""
    effort: int
    """From 1 (paperwork) to 5 (years, or a decision of others)."""
    patch: Mapping[str, Any]
    """Only what changes, nested as the profile is: two of one spouse go together."""
    after: Profile
    """The person after it."""
    result: Result
    """And their score."""
    programs: tuple[str, ...] = ()
    """The programs it opens: ``"fsw"``, ``"cec"``, ``"fst"``."""
    assumption: Assumption | None = None
    """What ``months``, ``cost_cad`` and ``effort`` rest on."""
    caution: str | None = None
    """The key of what must be known before doing it."""
    needs: tuple[str, ...] = ()
    """Fields that are unknown and would change what it gains: ``"spouse.second_language"``."""

    def as_json(self) -> dict[str, Any]:
        """The action in the public JSON form, without ``programs``."""
        return {
            "id": self.id,
            "gain": self.gain,
            "total": self.total,
            "changes": dict(self.changes),
            "months": self.months,
            "total_then": self.total_then,
            "cost_cad": self.cost_cad,
            "effort": self.effort,
        }


@dataclass(frozen=True, slots=True)
class Combination:
    """Several actions taken together."""

    actions: tuple[str, ...]
    """Ids of the actions; ``Plan.action`` gives each."""
    changes: Mapping[str, Any]
    """Top-level profile fields in JSON form; laid over the profile they score ``total``."""
    total: int
    gain: int
    months: int | None
    """Typical time: the longest of what runs side by side, the sum of what does not."""
    cost_cad: int | None
    """The sum, where one test taken for several abilities is paid once."""
    effort: int
    """The sum of the efforts."""
    total_then: int | None = None
    """Total of the changed profile on the day all is done."""
    programs: tuple[str, ...] = ()
    """The programs the actions open together."""

    def as_json(self) -> dict[str, Any]:
        """The combination in the public JSON form."""
        return {
            "actions": list(self.actions),
            "changes": dict(self.changes),
            "total": self.total,
            "gain": self.gain,
            "months": self.months,
            "cost_cad": self.cost_cad,
            "effort": self.effort,
        }


@dataclass(frozen=True, slots=True)
class Shortfall:
    """An item of the CRS that stands in the way of a target."""

    section: str
    item: str
    """As in a result: ``"core"`` and ``"age"``."""
    missing: int
    """Points below the most the item gives."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """The couple with roles exchanged: the spouse as principal applicant."""

    total: int | None
    """CRS total of the spouse as principal applicant; None while the age is unknown."""
    changes: Mapping[str, Any]
    """Top-level profile fields that exchange the roles; empty while the age is unknown."""
    programs: tuple[str, ...]
    """The programs the spouse is eligible for as principal applicant."""
    needs: tuple[str, ...]
    """Fields to be asked for an exact comparison: ``"spouse.birth_date"``, ``"family_size"``."""
    result: Result | None = None
    """The spouse as principal applicant, point by point; None while the age is unknown."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a person can do about the score, best first."""

    on: date
    rules: date
    current: int
    target: int | None
    actions: tuple[Action, ...]
    eligibility: tuple[Action, ...]
    """Actions that open a program, whatever they gain."""
    combinations: tuple[Combination, ...]
    """The least demanding sets that reach the target; empty where it is reached already."""
    lasting: tuple[Combination, ...] = ()
    """The least demanding sets that still reach it on the day they are done, for all that age
    takes until then; some of them may be among ``combinations``."""
    openings: tuple[Combination, ...] = ()
    """The least demanding sets that open a program, where no single action does."""
    furthest: Combination | None = None
    """How far the best set gets: of the sets without a nomination where none of those reaches
    the target, or of all sets where none at all does."""
    in_the_way: tuple[Shortfall, ...] = ()
    """What ``furthest`` still lacks, the most first."""
    exchange: Exchange | None = None
    """The couple with roles exchanged, where there is a spouse who counts."""
    silent: Mapping[str, Action] = field(default_factory=dict)
    """Actions named in sets although they gain nothing by themselves, by id."""

    @property
    def reached(self) -> bool:
        """Whether the current total reaches the target already."""
        return self.target is not None and self.current >= self.target

    @property
    def every_action(self) -> tuple[Action, ...]:
        """All actions that the plan names anywhere."""
        return (*self.actions, *self.eligibility, *self.silent.values())

    def action(self, id_: str) -> Action:
        """The action of an id, wherever in the plan it is named.

        Raises:
            KeyError: the plan names no such action.
        """
        for action in (*self.actions, *self.eligibility):
            if action.id == id_:
                return action
        return self.silent[id_]

    def by_then(self) -> tuple[Action, ...]:
        """The actions by what is left of their gain on the day they are done, best first."""
        return tuple(sorted(self.actions, key=_left_then))

    def as_json(self) -> dict[str, Any]:
        """The plan in the public JSON form."""
        return {
            "on": self.on.isoformat(),
            "rules": self.rules.isoformat(),
            "current": self.current,
            "target": self.target,
            "actions": [action.as_json() for action in self.actions],
            "eligibility": [
                {**action.as_json(), "programs": list(action.programs)}
                for action in self.eligibility
            ],
            "combinations": [combination.as_json() for combination in self.combinations],
        }


def months_of(found: Action | Combination) -> int:
    """How long something takes, to compare; what there is no telling of takes longest."""
    return _NO_TELLING if found.months is None else found.months


def _left_then(action: Action) -> tuple[bool, int, int, str]:
    then = action.total_then
    return then is None, -(action.total if then is None else then), action.effort, action.id
