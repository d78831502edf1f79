"""For the catalogue: what those who run the bot are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.headcount import UNKNOWN_PROGRESS, Headcount, SinceStart
from dialogs.replies_operator import Stats

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


def operator() -> Iterator[tuple[str, Reply]]:
    """Every screen for operators."""
    yield "stats", Stats(_MANY, SinceStart(98_765, 3))
    yield "stats, nobody", Stats(Headcount(), SinceStart(1, 0))
    yield "stats, not all known", Stats(_UPGRADED, SinceStart(1, 1))
