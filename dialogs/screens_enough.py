"""The kinds of round of which somebody's total was enough for the last one: what decides, first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.replies_rounds import EnoughFor
from dialogs.screens_record import in_pool_since
from dialogs.unsettled import asked_for
from scoring.competing import enough_for
from scoring.past_rounds import invited
from scoring.rules import rules_on

if TYPE_CHECKING:
    from dialogs.questionnaire import Walk
    from scoring.certainty import Certainty
    from scoring.profile import Profile
    from scoring.record import Record


def enough_already(
    walked: Walk, profile: Profile, record: Record, sure: Certainty | None = None
) -> tuple[EnoughFor, ...]:
    """Those kinds, with the questions on which it rests whether they are open.

    First those that surely would have invited, and of them those that are open.

    Args:
        walked: what is known of the person.
        profile: the same as a profile.
        record: the rounds that are known.
        sure: how certain the programs are, where that is known already.
    """
    pooled = in_pool_since(walked.at)
    found = (
        EnoughFor(
            each.last,
            each.total,
            asked_for(each.needs),
            invited(each.last, each.total, pooled),
        )
        for each in enough_for(profile, rules_on(walked.at.today), record, sure)
        if each.last
    )
    return tuple(sorted(found, key=lambda each: (each.invited != "yes", bool(each.needs))))
