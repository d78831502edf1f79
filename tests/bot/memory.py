"""A storage without files: the second implementation of the contract, and a quick stand-in."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import Future
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from bot.capture import Capture
from bot.storage.protocol import FARTHEST, Decide, Delivery, Handled
from dialogs.headcount import UNKNOWN_PROGRESS, Headcount
from scoring.record import Record
from scoring.revision import revise
from tests.bot.memory_alerts import MemoryAlerts
from tests.bot.memory_broadcasts import MemoryBroadcasts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from dialogs.conversation import Conversation
    from scoring.feed import Feed
    from scoring.revision import Revision
    from scoring.rounds import Round

T = TypeVar("T")


class MemoryStorage:
    """Keeps everything in dictionaries; its futures are done at once."""

    def __init__(self) -> None:
        self.people: dict[str, Conversation] = {}
        self.cards: dict[str, int] = {}
        self.outbox: dict[int, tuple[int, Delivery]] = {}
        self.updates: set[int] = set()
        self.moments: dict[str, datetime] = {}
        self.rounds: dict[str, Round] = {}
        self.progress: dict[str, str] = {}
        self.broadcasts = MemoryBroadcasts(self)
        self.alerts = MemoryAlerts(self)
        self._posted = 0

    def handle(
        self,
        person: str,
        decide: Decide,
        *,
        on: date,
        update: int | None = None,
        origin: int | None = None,
    ) -> Future[Handled]:
        def work() -> Handled:
            if update is not None and update in self.updates:
                unsent = (self._current(d) for key, d in self.outbox.values() if key == update)
                gone = person not in self.people
                return Handled(tuple(unsent), repeated=True, forgotten=gone)
            decision = decide(self.people.get(person))
            if update is not None:
                self.updates.add(update)
            card = self.cards.get(person)
            replies = [Delivery(person, m, None, origin, card) for m in decision.messages]
            if decision.conversation is None:
                self._erase(person)
                return Handled(tuple(replies), forgotten=True)
            self.people[person] = decision.conversation
            self.alerts.watch(person)
            if decision.progress is not None:
                self.progress[person] = decision.progress
            self.moments.pop(person, None)
            if decision.due is not None:
                self.moments[person] = decision.due
            if update is not None:
                replies = [self._post(reply, update) for reply in replies]
            return Handled(tuple(replies), language=decision.conversation.language)

        return self.done(work)

    def sent(self, delivery: Delivery, *, card: int | None = None) -> Future[None]:
        def work() -> None:
            self.outbox.pop(delivery.number or 0, None)
            if card is not None and delivery.person in self.people:
                self.cards[delivery.person] = card

        return self.done(work)

    def pending(self) -> Future[tuple[Delivery, ...]]:
        return self.done(lambda: tuple(self._current(d) for _, d in self.outbox.values()))

    def due(self, now: datetime, most: int) -> Future[tuple[str, ...]]:
        def work() -> tuple[str, ...]:
            waiting = sorted((moment, person) for person, moment in self.moments.items())
            come = [person for moment, person in waiting if moment <= now]
            come += [person for moment, person in waiting if moment > now + FARTHEST]
            return tuple(come[:most])

        return self.done(work)

    def next_due(self) -> Future[datetime | None]:
        return self.done(lambda: min(self.moments.values(), default=None))

    def headcount(self, today: date) -> Future[Headcount]:
        def work() -> Headcount:
            people = self.people.values()
            heard = [date.fromisoformat(each.heard_on) for each in people if each.heard_on]
            return Headcount(
                people=len(people),
                active_day=sum(today - day < timedelta(days=1) for day in heard),
                active_week=sum(today - day < timedelta(days=7) for day in heard),
                active_month=sum(today - day < timedelta(days=30) for day in heard),
                progress=Counter(self.progress.get(key, UNKNOWN_PROGRESS) for key in self.people),
                languages=Counter(each.language for each in people),
                alerts=sum(each.alerts for each in people),
                watching=sum(bool(each.told_of) and not each.unreachable for each in people),
            )

        return self.done(work)

    def record(self) -> Record:
        return Record.shipped().with_(self.rounds.values())

    def take_rounds(self, feed: Feed) -> Future[Revision]:
        def work() -> Revision:
            revision = revise(self.record(), feed)
            self.rounds.update((each.number, each) for each in revision.rounds)
            return revision

        return self.done(work)

    def forget(self, person: str) -> Future[None]:
        return self.done(lambda: self._erase(person))

    @staticmethod
    def done(work: Callable[[], T]) -> Future[T]:
        """What the work gives, as a future."""
        future: Future[T] = Future()
        with Capture() as captured:
            future.set_result(work())
        if captured.error is not None:
            future.set_exception(captured.error)
        return future

    def close(self) -> None:
        pass

    def _post(self, delivery: Delivery, update: int) -> Delivery:
        self._posted += 1
        posted = replace(delivery, number=self._posted)
        self.outbox[self._posted] = (update, posted)
        return posted

    def _current(self, delivery: Delivery) -> Delivery:
        return replace(delivery, card=self.cards.get(delivery.person))

    def _erase(self, person: str) -> None:
        self.people.pop(person, None)
        self.progress.pop(person, None)
        self.broadcasts.begun.pop(person, None)
        self.alerts.forget(person)
        self.broadcasts.turns = [turn for turn in self.broadcasts.turns if turn != person]
        self.moments.pop(person, None)
        self.cards.pop(person, None)
        self.outbox = {n: kept for n, kept in self.outbox.items() if kept[1].person != person}
