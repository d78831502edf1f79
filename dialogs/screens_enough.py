"""The kinds of round of which somebody's total was enough for the last one: what decides, first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.replies_rounds import EnoughFor
from dialogs.unsettled import asked_for
from scoring.competing import enough_for
from scoring.rules import rules_on

if TYPE_CHECKING:
    from dialogs.questionnaire import Walk
    from scoring.certainty import Certainty
    from scoring.profile import Profile
    from scoring.record import Record


def enough_already(
    walked: Walk, profile: Profile, record: Record, sure: Certainty | None = None
) -> tuple[EnoughFor, ...]:
    """Those kinds, what is open first, with the questions on which the others rest.

    Args:
        walked: what is known of the person.
        profile: the same as a profile.
        record: the rounds that are known.
        sure: how certain the programs are, where that is known already.
    """
    found = enough_for(profile, rules_on(walked.at.today), record, sure)
    return tuple(
        EnoughFor(each.last, each.total, asked_for(each.needs)) for each in found if each.last
    )
