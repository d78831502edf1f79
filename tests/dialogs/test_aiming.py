"""Aiming at the last cut-off of a kind of round."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dialogs.replies import Ask, Export, Notice, Report, Welcome
from dialogs.replies_ahead import Improvements, TargetPlan
from dialogs.replies_told import FactsRead
from scoring.plan.changes import apply
from scoring.record import Record
from scoring.round_conditions import unmet
from scoring.rules import rules_on
from tests.dialogs.talk import SINGLE_ABROAD, TODAY, TRADESPERSON_IN_CANADA, Talk, finished

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialogs.replies_rounds import AimedRound


def aimed(talk: Talk, words: str) -> tuple[TargetPlan, AimedRound]:
    (reply,) = talk.say(words)
    assert isinstance(reply, TargetPlan)
    assert reply.round is not None
    return reply, reply.round


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("/improve cec", "446"),
        ("what is the least I must do to reach the last CEC cut-off?", "446"),
        ("qu'est-ce qu'il me faut pour le dernier tirage CEC ?", "446"),
        ("how do I get to the last French cut-off", "437"),
        ("reach the last healthcare draw", "441"),
        ("comment atteindre le dernier tirage des candidats des provinces ?", "445"),
    ],
)
def test_a_kind_of_round_gives_the_plan_to_its_last_cut_off(words: str, number: str) -> None:
    reply, round_ = aimed(finished(), words)
    assert round_.held.number == number
    assert reply.plan.target == round_.held.cutoff
    assert round_.held == Record.shipped().latest(round_.held.kind, TODAY)


def test_a_total_comes_from_no_round() -> None:
    talk = finished()
    aimed(talk, "/improve cec")
    (reply,) = talk.say("/improve 500")
    assert isinstance(reply, TargetPlan)
    assert reply.round is None
    assert (talk.conversation.aim, talk.conversation.aim_kind) == (500, None)


def test_without_a_kind_it_is_the_nearest_round() -> None:
    talk = finished(TRADESPERSON_IN_CANADA)
    _, round_ = aimed(talk, "what is the least I must do to reach the last cut-off?")
    assert (round_.held.kind, round_.unmet) == ("french", None)


def test_a_target_that_is_met_says_so_and_what_is_lost_next() -> None:
    talk = finished(TRADESPERSON_IN_CANADA)
    reply, round_ = aimed(talk, "/improve french")
    assert reply.plan.reached
    assert reply.plan.combinations == ()
    assert round_.unmet is None


def test_points_alone_do_not_let_somebody_into_a_round() -> None:
    reply, round_ = aimed(finished(), "/improve french")
    assert reply.plan.reached
    assert (round_.unmet, round_.shut) == ("french", True)
    (first, *_) = round_.opening
    assert first.startswith("second_language")
    changed = apply(round_.profile, reply.plan.action(first).changes)
    assert unmet("french", changed, rules_on(TODAY)) == ()


def test_sets_that_let_the_person_in_are_preferred() -> None:
    reply, round_ = aimed(finished(), "/improve cec")
    assert round_.unmet == "cec"
    without = [
        each
        for each in (*reply.plan.combinations, *reply.plan.lasting)
        if "provincial_nomination" not in each.actions
    ]
    assert without
    for each in without:
        assert each.actions in round_.admitting
        assert each.total >= 518
        assert unmet("cec", apply(round_.profile, each.changes), rules_on(TODAY)) == ()


def test_an_occupation_that_a_category_does_not_list_keeps_out_of_it() -> None:
    _, round_ = aimed(finished(), "/improve stem")
    assert (round_.unmet, round_.shut) == ("occupation", True)
    assert round_.opening == ()


def test_work_in_a_category_that_is_not_told_keeps_nobody_out_of_it() -> None:
    _, round_ = aimed(finished({**SINGLE_ABROAD, "occupation": "31301"}), "/improve healthcare")
    assert (round_.unmet, round_.shut) == ("category_work", False)


def test_while_questions_about_programs_are_open_nothing_is_certain() -> None:
    talk = Talk()
    talk.answer_all(SINGLE_ABROAD, until="continuous_experience")
    reply, card = talk.say("/improve fsw")
    assert isinstance(reply, TargetPlan)
    assert reply.round is not None
    assert (reply.round.unmet, reply.round.shut) == ("fsw", False)
    assert isinstance(card, Ask)


def test_what_the_answers_given_shut_is_certain_before_all_are() -> None:
    talk = Talk()
    talk.answer_all(SINGLE_ABROAD, until="continuous_experience")
    reply, _ = talk.say("/improve cec")
    assert isinstance(reply, TargetPlan)
    assert reply.round is not None
    assert (reply.round.unmet, reply.round.shut) == ("cec", True)


@pytest.mark.parametrize(
    ("unknown", "kind", "shut"),
    [
        ("canadian_experience", "cec", False),
        ("foreign_experience", "cec", True),
        ("provincial_nomination", "pnp", False),
        ("foreign_experience", "pnp", True),
        ("second_language_test", "french", False),
        ("foreign_experience", "french", True),
        ("first_language_test", "general", False),
    ],
)
def test_what_is_not_known_keeps_nobody_out_of_a_round(unknown: str, kind: str, shut: bool) -> None:
    _, round_ = aimed(finished({**SINGLE_ABROAD, unknown: "unknown"}), f"/improve {kind}")
    assert round_.unmet is not None
    assert round_.shut is shut


@pytest.mark.parametrize(
    ("today", "stale"),
    [(date(2026, 10, 1), False), (date(2026, 11, 12), False), (date(2026, 11, 13), True)],
)
def test_six_weeks_after_the_newest_round_it_is_stale(today: date, stale: bool) -> None:
    talk = finished()
    talk.today = today
    _, round_ = aimed(talk, "/improve cec")
    assert round_.known_until == date(2026, 10, 1)
    assert round_.stale is stale


def test_a_kind_that_is_not_held_any_more_is_quiet() -> None:
    assert aimed(finished(), "/improve general")[1].quiet
    assert not aimed(finished(), "/improve cec")[1].quiet


def test_a_kind_without_a_round_is_told() -> None:
    talk = finished()
    assert talk.say("/improve researchers") == (Notice("no_round_yet", {"kind": "researchers"}),)
    assert (talk.conversation.aim, talk.conversation.aim_kind) == (None, None)


@pytest.mark.parametrize("words", ["/improve plumbers", "/improve 5000"])
def test_a_target_that_is_not_known_is_told(words: str) -> None:
    assert finished().say(words) == (Notice("target_unknown"),)


def test_before_the_first_answers_no_plan_can_be_made() -> None:
    reply = Talk().say("/improve cec")[0]
    assert isinstance(reply, Notice)
    assert reply.key == "improve_needs_answers"


@pytest.mark.parametrize("data", ["aim:", "aim:plumbers", "aim:500", "aim:cec:1"])
def test_a_button_of_no_kind_has_no_effect(data: str) -> None:
    talk = finished()
    before = talk.conversation
    (reply,) = talk.press(data)
    assert not isinstance(reply, TargetPlan)
    assert talk.conversation == before


def test_nobody_who_is_unknown_is_aimed_for_by_a_button() -> None:
    talk = Talk()
    assert talk.press("aim:cec") == (Notice("gone"),)


def test_improvements_offer_the_nearest_round() -> None:
    talk = finished()
    (reply,) = talk.say("/improve")
    assert isinstance(reply, Improvements)
    assert reply.nearest == "french"
    (plan,) = talk.press(f"aim:{reply.nearest}")
    assert isinstance(plan, TargetPlan)
    assert plan.round is not None
    assert plan.round.held.kind == "french"


def test_nobody_is_offered_a_round_that_would_have_invited_them() -> None:
    (reply,) = finished(TRADESPERSON_IN_CANADA).say("/improve")
    assert isinstance(reply, Improvements)
    assert reply.nearest is None


def test_a_report_shows_the_plan_to_the_newest_cut_off_of_the_kind() -> None:
    talk = finished()
    talk.today = date(2026, 9, 20)
    assert aimed(talk, "/improve cec")[1].held.number == "443"
    assert (talk.conversation.aim, talk.conversation.aim_kind) == (519, "cec")
    talk.today = TODAY
    (report,) = talk.say("/report")
    assert isinstance(report, Report)
    assert report.plan == aimed(talk, "/improve cec")[0]
    (export,) = talk.say("/export")
    assert isinstance(export, Export)
    assert (export.content["aim"], export.content["aim_kind"]) == (518, "cec")


def test_an_aim_without_its_round_is_still_a_total() -> None:
    talk = finished()
    talk.conversation = replace(talk.conversation, aim=500, aim_kind="researchers")
    (report,) = talk.say("/report")
    assert isinstance(report, Report)
    assert report.plan is not None
    assert (report.plan.plan.target, report.plan.round) == (500, None)


IN_CANADA = {
    **SINGLE_ABROAD,
    "first_language_scores": "7 7 6.5 6.5",
    "canadian_experience": "12",
    "recent_canadian_experience": "12",
}
"""The Canadian Experience Class is open, and the points are short of its last cut-off."""


def improved(talk: Talk, words: str = "/improve") -> Improvements:
    (reply,) = talk.say(words)
    assert isinstance(reply, Improvements)
    return reply


def test_without_a_number_it_is_aimed_at_the_nearest_round_that_is_open() -> None:
    talk = finished(IN_CANADA)
    round_ = improved(talk).round
    assert round_ is not None
    assert (round_.held.number, round_.unmet) == ("446", None)
    assert (talk.conversation.aim, talk.conversation.aim_kind) == (518, "cec")
    (report,) = talk.say("/report")
    assert isinstance(report, Report)
    assert report.plan == aimed(talk, "/improve cec")[0]


def test_a_target_of_ones_own_is_kept() -> None:
    talk = finished(IN_CANADA)
    talk.say("/improve 480")
    assert improved(talk).round is not None
    assert (talk.conversation.aim, talk.conversation.aim_kind) == (480, None)


@pytest.mark.parametrize("answers", [SINGLE_ABROAD, TRADESPERSON_IN_CANADA])
def test_nothing_is_aimed_at_where_no_round_is_open_or_one_would_have_invited(
    answers: Mapping[str, str],
) -> None:
    talk = finished(answers)
    improved(talk)
    assert (talk.conversation.aim, talk.conversation.aim_kind) == (None, None)


@pytest.mark.parametrize("words", ["/improve", "/improve 500", "/improve cec"])
def test_each_step_says_which_rounds_it_opens(words: str) -> None:
    (reply,) = finished().say(words)
    assert isinstance(reply, Improvements | TargetPlan)
    kinds = {id_: [each.kind for each in rounds] for id_, rounds in reply.rounds.items()}
    assert kinds["provincial_nomination"] == ["pnp"]
    assert kinds["second_language.all_7"] == ["french"]
    assert kinds["canadian_experience_months.12"] == ["cec"]
    named = {action.id for action in reply.plan.every_action}
    assert kinds.keys() <= named


@pytest.mark.parametrize(
    ("words", "total"),
    [
        ("im 31 single masters ielts 8 7.5 7 7, how do i get to 500", 500),
        ("j'ai 31 ans, célibataire, maîtrise, comment arriver à 480 ?", 480),
        ("how do I get to 500? I am 31, single, with a master's", 500),
    ],
)
def test_facts_beside_a_total_are_confirmed_before_the_plan(words: str, total: int) -> None:
    talk = Talk()
    welcome, facts = talk.say(words)
    assert isinstance(welcome, Welcome)
    assert isinstance(facts, FactsRead)
    assert {"birth_date", "marital_status", "education"} <= set(talk.conversation.facts)
    assert talk.conversation.aim == total
    (plan, *_) = talk.say("yes")
    assert isinstance(plan, TargetPlan | Improvements)


def test_a_single_number_beside_a_total_is_no_fact() -> None:
    (reply,) = finished().say("I need 500")
    assert isinstance(reply, TargetPlan)
