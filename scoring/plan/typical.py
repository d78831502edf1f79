"""What a kind of action typically takes, as ``parameters/actions.toml`` estimates it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from scoring.parameters.tables import number

if TYPE_CHECKING:
    from scoring.parameters.tree import Entry


@dataclass(frozen=True, slots=True)
class Typical:
    """Time, money and effort of an action; None where there is no typical figure."""

    months: int | None
    cost_cad: int | None
    effort: int
    """From 1 (paperwork) to 5 (years)."""


@lru_cache(maxsize=256)
def typical(entry: Entry, kind: str) -> Typical:
    """The figures of a kind of action, ``"retake"`` or ``"credential.master"``."""
    part = entry
    for name in kind.split("."):
        part = part.part(name)
    return Typical(
        months=number(part, "months") if "months" in part.data else None,
        cost_cad=number(part, "cost_cad") if "cost_cad" in part.data else None,
        effort=number(part, "effort"),
    )
