"""The record: every round of invitations and every count of the pool that is known."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

from scoring.bands import counted_pools
from scoring.rounds import QUIET, all_rounds

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from scoring.bands import Pool
    from scoring.rounds import Round, RoundKind


@dataclass(frozen=True, slots=True)
class Record:
    """All that is known of the rounds held so far. Empty where nothing is."""

    rounds: tuple[Round, ...] = ()
    """Oldest first, those of one day by their number."""
    pools: tuple[Pool, ...] = ()
    """Counts of the pool by day, oldest first; also those that came with no round."""

    @staticmethod
    def shipped() -> Record:
        """The project's own files."""
        return _shipped()

    def with_(self, rounds: Iterable[Round]) -> Record:
        """The same with further rounds, and the counts that came with them.

        A round takes the place of the one of the same number, unless that was read in IRCC's own
        file and the new one was not. Of counts of the same day the new one holds, likewise.
        """
        known = {each.number: each for each in self.rounds}
        counts = {each.on: each for each in self.pools}
        for new in rounds:
            old = known.get(new.number)
            if old is not None and old.official and not new.official:
                continue
            known[new.number] = new
            if new.pool is not None:
                counts[new.pool.on] = new.pool
        return Record(
            tuple(sorted(known.values(), key=_order)),
            tuple(sorted(counts.values(), key=attrgetter("on"))),
        )

    def until(self, on: date) -> tuple[Round, ...]:
        """The rounds held up to and on a day, oldest first."""
        return self.rounds[: bisect_right(self.rounds, on, key=attrgetter("on"))]

    def latest(self, kind: RoundKind, on: date) -> Round | None:
        """The last round of a kind up to and on a day; None before the first."""
        return next((each for each in reversed(self.until(on)) if each.kind == kind), None)

    def is_quiet(self, kind: RoundKind, on: date) -> bool:
        """Whether no round of a kind is known of for long, on a day.

        Days since the newest round known, of whatever kind, are no silence: nothing is known of
        them.
        """
        last, known = self.latest(kind, on), self.known_until(on)
        return last is None or known is None or known - last.on > QUIET

    def known_until(self, on: date) -> date | None:
        """The day of the newest round known on a day, of whatever kind; None before the first."""
        held = self.until(on)
        return held[-1].on if held else None

    def pool(self, on: date) -> Pool | None:
        """The newest count of the pool up to and on a day; None before the first.

        It was published with a round some days later.
        """
        counted = self.pools[: bisect_right(self.pools, on, key=attrgetter("on"))]
        return counted[-1] if counted else None


@cache
def _shipped() -> Record:
    return Record(all_rounds(), counted_pools())


def _order(held: Round) -> tuple[date, int, str]:
    """By day, then by number: 91a before 91b, 99 before 100."""
    digits = "".join(takewhile(str.isdecimal, held.number))
    return held.on, int(digits or 0), held.number
