"""The choices that each group of actions offers: sets of its actions, without those never needed.

A set is never needed when another of its group makes the person at least as good in all that
decides the total, and takes no more of anything.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from scoring.plan.bundle import Bundle, needed
from scoring.plan.demand import ONE_TEST, Demand, demand
from scoring.plan.language_sets import language_sets
from scoring.plan.scored import made
from scoring.plan.traits import GROUPS, owned, traits
from scoring.plan.worth import worths
from scoring.standing import spouse_counts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from scoring.plan.candidate import Candidate, Group
    from scoring.plan.scored import Scored, Start
    from scoring.plan.traits import Traits, Values
    from scoring.plan.worth import Worth
    from scoring.profile import Profile


class After:
    """What sets of actions lead to, worked out once."""

    def __init__(self, at: Start) -> None:
        """The actions are those of this person."""
        self._at = at
        self._traits: dict[tuple[str, ...], Traits] = {}

    def owned(self, group: Group, chosen: Sequence[Scored]) -> Values:
        """What the group of some compatible actions owns after them."""
        ids = tuple(each.candidate.id for each in chosen)
        after = self._traits.get(ids)
        if after is None:
            if len(chosen) == 1:
                profile = chosen[0].profile
            else:
                _, profile = made(self._at, (each.candidate for each in chosen))
            after = self._traits[ids] = traits(profile, self._at.rules)
        return owned(after, group)


class Offer:
    """What each group offers to somebody who starts in one of several ways."""

    def __init__(self, profile: Profile, at: Start, scored: Sequence[Scored], after: After) -> None:
        """What is to be chosen from.

        Args:
            profile: the person who starts.
            at: the person whom the candidates were made for.
            scored: the candidates.
            after: what they lead to.
        """
        own, self._after = traits(profile, at.rules), after
        self._worths = worths(at.rules, with_spouse=spouse_counts(profile))
        self._members: dict[Group, list[Scored]] = {group: [] for group in GROUPS}
        for each in scored:
            if each.candidate.group in self._members:
                self._members[each.candidate.group].append(each)
        self._own = {group: owned(own, group) for group in GROUPS}
        self.own = {group: self._worths[group](*self._own[group]) for group in GROUPS}
        """What the groups are worth while nothing is done."""

    @cached_property
    def bundles(self) -> Mapping[Group, Sequence[Bundle]]:
        """The choices of each group, easy ones first: doing nothing before all others."""
        return {
            group: self._plain[group]
            if group in self._plain
            else self._needed(group, language_sets(self._levels(group), self._worths[group]))
            for group in GROUPS
        }

    @cached_property
    def ideal(self) -> Mapping[Group, Worth]:
        """No choice of a group is worth more in anything."""
        ideal = {}
        for group in GROUPS:
            if group in ONE_TEST:
                several = [*self._own[group], *(levels for _, levels in self._levels(group))]
                ideal[group] = self._worths[group](
                    [max(each) for each in zip(*several, strict=True)]
                )
            else:
                ideal[group] = tuple(
                    max(numbers)
                    for numbers in zip(*(each.worth for each in self._plain[group]), strict=True)
                )
        return ideal

    @cached_property
    def _plain(self) -> Mapping[Group, Sequence[Bundle]]:
        """The choices of the groups of few actions."""
        return {
            group: self._needed(group, self._sets(group))
            for group in GROUPS
            if group not in ONE_TEST
        }

    def _sets(self, group: Group) -> Iterator[Bundle]:
        """Every compatible set of a group."""
        by_id = {each.candidate.id: each for each in self._members[group]}
        for chosen in compatible([each.candidate for each in by_id.values()]):
            values = self._after.owned(group, [by_id[each.id] for each in chosen])
            yield Bundle(chosen, demand(chosen), self._worths[group](*values))

    def _levels(self, group: Group) -> list[tuple[Candidate, Values]]:
        """The actions on a language result, and the levels after each."""
        return [
            (each.candidate, self._after.owned(group, (each,))[0]) for each in self._members[group]
        ]

    def _needed(self, group: Group, several: Iterator[Bundle]) -> list[Bundle]:
        found = [Bundle((), Demand(), self.own[group]), *several]
        return needed((each, each.demand, each.worth) for each in found)


def compatible(candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, ...]]:
    """Every set of one or more that can be made together."""
    for index, candidate in enumerate(candidates):
        yield (candidate,)
        rest = [other for other in candidates[index + 1 :] if candidate.goes_with(other)]
        for others in compatible(rest):
            yield candidate, *others
