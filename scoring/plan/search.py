"""Finds the least demanding sets that reach a target: exact, and not by trying them all.

What each group offers is first cut down to what some set can still need: with which the target can
be reached if all else is at its best, and which no set already found beats. Then the groups are
joined into parts, whose options are cut down likewise and by those that others outdo whatever they
are combined with. At last each pair of languages and work is completed by what the spouse can do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scoring.plan.completion import Completion, beside
from scoring.plan.demand import demand
from scoring.plan.frontier import Found, Frontier, price
from scoring.plan.outdone import not_outdone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from scoring.plan.candidate import Candidate
    from scoring.plan.field import Field
    from scoring.plan.frontier import Price
    from scoring.plan.weighed import Sums, Weighed


_FAR = 1.5
"""So many times what the best single choice gains to this person as they are: beyond, none of
them alone is likely to reach a target, whatever a set begins with."""


class Goal(NamedTuple):
    """What reaching the target is to mean, and the sets found so far."""

    into: Frontier
    lost: Callable[[float], float]
    """The points lost while a set takes so many months; never less for more months."""


def least_demanding(field: Field, target: int, goals: Iterable[Goal]) -> None:
    """Adds to the frontiers of some goals the least demanding sets that reach the target.

    Args:
        field: where to search.
        target: the total to reach, beside what is lost.
        goals: the sets found so far need not be beaten again.
    """
    at = price(demand(field.before))
    within: list[Goal] = []
    for goal in goals:
        wanted = target + goal.lost(at[0])
        if goal.into.beats(at) or field.bound < wanted:
            continue
        if field.own >= wanted:
            goal.into.add(at, Found(field.before, field.own))
        else:
            within.append(goal)
    if within:
        _Search(field, at, target, within).run()


class _Search:
    """One search: the bounds it keeps to."""

    def __init__(self, field: Field, at: Price, target: int, goals: Sequence[Goal]) -> None:
        self.field, self.at, self.target, self.goals = field, at, target, goals
        self.cap = field.base.tables.cap

    def run(self) -> None:
        # Single choices are quickly tried, and what they beat is never combined.
        if self.target <= self.field.own + _FAR * self.field.offer.most_gained:
            for bundle, total in self.field.singles():
                if total >= self.target:
                    self._add(self._price(*price(bundle.demand)), bundle.candidates, total)
        found = any(goal.into.sets for goal in self.goals)
        prepared = self.field.prepared(self._hopeful) if found else self.field.reaching(self.target)
        if prepared is not None:
            by_languages = [list(column) for column in zip(*prepared.together, strict=True)]
            languages = self._left(prepared.languages, prepared.beside_languages)
            work = self._left(prepared.work, prepared.beside_work)
            capped = prepared.most > self.cap
            self._combine(
                prepared,
                not_outdone(languages, by_languages, capped=capped),
                not_outdone(work, prepared.together, capped=capped),
                Completion(not_outdone(prepared.spouse, [[0]], capped=capped)),
            )

    def _price(self, months: float, cost: float, effort: int) -> Price:
        """What is taken with what every set begins with."""
        before, cost_before, effort_before = self.at
        return max(before, months), cost_before + cost, effort_before + effort

    def _add(self, at: Price, candidates: tuple[Candidate, ...], total: int) -> None:
        for goal in self.goals:
            if total >= self.target + goal.lost(at[0]):
                goal.into.add(at, Found(self.field.before + candidates, total))

    def _beaten(self, at: Price) -> bool:
        """Whether no set that takes this much, or more, need be added any more."""
        return all(goal.into.beats(at) for goal in self.goals)

    def _open(self, at: Price, most: int) -> bool:
        """Whether a set that takes this much, or more, may still be added."""
        for into, lost in self.goals:
            if most >= self.target + lost(at[0]) and not into.beats(at):
                return True
        return False

    def _hopeful(self, at: Price, total: int) -> bool:
        if total < self.target:
            return False
        months, cost, effort = at
        before, cost_before, effort_before = self.at
        return self._open((max(before, months), cost_before + cost, effort_before + effort), total)

    def _left(self, choices: Iterable[Weighed], beside: Sequence[int]) -> list[Weighed]:
        """Those that can still reach the target, and are not beaten already."""
        left = []
        for choice in choices:
            most = choice.points + beside[choice.key]
            if most >= self.target:
                at = self._price(choice.months, choice.cost, choice.effort)
                if self._open(at, most):
                    left.append(choice)
        return left

    def _combine(
        self,
        prepared: Sums,
        languages: Sequence[Weighed],
        work: Sequence[Weighed],
        spouse: Completion,
    ) -> None:
        target, most_of_spouse = self.target, prepared.most_of_spouse
        spoken = [beside(languages, row) for row in prepared.together]
        goals = [(goal, goal.lost, goal.into.beats) for goal in self.goals]
        least = spouse.least
        for one in work:
            missing = target - one.points - most_of_spouse
            so_far = self._price(one.months, one.cost, one.effort)
            said = spoken[one.key]
            if not said.bringing(missing) or self._beaten(said.least(so_far, missing)):
                continue
            harder = -1
            for other, left_months, left_cost in said.from_each_on(missing):
                if other.effort > harder:
                    harder = other.effort
                    at = max(so_far[0], left_months), so_far[1] + left_cost, so_far[2] + harder
                    if self._beaten(at):
                        break
                months = max(so_far[0], other.months)
                at = months, so_far[1] + other.cost, so_far[2] + other.effort
                points = one.points + other.points
                for goal, lost, beats in goals:
                    left = target + lost(months) - points
                    if left <= most_of_spouse and not beats(least(at, left)):
                        chosen = other.candidates + one.candidates
                        self._complete(spouse, at, chosen, points, goal, left)

    def _complete(
        self,
        spouse: Completion,
        at: Price,
        chosen: tuple[Candidate, ...],
        points: int,
        goal: Goal,
        missing: float,
    ) -> None:
        """Adds the sets that what the spouse does makes of others."""
        # What is done though nothing is missing takes effort and is not needed.
        for one in spouse.bringing(missing)[: 1 if missing <= 0 else None]:
            whole = max(at[0], one.months), at[1] + one.cost, at[2] + one.effort
            total = points + one.points
            if total >= self.target + goal.lost(whole[0]) and not goal.into.beats(whole):
                candidates = self.field.before + chosen + one.candidates
                goal.into.add(whole, Found(candidates, min(total, self.cap)))
