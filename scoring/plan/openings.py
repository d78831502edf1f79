"""Sets of actions that open a program together, for somebody whom no single one lets in.

For each requirement that is unmet the easiest actions that meet it are tried with those of the
others; where only the points of the selection grid are still short, one more action joins.
"""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from scoring.plan.combine import combined
from scoring.plan.demand import demand
from scoring.plan.frontier import Found, Frontier, price
from scoring.plan.scored import made
from scoring.score import score
from scoring.vocabulary import PROGRAMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scoring.plan.candidate import Candidate
    from scoring.plan.model import Combination
    from scoring.plan.scored import Scored, Start
    from scoring.result import Fsw, Program, Result

_EASIEST = 3
"""How many actions are tried for a requirement."""
_POINTS = "points"


def openings(at: Start, scored: Sequence[Scored]) -> tuple[Combination, ...]:
    """The least demanding of the sets that open each program, the easiest first."""
    by_demand = sorted(scored, key=_by_demand)
    easiest: dict[frozenset[str], tuple[Candidate, ...]] = {}
    for program in PROGRAMS:
        found = Frontier()
        for chosen in _opening(at, program, by_demand):
            found.add(price(demand(chosen)), Found(chosen, 0))
        easiest |= {frozenset(each.id for each in one): one for one in found.in_order()}
    in_order = sorted(easiest.values(), key=lambda chosen: demand(chosen).effort)
    return tuple(combined(at, chosen) for chosen in in_order)


def _opening(at: Start, program: str, scored: Sequence[Scored]) -> Iterator[tuple[Candidate, ...]]:
    """Sets that open one program."""
    missing = [code for code in _held(at.result, program).unmet if code != _POINTS]
    meeting = [
        [each.candidate for each in scored if code not in _held(each.result, program).unmet]
        for code in missing
    ]
    for parts in product(*(easiest[:_EASIEST] for easiest in meeting)):
        chosen = tuple({candidate.id: candidate for candidate in parts}.values())
        if not _go_together(chosen):
            continue
        after = _after(at, chosen)
        left = set(_held(after, program).unmet)
        if not left:
            yield chosen
        elif left == {_POINTS}:
            short = at.rules.fsw.pass_mark - _points(after)
            yield from _completed(at, program, chosen, short, scored)


def _completed(
    at: Start, program: str, chosen: Sequence[Candidate], short: int, scored: Sequence[Scored]
) -> Iterator[tuple[Candidate, ...]]:
    """Sets that lack only points of the grid, with the easiest one more action that gives them."""
    for each in scored:
        more = (*chosen, each.candidate)
        enough = _points(each.result) - _points(at.result) >= short
        if enough and _go_together(more) and not _held(_after(at, more), program).unmet:
            yield more
            return


def _after(at: Start, chosen: Sequence[Candidate]) -> Result:
    _, profile = made(at, chosen)
    return score(profile, at.rules)


def _held(result: Result, program: str) -> Fsw | Program:
    held: Fsw | Program = getattr(result.programs, program)
    return held


def _points(result: Result) -> int:
    return result.programs.fsw.points


def _go_together(chosen: Sequence[Candidate]) -> bool:
    return all(one.goes_with(other) for one, other in combinations(chosen, 2))


def _by_demand(scored: Scored) -> tuple[int, float, float]:
    taken = demand((scored.candidate,))
    return taken.effort, taken.months, taken.cost
