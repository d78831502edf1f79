"""Real processes on a loopback Bot API, with people at them, measured for a while at a time."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import monotonic
from typing import TYPE_CHECKING

import psutil

from tests.benchmarks.loopback.api import TOKEN, LoopbackApi
from tests.benchmarks.loopback.people import Chatterers, Crowd

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

ROOT = Path(__file__).parents[3]
SECRET = "a-long-secret"
_END_SECONDS = 10.0
_SETTLE_SECONDS = 0.3
_WARM_SECONDS = 120.0


@dataclass
class Running:
    """A bot that runs, and the people who talk to it."""

    name: str
    api: LoopbackApi
    crowd: Crowd
    process: psutil.Popen
    started_at: float
    rates: list[float] = field(default_factory=list)
    """Updates answered a second, of each while."""
    costs: list[float] = field(default_factory=list)
    """Processor seconds of the bot for each update, of each while."""

    async def warm_up(self, answers: int) -> None:
        """Let people talk until so many updates were answered."""
        self.crowd.start()
        self.crowd.go_on()
        async with asyncio.timeout(_WARM_SECONDS):
            await self.crowd.answered(answers)
        await self._rest()

    async def measure(self, seconds: float) -> None:
        """Let people talk for a while, and note how fast and how costly it was."""
        self.crowd.go_on()
        await asyncio.sleep(_SETTLE_SECONDS)
        answered, spent, began = len(self.crowd.waits), self.cpu(), monotonic()
        await asyncio.sleep(seconds)
        took, updates = monotonic() - began, len(self.crowd.waits) - answered
        self.rates.append(updates / took)
        self.costs.append((self.cpu() - spent) / max(updates, 1))
        await self._rest()

    def cpu(self) -> float:
        """Processor seconds that the bot has used so far."""
        times = self.process.cpu_times()
        return float(times.user + times.system)

    def memory(self) -> float:
        """Resident memory in MB."""
        return float(self.process.memory_info().rss) / 1e6

    def figures(self) -> str:
        """The medians, in words."""
        rate, cost = median(self.rates), median(self.costs)
        return f"{self.name} {rate:.0f} updates/s, {cost * 1e6:.0f} µs of processor each"

    async def _rest(self) -> None:
        self.crowd.pause()
        await asyncio.sleep(_SETTLE_SECONDS)


@asynccontextmanager
async def this_bot(
    folder: Path, people: int = 100, *, webhook: bool = False, database: Path | None = None
) -> AsyncIterator[Running]:
    """The whole bot, with people who answer the questionnaire."""
    settings = {"DATABASE": str(database or folder / "bot.sqlite3")}
    if webhook:
        port = _free_port()
        settings |= {
            "WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
            "WEBHOOK_LISTEN": f"127.0.0.1:{port}",
            "WEBHOOK_SECRET": SECRET,
        }
    async with _serving() as (api, url):
        settings |= {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": url}
        async with _running(["-m", "bot", "run"], settings, folder) as (process, began):
            await api.ready()
            yield Running("the bot", api, Crowd(api, people), process, began)


@asynccontextmanager
async def echo_bot(
    folder: Path, people: int = 100, *, webhook: bool = False
) -> AsyncIterator[Running]:
    """A bare echo bot on the library's defaults, with people who say something."""
    async with _serving() as (api, url):
        call = ["-m", "tests.benchmarks.loopback.echo", url]
        call += [str(_free_port())] if webhook else []
        async with _running(call, {}, folder) as (process, began):
            await api.ready()
            yield Running("bare echo", api, Chatterers(api, people), process, began)


@asynccontextmanager
async def _serving() -> AsyncIterator[tuple[LoopbackApi, str]]:
    api = LoopbackApi()
    async with api.serving() as url:
        yield api, url


@asynccontextmanager
async def _running(
    call: list[str], settings: dict[str, str], folder: Path
) -> AsyncIterator[tuple[psutil.Popen, float]]:
    bare = {k: v for k, v in os.environ.items() if not k.startswith(("TELEGRAM", "WEBHOOK"))}
    with (folder / "log.txt").open("ab") as log:
        began = monotonic()
        process = psutil.Popen(
            [sys.executable, *call],
            cwd=folder,
            env={**bare, "PYTHONPATH": str(ROOT), **settings},
            stdout=log,
            stderr=log,
        )
    try:
        yield process, began
    finally:
        process.terminate()
        try:
            await asyncio.to_thread(process.wait, _END_SECONDS)
        except psutil.TimeoutExpired:
            process.kill()
            await asyncio.to_thread(process.wait)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
