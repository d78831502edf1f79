"""What an update costs with many people stored, beside few; the memory, and the file, of many.

A million are stored, 1.1 GB for a minute; ``PEOPLE=50000`` for a shorter version.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import time
from contextlib import closing
from datetime import date
from statistics import median
from typing import TYPE_CHECKING

from bot.storage.codec import encode_conversation
from bot.storage.sqlite import SqliteStorage
from dialogs.conversation import Conversation
from tests.benchmarks.loopback.running import this_bot
from tests.figures import note

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dialogs.conversation import Answers

FEW = 1_000
MANY = int(os.environ.get("PEOPLE", "1000000"))
MOST_TIMES = 1.2
MOST_BYTES_A_PERSON = 2_000
MOST_MEGABYTES = 120.0
MOST_MEGABYTES_MORE = 5.0
"""Beside the memory with few people stored."""
WHILES = 7
SECONDS = 1.0
WARM_ANSWERS = 1_000
ANSWERS: Answers = {
    "marital_status": "single",
    "birth_date": "1994-03-05",
    "education": "master",
    "canadian_study": "none",
    "has_eca": "yes",
    "first_language_test": "ielts",
    "first_language_scores": {
        "test": "ielts",
        "listening": 8,
        "reading": 7.5,
        "writing": 7,
        "speaking": 7,
    },
    "second_language_test": "none",
    "canadian_experience": "12",
    "foreign_experience": "36",
    "occupation": "21231",
    "provincial_nomination": "no",
    "sibling_in_canada": "no",
    "recent_canadian_experience": "12",
    "continuous_experience": "yes",
    "job_offer": "none",
    "family_size": "1",
    "settlement_funds": "30000",
    "settling_in_quebec": "no",
}
_INSERT = """
    INSERT INTO people
        (key, conversation, card, updated_on, due_at, progress, language, alerts, heard_on, news)
    VALUES (?, ?, ?, ?, ?, 'finished', 'en', 0, '2026-11-23', 1)
"""
_DAY = 86_400
_DAYS = 29
"""Everybody is looked at within a month, and nobody while this lasts."""


async def test_many_people_cost_no_more_than_few(tmp_path: Path) -> None:
    few, many = tmp_path / "few.sqlite3", tmp_path / "many.sqlite3"
    await asyncio.to_thread(fill, few, FEW)
    await asyncio.to_thread(fill, many, MANY)
    a_person = many.stat().st_size / MANY
    async with this_bot(tmp_path, database=few) as small, this_bot(tmp_path, database=many) as big:
        for bot in (small, big):
            await bot.warm_up(WARM_ANSWERS)
        for _ in range(WHILES):
            await small.measure(SECONDS)
            await big.measure(SECONDS)
        memory, more = big.memory(), big.memory() - small.memory()
    many.unlink()
    dearer = median(b / s for b, s in zip(big.costs, small.costs, strict=True))
    slower = median(s / b for b, s in zip(big.rates, small.rates, strict=True))
    note(
        f"{MANY:,} people stored beside {FEW:,}: an update takes {dearer:.2f} times the "
        f"processor time, {slower:.2f} times by the clock; {a_person:,.0f} bytes a person; "
        f"memory {memory:.1f} MB, {more:+.1f} MB"
    )
    assert min(dearer, slower) <= MOST_TIMES
    assert a_person <= MOST_BYTES_A_PERSON
    assert memory <= MOST_MEGABYTES
    assert more <= MOST_MEGABYTES_MORE


def fill(path: Path, people: int) -> None:
    """A database with so many people who have answered everything, to be looked at in days."""
    with closing(SqliteStorage(path)):
        pass
    with closing(sqlite3.connect(path)) as db, db:
        db.executemany(_INSERT, rows(people))


def rows(people: int) -> Iterator[tuple[str, str, int, str, int]]:
    """A row a person."""
    conversation = encode_conversation(
        Conversation(answers=ANSWERS, card=21, started=True, heard_on="2026-11-23")
    )
    today = str(date(2026, 11, 23))
    tomorrow = int(time.time()) + _DAY
    for number in range(people):
        due = tomorrow + number % _DAYS * _DAY
        yield f"telegram:{number * 7919 + 10_000_000}", conversation, 4321, today, due
