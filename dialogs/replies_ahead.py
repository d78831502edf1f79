"""What the screens that look ahead show: steps, plans, suppositions, roles exchanged, time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dialogs.conversation import Answers
    from dialogs.replies_rounds import AimedRound, EnoughFor
    from scoring.explain import Line
    from scoring.plan import Action, Exchange, Plan
    from scoring.profile import Profile
    from scoring.result import Result
    from scoring.rounds import Round, RoundKind
    from scoring.timeline import Event, Stretch, Timeline


@dataclass(frozen=True, slots=True)
class Improvements:
    """Single changes that gain points, best first."""

    plan: Plan
    complete: bool
    """False while answers are still missing: the list may grow."""
    shut_out: bool = False
    """Whether all is answered and no program is open: a score without one is worth nothing."""
    unsettled: bool = False
    """The same: whether what is not known could still open one."""
    range: tuple[int, int] | None = None
    """The exact least and greatest total while an answer that counts is open or not known."""
    every: bool = False
    """Whether all of them are wanted, not only the best of each kind."""
    round: AimedRound | None = None
    """The round to aim at: the nearest of those that are open to the person."""
    rounds: Mapping[str, tuple[Round, ...]] = field(default_factory=dict)
    """By the id of an action, the last round of each kind that it opens by itself."""
    enough_for: tuple[EnoughFor, ...] = ()
    """The kinds of round of which the total is enough already; what is open comes first."""

    @property
    def nearest(self) -> RoundKind | None:
        """The kind of the round to aim at."""
        return None if self.round is None else self.round.held.kind


@dataclass(frozen=True, slots=True)
class TargetPlan:
    """The least demanding sets of changes that reach a total."""

    plan: Plan
    complete: bool
    """False while answers are still missing."""
    along: Mapping[tuple[str, ...], tuple[int, ...]] = field(default_factory=dict)
    """For each set that is shown, by the ids of its actions, the total after each of them."""
    events: tuple[Event, ...] = ()
    """Where the target is reached already: the days on which the total changes by itself."""
    expiries: Mapping[str, date] = field(default_factory=dict)
    """When results expire, by language field, for those whose date is known."""
    shut_out: bool = False
    """Whether all is answered and no program is open: points alone are worth nothing."""
    unsettled: bool = False
    """The same: whether what is not known could still open one."""
    range: tuple[int, int] | None = None
    """The exact least and greatest total while an answer that counts is open or not known."""
    round: AimedRound | None = None
    """The round whose cut-off the target is, if it is one."""
    rounds: Mapping[str, tuple[Round, ...]] = field(default_factory=dict)
    """By the id of an action, the last round of each kind that it opens by itself."""
    enough_for: tuple[EnoughFor, ...] = ()
    """The kinds of round of which the total is enough already; what is open comes first."""
    ageing: tuple[int, ...] = ()
    """What birthdays surely take within one year, two, and so on, where the age is known without
    the birth date and so no birthday is counted; none where they are counted."""


@dataclass(frozen=True, slots=True)
class Supposition:
    """What the score would be: old and new side by side, with nothing changed yet."""

    action: Action | None
    """The action of a plan that is supposed; None when it was put in words."""
    answers: Answers
    """The supposed answers by question; empty when they are none a person could keep."""
    before: Result
    after: Result
    lines_before: tuple[Line, ...]
    lines_after: tuple[Line, ...]
    card: int
    """Serial number that its buttons carry."""
    levels: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """For supposed test scores, the CLB or NCLC of each ability, by question."""
    unclear: tuple[str, ...] = ()
    """Questions about which something more was supposed that could mean several things."""
    leftover: tuple[str, ...] = ()
    """What was not understood of it, as it was typed."""
    complete: bool = True
    """False while answers are still missing."""
    ranges: tuple[tuple[int, int], tuple[int, int]] | None = None
    """The exact least and greatest total, old and new, while an answer is open or not known."""
    opens: tuple[str, ...] = ()
    """Questions of the score that would only now matter, so that no single total is known."""
    company: tuple[tuple[int, int], tuple[int, int]] | None = None
    """Of somebody who would be one of a couple, while it is open who comes along: the least and
    greatest total with the spouse staying behind or Canadian, and with the spouse coming along."""
    added: bool = False
    """Whether education was taken as added to what the person has."""
    rounds: tuple[Round, ...] = ()
    """The last rounds that would have invited only the new total, and that would be open then."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The couple with roles exchanged: the spouse as principal applicant."""

    current: int
    exchange: Exchange
    programs: tuple[str, ...] = ()
    """The programs open to the person now."""
    profile: Profile | None = None
    """The person, for what belongs to them alone and for the size of the family."""
    in_trade: bool = False
    """Whether the spouse works in a trade, years of which are not asked for a comparison."""
    open_questions: int = 0
    """How many questions about the programs are still open."""
    unsettled: bool = False
    """Whether what is not known could still open a program to the person, to whom none is."""


@dataclass(frozen=True, slots=True)
class TimelineShown:
    """The days on which the score changes by itself."""

    timeline: Timeline
    best: Stretch
    """The days with the highest total."""
    permit_until: date | None
    twelve_months_on: date | None
    """When twelve months of recent work in Canada are complete; None where they will not be."""
    test_expiries: Mapping[str, date]
    """Day of expiry by language field, for results whose date is known."""
    undated: tuple[str, ...] = ()
    """The language fields of results whose date is not known."""
    range: tuple[int, int] | None = None
    """The exact least and greatest total while an answer that counts is open or not known."""
    work_from: tuple[str, int] | None = None
    """The question about the work that goes on, with the months of it that were told, where these
    are whole years and so perhaps not all of it."""
