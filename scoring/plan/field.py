"""Where sets are searched: one way to start, what each group offers then, and how far it leads."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING

from scoring.plan.parts import GROUPS_OF, PARTS, base, joined
from scoring.plan.weighed import Sums, sums

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from scoring.plan.bundle import Bundle
    from scoring.plan.bundles import Offer
    from scoring.plan.candidate import Candidate, Group
    from scoring.plan.frontier import Price
    from scoring.plan.parts import Joined, Part, Points
    from scoring.plan.scored import Start
    from scoring.plan.worth import Worth
    from scoring.profile import Profile

_CHEAP_FIRST: tuple[Part, ...] = ("work", "spouse", "languages")
"""Many a search ends before the last of these."""
_Total = Callable[["Worth"], int]


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


def _reaches(enough: int, _at: Price, total: int) -> bool:
    return total >= enough


def _chained(worths: Mapping[Group, Worth], groups: Iterable[Group]) -> Worth:
    return tuple(chain.from_iterable(worths[group] for group in groups))
