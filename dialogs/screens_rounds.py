"""The replies that aim at rounds of invitations: improvements, plans to the last cut-off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.replies import Notice
from dialogs.replies_ahead import Improvements
from dialogs.replies_rounds import AimedRound
from dialogs.screens import may_be_eligible, missing_required, open_range, shut_out
from dialogs.screens_ahead import known_profile, preferring, target_plan
from dialogs.screens_enough import enough_already
from scoring.certainty import certainty
from scoring.competing import admission, rounds_opened
from scoring.plan import NOMINATION, apply, months_of, plan
from scoring.plan.scored import open_programs
from scoring.round_conditions import nearest, nearest_ahead, unmet, unmet_with
from scoring.rounds import FRESH
from scoring.rules import rules_on
from scoring.score import score

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dialogs.questionnaire import Walk
    from dialogs.replies_ahead import TargetPlan
    from scoring.certainty import Certainty
    from scoring.plan import Action, Combination, Plan
    from scoring.profile import Profile
    from scoring.record import Record
    from scoring.rounds import Round, RoundKind
    from scoring.rules import Rules


def round_plan(walked: Walk, kind: RoundKind | None, record: Record) -> TargetPlan | Notice:
    """What reaches the last cut-off of a kind of round with the least.

    Where the person could not be in such a round, the sets that change this are preferred.

    Args:
        walked: what is known of the person.
        kind: None for the nearest of the kinds that they could be in.
        record: the rounds that are known.
    """
    profile, rules = known_profile(walked), rules_on(walked.at.today)
    if profile is None:
        return Notice("improve_needs_answers", {"missing": missing_required(walked)})
    kind = kind or nearest(profile, rules, record)
    held = record.latest(kind, rules.on)
    if held is None:
        return Notice("no_round_yet", {"kind": kind})
    sure = certainty(profile, rules)
    planned = target_plan(walked, held.cutoff, record, sure)
    if isinstance(planned, Notice):
        return planned
    aimed = _aimed(held, walked, profile, record, sure)
    if not unmet(held.kind, profile, rules):
        return replace(planned, round=aimed)

    aimed = replace(
        aimed,
        opening=_opening(planned.plan, held.kind, rules),
        admitting=frozenset(
            each.actions
            for each in _sets(planned.plan)
            if not unmet(held.kind, apply(profile, each.changes), rules)
        ),
    )
    preferred = _preferring(planned.plan, aimed.admitting)
    if preferred is not planned.plan:
        planned = preferring(walked, planned, preferred)
    return replace(planned, round=aimed)


def improvements(walked: Walk, record: Record, *, every: bool = False) -> Improvements | Notice:
    """What would gain points, from as much as is known: the best of each kind, or all.

    With the round to aim at, unless one that is open would have invited the person.
    """
    profile, rules = known_profile(walked), rules_on(walked.at.today)
    if profile is None:
        return Notice("improve_needs_answers", {"missing": missing_required(walked)})
    planned = plan(profile, rules, speaks=walked.at.speaks)
    out = shut_out(walked, profile)
    kind = None if out else nearest_ahead(planned.current, profile, rules, record)
    held = None if kind is None else record.latest(kind, rules.on)
    sure = certainty(profile, rules)
    return Improvements(
        planned,
        complete=walked.score_known,
        shut_out=out,
        unsettled=out and may_be_eligible(profile, rules),
        range=open_range(walked),
        every=every,
        round=None if held is None else _aimed(held, walked, profile, record, sure),
        rounds=rounds_opened(profile, planned.every_action, rules, record),
        enough_for=enough_already(walked, profile, record, sure),
    )


def _aimed(
    held: Round, walked: Walk, profile: Profile, record: Record, sure: Certainty
) -> AimedRound:
    rules = rules_on(walked.at.today)
    newest = record.until(rules.on)[-1]
    return AimedRound(
        held=held,
        known_until=newest.on,
        stale=rules.on - newest.on > FRESH,
        quiet=record.is_quiet(held.kind, rules.on),
        admission=admission(held.kind, profile, rules, record, walked.at.speaks, sure),
        profile=profile,
        result=score(profile, rules),
    )


def _opening(plan: Plan, kind: RoundKind, rules: Rules) -> tuple[str, ...]:
    """The actions that admit to a kind of round, of each field the least demanding."""
    firsts: dict[str, str] = {}
    for action in sorted((*plan.actions, *plan.eligibility), key=_by_demand):
        field = action.id.partition(".")[0]
        programs = open_programs(action.result)
        if field not in firsts and not unmet_with(programs, kind, action.after, rules):
            firsts[field] = action.id
    return tuple(firsts.values())


def _by_demand(action: Action) -> tuple[int, int]:
    return action.effort, months_of(action)


def _sets(plan: Plan) -> tuple[Combination, ...]:
    furthest = () if plan.furthest is None else (plan.furthest,)
    return (*plan.combinations, *plan.lasting, *furthest)


def _preferring(plan: Plan, admitting: frozenset[tuple[str, ...]]) -> Plan:
    """The plan with only those sets without a nomination that admit, where there are any."""

    def kept(sets: Iterable[Combination]) -> tuple[Combination, ...]:
        return tuple(
            each for each in sets if NOMINATION in each.actions or each.actions in admitting
        )

    preferred = replace(plan, combinations=kept(plan.combinations), lasting=kept(plan.lasting))
    some = any(NOMINATION not in e.actions for e in (*preferred.combinations, *preferred.lasting))
    return preferred if some else plan
