"""The kinds of round of which somebody's total was enough for the last one: what decides, first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.replies_rounds import EnoughFor
from dialogs.unsettled import asked_for
from scoring.competing import enough_for
from scoring.rules import rules_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialogs.questionnaire import Walk
    from scoring.profile import Profile
    from scoring.record import Record


def enough_already(walked: Walk, profile: Profile, record: Record) -> tuple[EnoughFor, ...]:
    """Those kinds, what is open first, with the questions on which the others rest.

    Args:
        walked: what is known of the person.
        profile: the same as a profile.
        record: the rounds that are known.
    """
    return tuple(_enough(walked, profile, record))


def _enough(walked: Walk, profile: Profile, record: Record) -> Iterator[EnoughFor]:
    for each in enough_for(profile, rules_on(walked.at.today), record):
        if each.last is not None:
            yield EnoughFor(each.last, each.total, asked_for(each.needs))
