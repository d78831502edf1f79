"""What the pictures show, as plain values; names of things are in the words of a language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.replies import Score
from messages.points import ShownSection, sections

if TYPE_CHECKING:
    from datetime import date

    from dialogs.replies import NoScoreYet
    from messages.words import Words
    from scoring.timeline import Timeline


@dataclass(frozen=True, slots=True)
class ScoreFacts:
    """A total, or the range it is in, and what each section gives."""

    low: int
    high: int
    sections: tuple[ShownSection, ...] = ()
    """None while there is only a range."""
    on: date | None = None
    rules: date | None = None
    """Since when the rules on that day are in force."""


@dataclass(frozen=True, slots=True)
class Step:
    """One action of a plan, as far as it changes the total after the steps before it."""

    label: str
    gain: int
    months: int | None = None
    cost_cad: int | None = None
    remarks: tuple[str, ...] = ()
    """What its time and cost rest on, and what to know before; too much for a picture."""


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """The way from today's total through the steps of a plan, and what it should reach."""

    start: int
    steps: tuple[Step, ...]
    target: int | None = None
    months: int | None = None
    """How long the whole plan takes: steps may run side by side."""
    cost_cad: int | None = None
    then: int | None = None
    """What is left of the total on the day all is done, where birthdays take some of it."""
    aimed: str | None = None
    """Which round the target comes from, in a sentence."""

    @property
    def end(self) -> int:
        """The total after every step."""
        return self.start + sum(step.gain for step in self.steps)


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which the total changes by itself."""

    on: date
    total: int
    causes: tuple[str, ...]
    """Codes, such as ``birthday``."""


@dataclass(frozen=True, slots=True)
class TimelineFacts:
    """The total today, its changes in the order of their days, and the last day looked at."""

    today: date
    total: int
    changes: tuple[Change, ...]
    end: date


def score_facts(reply: Score | NoScoreYet, words: Words) -> ScoreFacts:
    """The facts of a score card, or of the range before there is one."""
    if not isinstance(reply, Score) or reply.result is None:
        return ScoreFacts(reply.low, reply.high)
    result = reply.result
    return ScoreFacts(
        low=reply.low,
        high=reply.high,
        sections=sections(result, reply.lines, words),
        on=result.on,
        rules=result.rules,
    )


def timeline_facts(timeline: Timeline) -> TimelineFacts:
    """The facts of a timeline as it was scored."""
    return TimelineFacts(
        today=timeline.on,
        total=timeline.current,
        changes=tuple(Change(event.on, event.total, event.causes) for event in timeline.events),
        end=timeline.until,
    )
