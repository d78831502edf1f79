"""Sets of candidates made for real, and told as combinations of the plan."""

from __future__ import annotations

from math import isinf
from typing import TYPE_CHECKING

from scoring.explain import lines
from scoring.plan.changes import total_then
from scoring.plan.demand import demand
from scoring.plan.model import Combination, Shortfall
from scoring.plan.scored import made, open_programs
from scoring.score import score, score_of
from scoring.standing import standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.plan.candidate import Candidate
    from scoring.plan.scored import Start


def combined(at: Start, candidates: Sequence[Candidate]) -> Combination:
    """A set of compatible candidates, made and scored."""
    changes, profile = made(at, candidates)
    person = standing(profile, at.rules)
    result = score_of(profile, person, at.rules)
    takes = demand(candidates)
    months = _told(takes.months)
    before = open_programs(at.result)
    return Combination(
        actions=tuple(candidate.id for candidate in candidates),
        changes=changes,
        total=result.crs.total,
        gain=result.crs.total - at.result.crs.total,
        months=months,
        cost_cad=_told(takes.cost),
        effort=takes.effort,
        total_then=total_then(profile, person, months, at.rules),
        programs=tuple(name for name in open_programs(result) if name not in before),
    )


def lacking(at: Start, candidates: Sequence[Candidate]) -> tuple[Shortfall, ...]:
    """What a person still lacks after a set, item by item, the most first.

    A section that is full lacks nothing, whatever its items are.
    """
    _, profile = made(at, candidates)
    result = score(profile, at.rules)
    caps = {
        "transferability": (result.crs.transferability.total, at.rules.crs.transferability.cap),
        "additional": (result.crs.additional.total, at.rules.crs.additional.cap),
    }
    full = {section for section, (total, cap) in caps.items() if total >= cap} | {"fsw"}
    short = [
        Shortfall(line.section, line.item, line.maximum - line.points)
        for line in lines(profile, result, at.rules)
        if line.section not in full and line.points < line.maximum
    ]
    return tuple(sorted(short, key=lambda each: (-each.missing, each.section, each.item)))


def _told(figure: float) -> int | None:
    return None if isinf(figure) else int(figure)
