"""The chance of an invitation within some months: what followed similar situations of the record.

For one kind of round, the earlier situations of the record (``scoring.situations``) are looked up,
those of the kind itself and, together as few of these, those of all others; each counts by how
much it is like today's. The chance is the share of them in which somebody would have been invited
who was as far above or below the last cut-off. So it holds both how often rounds come, or stop,
and how cut-offs move. Nothing here is drawn at random.

What follows from no record: changes of the rules, and whether a category goes on.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import accumulate
from math import inf
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from scoring.calendar import months_after
from scoring.forecast import HORIZONS, REACH, method, proven
from scoring.past_rounds import day_of
from scoring.rounds import QUIET
from scoring.situations import held, situation, situations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scoring.forecast import Method
    from scoring.record import Record
    from scoring.rounds import Round, RoundKind
    from scoring.situations import Held, Situation
    from scoring.timeline import Timeline

FORGOTTEN = timedelta(days=365)
"""How long without a round of a kind until nothing is foretold of it any more."""


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely an invitation is within some months."""

    months: int
    probability: float
    """From 0 to 1."""
    situations: int
    """Earlier situations of the same kind of round that were looked at."""
    others: int
    """Those of other kinds."""
    proven: bool
    """Whether the backtest had it better than every baseline, as far below the last cut-off as
    this: show no other."""
    at_least: bool = False
    """Whether it is that of the highest total tested, so that the person's may be higher."""

    @property
    def of_ten(self) -> int:
        """In how many of ten similar situations, from 0 to 10."""
        return int(self.probability * 10 + 0.5)


class Step(NamedTuple):
    """A total from a day on. 0 is a day on which somebody cannot be invited."""

    since: date
    total: int


class _Window(NamedTuple):
    """What followed a situation, in the days that count."""

    situation: Situation
    first: int
    """The first of the rounds that followed which counts."""
    end: int
    """The first one that is too late."""
    least: float
    """The least change of the cut-off; infinite where no round followed."""


@dataclass(frozen=True, slots=True, eq=False)
class _Ahead:
    """What followed all situations, some months ahead, as it counts for one kind of round."""

    months: int
    windows: tuple[_Window, ...]
    """By their least change."""
    weights: Sequence[float]
    """Of each of them; they add up to 1."""
    sums: Sequence[float]
    """Of the first none, one, two and so on of them together."""
    situations: int
    others: int

    def share(self, person: _Person) -> float:
        """The share of them with an invitation."""
        certain = bisect_left(self.windows, min(person.above), key=attrgetter("least"))
        possible = bisect_right(self.windows, max(person.above), key=attrgetter("least"))
        unsure = (at for at in range(certain, possible) if person.invited(self.windows[at]))
        return min(self.sums[certain] + sum(self.weights[at] for at in unsure), 1.0)


