"""For the catalogue: what those who run the bot are shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.broadcast import Broadcast
from dialogs.headcount import UNKNOWN_PROGRESS, Headcount, SinceStart
from dialogs.replies_operator import BroadcastShown, News, Stats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialogs.replies import Reply

_MANY = Headcount(
    people=12_345,
    active_day=210,
    active_week=1_480,
    active_month=4_020,
    progress={"begun": 1_945, "answering": 6_400, "finished": 4_000},
    languages={"en": 8_300, "fr": 4_045},
    alerts=1_002,
    watching=2_310,
)
_UPGRADED = Headcount(
    people=2,
    active_day=1,
    active_week=1,
    active_month=1,
    progress={"finished": 1, UNKNOWN_PROGRESS: 1},
    languages={"fr": 1},
    alerts=1,
)


_TYPED = "Rules & dates, <b>25 March</b>\n{ see /guide }"
_SENDING = Broadcast(7, _TYPED, "sending", 4_200, 1_000)


def operator() -> Iterator[tuple[str, Reply]]:
    """Every screen for operators."""
    yield "stats", Stats(_MANY, SinceStart(98_765, 3))
    yield "stats, nobody", Stats(Headcount(), SinceStart(1, 0))
    yield "stats, not all known", Stats(_UPGRADED, SinceStart(1, 1))
    yield "broadcast, asked", BroadcastShown(Broadcast(-(2**63), _TYPED, "asked", 12_345))
    yield "broadcast, asked, one person", BroadcastShown(Broadcast(7, "Hello", "asked", 1))
    yield "broadcast, sending", BroadcastShown(_SENDING)
    ended = replace(_SENDING, blocked=31, failed=2, unclear=1)
    yield "broadcast, stopped", BroadcastShown(replace(ended, state="stopped"))
    yield "broadcast, done", BroadcastShown(replace(ended, state="done", sent=4_166))
    yield "news", News("Été 2027, <i>A & B</i> rien de neuf / nothing new")
