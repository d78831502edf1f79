"""What a reply says of a round of invitations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.round_conditions import UNCHECKED

if TYPE_CHECKING:
    from datetime import date

    from scoring.profile import Profile
    from scoring.result import Result
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
    unmet: Condition | None
    """The condition that keeps the person out of such rounds, or might."""
    settled: bool
    """Whether no answer that is open or not known could still meet it."""
    profile: Profile
    result: Result
    opening: tuple[str, ...] = ()
    """The ids of single actions that would meet that condition, the least demanding first."""
    admitting: frozenset[tuple[str, ...]] = frozenset()
    """The sets of the plan that do so, by the ids of their actions."""

    @property
    def shut(self) -> bool:
        """Whether it is certain, as far as it is looked at, that the person could not be in it."""
        return self.settled and self.unmet not in (None, UNCHECKED)
