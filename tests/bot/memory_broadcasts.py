"""Broadcasts without files, for the storage that has none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.incoming import can_be_written_to
from bot.storage.protocol import Recipient
from dialogs.broadcast import Broadcast

if TYPE_CHECKING:
    from concurrent.futures import Future

    from bot.storage.protocol import Fate
    from tests.bot.memory import MemoryStorage


class MemoryBroadcasts:
    """Keeps the newest broadcast, and who still has a turn."""

    def __init__(self, storage: MemoryStorage) -> None:
        self._storage = storage
        self._newest: Broadcast | None = None
        self.turns: list[str] = []
        """Those of the broadcast that is being sent who have not been recipients yet."""
        self.begun: dict[str, int | None] = {}
        """The recipients, and the number noted when theirs was begun."""

    def current(self) -> Future[Broadcast | None]:
        return self._storage.done(lambda: self._newest)

    def propose(self, number: int, text: str) -> Future[Broadcast]:
        def work() -> Broadcast:
            now = self._newest
            if now is None or (now.state != "sending" and now.number != number):
                now = self._newest = Broadcast(number, text, "asked", len(self._takers()))
            return now

        return self._storage.done(work)

    def start(self, number: int) -> Future[Broadcast | None]:
        def work() -> Broadcast | None:
            now = self._newest
            if now is not None and (now.number, now.state) == (number, "asked"):
                self.turns = list(self._storage.people)
                self._newest = replace(now, state="sending", people=len(self._takers()))
            return self._newest

        return self._storage.done(work)

    def end(self, number: int, *, early: bool) -> Future[Broadcast | None]:
        def work() -> Broadcast | None:
            now = self._newest
            if now is not None and now.number == number and now.state in ("asked", "sending"):
                self._newest = replace(now, state="stopped" if early else "done")
                self.begun.clear()
            return self._newest

        return self._storage.done(work)

    def recipients(self, most: int) -> Future[tuple[Recipient, ...]]:
        def work() -> tuple[Recipient, ...]:
            takers = self._takers()
            self.begun = {p: a for p, a in self.begun.items() if a is not None or p in takers}
            if not self.begun and self._newest is not None and self._newest.state == "sending":
                following = [person for person in self.turns if person in takers][:most]
                self.begun = dict.fromkeys(following)
                last = self.turns.index(following[-1]) + 1 if following else len(self.turns)
                self.turns = self.turns[last:]
            return tuple(map(self._recipient, self.begun))

        return self._storage.done(work)

    def begin(self, person: str, after: int) -> Future[bool]:
        def work() -> bool:
            if person not in self.begun or person not in self._takers():
                return False
            self.begun[person] = after
            return True

        return self._storage.done(work)

    def wait(self, person: str) -> Future[None]:
        def work() -> None:
            if person in self.begun:
                self.begun[person] = None

        return self._storage.done(work)

    def reached(self, number: int, person: str, fate: Fate) -> Future[None]:
        def work() -> None:
            self.begun.pop(person, None)
            now = self._newest
            if now is not None and now.number == number:
                counted = {fate: getattr(now, fate) + 1}
                self._newest = replace(now, **counted)

        return self._storage.done(work)

    def _recipient(self, person: str) -> Recipient:
        language = self._storage.people[person].language
        return Recipient(person, language, self.begun[person], self._storage.cards.get(person))

    def _takers(self) -> list[str]:
        return [
            person
            for person, known in self._storage.people.items()
            if known.news and not known.unreachable and can_be_written_to(person)
        ]
