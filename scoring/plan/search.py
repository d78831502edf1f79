"""Finds the least demanding sets that reach a target: exact, and not by trying them all.

What each group offers is first cut down to what some set can still need: with which the target can
be reached if all else is at its best, and which no set already found beats. Then the groups are
joined into parts, whose options are cut down likewise and by those that others outdo whatever they
are combined with. At last each pair of languages and work is completed by what the spouse can do.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, cached_property, partial
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

from scoring.plan.demand import demand
from scoring.plan.frontier import Found, Frontier, price
from scoring.plan.parts import GROUPS_OF, PARTS, base, joined
from scoring.plan.weighed import Sums, Weighed, sums

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from scoring.plan.bundle import Bundle
    from scoring.plan.bundles import Offer
    from scoring.plan.candidate import Candidate, Group
    from scoring.plan.frontier import Price
    from scoring.plan.parts import Joined, Part, Points
    from scoring.plan.scored import Start
    from scoring.plan.worth import Worth
    from scoring.profile import Profile


_FAR = 1.5
"""So many times what the best single choice gains to this person as they are: beyond, none of
them alone is likely to reach a target, whatever a set begins with."""
_CHEAP_FIRST: tuple[Part, ...] = ("work", "spouse", "languages")
"""Many a search ends before the last of these."""
_Total = Callable[["Worth"], int]


class Goal(NamedTuple):
    """What reaching the target is to mean, and the sets found so far."""

    into: Frontier
    lost: Callable[[float], float]
    """The points lost while a set takes so many months; never less for more months."""


class Field:
    """Where sets are searched: one person and what each group offers."""

    def __init__(
        self, before: tuple[Candidate, ...], profile: Profile, at: Start, offer: Offer
    ) -> None:
        """A way to start.

        Args:
            before: candidates that every set begins with.
            profile: the person after those.
            at: the day, and the language of a first test.
            offer: what is to be chosen from.
        """
        self.before, self.profile, self.offer = before, profile, offer
        self.base = base(profile, at, offer.reaches)
        self._reaching: tuple[int, Sums | None] | None = None

    @cached_property
    def bound(self) -> int:
        """No set reaches more than this."""
        return self.base.total(*self._ideal.values())

    @cached_property
    def own(self) -> int:
        """The total without anything done."""
        return self.base.total(*self._own.values())

    def most(self, least: int) -> int:
        """The greatest total that any set reaches, where that is more than ``least``."""
        below = 1
        while self.bound > least:
            # Mostly all the best can be had together, so only little less than that is looked at.
            enough = max(self.bound - below, least) + 1
            prepared = self.reaching(enough)
            most = 0 if prepared is None else min(prepared.most, self.base.tables.cap)
            if most >= enough:
                return most
            if enough == least + 1:
                break
            below *= 4
        return least

    def reaching(self, enough: int) -> Sums | None:
        """What sets are made of that reach so much; None where some group offers nothing.

        The last is remembered: how much can be reached is asked for before what reaches it.
        """
        if self._reaching is None or self._reaching[0] != enough:
            self._reaching = enough, self.prepared(partial(_reaches, enough))
        return self._reaching[1]

    def prepared(self, hopeful: Callable[[Price, int], bool]) -> Sums | None:
        """What sets are made of; None where some group offers nothing.

        Args:
            hopeful: told what a choice takes, and the total with all else at its best.
        """
        parts: dict[Part, list[Joined]] = {}
        for part in _CHEAP_FIRST:
            kept: dict[Group, list[Bundle]] = {}
            for group in GROUPS_OF[part]:
                total = self._totals(part, group, self._ideal, self.offer.ideal)

                def useful(at: Price, worth: Worth, total: _Total = total) -> bool:
                    return hopeful(at, total(worth))

                kept[group] = self.offer.choices(group, useful)
            parts[part] = joined(part, kept)
            if part != "languages":
                parts[part] = self._hopeful(part, parts[part], hopeful)
            if not parts[part]:
                return None
        return sums(self.base, self._ideal, parts)

    def _hopeful(
        self, part: Part, choices: Iterable[Joined], hopeful: Callable[[Price, int], bool]
    ) -> list[Joined]:
        """Those of a part that are, with all else at its best."""

        @cache
        def total(points: Points) -> int:
            return self.base.total(*{**self._ideal, part: points}.values())

        return [
            each for each in choices if hopeful(each[1], total(self.base.points(part, each[2])))
        ]

    def singles(self) -> Iterator[tuple[Bundle, int]]:
        """Single actions, and the total with each."""
        for part, groups in GROUPS_OF.items():
            for group in groups:
                total = self._totals(part, group, self._own, self.offer.own)
                for bundle in self.offer.single(group):
                    yield bundle, total(bundle.worth)

    def _totals(
        self,
        part: Part,
        group: Group,
        points: Mapping[Part, Points],
        worths: Mapping[Group, Worth],
    ) -> _Total:
        """Tells the total with another worth of one group among those of all."""
        place = GROUPS_OF[part].index(group)
        before = _chained(worths, GROUPS_OF[part][:place])
        after = _chained(worths, GROUPS_OF[part][place + 1 :])

        @cache
        def total(worth: Worth) -> int:
            with_it = {**points, part: self.base.points(part, before + worth + after)}
            return self.base.total(*with_it.values())

        return total

    @cached_property
    def _own(self) -> Mapping[Part, Points]:
        return {part: self._points(part, self.offer.own) for part in PARTS}

    @cached_property
    def _ideal(self) -> Mapping[Part, Points]:
        return {part: self._points(part, self.offer.ideal) for part in PARTS}

    def _points(self, part: Part, worths: Mapping[Group, Worth]) -> Points:
        return self.base.points(part, _chained(worths, GROUPS_OF[part]))


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
                _needed(languages, by_languages, capped=capped),
                _needed(work, prepared.together, capped=capped),
                _Completion(_needed(prepared.spouse, [[0]], capped=capped)),
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
        spouse: _Completion,
    ) -> None:
        target, most_of_spouse = self.target, prepared.most_of_spouse
        spoken = [_beside(languages, row) for row in prepared.together]
        goals = [(goal, goal.lost, goal.into.beats) for goal in self.goals]
        least = spouse.least
        for one in work:
            missing = target - one.points - most_of_spouse
            so_far = self._price(one.months, one.cost, one.effort)
            beside = spoken[one.key]
            if not beside.bringing(missing) or self._beaten(beside.least(so_far, missing)):
                continue
            harder = -1
            for other, left_months, left_cost in beside.from_each_on(missing):
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
        spouse: _Completion,
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


class _Completion:
    """What one part can do, by the points that are missing."""

    def __init__(self, choices: Sequence[Weighed]) -> None:
        """The choices, easy ones first."""
        self._choices = choices
        self._bringing: dict[float, list[Weighed]] = {}
        self._least: dict[float, Price] = {}
        self._from_each_on: dict[float, list[tuple[Weighed, float, float]]] = {}

    def bringing(self, missing: float) -> Sequence[Weighed]:
        """Those that bring as much."""
        found = self._bringing.get(missing)
        if found is None:
            found = [each for each in self._choices if each.points >= missing]
            self._bringing[missing] = found
        return found

    def from_each_on(self, missing: float) -> Sequence[tuple[Weighed, float, float]]:
        """The same, each with the least months and dollars of itself and those after it."""
        found = self._from_each_on.get(missing)
        if found is None:
            choices = self.bringing(missing)[::-1]
            months = accumulate((each.months for each in choices), min)
            cost = accumulate((each.cost for each in choices), min)
            found = [*zip(choices, months, cost, strict=True)][::-1]
            self._from_each_on[missing] = found
        return found

    def least(self, at: Price, missing: float) -> Price:
        """No set takes less that adds to what takes this much, and brings what is missing."""
        least = self._least.get(missing)
        if least is None:
            months, cost, effort = zip(
                *((each.months, each.cost, each.effort) for each in self.bringing(missing)),
                strict=True,
            )
            least = self._least[missing] = min(months), min(cost), min(effort)
        return max(at[0], least[0]), at[1] + least[1], at[2] + least[2]


def _beside(languages: Iterable[Weighed], together: Sequence[int]) -> _Completion:
    """What languages bring beside work of one key."""
    return _Completion(
        [each._replace(points=each.points + together[each.key]) for each in languages]
    )


def _reaches(enough: int, _at: Price, total: int) -> bool:
    return total >= enough


def _chained(worths: Mapping[Group, Worth], groups: Iterable[Group]) -> Worth:
    return tuple(chain.from_iterable(worths[group] for group in groups))


def _needed(
    choices: Iterable[Weighed], together: Sequence[Sequence[int]], *, capped: bool
) -> list[Weighed]:
    """Those not outdone by another whatever they are combined with, easy ones first.

    Args:
        choices: of one part.
        together: by their key, what is counted together with each key of the other part.
        capped: whether totals may be cut, so that more points need not make a higher one.
    """
    margins: dict[tuple[int, int], int] = {}
    kept: list[Weighed] = []
    for one in sorted(choices if capped else _best_of_a_kind(choices), key=_easy_first):
        effort, cost, months, points, key, _candidates = one
        for other in kept:
            if other.cost > cost or other.months > months:
                continue
            pair = other.key, key
            margin = margins.get(pair)
            if margin is None:
                both = zip(together[key], together[other.key], strict=True)
                margin = margins[pair] = max(mine - its for mine, its in both)
            ahead = other.points - points - margin
            if ahead < 0:
                continue
            # Of two that take the same, the one whose set would be told is kept.
            takes_less = other.cost < cost or other.effort < effort
            if takes_less or (ahead > 0 and not capped) or _rank(other) <= _rank(one):
                break
        else:
            kept.append(one)
    return kept


def _best_of_a_kind(choices: Iterable[Weighed]) -> Iterable[Weighed]:
    """Of those that take the same and have one key, that with the most points."""
    best: dict[tuple[float, ...], Weighed] = {}
    for one in choices:
        kind = one[0], one[1], one[2], one[4]
        known = best.get(kind)
        if (
            known is None
            or known.points < one.points
            or (known.points == one.points and _rank(one) < _rank(known))
        ):
            best[kind] = one
    return best.values()


def _easy_first(choice: Weighed) -> tuple[int, float, float, int]:
    return choice.effort, choice.cost, choice.months, -choice.points


def _rank(choice: Weighed) -> tuple[int, tuple[str, ...]]:
    """As sets of one price and one total are told apart."""
    return len(choice.candidates), tuple(candidate.id for candidate in choice.candidates)
