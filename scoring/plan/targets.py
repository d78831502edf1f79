"""Plans to a target: the least demanding sets that reach it, or how far the best set gets.

Sets are made of the candidates that gain by themselves; only where no such set reaches the
target do those join that gain beside others. A nomination outweighs everything, so sets with one
are searched on their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from math import inf, isinf
from typing import TYPE_CHECKING, TypeAlias

from scoring.calendar import completed_years, months_after
from scoring.plan.bundles import Making, Offer, compatible
from scoring.plan.field import Field
from scoring.plan.frontier import Frontier
from scoring.plan.scored import made
from scoring.plan.search import Goal, least_demanding
from scoring.standing import AGES, spouse_counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scoring.plan.candidate import Candidate
    from scoring.plan.scored import Scored, Start
    from scoring.rules import Rules

Lost: TypeAlias = Callable[[Field], Callable[[float], float]]
"""For a way to start, the points lost while a set takes so many months."""

_NOMINATION = "provincial_nomination"
_RESHAPING = frozenset({"language_order", "couple"})
"""The groups that change what the others start from."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What was found for a target."""

    sets: tuple[tuple[Candidate, ...], ...]
    """The least demanding sets that reach it, those without a nomination first."""
    lasting: tuple[tuple[Candidate, ...], ...]
    """The least demanding sets that still reach it on the day they are done."""
    furthest: tuple[Candidate, ...] | None
    """The set that gets furthest, where none without a nomination reaches the target."""


def sets_to(target: int, at: Start, gaining: Sequence[Scored], every: Sequence[Scored]) -> Reached:
    """The least demanding sets that reach a target, without a nomination and with one.

    Args:
        target: the total to reach, above the current one.
        at: the person as they are.
        gaining: the candidates that gain something by themselves.
        every: these, and those that may gain beside others.
    """
    ways = _Ways(at, (gaining, every), Making(at))
    sets, lasting = _reaching(target, ways, (_nothing_lost, partial(_lost_by_age, at.rules)))
    furthest = None
    if all(any(map(_nominates, each)) for each in sets):
        fields = ways.without() if sets else ways.nominated() or ways.without()
        furthest = _furthest(fields, at.result.crs.total)
    return Reached(sets, lasting, furthest)


@dataclass(slots=True)
class _Ways:
    """Every way to start a set, made when it is asked for first."""

    at: Start
    pools: tuple[Sequence[Scored], Sequence[Scored]]
    """What sets are made of: what gains by itself, then everything."""
    making: Making
    _without: dict[int, list[Field]] = field(default_factory=dict)
    _nominated: dict[int, list[Field]] = field(default_factory=dict)

    def without(self, pool: int = 1) -> list[Field]:
        """The ways to start without a nomination."""
        if pool not in self._without:
            self._without[pool] = list(_fields(self.at, self.pools[pool], self.making))
        return self._without[pool]

    def nominated(self, pool: int = 1) -> list[Field]:
        """The ways to start with a nomination; none where there is one already."""
        if pool not in self._nominated:
            nominations = [each.candidate for each in self.pools[1] if _nominates(each.candidate)]
            self._nominated[pool] = [
                started
                for nomination in nominations
                for started in _nominated(self.at, self.without(pool), nomination)
            ]
        return self._nominated[pool]


def _reaching(
    target: int, ways: _Ways, meanings: Sequence[Lost]
) -> list[tuple[tuple[Candidate, ...], ...]]:
    """The least demanding sets: without a nomination, then those with one that these do not beat.

    Sets are made of the first pool of which any reaches the target. What it means to reach it is
    searched for together.
    """
    alone = [(Frontier(), lost) for lost in meanings]
    for pool in range(len(ways.pools)):
        _search(target, partial(ways.without, pool), [each for each in alone if not each[0].sets])
    either = [(Frontier(dict(found.sets)), lost) for found, lost in alone]
    left = either
    for pool in range(len(ways.pools)):
        _search(target, partial(ways.nominated, pool), left)
        left = [each for each in either if not each[0].sets]
    return [
        (
            *found.in_order(),
            *(each for each in both.in_order() if any(map(_nominates, each))),
        )
        for (found, _), (both, _) in zip(alone, either, strict=True)
    ]


def _search(
    target: int, fields: Callable[[], Iterable[Field]], into: Sequence[tuple[Frontier, Lost]]
) -> None:
    if into:
        for each in fields():
            least_demanding(each, target, [Goal(found, lost(each)) for found, lost in into])


def _furthest(fields: Sequence[Field], current: int) -> tuple[Candidate, ...]:
    """The least demanding of the sets with the greatest total."""
    most = current
    for each in fields:
        most = each.most(most)
    found = Frontier()
    _search(most, lambda: fields, [(found, _nothing_lost)])
    return found.in_order()[0]


def _fields(at: Start, pool: Sequence[Scored], making: Making) -> Iterator[Field]:
    """Every way to start: with and without what changes where the other actions start from."""
    reshaping = [each.candidate for each in pool if each.candidate.group in _RESHAPING]
    for before in (), *compatible(reshaping):
        _, profile = made(at, before)
        left = [each for each in pool if all(each.candidate.goes_with(done) for done in before)]
        yield Field(before, profile, at, Offer(profile, at, left, making))


def _nominated(at: Start, fields: Iterable[Field], nomination: Candidate) -> Iterator[Field]:
    """The same ways to start with a nomination besides, where that is possible."""
    for each in fields:
        if all(nomination.goes_with(done) for done in each.before):
            before = (nomination, *each.before)
            _, profile = made(at, before)
            yield Field(before, profile, at, each.offer)


def _nominates(candidate: Candidate) -> bool:
    return candidate.group == _NOMINATION


def _nothing_lost(_field: Field) -> Callable[[float], float]:
    return lambda _months: 0


def _lost_by_age(rules: Rules, searched: Field) -> Callable[[float], float]:
    """The points that age takes while a set is done; none where it gives."""
    profile = searched.profile
    birth = profile.birth_date
    crs = rules.crs
    points = (crs.with_spouse if spouse_counts(profile) else crs.without_spouse).age

    @cache
    def lost(months: float) -> float:
        if isinf(months):
            return inf
        if birth is None:
            return 0
        now, then = (
            points[min(completed_years(birth, day), AGES - 1)]
            for day in (rules.on, months_after(rules.on, int(months)))
        )
        return max(0, now - then)

    return lost
