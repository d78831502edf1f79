"""Whether one person who sends a thousand messages delays everybody else."""

from __future__ import annotations

import asyncio
from statistics import quantiles
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.loopback.api import START
from tests.benchmarks.loopback.running import Running, this_bot
from tests.figures import note

if TYPE_CHECKING:
    from pathlib import Path

PEOPLE = 10
MESSAGES = 1_000
AT_ONCE = 20
EVERY_SECONDS = 0.15
FLOODER = 77
WARM_ANSWERS = 300
MOST_TIMES = 2.0
LEAST_TELLING_SECONDS = 0.05
"""A delay that nobody notices, and that a busy machine makes by itself."""


@pytest.mark.parametrize("by", ["polling", "webhook"])
async def test_a_thousand_messages_of_one_person_delay_nobody(by: str, tmp_path: Path) -> None:
    async with this_bot(tmp_path, PEOPLE, webhook=by == "webhook") as bot:
        await bot.warm_up(WARM_ANSWERS)
        seconds = MESSAGES / AT_ONCE * EVERY_SECONDS
        quiet = await p99(bot, seconds, flood=False)
        flooded = await p99(bot, seconds, flood=True)
        quiet = max(quiet, await p99(bot, seconds, flood=False))
    note(
        f"by {by}, p99 of {PEOPLE} people: {quiet * 1e3:.0f} ms, {flooded * 1e3:.0f} ms "
        f"while somebody sends {MESSAGES:,} messages: {flooded / quiet:.2f} times"
    )
    assert flooded <= max(MOST_TIMES * quiet, LEAST_TELLING_SECONDS)


async def p99(bot: Running, seconds: float, *, flood: bool) -> float:
    """The wait of one in a hundred answers, in a while with a flood or without."""
    before = len(bot.crowd.waits)
    bot.crowd.go_on()
    for burst in range(round(seconds / EVERY_SECONDS)):
        for number in range(AT_ONCE if flood else 0):
            bot.api.send(flooding(burst * AT_ONCE + number))
        await asyncio.sleep(EVERY_SECONDS)
    waits = bot.crowd.waits[before:]
    bot.crowd.pause()
    await asyncio.sleep(2.0)
    return quantiles(waits, n=100)[-1]


def flooding(number: int) -> dict[str, object]:
    """One of the messages."""
    user = {"id": FLOODER, "is_bot": False, "first_name": "Zoë", "language_code": "en"}
    chat = {"id": FLOODER, "type": "private", "first_name": "Zoë"}
    said = {"message_id": number, "date": START, "chat": chat, "from": user}
    return {"message": {**said, "text": f"message {number}"}}
