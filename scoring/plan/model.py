"""What a plan is: actions that gain points, each with what it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


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
    """Total of the changed profile on the day it is done."""
    cost_cad: int | None
    """Typical cost in Canadian dollars."""
    effort: int
    """From 1 (paperwork) to 5 (years, or a decision of others)."""
    programs: tuple[str, ...] = ()
    """The programs it opens: ``"fsw"``, ``"cec"``, ``"fst"``."""

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
    """Ids of the actions."""
    changes: Mapping[str, Any]
    total: int
    gain: int
    months: int | None
    cost_cad: int | None
    effort: int

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
