"""The sets of actions on one language result that can ever be needed.

An action raises one ability or several. A set has at most one of those that raise several, and
further abilities one by one. Whether a raise of one ability is needed does not depend on the
abilities still to come, so those count as perfect while sets are compared; that leaves a few
sets where there are thousands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scoring.plan.bundle import Bundle, needed
from scoring.plan.demand import demand
from scoring.standing import LEVELS
from scoring.vocabulary import ABILITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from scoring.plan.candidate import Candidate
    from scoring.plan.demand import Demand
    from scoring.plan.worth import Worth
    from scoring.standing import FourLevels

_PERFECT = LEVELS - 1


class _Raise(NamedTuple):
    """Actions on one result, and the levels after them."""

    candidates: tuple[Candidate, ...]
    demand: Demand
    levels: FourLevels


def language_sets(
    members: Iterable[tuple[Candidate, FourLevels]], worth: Callable[..., Worth]
) -> Iterator[Bundle]:
    """The sets of one or more actions that are needed.

    Args:
        members: the actions on one result, each with the levels after it.
        worth: what four levels of it are worth.
    """
    single: list[list[_Raise]] = [[] for _ in ABILITIES]
    several: list[tuple[_Raise, frozenset[int]]] = []
    for candidate, levels in members:
        alone = _Raise((candidate,), demand((candidate,)), levels)
        raised = [index for index, name in enumerate(ABILITIES) if _ends(candidate.touches, name)]
        if len(raised) == 1:
            single[raised[0]].append(alone)
        else:
            several.append((alone, frozenset(raised)))
    found = list(_extended(None, frozenset(), single, worth))
    for alone, touched in several:
        found += _extended(alone, touched, single, worth)
    yield from (Bundle(each.candidates, each.demand, worth(each.levels)) for each in found)


def _ends(touches: Iterable[str], ability: str) -> bool:
    return any(name.endswith(ability) for name in touches)


def _extended(
    start: _Raise | None,
    raised: frozenset[int],
    single: Sequence[Sequence[_Raise]],
    worth: Callable[..., Worth],
) -> Iterator[_Raise]:
    """The needed sets that begin with an action of several abilities, or with none."""
    sets: list[_Raise | None] = [start]
    open_ = [index for index in range(len(ABILITIES)) if index not in raised]
    while open_:
        index = open_.pop(0)
        grown = [_with(each, index, more) for each in sets for more in single[index]]
        kept = [each for each in sets if each is not None] + grown
        sets = [
            *needed((each, each.demand, worth(_hoped(each.levels, open_))) for each in kept),
        ]
        if start is None:
            sets.append(None)
    yield from (each for each in sets if each is not None)


def _with(one: _Raise | None, index: int, more: _Raise) -> _Raise:
    """A set and the raise of one more ability; the test is paid once."""
    if one is None:
        return more
    levels = list(one.levels)
    levels[index] = more.levels[index]
    listening, reading, writing, speaking = levels
    taken = one.demand.plus(more.demand)
    cost = max(one.demand.cost, more.demand.cost)
    return _Raise(
        one.candidates + more.candidates,
        taken._replace(cost=cost),
        (listening, reading, writing, speaking),
    )


def _hoped(levels: FourLevels, open_: Iterable[int]) -> list[int]:
    hoped = list(levels)
    for index in open_:
        hoped[index] = _PERFECT
    return hoped
