"""What is new for somebody who asked to be told: rounds, corrected rounds, changes of the rules."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.questionnaire import walk
from dialogs.replies_alerts import Alert, RoundTold, RulesTold
from dialogs.screens import open_range
from dialogs.screens_ahead import known_profile
from dialogs.screens_record import as_of, in_pool_since
from scoring.developments import began
from scoring.round_worth import Weighing
from scoring.rules import rules_on
from scoring.rules_change import rules_change

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from dialogs.conversation import Conversation
    from dialogs.subjects import Subject
    from scoring.developments import RoundFacts, Unheard
    from scoring.profile import Profile
    from scoring.record import Record
    from scoring.round_worth import RoundWorth
    from scoring.rounds import Round
    from scoring.rules import Rules

MOST_ROUNDS = 4
"""Rounds that are told one by one; a phone shows no more."""
_TOPICS = ("rounds", "tie_break")


def alert(
    conversation: Conversation, today: date, record: Record, unheard: Unheard
) -> Alert | None:
    """What is new for one person on a day; None where nothing is, or they have not finished.

    Every answer is read as it is today; a round is told of even where the total was another then.
    """
    if not conversation.told_of or not unheard:
        return None
    walked = walk(conversation.answers, today, _TOPICS, conversation.language)
    profile = known_profile(walked)
    if profile is None or walked.next is not None:
        return None
    rules, wanted = rules_on(today), conversation.told_of
    pooled = in_pool_since(walked.at)
    weighing = Weighing(profile, rules, record, walked.at.speaks, pooled)
    rounds = sorted(_rounds(weighing, unheard, record, wanted), key=_best_first)
    changed = tuple(_rules(profile, rules, unheard)) if "rules" in wanted else ()
    if not rounds and not changed:
        return None
    return Alert(
        total=weighing.total,
        range=open_range(walked),
        as_of=as_of(record, today),
        rounds=tuple(rounds[:MOST_ROUNDS]),
        more=max(0, len(rounds) - MOST_ROUNDS),
        rules=changed,
    )


def _rounds(
    weighing: Weighing,
    unheard: Unheard,
    record: Record,
    wanted: Collection[Subject],
) -> Iterator[RoundTold]:
    for held in record.rounds:
        if held.number not in unheard.rounds:
            continue
        worth, before = weighing.worth(held), unheard.rounds[held.number]
        if before is None:
            if _is_wanted(worth, wanted):
                yield RoundTold(worth)
            continue
        was = weighing.worth(_as_it_was(held, before))
        if was.verdict != worth.verdict and (_is_wanted(worth, wanted) or _is_wanted(was, wanted)):
            yield RoundTold(worth, corrected=before)


def _as_it_was(held: Round, facts: RoundFacts) -> Round:
    return replace(held, kind=facts.kind, cutoff=facts.cutoff, tie_break=facts.tie_break)


def _is_wanted(worth: RoundWorth, wanted: Collection[Subject]) -> bool:
    """Whether somebody wants to be told of such a round."""
    if worth.verdict == "shut":
        return False
    may_be = worth.verdict == "unsettled" and worth.past.gap >= 0
    return (
        ("invited" in wanted and (may_be or worth.verdict in ("invited", "at_cutoff")))
        or ("close" in wanted and worth.close)
        or ("kinds" in wanted and worth.verdict in ("invited", "at_cutoff", "short"))
    )


def _best_first(told: RoundTold) -> tuple[bool, int]:
    return told.worth.verdict not in ("invited", "at_cutoff"), -told.worth.past.gap


def _rules(profile: Profile, rules: Rules, unheard: Unheard) -> Iterator[RulesTold]:
    for since in unheard.rules:
        change = rules_change(profile, rules, since)
        if change.matters:
            yield RulesTold(change, began(since))
