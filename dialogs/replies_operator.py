"""The replies to those who run the bot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dialogs.broadcast import Broadcast
    from dialogs.headcount import Headcount, SinceStart


@dataclass(frozen=True, slots=True)
class Stats:
    """``/stats``: counts of people, and what the process has seen since it started."""

    headcount: Headcount
    since_start: SinceStart


@dataclass(frozen=True, slots=True)
class BroadcastShown:
    """A broadcast: to be confirmed, or how far it is."""

    broadcast: Broadcast


@dataclass(frozen=True, slots=True)
class News:
    """What a broadcast says, to one person."""

    text: str
