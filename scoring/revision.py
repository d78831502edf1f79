"""What a file of rounds changes in the record: rounds added, changed, confirmed, unchanged."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from scoring.feed import TIE_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scoring.feed import Feed, Row
    from scoring.record import Record
    from scoring.rounds import Round

_APART = ("number", "sources")
"""Not facts of the round itself."""


@dataclass(frozen=True, slots=True)
class Change:
    """A round of which the file tells other facts than were known."""

    old: Round
    new: Round

    def facts(self) -> Iterator[tuple[str, Any, Any]]:
        """Each field that differs: its name, the old and the new value."""
        for field in fields(self.new):
            before, after = getattr(self.old, field.name), getattr(self.new, field.name)
            if before != after and field.name not in _APART:
                yield field.name, before, after


@dataclass(frozen=True, slots=True)
class Revision:
    """All that a file changes; each in the order of the record."""

    added: tuple[Round, ...]
    changed: tuple[Change, ...]
    confirmed: tuple[Round, ...]
    """Known with the same facts, but not from IRCC's own file until now."""
    unchanged: int

    @property
    def rounds(self) -> tuple[Round, ...]:
        """What the record does not hold yet."""
        return (*self.added, *(each.new for each in self.changed), *self.confirmed)


def revise(record: Record, feed: Feed) -> Revision:
    """What a file changes in a record.

    What the file does not tell, or in a way that cannot be read, stays as it is known. Names stay
    as they are known, too, where the French file tells what the English one named already.
    """
    known = {each.number: each for each in record.rounds}
    told = record.with_(_beside(row, known) for row in feed.rows).rounds
    of_feed = {row.round.number for row in feed.rows}
    added, changed, confirmed, unchanged = [], [], [], 0
    for new in told:
        old = known.get(new.number)
        if old is None:
            added.append(new)
        elif any(Change(old, new).facts()):
            changed.append(Change(old, new))
        elif old != new:
            confirmed.append(new)
        elif new.number in of_feed:
            unchanged += 1
    return Revision(tuple(added), tuple(changed), tuple(confirmed), unchanged)


def _beside(row: Row, known: Mapping[str, Round]) -> Round:
    new, old = row.round, known.get(row.round.number)
    if old is None:
        return new
    if row.french and new.kind == old.kind:
        new = replace(new, name=old.name)
    if TIE_BREAK in row.unread:
        new = replace(new, tie_break=old.tie_break)
    return new if new.pool is not None else replace(new, pool=old.pool)
