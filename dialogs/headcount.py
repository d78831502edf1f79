"""How many people there are, by a few things that tell nobody apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

UNKNOWN_PROGRESS = "unknown"
"""People stored by an earlier release who were not heard or looked at since."""


@dataclass(frozen=True, slots=True)
class Headcount:
    """Counts of people; everything is 0 where nobody is."""

    people: int = 0
    active_day: int = 0
    """Heard today, by the days of UTC."""
    active_week: int = 0
    """Heard within seven days, today included."""
    active_month: int = 0
    """Within thirty."""
    progress: Mapping[str, int] = field(default_factory=dict)
    """By how far they are; ``UNKNOWN_PROGRESS`` among the keys where that is not known."""
    languages: Mapping[str, int] = field(default_factory=dict)
    alerts: int = 0
    """With reminders on."""
    watching: int = 0
    """With alerts on, of new rounds or of rules, and within reach."""


@dataclass(frozen=True, slots=True)
class SinceStart:
    """What the running process has seen."""

    updates: int = 0
    errors: int = 0
    """Lines of the log that tell of an error."""