@dataclass(frozen=True, slots=True, eq=False)
class Outlook:
    """A kind of round on a day, with what followed similar situations; for any number of people."""

    kind: RoundKind
    on: date
    last: Round
    known_until: date
    """The day of the newest round known, of whatever kind; the record says nothing beyond."""
    ahead: tuple[_Ahead, ...]
    """None for months that the record is too short for."""

    def chances(
        self, path: Sequence[Step], in_pool_since: date | datetime | None = None
    ) -> list[Chance]:
        """How likely somebody is invited, for each number of months.

        ``path`` is their total from ``on`` onwards, oldest first, one step at least;
        ``in_pool_since`` when their profile was submitted, which is ``on`` where it is not told.
        The chance never falls with a higher total, nor with more months. Further above the last
        cut-off than was tested, it is that of the highest total tested; whoever stays further
        below has none that is proven.
        """
        person = self._person(path, day_of(in_pool_since or self.on))
        found: list[Chance] = []
        for each in self.ahead:
            least = found[-1].probability if found else 0.0
            share = max(each.share(person), least)
            best = self._best(person, each.months)
            trusted = proven(self.kind, each.months) and best >= -REACH
            counted = each.situations, each.others
            found.append(Chance(each.months, share, *counted, trusted, best >= REACH))
        return found

    def _person(self, path: Sequence[Step], since: date) -> _Person:
        start = self.known_until
        days = [(step.since - start).days for step in path]
        above = [min(step.total - self.last.cutoff, REACH) for step in path]
        first = max(bisect_right(days, (self.on - start).days) - 1, 0)
        return _Person(days[first:], above[first:], (start - since).days)

    def _best(self, person: _Person, months: int) -> int:
        """The points above the last cut-off, at best within these months."""
        end = (months_after(self.on, months) - self.known_until).days
        return max(person.above[: max(bisect_left(person.days, end), 1)])


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody against the last cut-off; days are counted from the newest round known."""

    days: list[int]
    above: list[int]
    """Points above the last cut-off from each of the days on."""
    waited: int
    """Days in the pool by then, negative where the profile came later."""

    def invited(self, window: _Window) -> bool:
        """Whether one of the rounds of a window reaches down to them."""
        rounds = range(window.first, window.end)
        return any(self._reached(window.situation, each) for each in rounds)

    def _reached(self, situation: Situation, each: int) -> bool:
        day, change = situation.offsets[each], situation.changes[each]
        above = self.above[max(bisect_right(self.days, day) - 1, 0)]
        waited = self.waited + day >= situation.lags[each]
        return change < above or (change == above and waited)


def outlook(
    record: Record, kind: RoundKind, on: date, constants: Method | None = None
) -> Outlook | None:
    """What the record up to a day says of a kind of round.

    None before the first round of the kind, after a year without one, and when no round of any
    kind has been known of for half a year. What came after the day is not looked at.
    """
    last, known = record.latest(kind, on), record.known_until(on)
    if last is None or known is None:
        return None
    if on - known > QUIET or known - last.on > FORGOTTEN:
        return None
    ahead = _ahead(held(record.rounds), kind, known, on, constants or method())
    return Outlook(kind, on, last, known, ahead)


def chances(
    record: Record,
    kind: RoundKind,
    on: date,
    path: Sequence[Step],
    in_pool_since: date | datetime | None = None,
) -> list[Chance]:
    """How likely somebody is invited in a kind of round within 3, 6 and 12 months.

    Empty where the record says nothing of the kind, or not of so many months; see ``outlook``.
    """
    seen = outlook(record, kind, on)
    return [] if seen is None else seen.chances(path, in_pool_since)


def path_of(timeline: Timeline) -> list[Step]:
    """The totals of a timeline, as ``chances`` takes them."""
    later = (Step(event.on, event.total) for event in timeline.events)
    return [Step(timeline.on, timeline.current), *later]


@lru_cache(maxsize=32)
def _ahead(
    rounds: tuple[Held, ...], kind: RoundKind, known: date, on: date, constants: Method
) -> tuple[_Ahead, ...]:
    """What followed the situations before the newest round known."""
    now = situation([each for each in rounds if each.kind == kind], known.toordinal())
    if now is None:
        return ()
    earlier = [each for each in situations(rounds) if each.day < now.day]
    likeness = {each: each.likeness(now, constants) for each in earlier}
    windows = zip(HORIZONS, _windows(rounds, known, on), strict=True)
    return tuple(
        _weighed(months, past, kind, likeness, constants.others_count)
        for months, past in windows
        if past
    )


@lru_cache(maxsize=4)
def _windows(rounds: tuple[Held, ...], known: date, on: date) -> tuple[tuple[_Window, ...], ...]:
    """For each number of months, what followed the situations that are as long past.

    It is the same for every kind of round, and by far the most work of a day.
    """
    now, gap = known.toordinal(), (on - known).days
    found = []
    for months in HORIZONS:
        end = gap + (months_after(on, months) - on).days
        past = (_window(each, gap, end) for each in situations(rounds) if each.day + end <= now)
        found.append(tuple(sorted(past, key=attrgetter("least"))))
    return tuple(found)


def _window(each: Situation, after: int, until: int) -> _Window:
    first, end = bisect_right(each.offsets, after), bisect_right(each.offsets, until)
    return _Window(each, first, end, min(each.changes[first:end], default=inf))


def _weighed(
    months: int,
    windows: tuple[_Window, ...],
    kind: RoundKind,
    likeness: Mapping[Situation, float],
    others_count: float,
) -> _Ahead:
    """The windows with their weights for a kind; those of other kinds weigh as their count says."""
    likenesses = [(likeness[each.situation], each.situation.kind == kind) for each in windows]
    same = [alike for alike, own in likenesses if own]
    others = sum(alike for alike, own in likenesses if not own)
    count = others_count if len(same) < len(windows) else 0.0
    whole = sum(same) + count
    weights = [alike / whole * (1 if own else count / others) for alike, own in likenesses]
    # Plain numbers: as objects they would take four times the memory.
    kept = array("d", weights)
    sums = array("d", accumulate(weights, initial=0.0))
    return _Ahead(months, windows, kept, sums, len(same), len(windows) - len(same))
