"""What the timeline shows: the days on which the score changes by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from dialogs.replies_ahead import TimelineShown
    from messages.words import Words
    from scoring.timeline import Event

MOST_LISTED = 12


@dataclass(frozen=True, slots=True)
class Change:
    """A day with its change."""

    on: date
    change: int
    total: int
    causes: str


@dataclass(frozen=True, slots=True)
class Best:
    """The days with the highest total."""

    since: date
    until: date
    total: int
    now: bool
    to_the_end: bool


@dataclass(frozen=True, slots=True)
class Expiry:
    """The day on which a test stops counting."""

    name: str
    on: date
    past: bool


@dataclass(frozen=True, slots=True)
class Year:
    """When the work in Canada is long enough for the Canadian Experience Class."""

    reached: bool
    on: date | None


@dataclass(frozen=True, slots=True)
class WorkFrom:
    """The work that goes on, as far as it was told in whole years."""

    title: str
    months: int
    in_canada: bool


def change(event: Event, words: Words) -> Change:
    """A day on which the total changes, in words."""
    causes = ", ".join(words.say("pictures", "causes", cause) for cause in event.causes)
    return Change(event.on, event.change, event.total, causes)


def timeline_facts(reply: TimelineShown, words: Words) -> dict[str, Any]:
    """The facts of the ``timeline`` screen."""
    ahead, best = reply.timeline, reply.best
    lost = next((event for event in ahead.events if event.change < 0), None)
    return {
        "on": ahead.on,
        "until": ahead.until,
        "current": ahead.current,
        "range": reply.range,
        "complete": True,  # before the score is known there is no timeline
        "events": [change(event, words) for event in ahead.events[:MOST_LISTED]],
        "more": max(0, len(ahead.events) - MOST_LISTED),
        "next_loss": None if lost is None else change(lost, words),
        "best": Best(
            since=best.since,
            until=best.until,
            total=best.total,
            now=best.since == ahead.on,
            to_the_end=best.until == ahead.until,
        ),
        "expiries": list(_expiries(reply, words)),
        "undated": [words.say("ahead", "tests", field) for field in reply.undated],
        "work_from": None
        if reply.work_from is None
        else WorkFrom(
            words.say("questions", reply.work_from[0], "title"),
            reply.work_from[1],
            in_canada=reply.work_from[0] == "canadian_experience",
        ),
        "permit": reply.permit_until,
        "year": Year(
            reached=reply.twelve_months_on is not None and reply.twelve_months_on <= ahead.on,
            on=reply.twelve_months_on,
        ),
    }


def _expiries(reply: TimelineShown, words: Words) -> Iterator[Expiry]:
    """Tests that have expired, or do so within the days that are shown."""
    for field, on in reply.test_expiries.items():
        if on <= reply.timeline.until:
            name = words.say("ahead", "tests", field)
            yield Expiry(name, on, past=on <= reply.timeline.on)
