"""The screen of a target: sets of steps that reach it, when, for how much, what they open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dialogs.choosing import chosen_sets
from dialogs.questionnaire import walk
from dialogs.replies_ahead import TargetPlan
from dialogs.screens_ahead import target_plan
from messages.aiming import gains
from messages.people import RECORD, TODAY
from messages.render import render
from tests.messages.ahead import data, each_language, of, text

if TYPE_CHECKING:
    from dialogs.conversation import Answers, Language

ELECTRICIAN: Answers = {
    "marital_status": "single",
    "birth_date": "1990-07-01",
    "education": "two_year",
    "canadian_study": "none",
    "has_eca": "yes",
    "first_language_test": "ielts",
    "first_language_scores": {
        "test": "ielts",
        "listening": 6.0,
        "reading": 5.5,
        "writing": 5.5,
        "speaking": 6.0,
    },
    "canadian_experience": "24",
    "foreign_experience": "24",
    "occupation": "72200",
    "trade_certificate": "no",
    "sibling_in_canada": "no",
}


@pytest.mark.parametrize("name", ["target, single", "target, couple", "target, unsure"])
def test_every_step_of_a_plan_can_be_supposed(name: str) -> None:
    reply = of(name)
    offered = set(data(render(reply, "en")))
    for found in chosen_sets(reply.plan).values():
        for id_ in set(found.actions) - reply.plan.silent.keys():
            assert f"whatif:{id_}" in offered


def test_sets_are_shown_for_a_reason_each_and_the_nomination_last() -> None:
    chosen = chosen_sets(of("target, single").plan)
    assert list(chosen) == ["least", "quicker", "nominated"]
    assert (chosen["quicker"].months or 0) < (chosen["least"].months or 0)


def test_sets_that_last_are_preferred() -> None:
    reply = of("target, single")
    for reason, found in chosen_sets(reply.plan).items():
        assert found.total_then is None or found.total_then >= 500, reason


def test_the_steps_of_a_set_add_up_to_its_total() -> None:
    for name in ("target, single", "target, couple", "target, unsure", "target, out of reach"):
        reply = of(name)
        for found in chosen_sets(reply.plan).values():
            along = gains(found, reply)
            assert reply.plan.current + sum(gain for gain, _ in along) == found.total
            assert along[-1][1] == found.total


def test_a_target_says_when_and_for_how_much() -> None:
    found = chosen_sets(of("target, single").plan)["least"]
    left = found.total_then
    assert left is not None
    assert left < found.total
    assert f"{left} points by May 2028, about $420" in text(of("target, single"))
    assert f"{left} points d’ici mai 2028, environ 420" in text(of("target, single"), "fr")


def test_a_target_that_nothing_reaches_says_how_far_and_what_stands_in_the_way() -> None:
    said = text(of("target, out of reach"))
    assert "No set of steps I know reaches 1190" in said
    assert "• Age: 16 below the most" in said


def test_a_target_only_a_nomination_reaches_says_how_far_the_rest_gets() -> None:
    said = text(of("target, only by a nomination"))
    assert "Without a nomination, the best set gets to 664." in said
    assert "Provincial nomination:" not in said


def test_somebody_already_there_reads_what_takes_points_and_what_protects_them() -> None:
    said = text(of("target, reached"))
    assert "5 March 2027: −6 → 447 (birthday)" in said
    assert "14 March 2028: −224 → 218 (first language test expires)" in said
    assert "From 5 March 2027 on you are below your target" in said
    assert "Your first language test: a new test before 14 March 2028" in said
    assert "Birthdays: nothing stops them" in said
    assert "stay above your target" in text(of("target, reached for long"))


@each_language
def test_points_without_a_program_are_not_praised(language: Language) -> None:
    warned = {"en": "No program is open to you yet", "fr": "Aucun programme ne vous est encore"}
    for name in ("target, no funds", "target, reached without funds"):
        assert warned[language] in text(of(name), language)
    assert warned[language] not in text(of("target, single"), language)


def test_somebody_shut_out_reads_what_each_set_opens() -> None:
    reply = of("target, no funds")
    said = text(reply)
    chosen = chosen_sets(reply.plan).values()
    assert said.count("Opens: ") == sum(bool(each.programs) for each in chosen) > 0
    assert said.count("Opens no program.") == sum(not each.programs for each in chosen) > 0
    assert "Opens: " not in text(of("target, single"))


def test_who_is_there_already_reads_every_change_in_order() -> None:
    said = text(of("target, round in the couple's reach"))
    gain, loss = "23 May 2027: +10 → 531", "1 February 2028: −202 → 329"
    assert gain in said
    assert said.index(gain) < said.index(loss)


@each_language
def test_nothing_is_said_to_protect_where_only_birthdays_take_points(language: Language) -> None:
    reply = replace(of("target, reached"), expiries={})
    said = text(reply, language)
    assert {"en": "Nothing stops birthdays", "fr": "Rien n’arrête les anniversaires"}[
        language
    ] in said
    assert {"en": "What protects", "fr": "Ce qui protège"}[language] not in said


@each_language
def test_what_a_step_takes_is_told_in_the_first_set_and_named_in_the_others(
    language: Language,
) -> None:
    reply = of("target, couple")
    steps = [id_ for each in chosen_sets(reply.plan).values() for id_ in each.actions]
    again = len(steps) - len(set(steps))
    said = text(reply, language)
    assert said.count({"en": "as in set 1", "fr": "comme dans l’ensemble 1"}[language]) == again > 0


@each_language
def test_a_test_for_several_steps_is_paid_once_and_that_is_said(language: Language) -> None:
    shown = target_plan(walk(ELECTRICIAN, TODAY), 480, RECORD)
    assert isinstance(shown, TargetPlan)
    several = [
        each
        for each in chosen_sets(shown.plan).values()
        if sum(id_.startswith("first_language.") for id_ in each.actions) > 1
    ]
    said = {"en": "its fee is counted once", "fr": "ne sont comptés qu’une fois"}[language]
    assert text(shown, language).count(said) == len(several) == 1
    assert said not in text(of("target, single"), language)
