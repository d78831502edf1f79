"""How soon the command and the bot are there, what the first message waits for, and memory."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from statistics import median
from time import monotonic
from typing import TYPE_CHECKING

import psutil

from tests.benchmarks.loopback.api import START
from tests.benchmarks.loopback.running import ROOT, Running, this_bot
from tests.figures import note

if TYPE_CHECKING:
    from pathlib import Path


STARTS = 5
MOST_SECONDS_TO_HELP = 0.3
MOST_SECONDS_TO_READY = 1.5
MOST_MEGABYTES = 120
MOST_TIMES_A_LATER_ONE = 5.0
"""What the first message may cost; building the indexes for it costs fifty times a later one."""
WARM_SECONDS = 60.0
PATIENCE = 30.0
QUESTIONS = (
    "What is the CRS?",
    "how much money do I need",
    "what is an ECA?",
    "when is the next draw?",
    "what is a provincial nomination",
)


def test_help() -> None:
    took: list[float] = []
    spent: list[float] = []
    for _ in range(STARTS):
        began, before = monotonic(), children_cpu()
        subprocess.run(
            [sys.executable, "-m", "bot", "--help"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
        )
        took.append(monotonic() - began)
        spent.append(children_cpu() - before)
    note(f"--help: {median(took):.2f} s by the clock, {median(spent):.2f} s of processor")
    # Other work on the machine only ever adds time.
    assert min(*took, median(spent)) < MOST_SECONDS_TO_HELP


async def test_the_bot_is_ready(tmp_path: Path) -> None:
    took: list[float] = []
    spent: list[float] = []
    for _ in range(STARTS):
        async with this_bot(tmp_path) as bot:
            spent.append(bot.cpu())
            assert bot.api.first_poll_at is not None
            took.append(bot.api.first_poll_at - bot.started_at)
    note(
        f"ready for updates: {median(took):.2f} s by the clock, {median(spent):.2f} s of processor"
    )
    assert min(*took, median(spent)) < MOST_SECONDS_TO_READY


async def test_the_first_message_waits_for_no_index(tmp_path: Path) -> None:
    async with this_bot(tmp_path) as bot:
        await at_rest(bot)
        at_first = bot.memory()
        spent = [await ask(bot, person, text) for person, text in enumerate(QUESTIONS * 4, 700)]
        first, later = spent[0], median(spent[1:])
        note(
            f"first question after the start: {first * 1e3:.0f} ms of processor, "
            f"later ones {later * 1e3:.0f} ms (to 10 ms); memory at rest {at_first:.0f} MB, "
            f"after {len(spent)} questions {bot.memory():.0f} MB"
        )
        assert first < MOST_TIMES_A_LATER_ONE * max(later, 0.01)
        assert bot.memory() < MOST_MEGABYTES


async def at_rest(bot: Running) -> None:
    """Wait until what is built after the start is there."""
    async with asyncio.timeout(WARM_SECONDS):
        while True:
            before = bot.cpu()
            await asyncio.sleep(1.5)
            if bot.cpu() - before < 0.05:
                return


async def ask(bot: Running, person: int, text: str) -> float:
    """Processor seconds that the answer to a question of somebody new takes."""
    answered = asyncio.Event()
    bot.api.on_message = lambda *_: answered.set()
    user = {"id": person, "is_bot": False, "first_name": "Zoë", "language_code": "en"}
    chat = {"id": person, "type": "private", "first_name": "Zoë"}
    said = {"message_id": person, "date": START, "chat": chat, "from": user, "text": text}
    before = bot.cpu()
    bot.api.send({"message": said})
    async with asyncio.timeout(PATIENCE):
        await answered.wait()
    await asyncio.sleep(0.1)
    return bot.cpu() - before


def children_cpu() -> float:
    """Processor seconds of the processes that have ended so far."""
    times = psutil.Process().cpu_times()
    return float(times.children_user + times.children_system)
