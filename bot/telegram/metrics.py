"""``/healthz`` and ``/metrics`` on a port of their own, for those who watch over the bot.

What is measured are counts and times; nothing is told apart by person, and nothing that anybody
said is in it. Without METRICS_LISTEN none of this is loaded.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager, suppress
from http import HTTPStatus
from importlib.metadata import version
from typing import TYPE_CHECKING

from aiohttp import web
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    Info,
)
from prometheus_client.exposition import generate_latest
from telegram.error import NetworkError

from bot.awaited import awaited
from bot.errors import StorageError
from bot.listening import FINISH_SECONDS, place, refusal
from bot.log import errors
from bot.telegram.intake import Intake
from bot.telegram.request import AiohttpRequest
from dialogs.headcount import UNKNOWN_PROGRESS
from dialogs.progress import PROGRESS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable
    from contextlib import AbstractAsyncContextManager

    from telegram.request import RequestData

    from bot.flood import FloodLimit
    from bot.operators import Operators
    from bot.service import Service
    from bot.telegram.courier import Courier
    from bot.telegram.events import Json
    from bot.telegram.heartbeat import Heartbeat
    from dialogs.headcount import Headcount

HEALTHY_SECONDS = 5.0
"""How long the storage may take to answer."""

_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Measures:
    """Everything that is measured, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.updates = Counter(
            "express_entry_bot_updates",
            "Updates taken in, by kind.",
            ["kind"],
            registry=self.registry,
        )
        self.latency = Histogram(
            "express_entry_bot_update_seconds",
            "Seconds from taking updates in until they are stored.",
            buckets=_BUCKETS,
            registry=self.registry,
        )
        self.calls = Counter(
            "express_entry_bot_api_calls",
            "Calls of the Bot API, those for updates among them, by outcome.",
            ["outcome"],
            registry=self.registry,
        )
        self.queue = Gauge(
            "express_entry_bot_queue", "Messages on their way.", registry=self.registry
        )
        self.people = Gauge(
            "express_entry_bot_people",
            "People stored, by how far they are.",
            ["progress"],
            registry=self.registry,
        )
        self.active = Gauge(
            "express_entry_bot_people_active",
            "People heard within so many days.",
            ["days"],
            registry=self.registry,
        )
        self.told = Gauge(
            "express_entry_bot_people_told",
            "People who asked to be told of their own days, or of new rounds and rules.",
            ["of"],
            registry=self.registry,
        )
        Info("express_entry_bot_build", "The version that runs.", registry=self.registry).info(
            {"version": version("express-entry-bot")}
        )
        Gauge(
            "express_entry_bot_errors", "Errors in the log since the start.", registry=self.registry
        ).set_function(lambda: errors.count)
        for outcome in ("ok", "refused", "flood", "failed", "network"):
            self.calls.labels(outcome)

    def request(self, connections: int, *, by_proxy: bool) -> AiohttpRequest:
        """A measured way to Telegram."""
        return MeasuredRequest(connections, self, by_proxy=by_proxy)

    def intake(
        self, service: Service, courier: Courier, limit: FloodLimit, operators: Operators
    ) -> Intake:
        """A measured way of updates."""
        return MeasuredIntake(service, courier, limit, operators, self)

    def served(
        self, listen: str, courier: Courier, service: Service, heart: Heartbeat | None
    ) -> AbstractAsyncContextManager[None]:
        """Answer on ``listen`` (host:port) for as long as this lasts; ``heart``: when polling."""
        self.queue.set_function(lambda: courier.waiting)
        if heart is not None:
            Gauge(
                "express_entry_bot_poll_age_seconds",
                "Seconds since Telegram last answered the call for updates and all was stored.",
                registry=self.registry,
            ).set_function(lambda: heart.age)
        return _served(listen, self, service, heart)

    def count(self, headcount: Headcount) -> None:
        """The people there are now."""
        for progress in (*PROGRESS, UNKNOWN_PROGRESS):
            self.people.labels(progress).set(headcount.progress.get(progress, 0))
        for days, people in {
            1: headcount.active_day,
            7: headcount.active_week,
            30: headcount.active_month,
        }.items():
            self.active.labels(days).set(people)
        self.told.labels("days").set(headcount.alerts)
        self.told.labels("news").set(headcount.watching)

    def text(self) -> bytes:
        """All of it, as Prometheus reads it."""
        return generate_latest(self.registry)


class MeasuredIntake(Intake):
    """Takes updates in, and how long that takes."""

    def __init__(
        self,
        service: Service,
        courier: Courier,
        limit: FloodLimit,
        operators: Operators,
        measures: Measures,
    ) -> None:
        super().__init__(service, courier, limit, operators)
        self._measures = measures

    async def take(self, updates: Iterable[Json], *, acknowledge: bool = True) -> None:
        """As everywhere."""
        taken = list(updates)
        for update in taken:
            kind = "callback_query" if "callback_query" in update else "message"
            self._measures.updates.labels(kind).inc()
        began = time.perf_counter()
        await super().take(taken, acknowledge=acknowledge)
        self._measures.latency.observe(time.perf_counter() - began)


class MeasuredRequest(AiohttpRequest):
    """Calls Telegram, and what becomes of that."""

    def __init__(self, connections: int, measures: Measures, *, by_proxy: bool = False) -> None:
        super().__init__(connections, by_proxy=by_proxy)
        self._measures = measures

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *more: object,
        **timeouts: object,
    ) -> tuple[int, bytes]:
        """As everywhere."""
        try:
            status, body = await super().do_request(url, method, request_data, *more, **timeouts)
        except NetworkError:
            self._measures.calls.labels("network").inc()
            raise
        self._measures.calls.labels(_outcome(status)).inc()
        return status, body


def _outcome(status: int) -> str:
    if status < HTTPStatus.BAD_REQUEST:
        return "ok"
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return "flood"
    return "refused" if status < HTTPStatus.INTERNAL_SERVER_ERROR else "failed"


@asynccontextmanager
async def _served(
    listen: str, measures: Measures, service: Service, heart: Heartbeat | None
) -> AsyncIterator[None]:
    storage = service.storage

    async def health(_: web.Request) -> web.Response:
        try:
            async with asyncio.timeout(HEALTHY_SECONDS):
                await awaited(storage.next_due())
        except (StorageError, TimeoutError) as error:
            reason = f"the database does not answer: {type(error).__name__}\n"
            return web.Response(text=reason, status=HTTPStatus.SERVICE_UNAVAILABLE)
        if heart is not None and not heart.is_alive:
            reason = f"no updates for {heart.age:.0f} s, the log says why\n"
            return web.Response(text=reason, status=HTTPStatus.SERVICE_UNAVAILABLE)
        return web.Response(text="ok\n")

    async def metrics(_: web.Request) -> web.Response:
        with suppress(StorageError, TimeoutError):  # all else is told in any case
            async with asyncio.timeout(HEALTHY_SECONDS):
                measures.count(await awaited(storage.headcount(service.today())))
        return web.Response(body=measures.text(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    app = web.Application()
    app.router.add_get("/healthz", health)
    app.router.add_get("/metrics", metrics)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=FINISH_SECONDS)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, *place(listen)).start()
        except OSError as error:
            raise refusal("METRICS_LISTEN", listen, error) from None
        yield
    finally:
        await runner.cleanup()
