"""Chances in the conversation: all kinds or one, who is let in, what is asked first."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.conversation import Conversation
from dialogs.events import Said
from dialogs.machine import handle
from dialogs.replies import Ask, Notice
from dialogs.replies_guide import GuideEntry
from dialogs.replies_rounds import OneKindShown
from scoring.chances import chances as foretell
from scoring.chances import path_of
from scoring.forecast import HORIZONS, proven
from scoring.record import Record
from scoring.rules import rules_on
from scoring.timeline import timeline
from tests.dialogs.rounds import chances
from tests.dialogs.talk import (
    SINGLE_ABROAD,
    TODAY,
    TRADESPERSON_IN_CANADA,
    Talk,
    answers_of,
    finished,
)

NURSE = {**SINGLE_ABROAD, "occupation": "31301"}


@pytest.mark.parametrize(
    "words",
    [
        "/chances",
        "do I have a chance this year?",
        "am I competitive?",
        "quelles sont mes chances ?",
    ],
)
def test_chances_name_what_is_open_one_step_away_and_shut(words: str) -> None:
    shown = chances(finished().say(words))
    assert shown.total == 469
    assert shown.open == ()
    assert [each.admission.kind for each in shown.near] == ["french", "cec", "pnp"]
    assert shown.french_below == 518 - 382
    assert {each.kind for each in shown.quiet} == {"general", "fsw"}
    assert "trade" in {each.kind for each in shown.shut}
    assert shown.rank is not None
    assert (shown.rank.on, shown.rank.people) == (date(2026, 9, 27), 229_904)


def test_one_step_away_is_foretold_as_if_the_step_were_done_today() -> None:
    shown = chances(finished().say("/chances"))
    near = {each.admission.kind: each for each in shown.near}
    for kind, each in near.items():
        step = each.admission.steps[0]
        path = path_of(timeline(step.after, rules_on(TODAY), 12))
        assert path[0].total == step.total == each.past.total > shown.total
        foretold = foretell(Record.shipped(), kind, TODAY, path)
        assert each.chances == tuple(chance for chance in foretold if chance.proven)
        assert [chance.months for chance in each.chances] == [
            m for m in HORIZONS if proven(kind, m)
        ]
    # French would do far better than a year in Canada: its cut-offs lie lower.
    assert near["french"].chances[-1].of_ten > near["cec"].chances[-1].of_ten


def test_work_that_is_lacking_changes_no_total_and_is_foretold_where_that_is_proven() -> None:
    talk = finished(NURSE)
    talk.say("/chances")
    shown = chances(talk.say("5 months"))
    lacking = next(each for each in shown.near if each.admission.kind == "healthcare")
    assert (lacking.admission.steps, lacking.past.total) == ((), shown.total)
    assert [each.months for each in lacking.chances] == [3, 6]


def test_chances_ask_first_for_work_in_the_category() -> None:
    talk = finished(NURSE)
    talk.say("/chances")
    assert talk.asked == "category_experience_months"
    shown = chances(talk.choose("12"))
    (healthcare,) = shown.open
    assert healthcare.admission.kind == "healthcare"
    assert healthcare.past.gap == 469 - 475
    assert [(each.months, each.rounds, each.invited) for each in healthcare.past.lookbacks] == [
        (3, 1, 0),
        (6, 2, 0),
        (12, 6, 2),
    ]
    assert [each.months for each in healthcare.chances] == [3, 6]
    assert all(each.proven and 0 <= each.probability <= 1 for each in healthcare.chances)
    assert answers_of(talk)["category_experience_months"] == "12"


def test_too_little_work_in_the_category_is_one_step_away() -> None:
    talk = finished(NURSE)
    talk.say("/chances")
    shown = chances(talk.say("5 months"))
    assert shown.open == ()
    assert "healthcare" in {each.admission.kind for each in shown.near}


def test_french_that_is_there_comes_first() -> None:
    talk = finished(TRADESPERSON_IN_CANADA)
    talk.say("/chances")
    shown = chances(talk.choose("24") if talk.asked else talk.replies)
    assert shown.open[0].admission.kind == "french"
    assert {each.admission.kind for each in shown.open} == {"french", "cec", "trade"}


def test_nobody_is_told_chances_before_their_score_can_be_worked_out() -> None:
    talk = Talk()
    (reply,) = talk.say("/chances")
    assert isinstance(reply, Notice)
    assert reply.key == "chances_need_answers"
    assert talk.conversation == Conversation(topics=("rounds",))


def test_whom_no_program_is_open_to_is_in_no_pool() -> None:
    shown = chances(finished({**SINGLE_ABROAD, "settlement_funds": "0"}).say("/chances"))
    assert shown.in_pool == "no"
    assert (shown.open, shown.rank) == ((), None)


def test_days_of_which_nothing_is_known_shut_no_kind_and_foretell_nothing() -> None:
    late = date(2027, 6, 1)
    talk = finished(TRADESPERSON_IN_CANADA)
    outcome = handle(talk.conversation, Said("/chances"), TODAY)
    while isinstance(outcome.replies[0], Ask):
        assert outcome.conversation is not None
        outcome = handle(outcome.conversation, Said("36 months"), TODAY)
    assert outcome.conversation is not None
    shown = chances(handle(outcome.conversation, Said("/chances"), late).replies)
    assert shown.as_of is not None
    assert shown.as_of.stale
    assert {"cec", "trade"} <= {each.admission.kind for each in shown.open}
    assert {each.unsaid for each in shown.open} <= {"too_old", "unproven"}
    assert not any(each.chances for each in shown.open)
    assert shown.lately == 40


@pytest.mark.parametrize(
    ("words", "kind", "state"),
    [
        ("why not healthcare?", "healthcare", "no"),
        ("pourquoi pas la santé ?", "healthcare", "no"),
        ("can I get in with the trades draw?", "trade", "no"),
        ("les tirages CEC, c'est pour moi ?", "cec", "if"),
        ("are the French rounds open to me?", "french", "if"),
        ("les rondes pour le français me sont-elles ouvertes ?", "french", "if"),
    ],
)
def test_one_kind_is_told_by_itself(words: str, kind: str, state: str) -> None:
    (shown,) = finished().say(words)
    assert isinstance(shown, OneKindShown)
    assert (shown.stands.admission.kind, shown.stands.admission.state) == (kind, state)
    assert bool(shown.stands.chances) is (state == "if")


def test_one_kind_says_the_same_as_all_chances() -> None:
    nurse = finished(NURSE)
    nurse.say("/chances")
    all_ = chances(nurse.choose("24"))
    (one,) = nurse.say("am I eligible for healthcare draws?")
    assert isinstance(one, OneKindShown)
    assert one.stands in all_.open
    assert one.as_of == all_.as_of


def test_what_decides_a_kind_is_asked_first() -> None:
    talk = finished(NURSE)
    talk.say("why not healthcare?")
    assert talk.asked == "category_experience_months"


@pytest.mark.parametrize("words", ["why not healthcare?", "pourquoi pas la santé ?"])
def test_a_kind_before_there_is_a_score_is_told_by_the_guide(words: str) -> None:
    said = Talk().say(words)[0]
    assert isinstance(said, GuideEntry)
    assert said.id == "category_healthcare"


def test_a_kind_that_asks_for_no_occupation_asks_nothing_first() -> None:
    (shown,) = finished(NURSE).say("are the French rounds open to me?")
    assert isinstance(shown, OneKindShown)


@pytest.mark.parametrize(("nominated", "told"), [("yes", False), ("no", True)])
def test_whom_a_province_has_nominated_is_not_sent_to_learn_french(
    nominated: str, told: bool
) -> None:
    talk = finished({**SINGLE_ABROAD, "provincial_nomination": nominated})
    shown = chances(talk.say("/chances"))
    assert (shown.french_below is not None) is told
    assert ("pnp" in [each.held.kind for each in shown.enough_for]) is not told
