"""The replies about reminders: that they are on, and each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from dialogs.conversation import Answer
    from dialogs.subjects import Subject
    from scoring.causes import Cause


@dataclass(frozen=True, slots=True)
class Reminder:
    """One day on which something is lost, and when to tell of it."""

    send_on: date
    event_on: date
    causes: tuple[Cause, ...]
    total_before: int
    total_after: int
    """The same as before where something expires that gives no points now."""


@dataclass(frozen=True, slots=True)
class ErasureAhead:
    """That everything will be erased after a long silence, and when."""

    erased_on: date


@dataclass(frozen=True, slots=True)
class AlertsOn:
    """What the person is told of from now on, and when."""

    coming: tuple[Reminder, ...]
    """The next ones, in the order in which they will be told; perhaps none."""
    zone: Answer
    """Where the person lives, for the hour there; may be unknown."""
    today: date
    days: bool = True
    """Whether the person's own days are told."""
    told_of: tuple[Subject, ...] = ()
    """What else is."""
    open_questions: int = 0
    """How many are still to be answered before rounds and rules can be told."""


@dataclass(frozen=True, slots=True)
class Reminded:
    """A day is near on which points are lost, or something expires."""

    reminder: Reminder
    today: date
