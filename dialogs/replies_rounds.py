"""What a reply says of a round of invitations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import date, datetime

    from scoring.chances import Chance
    from scoring.competing import Admission, State
    from scoring.past_rounds import Invited, PastRounds
    from scoring.pool import Rank
    from scoring.profile import Profile
    from scoring.result import Result
    from scoring.round_causes import Cause
    from scoring.round_conditions import Condition
    from scoring.rounds import Round, RoundKind
    from scoring.tally import Tally


@dataclass(frozen=True, slots=True)
class AimedRound:
    """The round whose cut-off is the target of a plan, and what it asks for beside points."""

    held: Round
    known_until: date
    """The day of the newest round known, of whatever kind."""
    stale: bool
    """Whether that is so long ago that newer ones are to be expected."""
    quiet: bool
    """Whether no round of this kind has been held for long."""
    admission: Admission
    """Whether such rounds are open to the person."""
    profile: Profile
    result: Result
    opening: tuple[str, ...] = ()
    """The ids of single actions that would meet that condition, the least demanding first."""
    admitting: frozenset[tuple[str, ...]] = frozenset()
    """The sets of the plan that do so, by the ids of their actions."""

    @property
    def shut(self) -> bool:
        """Whether it is certain that the person could not be in it."""
        return self.admission.shut

    @property
    def unmet(self) -> Condition | None:
        """The condition that keeps the person out, or might."""
        return None if self.cause is None else self.cause.condition

    @property
    def cause(self) -> Cause | None:
        """What keeps the person out of such rounds, or might: what is certain, first of all."""
        return self.admission.cause


@dataclass(frozen=True, slots=True)
class EnoughFor:
    """A kind of round of which somebody's total was enough for the last one."""

    held: Round
    total: int
    needs: tuple[str, ...]
    """The questions on whose answers it rests whether it is open; none where it is."""
    invited: Invited = "yes"
    """At the cut-off itself, what the tie-break decides; ``at_cutoff`` where that is not known."""


@dataclass(frozen=True, slots=True)
class AsOf:
    """How far the rounds are known."""

    until: date
    """The day of the newest round known, of whatever kind."""
    stale: bool
    """Whether that is so long ago that newer ones are to be expected."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many rounds were held in a period, and how many people they invited."""

    since: date
    until: date
    """Not after the newest round known."""
    rounds: int
    invitations: int


@dataclass(frozen=True, slots=True)
class RoundsShown:
    """A page of the rounds that were held, of one kind or of all."""

    as_of: AsOf | None
    """None where no round is known at all."""
    kind: RoundKind | None
    """None for all kinds."""
    rounds: tuple[Round, ...]
    """Those of the page, newest first."""
    page: int
    """From 0."""
    pages: int
    kinds: tuple[RoundKind, ...]
    """The kinds to choose from: those of the last year."""
    lately: int
    """How many there were in the last six months."""
    days_between: int | None
    """The usual number of days from one to the next in the last year; None of too few."""
    ahead: bool = False
    """Whether it was asked when they come."""
    trend: tuple[Round, ...] = ()
    """Of one kind, those of two years, oldest first, on the first page."""
    total: int | None = None
    """The person's, to be shown beside them; None while it is not known."""
    unknown: bool = False
    """Whether a kind was asked for that is none."""
    counted: Counted | None = None
    """How many there were in a period, where that was asked."""
    one: str | None = None
    """The number of the round, where one alone was asked for."""


@dataclass(frozen=True, slots=True)
class EnoughShown:
    """In how many rounds of a stretch of time a total would have been enough."""

    as_of: AsOf
    total: int
    own: bool
    """Whether it is the person's own total of today."""
    since: date
    until: date
    kind: RoundKind | None
    """None for all kinds."""
    tallies: tuple[Tally, ...]
    in_pool_since: date | datetime | None = None
    """When the person's profile was submitted, which decides at a cut-off; None where not told."""


Unsaid: TypeAlias = Literal["unproven", "too_far", "too_old"]
"""Why no chance is said: simple forecasts were better; the total is further below the last cut-off
than was tested; nothing is known of rounds for too long."""


@dataclass(frozen=True, slots=True)
class KindChances:
    """How somebody stands in one kind of round."""

    admission: Admission
    past: PastRounds
    """Of the total that they would compete with."""
    chances: tuple[Chance, ...]
    """Only those that are proven; of a kind one step away, as if the step were done today."""
    unsaid: Unsaid | None = None
    """Why there is none; None where there are some."""


@dataclass(frozen=True, slots=True)
class OneKindShown:
    """Where somebody stands in one kind of round that they asked about."""

    as_of: AsOf | None
    """None where no round is known at all."""
    stands: KindChances
    """Without chances where such rounds are not open, nor one step away."""
    total: int
    range: tuple[int, int] | None
    """The least and the greatest total while an answer that counts is open or not known."""
    complete: bool
    """Whether every question of the score is answered, be it with "I don't know yet"."""


@dataclass(frozen=True, slots=True)
class ChancesShown:
    """Where somebody stands, in every kind of round."""

    on: date
    as_of: AsOf | None
    """None where no round is known at all."""
    lately: int
    """How many rounds there were, up to the newest known, in the time after which a kind counts as
    not held for long."""
    total: int
    range: tuple[int, int] | None
    """The least and the greatest total while an answer that counts is open or not known."""
    complete: bool
    """Whether every question of the score is answered, be it with "I don't know yet"."""
    in_pool: State
    """Whether some program is open."""
    open: tuple[KindChances, ...]
    """The kinds that are open and have been held lately, the best first."""
    near: tuple[KindChances, ...]
    """Those that are one step away: French, then by their last cut-offs."""
    unsettled: tuple[Admission, ...]
    """Those of which it depends on answers that are missing."""
    shut: tuple[Admission, ...]
    quiet: tuple[Admission, ...]
    """Those that are open, and have not been held for long."""
    rank: Rank | None
    """The place in the pool; None where no count is known."""
    enough_for: tuple[EnoughFor, ...]
    """The kinds of which the total was enough for the last round; what is open comes first."""
    french_below: int | None
    """By how much the last cut-off for French was below that of CEC, for whoever is near."""
    in_pool_since: date | datetime | None = None
    """When the person's profile was submitted; None where not told."""
    no_profile: bool = False
    """Whether they said that they have none yet."""

    @property
    def tied(self) -> bool:
        """Whether the tie-break decides, or would, in a round of the last year."""
        return any(each.past.tied for each in self.open)
