"""Alerts without files, for the storage that has none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.incoming import can_be_written_to
from bot.storage.alerts import FARTHEST
from bot.storage.protocol import Begun, Subscriber
from scoring.developments import Development, developments

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future
    from datetime import date, datetime

    from scoring.record import Record
    from tests.bot.memory import MemoryStorage


class MemoryAlerts:
    """Keeps what was noted, and who has heard how far."""

    def __init__(self, storage: MemoryStorage) -> None:
        self._storage = storage
        self.noted: list[Development] = []
        self.heard_of: dict[str, int] = {}
        """Those who want to be told, and the number of what they heard of last."""
        self._begun: dict[str, tuple[int, int]] = {}
        self._put_off: dict[str, datetime] = {}
        self._last_message = 0

    def watch(self, person: str) -> None:
        """After somebody's state was kept."""
        known = self._storage.people[person]
        if not (known.told_of and not known.unreachable and can_be_written_to(person)):
            self.heard_of.pop(person, None)
        elif person not in self.heard_of:
            self.heard_of[person] = len(self.noted)

    def forget(self, person: str) -> None:
        """After somebody left."""
        self.heard_of.pop(person, None)
        self._begun.pop(person, None)

    def note(self, record: Record, today: date) -> Future[tuple[Development, ...]]:
        def work() -> tuple[Development, ...]:
            facts = {each.key: each.facts for each in self.noted}
            for each in developments(record, today, facts, None):
                self.noted.append(replace(each, number=len(self.noted) + 1))
            return tuple(self.noted)

        return self._storage.done(work)

    def waiting(self, newest: int, now: datetime, most: int) -> Future[tuple[Subscriber, ...]]:
        def work() -> tuple[Subscriber, ...]:
            waiting = [
                Subscriber(person, self._storage.people[person], heard, self._card(person))
                for person, heard in self.heard_of.items()
                if heard < newest
                and person not in self._begun
                and not now < self._put_off.get(person, now) <= now + FARTHEST
            ]
            return tuple(waiting[:most])

        return self._storage.done(work)

    def begun(self) -> Future[tuple[Begun, ...]]:
        def work() -> tuple[Begun, ...]:
            return tuple(
                Begun(person, self._storage.people[person].language, *known, self._card(person))
                for person, known in self._begun.items()
            )

        return self._storage.done(work)

    def begin(self, subscriber: Subscriber, after: int, until: int) -> Future[bool]:
        def work() -> bool:
            if self.heard_of.get(subscriber.person) != subscriber.heard_of:
                return False
            self._begun[subscriber.person] = after, until
            return True

        return self._storage.done(work)

    def wait(self, person: str) -> Future[None]:
        def work() -> None:
            self._begun.pop(person, None)

        return self._storage.done(work)

    def heard(self, people: Sequence[str], until: int, message: int = 0) -> Future[None]:
        def work() -> None:
            self._last_message = max(message, self._last_message)
            for person in people:
                self._begun.pop(person, None)
                self._put_off.pop(person, None)
                if person in self.heard_of:
                    self.heard_of[person] = max(until, self.heard_of[person])

        return self._storage.done(work)

    def put_off(self, person: str, until: datetime) -> Future[None]:
        def work() -> None:
            self._put_off[person] = until

        return self._storage.done(work)

    def last_message(self, number: int) -> Future[int]:
        def work() -> int:
            self._last_message = max(number, self._last_message)
            return self._last_message

        return self._storage.done(work)

    def _card(self, person: str) -> int | None:
        return self._storage.cards.get(person)
