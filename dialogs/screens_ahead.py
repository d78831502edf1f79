"""The replies that look ahead: plans to a total, suppositions, roles exchanged, the timeline."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.choosing import chosen_sets
from dialogs.profile import profile_of
from dialogs.question import Stage
from dialogs.questionnaire import walk
from dialogs.reading.more_work import WORK_BY_COUNTRY
from dialogs.replies import Notice, Report
from dialogs.replies_ahead import Comparison, Supposition, TargetPlan, TimelineShown
from dialogs.screens import (
    levels_of,
    may_be_eligible,
    missing_required,
    open_range,
    review,
    score_card,
    shut_out,
)
from dialogs.screens_enough import enough_already
from scoring.calendar import YEAR, expiry
from scoring.competing import newly_enough, rounds_opened
from scoring.explain import lines
from scoring.plan import plan
from scoring.plan.along import totals_along
from scoring.plan.changes import apply
from scoring.plan.exchange import exchange
from scoring.plan.scored import open_programs
from scoring.profile import LanguageResult, Profile
from scoring.ranges import total_range
from scoring.rules import rules_on
from scoring.score import score
from scoring.standing import spouse_counts
from scoring.timeline import best_from_until, timeline, twelve_months_reached

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dialogs.conversation import Answer, Answers
    from dialogs.questionnaire import Walk
    from dialogs.situation import Situation
    from scoring.certainty import Certainty
    from scoring.plan import Action, Plan
    from scoring.record import Record
    from scoring.rules import Rules


_YEARS_AHEAD = 10
"""How many years of birthdays are looked at."""
_WHO_COMES = "spouse_status"


def known_profile(walked: Walk) -> Profile | None:
    """The profile, unknown fields left at no points; None while a required answer is missing."""
    if missing_required(walked):
        return None
    return profile_of(walked.at, Profile)


def plan_of(walked: Walk) -> Plan | None:
    """The plan of what is known so far, without a target."""
    profile = known_profile(walked)
    if profile is None:
        return None
    return plan(profile, rules_on(walked.at.today), speaks=walked.at.speaks)


def target_plan(
    walked: Walk, target: int, record: Record, sure: Certainty | None = None
) -> TargetPlan | Notice:
    """What reaches a total with the least, and which rounds of the record each step opens.

    ``sure`` is how certain the programs are, where that is known already.
    """
    profile, rules = known_profile(walked), rules_on(walked.at.today)
    if profile is None:
        return Notice("improve_needs_answers", {"missing": missing_required(walked)})
    planned = plan(profile, rules, target, walked.at.speaks)
    out = shut_out(walked, profile)
    aimed = TargetPlan(
        planned,
        complete=walked.score_known,
        expiries=_expiries(profile, rules),
        shut_out=out,
        unsettled=out and may_be_eligible(profile, rules),
        range=open_range(walked),
        rounds=rounds_opened(profile, planned.every_action, rules, record),
        enough_for=enough_already(walked, profile, record, sure),
        ageing=ageing(profile, rules),
    )
    if planned.reached:
        return replace(aimed, events=timeline(profile, rules).events)
    return replace(aimed, along=_along(profile, planned, walked))


def ageing(profile: Profile, rules: Rules) -> tuple[int, ...]:
    """What the birthdays that surely fall within so many years take; none of a birth date.

    An age alone leaves the day open: within each year there is one birthday.
    """
    if profile.birth_date is not None or profile.age is None:
        return ()
    column = rules.crs.with_spouse if spouse_counts(profile) else rules.crs.without_spouse
    ages = range(profile.age, min(profile.age + _YEARS_AHEAD, len(column.age) - 1) + 1)
    now, *later = (column.age[age] for age in ages)
    return tuple(now - points for points in later)


def preferring(walked: Walk, aimed: TargetPlan, preferred: Plan) -> TargetPlan:
    """The same with another choice of the sets of its plan."""
    profile = known_profile(walked)
    along = {} if profile is None else _along(profile, preferred, walked)
    return replace(aimed, plan=preferred, along=along)


def _along(
    profile: Profile, planned: Plan, walked: Walk
) -> Mapping[tuple[str, ...], tuple[int, ...]]:
    """How the total grows along the sets that are shown."""
    sets = [each.actions for each in chosen_sets(planned).values()]
    return totals_along(profile, rules_on(walked.at.today), planned, sets)


def supposition(
    walked: Walk,
    card: int,
    answers: Mapping[str, Answer] | None,
    action: Action | None = None,
    record: Record | None = None,
) -> Supposition | Notice:
    """Old and new score side by side, for supposed answers or for an action of the plan.

    With a record also the rounds that only the new total would have been enough for.
    """
    before = known_profile(walked)
    if before is None:
        return Notice("suppose_needs_answers", {"missing": missing_required(walked)})
    rules = rules_on(walked.at.today)
    opens: tuple[str, ...] = ()
    if action is not None:
        after = apply(before, action.changes)
    else:
        after_walk = _supposing(walked, answers or {})
        after = profile_of(after_walk.at, Profile)
        opens = tuple(q.id for q in after_walk.open_of(Stage.SCORE) if q not in walked.asked)
    old, new = score(before, rules), score(after, rules)
    ranges = total_range(before, rules), total_range(after, rules)
    return Supposition(
        action=action,
        answers=dict(answers or {}),
        before=old,
        after=new,
        lines_before=lines(before, old, rules),
        lines_after=lines(after, new, rules),
        card=card,
        levels={
            question: reached
            for question, answer in (answers or {}).items()
            if (reached := levels_of(answer, walked.at)) is not None
        },
        complete=walked.score_known,
        ranges=ranges if any(low < high for low, high in ranges) else None,
        opens=opens,
        company=_company(walked, answers or {}) if _WHO_COMES in opens else None,
        rounds=() if opens or record is None else newly_enough(before, after, rules, record),
    )


def _supposing(walked: Walk, answers: Answers) -> Walk:
    """The questionnaire with supposed answers over those that stand."""
    supposed = {**walked.standing, **answers}
    return walk(supposed, walked.at.today, walked.topics, walked.at.language)


def _company(walked: Walk, answers: Answers) -> tuple[tuple[int, int], tuple[int, int]]:
    """The ranges with a spouse who stays behind, and with one who comes along."""
    rules = rules_on(walked.at.today)
    staying, coming = (
        total_range(profile_of(_supposing(walked, {**answers, **who}).at, Profile), rules)
        for who in ({_WHO_COMES: "staying"}, {_WHO_COMES: "accompanying"})
    )
    return staying, coming


def comparison(walked: Walk) -> Comparison | Notice:
    """The spouse as principal applicant, beside the person as they are."""
    profile, rules = known_profile(walked), rules_on(walked.at.today)
    exchanged = None if profile is None else exchange(profile, rules)
    if profile is None or exchanged is None:
        return Notice("exchange_needs_spouse")
    result = score(profile, rules)
    return Comparison(
        current=result.crs.total,
        exchange=exchanged,
        programs=open_programs(result),
        profile=profile,
        in_trade=exchanged.changes.get("occupation") in rules.fst.trades,
        open_questions=len(walked.open),
        unsettled=not open_programs(result) and may_be_eligible(profile, rules),
    )


def timeline_shown(walked: Walk) -> TimelineShown | Notice:
    """The days on which the score changes by itself."""
    profile = known_profile(walked)
    if profile is None or not walked.score_known:
        return Notice("timeline_needs_score")
    rules = rules_on(walked.at.today)
    ahead = timeline(profile, rules)
    return TimelineShown(
        timeline=ahead,
        best=best_from_until(ahead),
        permit_until=profile.work_permit_until,
        twelve_months_on=twelve_months_reached(profile, rules),
        test_expiries=_expiries(profile, rules),
        undated=tuple(field for field, result in _results(profile).items() if not result.taken_on),
        range=open_range(walked),
        work_from=_work_from(walked.at),
    )


def _work_from(at: Situation) -> tuple[str, int] | None:
    question = WORK_BY_COUNTRY.get(at.choice("current_work") or "")
    months = None if question is None else at.number(question)
    if question is None or months is None or months % YEAR:
        return None
    return question, months


def report(walked: Walk, aimed: TargetPlan | Notice | None = None) -> Report | Notice:
    """Everything that is known so far, with the plan to what is aimed at, if there is one."""
    answers = review(walked)
    if isinstance(answers, Notice):
        return Notice("report_empty")
    profile, rules = known_profile(walked), rules_on(walked.at.today)
    scored = profile if walked.score_known else None
    return Report(
        review=answers,
        score=score_card(walked),
        plan=aimed if scored and isinstance(aimed, TargetPlan) else _without_target(walked),
        timeline=timeline(scored, rules) if scored else None,
        today=walked.at.today,
        shut_out=profile is not None and shut_out(walked, profile),
    )


def _without_target(walked: Walk) -> TargetPlan | None:
    planned = plan_of(walked)
    return None if planned is None else TargetPlan(planned, complete=walked.score_known)


def _expiries(profile: Profile, rules: Rules) -> dict[str, date]:
    years: int = rules.entries["validity"].value("language_test_years")
    return {
        field: expiry(result.taken_on, years)
        for field, result in _results(profile).items()
        if result.taken_on is not None
    }


def _results(profile: Profile) -> dict[str, LanguageResult]:
    """The results that count, by language field."""
    spouse = profile.spouse if spouse_counts(profile) else None
    results = {
        "first_language": profile.first_language,
        "second_language": profile.second_language,
        "spouse_language": None if spouse is None else spouse.language,
    }
    return {field: each for field, each in results.items() if isinstance(each, LanguageResult)}
