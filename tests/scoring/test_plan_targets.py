"""Plans to a target: equal to trying every set, and what they say when nothing reaches it."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.plan import Combination, Plan, apply, plan
from scoring.plan.changes import total_then
from scoring.plan.combine import combined
from scoring.plan.demand import demand
from scoring.plan.scored import Scored, scored_candidates, start
from scoring.plan.targets import sets_to
from scoring.rules import rules_on
from scoring.score import score
from tests.scoring.people import clb, couple, nclc, person, result
from tests.scoring.strategies import TODAY, profiles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scoring.plan.candidate import Candidate
    from scoring.plan.scored import Start
    from scoring.profile import Profile

RULES = rules_on(TODAY)
MOST = 7
"""So few that every set of them can be tried."""

Price = tuple[float, float, int]


def every_set(scored: Iterable[Scored]) -> Iterator[tuple[Candidate, ...]]:
    """Every compatible set of at least one candidate."""
    each = [one.candidate for one in scored]
    for size in range(1, len(each) + 1):
        for chosen in combinations(each, size):
            if all(one.goes_with(other) for one, other in combinations(chosen, 2)):
                yield chosen


def least_demanding(at: Start, sets: Iterable[tuple[Candidate, ...]]) -> set[tuple[Any, ...]]:
    """Of sets that reach a target, prices and totals of those that none beats."""
    best: dict[Price, int] = {}
    for each in sets:
        taken = demand(each)
        at_price = (taken.months, taken.cost, taken.effort)
        best[at_price] = max(best.get(at_price, 0), combined(at, each).total)
    return {
        (price, total)
        for price, total in best.items()
        if not any(
            other != price and all(a <= b for a, b in zip(other, price, strict=True))
            for other in best
        )
    }


def priced(at: Start, sets: Iterable[tuple[Candidate, ...]]) -> list[tuple[Any, ...]]:
    """Prices and totals of sets."""
    told = []
    for each in sets:
        taken = demand(each)
        told.append(((taken.months, taken.cost, taken.effort), combined(at, each).total))
    return told


def nominates(chosen: Iterable[Candidate]) -> bool:
    return any(each.id == "provincial_nomination" for each in chosen)


@st.composite
def searches(draw: st.DrawFn) -> tuple[Start, list[Scored], int]:
    """Somebody, a few things they could do, and a target above their total."""
    at = start(draw(profiles()), RULES)
    possible = [each for each in scored_candidates(at) if each.candidate.group != "requirement"]
    positions = st.lists(st.sampled_from(range(len(possible))), unique=True, max_size=MOST)
    chosen = [possible[position] for position in sorted(draw(positions))]
    return at, chosen, at.result.crs.total + draw(st.integers(1, 250))


@given(search=searches())
@settings(max_examples=150, deadline=None)
def test_the_sets_are_those_of_trying_every_set(search: tuple[Start, list[Scored], int]) -> None:
    at, some, target = search
    tried = [(chosen, combined(at, chosen).total) for chosen in every_set(some)]
    reaching = [chosen for chosen, total in tried if total >= target]
    found = sets_to(target, at, some, some)

    alone = [chosen for chosen in found.sets if not nominates(chosen)]
    expected = least_demanding(at, [each for each in reaching if not nominates(each)])
    assert sorted(priced(at, alone)) == sorted(expected)

    with_one = [chosen for chosen in found.sets if nominates(chosen)]
    assert set(priced(at, with_one)) == least_demanding(at, reaching) - expected

    if alone:
        assert found.furthest is None
    else:
        assert found.furthest is not None
        counted = [total for chosen, total in tried if not with_one or not nominates(chosen)]
        most = max([at.result.crs.total, *counted])
        assert combined(at, found.furthest).total == most


@given(search=searches())
@settings(max_examples=60, deadline=None)
def test_lasting_sets_reach_it_on_the_day_they_are_done(
    search: tuple[Start, list[Scored], int],
) -> None:
    at, some, target = search
    lasting = []
    for chosen in every_set(some):
        made = combined(at, chosen)
        if made.total >= target and made.total_then is not None and made.total_then >= target:
            lasting.append(chosen)
    found = sets_to(target, at, some, some).lasting
    alone = [chosen for chosen in found if not nominates(chosen)]
    expected = least_demanding(at, [each for each in lasting if not nominates(each)])
    assert sorted(priced(at, alone)) == sorted(expected)
