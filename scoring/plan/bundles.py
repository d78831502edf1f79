"""The choices that each group of actions offers: sets of its actions, without those never needed.

A set is never needed when another of its group makes the person at least as good in all that
decides the total, and takes no more of anything.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from scoring.plan.bundle import Bundle, needed
from scoring.plan.demand import ONE_TEST, Demand, demand
from scoring.plan.frontier import price
from scoring.plan.language_sets import language_sets
from scoring.plan.scored import made
from scoring.plan.traits import GROUPS, owned, traits
from scoring.plan.worth import reaches, worths
from scoring.standing import spouse_counts, standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from scoring.plan.bundle import Useful
    from scoring.plan.candidate import Candidate, Group
    from scoring.plan.scored import Scored, Start
    from scoring.plan.traits import Values
    from scoring.plan.worth import Worth, Worths
    from scoring.profile import Profile


class Made(NamedTuple):
    """Compatible actions of one group that were made."""

    candidates: tuple[Candidate, ...]
    demand: Demand
    values: Values
    """What the group owns after them."""


class Making:
    """Makes sets of actions of one person, each once."""

    def __init__(self, at: Start) -> None:
        """The actions are those of this person."""
        self._at = at
        self._known: dict[tuple[str, ...], Made] = {}
        self.reaches = reaches(at.rules)
        self._worths: dict[bool, Worths] = {}

    def worths(self, *, with_spouse: bool) -> Worths:
        """What traits are worth to somebody with a spouse who counts, or without."""
        known = self._worths.get(with_spouse)
        if known is None:
            known = worths(self._at.rules, self.reaches, with_spouse=with_spouse)
            self._worths[with_spouse] = known
        return known

    def sets(self, group: Group, members: Sequence[Scored]) -> list[Made]:
        """Every compatible set of the actions of a group; single ones where one test proves all."""
        by_id = {each.candidate.id: each for each in members}
        candidates = [each.candidate for each in members]
        sets = ((each,) for each in candidates) if group in ONE_TEST else compatible(candidates)
        return [self._made(group, chosen, by_id) for chosen in sets]

    def _made(
        self, group: Group, chosen: tuple[Candidate, ...], by_id: Mapping[str, Scored]
    ) -> Made:
        ids = tuple([each.id for each in chosen])
        known = self._known.get(ids)
        if known is None:
            if len(chosen) == 1:
                scored = by_id[ids[0]]
                profile, person = scored.profile, scored.standing
            else:
                _, profile = made(self._at, chosen)
                person = standing(profile, self._at.rules)
            values = owned(traits(profile, person), group)
            known = self._known[ids] = Made(chosen, demand(chosen), values)
        return known


class Offer:
    """What each group offers to somebody who starts in one of several ways."""

    def __init__(
        self, profile: Profile, at: Start, scored: Sequence[Scored], making: Making
    ) -> None:
        """What is to be chosen from.

        Args:
            profile: the person who starts.
            at: the person whom the candidates were made for.
            scored: the candidates.
            making: makes them.
        """
        own = traits(profile, standing(profile, at.rules))
        self.reaches = making.reaches
        self._worths = making.worths(with_spouse=spouse_counts(profile))
        members: dict[Group, list[Scored]] = {group: [] for group in GROUPS}
        for each in scored:
            if each.candidate.group in members:
                members[each.candidate.group].append(each)
        gains = (each.gain for several in members.values() for each in several)
        self.most_gained = max(gains, default=0)
        """By the best single candidate, beside none of those that a set begins with."""
        self._sets = {group: making.sets(group, members[group]) for group in GROUPS}
        self._own = {group: owned(own, group) for group in GROUPS}
        self.own = {group: self._worths[group](*self._own[group]) for group in GROUPS}
        """What the groups are worth while nothing is done."""

    @cached_property
    def ideal(self) -> Mapping[Group, Worth]:
        """No choice of a group is worth more in anything."""
        return {group: self._ideal(group) for group in GROUPS}

    def single(self, group: Group) -> list[Bundle]:
        """The single actions of a group, without those that others outdo."""
        if not self._sets[group]:
            return []
        worth = self._worths[group]
        alone = (each for each in self._sets[group] if len(each.candidates) == 1)
        bundles = (Bundle(each.candidates, each.demand, worth(*each.values)) for each in alone)
        return needed((each, each.demand, each.worth) for each in bundles)

    def choices(self, group: Group, useful: Useful) -> list[Bundle]:
        """The choices of a group that are of use, easy ones first; doing nothing is one.

        Args:
            group: whose.
            useful: told what a choice takes, and what it is worth or may become with others.
        """
        if group in ONE_TEST:
            members = [(each.candidates[0], each.values[0]) for each in self._sets[group]]
            offered = language_sets(members, self._worths[group], useful)
            every = self._needed(group, offered)
        else:
            every = self._plain[group]
        return [each for each in every if useful(price(each.demand), each.worth)]

    def _ideal(self, group: Group) -> Worth:
        worth = self._worths[group]
        every = [self._own[group], *(each.values for each in self._sets[group])]
        if group in ONE_TEST:
            return worth(tuple(max(levels) for levels in zip(*(v[0] for v in every), strict=True)))
        return tuple(max(numbers) for numbers in zip(*(worth(*v) for v in every), strict=True))

    @cached_property
    def _plain(self) -> Mapping[Group, list[Bundle]]:
        """The choices of the groups of few actions."""
        return {
            group: self._needed(
                group,
                (
                    Bundle(candidates, taken, self._worths[group](*values))
                    for candidates, taken, values in self._sets[group]
                ),
            )
            for group in GROUPS
            if group not in ONE_TEST
        }

    def _needed(self, group: Group, several: Iterator[Bundle]) -> list[Bundle]:
        idle = Bundle((), Demand(), self.own[group])
        if not self._sets[group]:
            return [idle]
        found = [idle, *several]
        return needed((each, each.demand, each.worth) for each in found)


def compatible(candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, ...]]:
    """Every set of one or more that can be made together."""
    for index, candidate in enumerate(candidates):
        yield (candidate,)
        rest = [other for other in candidates[index + 1 :] if candidate.goes_with(other)]
        for others in compatible(rest):
            yield candidate, *others
