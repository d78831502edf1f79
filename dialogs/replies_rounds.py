"""What a reply says of a round of invitations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from scoring.competing import Admission
    from scoring.profile import Profile
    from scoring.result import Result
    from scoring.round_causes import Cause
    from scoring.round_conditions import Condition
    from scoring.rounds import Round


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
        causes = self.admission.causes
        return next((each for each in causes if each.certain), causes[0] if causes else None)
