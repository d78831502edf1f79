"""The choices that each group of actions offers: sets of its actions, without those never needed.

A set is never needed when another of its group makes the person at least as good in all that
decides the total, and takes no more of anything.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from scoring.plan.board import GROUPS, owned, traits
from scoring.plan.bundle import Bundle, needed
from scoring.plan.demand import ONE_TEST, Demand, demand
from scoring.plan.language_sets import language_sets
from scoring.plan.scored import made

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from scoring.plan.board import Traits
    from scoring.plan.candidate import Candidate, Group
    from scoring.plan.scored import Scored, Start
    from scoring.plan.worth import Worth, Worths


def choices(at: Start, own: Traits, scored: Sequence[Scored], worths: Worths) -> list[list[Bundle]]:
    """What each group offers, doing nothing included, in the order of the traits.

    The spouse's groups only ever add points to each other: their choices come as one.

    Args:
        at: the person the candidates were made for.
        own: the traits of the person who starts.
        scored: the candidates to choose from.
        worths: what the traits of each group are worth to this person.
    """
    offered: list[list[Bundle]] = []
    spouse: list[list[Bundle]] = []
    for group in GROUPS:
        members = [each for each in scored if each.candidate.group == group]
        found = [Bundle((), owned(own, group), Demand())]
        if group in ONE_TEST:
            found += language_sets(at, group, members, worths[group])
        else:
            found += _plain(at, group, members)
        kept = needed((bundle, worths[group](*bundle.values)) for bundle in found)
        (spouse if group.startswith("spouse") else offered).append(kept)
    of_spouse = [worths[group] for group in GROUPS if group.startswith("spouse")]
    joined = (_joined(parts) for parts in product(*spouse))
    return [*offered, needed((bundle, _summed(of_spouse, bundle)) for bundle in joined)]


def compatible(candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, ...]]:
    """Every set of one or more that can be made together."""
    for index, candidate in enumerate(candidates):
        yield (candidate,)
        rest = [other for other in candidates[index + 1 :] if candidate.goes_with(other)]
        for others in compatible(rest):
            yield candidate, *others


def _plain(at: Start, group: Group, members: Sequence[Scored]) -> Iterator[Bundle]:
    """Every compatible set of a group of few actions."""
    for chosen in compatible([each.candidate for each in members]):
        _, profile = made(at, chosen)
        yield Bundle(chosen, owned(traits(profile, at.rules), group), demand(chosen))


def _joined(parts: Iterable[Bundle]) -> Bundle:
    joined = Bundle((), (), Demand())
    for part in parts:
        joined = Bundle(
            joined.candidates + part.candidates,
            joined.values + part.values,
            joined.demand.plus(part.demand),
        )
    return joined


def _summed(worths: Iterable[Callable[..., Worth]], bundle: Bundle) -> Worth:
    """The worth of traits whose points add up."""
    return (sum(sum(worth(value)) for worth, value in zip(worths, bundle.values, strict=True)),)
