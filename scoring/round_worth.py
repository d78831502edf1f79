"""What one round means for one person: whether it would have invited them, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from scoring.certainty import certainty
from scoring.competing import admission
from scoring.past_rounds import past_round
from scoring.round_causes import Known, causes
from scoring.score import score

if TYPE_CHECKING:
    from datetime import date, datetime

    from scoring.competing import Admission
    from scoring.past_rounds import PastRound
    from scoring.profile import Profile
    from scoring.record import Record
    from scoring.rounds import Round
    from scoring.rules import Rules
    from scoring.vocabulary import OfficialLanguage

NEAR = 10
"""So many points from a cut-off, up or down, somebody is close to it."""

Verdict: TypeAlias = Literal["invited", "at_cutoff", "short", "unsettled", "step", "shut"]
"""``short``: a kind that is open, and too few points; ``unsettled``: it rests on answers that are
missing whether the kind is open; ``step``: that is one step away, and the points are near."""


@dataclass(frozen=True, slots=True)
class RoundWorth:
    """One round for one person."""

    past: PastRound
    verdict: Verdict
    admission: Admission | None = None
    """What keeps the person out, where it is one step away."""

    @property
    def close(self) -> bool:
        """Whether the cut-off was near the person's total."""
        return abs(self.past.gap) <= NEAR


class Weighing:
    """A person on a day, for any number of rounds."""

    def __init__(
        self,
        profile: Profile,
        rules: Rules,
        record: Record,
        speaks: OfficialLanguage = "english",
        in_pool_since: date | datetime | None = None,
    ) -> None:
        """``in_pool_since`` is when their profile was submitted, which decides at a cut-off.

        Raises ``ValueError`` when the birth date is after the day.
        """
        self._known = Known(profile, score(profile, rules), certainty(profile, rules), rules)
        self._record, self._speaks, self._in_pool_since = record, speaks, in_pool_since

    @property
    def total(self) -> int:
        """What the person competes with: unknown answers give no points."""
        return self._known.result.crs.total

    def worth(self, held: Round) -> RoundWorth:
        """What a round means for the person as they are now."""
        known = self._known
        past = past_round(
            held,
            self.total,
            in_pool_since=self._in_pool_since,
            occupation=known.profile.occupation,
        )
        against = tuple(causes(held.kind, known))
        if not against:
            return RoundWorth(past, _invited(past))
        if past.invited == "not_listed":
            return RoundWorth(past, "shut")
        # As in an admission: without a result in French nobody is admitted.
        if not any(cause.certain or cause.condition == "french" for cause in against):
            told = any(cause.needs for cause in against)
            return RoundWorth(past, "unsettled" if told else "shut")
        shut = RoundWorth(past, "shut")
        if not shut.close:
            return shut
        found = admission(held.kind, known.profile, known.rules, self._record, self._speaks)
        return RoundWorth(past, "step", found) if found.state == "if" else shut


def _invited(past: PastRound) -> Verdict:
    if past.invited == "not_listed":
        return "shut"
    if past.invited == "at_cutoff":
        return "at_cutoff"
    return "invited" if past.invited == "yes" else "short"
