"""Tells people of new rounds and rules: whoever asked for it, once, by day where they live.

Several times a minute it looks whether the record or the rules have anything that is not noted.
Everybody who wants alerts is then compared with what they have not heard, one by one and with
pauses, so that people who chat do not wait for it.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING

import structlog

from bot.awaited import awaited
from bot.errors import StorageError
from bot.telegram.once import Letter, OnceSender
from messages.alerting import alert_buttons
from messages.message import Message
from messages.words import words
from scoring.developments import latest_news, unheard

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Future
    from datetime import date

    from bot.service import Service
    from bot.storage.protocol import Alerts, Fate, Subscriber
    from bot.telegram.api import Api
    from bot.telegram.courier import Courier
    from bot.telegram.pace import Pace
    from scoring.developments import Development, Unheard
    from scoring.record import Record

logger = structlog.get_logger("bot.telegram.alerter")

LOOK_SECONDS = 15.0
"""Another process may have imported rounds, and somebody's morning may have come."""
AFTER_TROUBLE = 30.0
_BATCH = 50
_AFTER_A_CRASH, _AFTER_A_FAILURE = 20, 5
"""How many answers to people may have got their numbers beyond the newest that is known, while the
alerts were sent whose arrival is in doubt."""


class Alerter:
    """Looks for what is new, and sends it; goes on after a restart where it was."""

    def __init__(self, api: Api, service: Service, courier: Courier, pace: Pace) -> None:
        self._api = api
        self._service = service
        self._storage = service.storage.alerts
        self._courier = courier
        self._sender = OnceSender(api, courier, pace, service.unreachable, "alert")
        self._noted: tuple[Development, ...] = ()
        self._noted_of: tuple[Record, date] | None = None
        self._unheard: dict[int, Unheard] = {}
        """What is new, by the development that somebody heard of last."""

    async def keep(self) -> None:
        """Tell whatever is to be told, until cancelled."""
        while True:
            pause = AFTER_TROUBLE
            try:
                await self.look()
                pause = LOOK_SECONDS
            except StorageError as error:
                logger.warning("alerts_wait", reason=str(error))
            except Exception:
                logger.exception("alerts_failed")
            await asyncio.sleep(pause)

    async def look(self) -> Counter[str]:
        """Note what is new and tell everybody whose turn it is; what became of the messages."""
        fates: Counter[str] = Counter()
        await self._note()
        newest = latest_news(self._noted)
        if not newest:
            return fates
        kept = await awaited(self._storage.last_message(self._api.newest))
        self._api.newest = max(self._api.newest, kept)
        await self._settle(fates, _AFTER_A_CRASH)
        checked = 0
        while people := await self._waiting(newest):
            await self._courier.room()
            letters = await self._compare(people, newest)
            checked += len(people)
            if letters:
                await self._sender.send(letters, self._ledger(people, newest, fates))
            if self._sender.failed:
                await self._settle(fates, _AFTER_A_FAILURE)
        if checked:
            logger.info("alerts_told", checked=checked, **fates)
        return fates

    async def _note(self) -> None:
        """Note what is new, if there may be anything."""
        now = self._service.storage.record(), self._service.today()
        if self._noted_of is None or now[0] is not self._noted_of[0] or now[1] != self._noted_of[1]:
            self._noted = await awaited(self._storage.note(*now))
            self._noted_of = now
            self._unheard = {}

    async def _waiting(self, newest: int) -> tuple[Subscriber, ...]:
        now = self._service.clock()
        return await awaited(self._storage.waiting(newest, now, _BATCH))

    async def _compare(self, people: Iterable[Subscriber], newest: int) -> list[Letter]:
        """What there is to tell these people now; of the others it is noted that there is not."""
        letters, nothing = [], []
        for each in people:
            began = asyncio.get_running_loop().time()
            told = self._service.alert(each.person, each.known, self._news_after(each.heard_of))
            if isinstance(told, Message):
                letters.append(Letter(each.person, told, each.card))
            elif isinstance(told, datetime):
                await awaited(self._storage.put_off(each.person, told))
            else:
                nothing.append(each.person)
            # As long for the others as this took.
            await asyncio.sleep(asyncio.get_running_loop().time() - began)
        if nothing:
            await awaited(self._storage.heard(nothing, newest))
        return letters

    def _news_after(self, heard_of: int) -> Unheard:
        known = self._unheard.get(heard_of)
        if known is None:
            known = self._unheard[heard_of] = unheard(self._noted, heard_of)
        return known

    async def _settle(self, fates: Counter[str], answers: int) -> None:
        """Find out of those whose alert was begun whether they have it."""
        begun = await awaited(self._storage.begun())
        newest = max([self._api.newest, *(each.after for each in begun)]) + len(begun) + answers
        for each in begun:
            message = Message("", alert_buttons(words(each.language)))
            letter = Letter(each.person, message, each.card)
            ledger = self._ledger((), each.until, fates)
            await self._sender.settle(letter, each.after, newest, ledger)
        self._sender.failed = 0

    def _ledger(self, people: Iterable[Subscriber], until: int, fates: Counter[str]) -> _Ledger:
        return _Ledger(self._storage, self._api, people, until, fates)


class _Ledger:
    """Notes what becomes of the alerts up to one development."""

    def __init__(
        self,
        storage: Alerts,
        api: Api,
        people: Iterable[Subscriber],
        until: int,
        fates: Counter[str],
    ) -> None:
        self._storage = storage
        self._api = api
        self._people = {each.person: each for each in people}
        self._until = until
        self._fates = fates

    def begin(self, person: str, after: int) -> Future[bool]:
        return self._storage.begin(self._people[person], after, self._until)

    def wait(self, person: str) -> Future[None]:
        return self._storage.wait(person)

    def reached(self, person: str, fate: Fate) -> Future[None]:
        self._fates[fate] += 1
        return self._storage.heard([person], self._until, self._api.newest)
