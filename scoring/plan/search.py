"""Finds the least demanding sets that reach a target: exact, and not by trying them all.

What each group offers is first cut down to what some set can still need: with which the target can
be reached if all else is at its best, and which no set already found beats. Then the groups are
joined into parts, whose options are cut down likewise and by those that others outdo whatever they
are combined with. At last each pair of languages and work is completed by what the spouse can do.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from scoring.plan.demand import demand
from scoring.plan.frontier import Found, Frontier, price
from scoring.plan.parts import GROUPS_OF, PARTS, base, options
from scoring.plan.weighed import Sums, Weighed, sums

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from scoring.plan.bundle import Bundle
    from scoring.plan.bundles import Offer
    from scoring.plan.candidate import Candidate, Group
    from scoring.plan.frontier import Price
    from scoring.plan.parts import Part, Points
    from scoring.plan.scored import Start
    from scoring.plan.worth import Worth
    from scoring.profile import Profile


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
        self.before, self.profile, self.at, self.offer = before, profile, at, offer
        self.base = base(profile, at)

    @cached_property
    def bound(self) -> int:
        """No set reaches more than this."""
        return self.base.total(*(self._points(part, self.offer.ideal) for part in PARTS))

    @cached_property
    def own(self) -> int:
        """The total without anything done."""
        return self.base.total(*(self._points(part, self.offer.own) for part in PARTS))

    def most(self, least: int) -> int:
        """The greatest total that any set reaches, where that is more than ``least``."""
        if self.bound <= least:
            return least
        prepared = self.prepared(lambda _bundle, total: total > least)
        return least if prepared is None else max(least, min(prepared.most, self.base.tables.cap))

    def prepared(self, hopeful: Callable[[Bundle, int], bool]) -> Sums | None:
        """What sets are made of; None where some group offers nothing.

        Args:
            hopeful: told a choice of a group, and the total with all else at its best.
        """
        kept: dict[Group, list[Bundle]] = {}
        for bundle, group, total in self.with_each(self.offer.ideal):
            if hopeful(bundle, total):
                kept.setdefault(group, []).append(bundle)
        if len(kept) < sum(map(len, GROUPS_OF.values())):
            return None
        return sums(self.base, *(options(self.base, part, kept) for part in PARTS))

    def with_each(self, worths: Mapping[Group, Worth]) -> Iterator[tuple[Bundle, Group, int]]:
        """Each choice of each group, and the total with it among some worths."""
        points = [self._points(part, worths) for part in PARTS]
        for place, part in enumerate(PARTS):
            groups = GROUPS_OF[part]
            for group in groups:
                at = groups.index(group)
                before = sum((worths[name] for name in groups[:at]), ())
                after = sum((worths[name] for name in groups[at + 1 :]), ())
                with_it = list(points)
                for bundle in self.offer.bundles[group]:
                    with_it[place] = self.base.points(part, (*before, *bundle.worth, *after))
                    yield bundle, group, self.base.total(*with_it)

    def _points(self, part: Part, worths: Mapping[Group, Worth]) -> Points:
        return self.base.points(part, sum((worths[group] for group in GROUPS_OF[part]), ()))


def least_demanding(
    field: Field, target: int, into: Frontier, lost: Callable[[float], float]
) -> None:
    """Adds to a frontier the least demanding sets that reach the target.

    Args:
        field: where to search.
        target: the total to reach, beside what is lost.
        into: the sets found so far, which need not be beaten again.
        lost: the points lost while a set takes so many months; never less for more months.
    """
    at = price(demand(field.before))
    wanted = target + lost(at[0])
    if into.beats(at) or field.bound < wanted:
        return
    if field.own >= wanted:
        into.add(at, Found(field.before, field.own))
    else:
        _Search(field, at, target, into, lost).run()


class _Search:
    """One search: the bounds it keeps to."""

    def __init__(
        self,
        field: Field,
        at: Price,
        target: int,
        into: Frontier,
        lost: Callable[[float], float],
    ) -> None:
        self.field, self.at = field, at
        self.into, self.lost, self.target = into, lost, target
        self.cap = field.base.tables.cap

    def run(self) -> None:
        # Single choices are quickly tried, and what they beat is never combined.
        for bundle, _, total in self.field.with_each(self.field.offer.own):
            at = self._price(bundle.demand.effort, bundle.demand.cost, bundle.demand.months)
            if total >= self.target + self.lost(at[0]):
                self.into.add(at, Found(self.field.before + bundle.candidates, total))
        prepared = self.field.prepared(self._hopeful)
        if prepared is not None:
            by_languages = [list(column) for column in zip(*prepared.together, strict=True)]
            languages = self._left(prepared.languages, prepared.beside_languages)
            work = self._left(prepared.work, prepared.beside_work)
            capped = prepared.most > self.cap
            self._combine(
                prepared,
                _needed(languages, by_languages, capped=capped),
                _needed(work, prepared.together, capped=capped),
            )

    def _price(self, effort: int, cost: float, months: float) -> Price:
        """What is taken with what every set begins with."""
        return max(self.at[0], months), self.at[1] + cost, self.at[2] + effort

    def _hopeful(self, bundle: Bundle, total: int) -> bool:
        if total < self.target:
            return False
        at = self._price(bundle.demand.effort, bundle.demand.cost, bundle.demand.months)
        return total >= self.target + self.lost(at[0]) and not self.into.beats(at)

    def _left(self, options: Iterable[Weighed], beside: Sequence[int]) -> list[Weighed]:
        """Those that can still reach the target, and are not beaten already."""
        left = []
        for option in options:
            most = option.points + beside[option.key]
            if most >= self.target:
                at = self._price(option.effort, option.cost, option.months)
                if most >= self.target + self.lost(at[0]) and not self.into.beats(at):
                    left.append(option)
        return left

    def _combine(
        self, prepared: Sums, languages: Sequence[Weighed], work: Sequence[Weighed]
    ) -> None:
        beats, lost, target, cap = self.into.beats, self.lost, self.target, self.cap
        most_of_spouse = prepared.most_of_spouse
        for one in work:
            row = prepared.together[one.key]
            least = target - one.points - most_of_spouse
            so_far = self._price(one.effort, one.cost, one.months)
            if beats(so_far):
                continue
            months_so_far, cost_so_far, effort_so_far = so_far
            for other in languages:
                points = other.points + row[other.key]
                if points < least:
                    continue
                months = max(months_so_far, other.months)
                missing = target + lost(months) - one.points - points
                if missing > most_of_spouse:
                    continue
                cost, effort = cost_so_far + other.cost, effort_so_far + other.effort
                if beats((months, cost, effort)):
                    continue
                for third in prepared.spouse:
                    if third.points < missing:
                        continue
                    at = max(months, third.months), cost + third.cost, effort + third.effort
                    total = one.points + points + third.points
                    if total >= target + lost(at[0]) and not beats(at):
                        chosen = other.candidates + one.candidates + third.candidates
                        self.into.add(at, Found(self.field.before + chosen, min(total, cap)))
                    if missing <= 0:
                        break  # what the spouse does besides takes effort and is not needed


def _needed(
    options: Iterable[Weighed], together: Sequence[Sequence[int]], *, capped: bool
) -> list[Weighed]:
    """Those not outdone by another whatever they are combined with, easy ones first.

    Args:
        options: of one part.
        together: by their key, what is counted together with each key of the other part.
        capped: whether totals may be cut, so that more points need not make a higher one.
    """
    margins: dict[tuple[int, int], int] = {}
    kept: list[Weighed] = []
    for one in sorted(options, key=_easy_first):
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


def _easy_first(option: Weighed) -> tuple[int, float, float, int]:
    return option.effort, option.cost, option.months, -option.points


def _rank(option: Weighed) -> tuple[int, tuple[str, ...]]:
    """As sets of one price and one total are told apart."""
    return len(option.candidates), tuple(candidate.id for candidate in option.candidates)
