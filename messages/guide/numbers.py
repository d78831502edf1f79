"""What the texts of the guide read: numbers of the law on a day, events, categories, rounds.

Each function is called by its name in a text. What is read is remembered, so that an answer can
say as of when it is known: by the oldest day on which any of it was last seen in force, yet not
before the newest thing that it tells.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from scoring.categories import Category, categories_on
from scoring.law_events import law_events
from scoring.occupations import occupations
from scoring.parameters.tree import Entry, ParameterError, tree
from scoring.rounds import FRESH, QUIET, ROUND_KINDS
from scoring.vocabulary import ABILITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from dialogs.conversation import Language
    from scoring.bands import Pool
    from scoring.record import Record
    from scoring.rounds import Round, RoundKind


_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Known:
    """A number that may be older than what stands beside it in the same file."""

    value: Any
    since: date


class Numbers:
    """The functions, for one answer in one language on one day."""

    def __init__(self, on: date, language: Language, record: Record) -> None:
        self._on = on
        self._language = language
        self._record = record
        self.checked: set[date] = set()
        """When each thing that was read was last seen in force."""
        self.told: set[date] = set()
        """The days of what is told to have happened by now."""

    def as_of(self, checked: date | None) -> date | None:
        """Since when all that was read is known; None where nothing was.

        Args:
            checked: when what is said beside it was last seen to be so.
        """
        seen = self.checked if checked is None else self.checked | {checked}
        return max(min(seen), *self.told) if seen and self.told else min(seen, default=None)

    @property
    def functions(self) -> Mapping[str, Callable[..., Any]]:
        """Every function by the name that texts call it by."""
        own = (
            self.value,
            self.since,
            self.confirmed,
            self.latest,
            self.fixed,
            self.typical,
            self.steps,
            self.scores,
            self.event,
            self.until,
            self.categories,
            self.category,
            self.codes,
            self.occupations,
            self.occupation,
            self.last_round,
            self.last_rounds,
            self.rounds_of_a_year,
            self.kinds_of_a_year,
            self.last_of_each_kind,
            self.rounds_known_until,
            self.rounds_are_old,
            self.quiet,
            self.pool,
        )
        return {function.__name__: function for function in own}

    def read(self, parameter: str) -> None:
        """Remembers that an answer rests on a parameter."""
        self._entry(parameter)

    def value(self, parameter: str, *path: str | int) -> Any:
        """A value in force, ``value("fees", "principal")``; deeper ones by the keys on the way."""
        found: Any = self._entry(parameter).data
        for key in path:
            try:
                found = found[key]
            except (KeyError, IndexError, TypeError):
                mend = f"is missing in the values of {self._on}; a text of the guide reads it"
                raise ParameterError(f"{parameter}.toml", str(key), mend) from None
        return found

    def since(self, parameter: str) -> date:
        """The day since which the values in force hold."""
        since = self._entry(parameter).since
        self._tells(since)
        return since

    def confirmed(self, parameter: str) -> bool:
        """Whether the values in force are certain."""
        return self._entry(parameter).confirmed

    def latest(self, parameter: str, key: str) -> Known:
        """The newest value known under a key, which the values in force may leave out."""
        known = tree().parameters[parameter].entries
        for entry in reversed(known):
            if entry.since <= self._on and key in entry.data:
                self.checked.add(entry.checked)
                return Known(entry.data[key], entry.since)
        raise ParameterError(f"{parameter}.toml", key, f"is not known by {self._on}")

    def fixed(self, parameter: str, *path: str) -> Any:
        """A value that has no date, such as the scores a test can give."""
        found: Any = tree().parameters[parameter].fixed
        for key in path:
            found = found[key]
        return found

    def typical(self, file: str, key: str) -> Any:
        """What an action typically costs or takes: an estimate, the first one on earlier days."""
        parameter = tree().parameters[f"actions/{file}"]
        entry = parameter.on(self._on) or parameter.entries[0]
        self.checked.add(entry.checked)
        return entry.value(key)

    def steps(self, parameter: str, *path: str) -> list[int]:
        """Where each step of a table begins, in its order: 0, 7 and 9 of "0-6", "7-8" and "9+"."""
        table = self.value(parameter, *path)
        return [int(step.rstrip("+").partition("-")[0]) for step in table]

    def scores(self, test: str, level: int | str) -> list[float]:
        """The lowest score of each ability that reaches a level, in the order of tests."""
        return [
            self.value(f"language/{test}", "levels", ability, str(level)) for ability in ABILITIES
        ]

    def event(self, id_: str, number: str | None = None) -> Any:
        """The day of an event, or one of its numbers."""
        event = law_events()[id_]
        self.checked.add(event.checked)
        self._tells(event.on)
        return event.on if number is None else event.value(number)

    def until(self, id_: str) -> date:
        """The last day of an event that ended."""
        event = law_events()[id_]
        self.checked.add(event.checked)
        if event.until is None:
            raise ParameterError("events.toml", f"{id_}.until", "is missing; add it")
        self._tells(event.until)
        return event.until

    def categories(self) -> list[Category]:
        """All categories of the day."""
        found = list(categories_on(self._on).values())
        self.checked.update(each.checked for each in found)
        return found

    def category(self, id_: str) -> Category | None:
        """A category as it is on the day; None where there is none."""
        found = next((each for each in categories_on(self._on).values() if each.id == id_), None)
        if found is not None:
            self.checked.add(found.checked)
        return found

    def codes(self, id_: str) -> list[str]:
        """The unit groups of a category, in order; none where there is no such category."""
        found = self.category(id_)
        return [] if found is None else sorted(found.occupations)

    def occupations(self, id_: str) -> list[str]:
        """The same with their titles: "21220 Cybersecurity specialists"."""
        return [f"{code} {self.occupation(code)}" for code in self.codes(id_)]

    def occupation(self, code: str) -> str:
        """The title of a unit group."""
        return occupations()[code].title(self._language)

    def last_round(self, kind: RoundKind) -> Round | None:
        """The last round of a kind that is known; None before the first."""
        self.rounds_known_until()
        return self._record.latest(kind, self._on)

    def last_rounds(self, count: int) -> tuple[Round, ...]:
        """The last rounds that are known, newest first."""
        self.rounds_known_until()
        return tuple(reversed(self._record.until(self._on)))[:count]

    def rounds_of_a_year(self) -> tuple[Round, ...]:
        """Those of the year that ends with the newest known, oldest first."""
        newest = self.rounds_known_until()
        if newest is None:
            return ()
        return tuple(each for each in self._record.until(self._on) if each.on > newest - _YEAR)

    def kinds_of_a_year(self) -> list[tuple[RoundKind, int]]:
        """How often each kind was held in that year, the most frequent first."""
        return Counter(each.kind for each in self.rounds_of_a_year()).most_common()

    def last_of_each_kind(self) -> list[Round]:
        """The last round of each kind that is still held, newest first."""
        held = (self.last_round(kind) for kind in ROUND_KINDS if not self.quiet(kind))
        return sorted(filter(None, held), key=attrgetter("on"), reverse=True)

    def rounds_known_until(self) -> date | None:
        """The day of the newest round known; None before the first."""
        newest = self._record.known_until(self._on)
        if newest is not None:
            self.checked.add(newest)
            self._tells(newest)
        return newest

    def rounds_are_old(self) -> bool:
        """Whether there will have been newer rounds than those known."""
        newest = self.rounds_known_until()
        return newest is None or self._on - newest > FRESH

    def quiet(self, kind: RoundKind) -> bool:
        """Whether the last round of a kind is so long past that there may be none any more."""
        last = self.last_round(kind)
        return last is None or self._on - last.on > QUIET

    def pool(self) -> Pool | None:
        """The newest count of the pool that is known; None before the first."""
        counted = self._record.pool(self._on)
        if counted is not None:
            self.checked.add(counted.on)
        return counted

    def _tells(self, day: date) -> None:
        if day <= self._on:
            self.told.add(day)

    def _entry(self, parameter: str) -> Entry:
        known = tree().parameters.get(parameter)
        entry = None if known is None else known.on(self._on)
        if entry is None:
            mend = f"has no values on {self._on}; a text of the guide reads it"
            raise ParameterError(f"{parameter}.toml", "values", mend)
        self.checked.add(entry.checked)
        return entry
