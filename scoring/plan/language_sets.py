"""The sets of actions on one language result that can ever be needed.

An action raises one ability or several. A set has at most one of those that raise several, and
further abilities one by one. Whether a raise of one ability is needed does not depend on the
abilities still to come, so those count as perfect while sets are compared; that leaves a few
sets where there are thousands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.plan.board import owned, traits
from scoring.plan.bundle import Bundle, needed
from scoring.plan.demand import demand
from scoring.standing import LEVELS
from scoring.vocabulary import ABILITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from scoring.plan.candidate import Group
    from scoring.plan.scored import Scored, Start
    from scoring.plan.worth import Worth

_PERFECT = LEVELS - 1


def language_sets(
    at: Start, group: Group, members: Sequence[Scored], worth: Callable[..., Worth]
) -> Iterator[Bundle]:
    """The sets of one or more actions that are needed.

    Args:
        at: the person the actions were made for.
        group: the language result.
        members: its actions.
        worth: what four levels of it are worth.
    """
    single: list[list[Bundle]] = [[] for _ in ABILITIES]
    several: list[tuple[Bundle, frozenset[int]]] = []
    for each in members:
        candidate = each.candidate
        levels = owned(traits(each.profile, at.rules), group)
        bundle = Bundle((candidate,), levels, demand((candidate,)))
        raised = [index for index, name in enumerate(ABILITIES) if _ends(candidate.touches, name)]
        if len(raised) == 1:
            single[raised[0]].append(bundle)
        else:
            several.append((bundle, frozenset(raised)))
    yield from _extended(None, frozenset(), single, worth)
    for bundle, touched in several:
        yield from _extended(bundle, touched, single, worth)


def _ends(touches: Iterable[str], ability: str) -> bool:
    return any(name.endswith(ability) for name in touches)


def _extended(
    start: Bundle | None,
    raised: frozenset[int],
    single: Sequence[Sequence[Bundle]],
    worth: Callable[..., Worth],
) -> Iterator[Bundle]:
    """The needed sets that begin with an action of several abilities, or with none."""
    sets: list[Bundle | None] = [start]
    open_ = [index for index in range(len(ABILITIES)) if index not in raised]
    while open_:
        index = open_.pop(0)
        grown = [_with(each, index, more) for each in sets for more in single[index]]
        kept = [each for each in sets if each is not None] + grown
        sets = [*needed((each, worth(_hoped(each, open_))) for each in kept)]
        if start is None:
            sets.append(None)
    yield from (each for each in sets if each is not None)


def _with(bundle: Bundle | None, index: int, more: Bundle) -> Bundle:
    """A set and the raise of one more ability; the test is paid once."""
    if bundle is None:
        return more
    levels = list(bundle.values[0])
    levels[index] = more.values[0][index]
    taken = bundle.demand.plus(more.demand)
    cost = max(bundle.demand.cost, more.demand.cost)
    return Bundle(bundle.candidates + more.candidates, (tuple(levels),), taken._replace(cost=cost))


def _hoped(bundle: Bundle, open_: Iterable[int]) -> tuple[int, ...]:
    levels = list(bundle.values[0])
    for index in open_:
        levels[index] = _PERFECT
    return tuple(levels)
