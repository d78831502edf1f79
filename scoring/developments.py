"""What is new about Express Entry since it was last noted: rounds, corrected rounds, rules.

Each has a key. What was noted under it before tells whether it is new, and what it was; what is
long past when it becomes known is noted as history, and no news.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scoring.parameters.tree import tree
from scoring.rounds import FRESH, KIND_NAMED
from scoring.rules import BEGINNING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from scoring.parameters.tree import Entry
    from scoring.record import Record
    from scoring.rounds import Round, RoundKind

RULES_ARE_NEWS = timedelta(days=90)
"""For how long after its first day a change of the rules that becomes known is news."""
_ROUND, _RULES = "round ", "rules "


class RoundFacts(NamedTuple):
    """What of a round decides whether it would have invited somebody."""

    kind: RoundKind
    cutoff: int
    tie_break: datetime | date | None


@dataclass(frozen=True, slots=True)
class Development:
    """One thing as it is noted."""

    key: str
    """``"round 448"``, or ``"rules 2025-03-25"``: those that began on a day."""
    on: date
    """The day of the round, or the first day of the rules."""
    facts: str
    """The facts of a round, as text; of rules, how many parameters changed."""
    news: bool
    """Whether people are told; else it is history."""
    number: int = 0
    """Counts up as they are noted; 0 before."""

    @property
    def round(self) -> str | None:
        """The number of the round; None for rules."""
        return self.key.removeprefix(_ROUND) if self.key.startswith(_ROUND) else None


def developments(
    record: Record, today: date, noted: Mapping[str, str], quiet_until: date | None
) -> list[Development]:
    """All that is not noted yet, or with other facts.

    Args:
        record: the rounds that are known.
        today: what is later is left for its day.
        noted: the facts that were noted last, by key. Where nothing was, all is history.
        quiet_until: what was held by that day is history; None for no such day.
    """
    found = (*_rounds(record, today), *_rules(today))
    quiet = date.min if quiet_until is None else quiet_until
    return [
        Development(key, on, facts, news=bool(noted) and on > max(quiet, today - recent))
        for key, on, facts, recent in found
        if noted.get(key) != facts
    ]


def facts_told(text: str) -> RoundFacts:
    """The facts of a round as they were noted."""
    kind, cutoff, tie_break = text.split(" ")
    moment = datetime.fromisoformat if "T" in tie_break else date.fromisoformat
    return RoundFacts(
        KIND_NAMED.get(kind, "other"), int(cutoff), moment(tie_break) if tie_break else None
    )


class Unheard(NamedTuple):
    """What somebody has not been told of."""

    rounds: Mapping[str, RoundFacts | None]
    """By the number of each round, what was known of it before; None where it is new."""
    rules: tuple[date, ...]
    """The first days of rules."""

    def __bool__(self) -> bool:
        return bool(self.rounds or self.rules)


def unheard(noted: Iterable[Development], heard: int) -> Unheard:
    """What is news after the development with this number; ``noted`` in their order.

    A round that was noted again with the facts it had is no news.
    """
    before: dict[str, str] = {}
    after: dict[str, Development] = {}
    for each in noted:
        if each.number <= heard:
            before[each.key] = each.facts
        elif each.news or each.key in after:
            after[each.key] = each
    news = [each for key, each in after.items() if before.get(key) != each.facts]
    return Unheard(
        {
            each.round: facts_told(before[each.key]) if each.key in before else None
            for each in news
            if each.round is not None
        },
        tuple(sorted({each.on for each in news if each.round is None})),
    )


def latest_news(noted: Iterable[Development]) -> int:
    """The number of the newest that people are told of; 0 where there is none."""
    return max((each.number for each in noted if each.news), default=0)


def _rounds(record: Record, today: date) -> Iterator[tuple[str, date, str, timedelta]]:
    for held in record.until(today):
        yield f"{_ROUND}{held.number}", held.on, _facts(held), FRESH


def _facts(held: Round) -> str:
    tie_break = "" if held.tie_break is None else held.tie_break.isoformat()
    return f"{held.kind} {held.cutoff} {tie_break}"


def _rules(today: date) -> Iterator[tuple[str, date, str, timedelta]]:
    for since, count in _changes().items():
        if since <= today:
            yield f"{_RULES}{since}", since, str(count), RULES_ARE_NEWS


@cache
def _changes() -> Mapping[date, int]:
    """The days on which parameters changed, and how many did."""
    parameters = tree().parameters.values()
    days = (entry.since for parameter in parameters for entry in parameter.entries)
    return Counter(sorted(day for day in days if day > BEGINNING))


def began(day: date) -> tuple[Entry, ...]:
    """The values of all parameters that began on a day."""
    parameters = tree().parameters.values()
    return tuple(e for parameter in parameters for e in parameter.entries if e.since == day)
