"""The sets of actions on one language result that can ever be needed.

An action raises one ability or several. A set has at most one of those that raise several, and
further abilities one by one. Whether a raise of one ability is needed does not depend on the
abilities still to come, so those count as perfect while sets are compared; that leaves a few
sets where there are thousands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from scoring.plan.bundle import Bundle, needed
from scoring.plan.demand import demand, in_lane
from scoring.plan.frontier import Price, price
from scoring.standing import LEVELS
from scoring.vocabulary import ABILITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from scoring.plan.bundle import Useful
    from scoring.plan.candidate import Candidate
    from scoring.plan.worth import Worth
    from scoring.standing import FourLevels

_PERFECT = LEVELS - 1


_Raise: TypeAlias = "tuple[tuple[Candidate, ...], Price, tuple[int, ...]]"
"""Actions on one result, what they take, and the levels after them."""


def language_sets(
    members: Iterable[tuple[Candidate, FourLevels]], worth: Callable[..., Worth], useful: Useful
) -> Iterator[Bundle]:
    """The sets of one or more actions that are needed.

    Args:
        members: the actions on one result, each with the levels after it.
        worth: what four levels of it are worth.
        useful: told what a set takes, and what it can be worth with further actions.
    """
    single: list[list[_Raise]] = [[] for _ in ABILITIES]
    several: list[tuple[_Raise, frozenset[int]]] = []
    for candidate, levels in members:
        alone: _Raise = (candidate,), price(demand((candidate,))), levels
        raised = [index for index, name in enumerate(ABILITIES) if _ends(candidate.touches, name)]
        if len(raised) == 1:
            single[raised[0]].append(alone)
        else:
            several.append((alone, frozenset(raised)))
    found = list(_extended(None, frozenset(), single, worth, useful))
    for alone, touched in several:
        found += _extended(alone, touched, single, worth, useful)
    for candidates, at, reached in needed((each, each[1], worth(each[2])) for each in found):
        yield Bundle(candidates, in_lane(candidates[0].takes.lane, *at), worth(reached))


def _ends(touches: Iterable[str], ability: str) -> bool:
    return any(name.endswith(ability) for name in touches)


def _extended(
    start: _Raise | None,
    raised: frozenset[int],
    single: Sequence[Sequence[_Raise]],
    worth: Callable[..., Worth],
    useful: Useful,
) -> Sequence[_Raise]:
    """The needed sets that begin with an action of several abilities, or with none."""
    sets: list[_Raise] = [] if start is None else [start]
    # Levels that are still to come; those of the abilities that are done with count as they are.
    hoped = [0 if index in raised else _PERFECT for index in range(len(ABILITIES))]
    for index, steps in enumerate(single):
        if index in raised:
            continue
        hoped[index] = 0
        grown = [*sets, *_with(sets, index, steps), *(steps if start is None else ())]
        hopes = [(each, worth(tuple(map(max, each[2], hoped)))) for each in grown]
        left = needed(((each, best), each[1], best) for each, best in hopes)
        sets = [each for each, best in left if useful(each[1], best)]
    return sets


def _with(sets: Iterable[_Raise], index: int, steps: Sequence[_Raise]) -> list[_Raise]:
    """Sets and the raise of one more ability; the test is paid once."""
    return [
        (
            candidates + more,
            (months + more_months, max(cost, more_cost), effort + more_effort),
            (*levels[:index], raised[index], *levels[index + 1 :]),
        )
        for candidates, (months, cost, effort), levels in sets
        for more, (more_months, more_cost, more_effort), raised in steps
    ]
