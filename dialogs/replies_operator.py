"""The replies to those who run the bot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dialogs.headcount import Headcount, SinceStart


@dataclass(frozen=True, slots=True)
class Stats:
    """``/stats``: counts of people, and what the process has seen since it started."""

    headcount: Headcount
    since_start: SinceStart
