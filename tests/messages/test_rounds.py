"""Rounds of invitations in words: every kind has a name, and a target says which round it is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, get_args

import pytest

from dialogs import screens_ahead, screens_rounds
from dialogs.conversation import LANGUAGES, Language
from dialogs.questionnaire import walk
from dialogs.reading.targets import LastRound, read_target
from dialogs.replies import Notice
from dialogs.replies_ahead import TargetPlan
from messages.illustrations import plan_drawn
from messages.people import ABROAD, COUPLE, RECORD, TODAY
from messages.pictures import PlanFacts, Step, plan_picture
from messages.render import render
from messages.report.told import facts_of
from messages.rounds import aimed
from messages.words import words
from scoring.record import Record
from scoring.round_conditions import Condition
from scoring.rounds import ROUND_KINDS
from tests.messages.telegram import read

if TYPE_CHECKING:
    from dialogs.conversation import Answers
    from scoring.rounds import RoundKind

each_language = pytest.mark.parametrize("language", LANGUAGES)


def to_round(kind: RoundKind, answers: Answers = ABROAD, today: date = TODAY) -> TargetPlan:
    reply = screens_rounds.round_plan(walk(answers, today), kind, RECORD)
    assert isinstance(reply, TargetPlan)
    return reply


def text(reply: TargetPlan | Notice, language: Language) -> str:
    return read(render(reply, language).text).text.replace("\N{NO-BREAK SPACE}", " ")


@each_language
def test_every_kind_has_a_name_and_every_condition_a_sentence(language: Language) -> None:
    said = words(language)
    assert said.keys("rounds", "kinds") == ROUND_KINDS
    assert said.keys("rounds", "plural") == ROUND_KINDS
    assert set(said.keys("rounds", "cautions")) == {*get_args(Condition), "unsettled"}


@each_language
def test_kinds_that_are_offered_can_be_typed(language: Language) -> None:
    offered = text(Notice("target_unknown"), language)
    listed = offered.split(":")[1].split(".")[0].split(", ")
    kinds = {read_target(f"/improve {name.strip()}") for name in listed}
    assert kinds == {LastRound(kind) for kind in ROUND_KINDS if kind != "other"}


@each_language
def test_the_buttons_can_be_typed(language: Language) -> None:
    labels = {kind: words(language).find("buttons", "aim", kind) for kind in ROUND_KINDS}
    offered = {kind: label for kind, label in labels.items() if label}
    assert len(offered) == len(words(language).keys("buttons", "aim"))
    for kind, label in offered.items():
        assert read_target(label) == LastRound(kind)


@pytest.mark.parametrize("kind", ROUND_KINDS)
@each_language
def test_a_target_says_which_round_it_is(kind: RoundKind, language: Language) -> None:
    held = RECORD.latest(kind, TODAY)
    if held is None:
        return
    said, formats = text(to_round(kind), language), words(language).formats
    assert words(language).say("rounds", "kinds", kind).replace("'", "’") in said
    for fact in (held.number, formats.date(held.on), str(held.cutoff)):
        assert fact.replace("\N{NO-BREAK SPACE}", " ") in said


@pytest.mark.parametrize(
    ("language", "fresh", "stale"),
    [
        ("en", "Rounds as of 1 October 2026.", "there have surely been newer ones"),
        ("fr", "Rondes au 1er octobre 2026.", "il y en a sûrement eu d’autres"),
    ],
)
def test_after_six_weeks_without_news_it_is_cautious(
    language: Language, fresh: str, stale: str
) -> None:
    newest = date(2026, 10, 1)
    soon = text(to_round("cec", COUPLE, newest + timedelta(weeks=6)), language)
    later = text(to_round("cec", COUPLE, newest + timedelta(weeks=6, days=1)), language)
    assert fresh in soon
    assert stale not in soon
    assert stale in later
    assert fresh not in later


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("cec", "only for people in the Canadian Experience Class"),
        ("cec", "1 year of skilled work in Canada in the last 3 years"),
        ("fst", "Your occupation is not one of its skilled trades"),
        ("pnp", "nominated"),
        ("french", "NCLC 7 or more in all four abilities of French"),
        ("french", "What would let you in"),
        ("french", "points are not all it takes"),
        ("stem", "your occupation is not on the list of its category"),
        ("agriculture", "there is no such category now"),
        ("military", "10 years of unbroken service"),
        ("general", "I know of no general round since"),
    ],
)
def test_who_could_not_be_in_a_round_is_told(kind: RoundKind, says: str) -> None:
    assert says in text(to_round(kind), "en")


@pytest.mark.parametrize(
    ("language", "kind", "code", "says"),
    [
        ("en", "healthcare", "31301", "1 year of work in your occupation within the last 3 years"),
        ("fr", "healthcare", "31301", "1 an de travail dans votre profession au cours des 3 der"),
        ("en", "physicians", "31102", "in your occupation, in Canada, within the last 3 years"),
        ("fr", "physicians", "31102", "dans votre profession, au Canada, au cours des 3 dern"),
    ],
)
def test_too_little_work_in_a_category_is_told(
    language: Language, kind: RoundKind, code: str, says: str
) -> None:
    answers = {**ABROAD, "occupation": code, "category_experience_months": "6"}
    reply = screens_rounds.round_plan(walk(answers, TODAY, ("rounds",)), kind, RECORD)
    assert isinstance(reply, TargetPlan)
    assert says in text(reply, language)


def test_who_could_be_in_it_is_not_warned() -> None:
    said = text(to_round("cec", COUPLE, date(2026, 10, 5)), "en")
    assert "You are there already" in said
    assert "⚠️" not in said


def test_a_total_of_ones_own_names_no_round() -> None:
    reply = screens_ahead.target_plan(walk(ABROAD, TODAY), 518, RECORD)
    assert isinstance(reply, TargetPlan)
    assert aimed(reply, words("en")) is None
    assert "Aimed at" not in text(reply, "en")


@pytest.mark.parametrize(
    ("language", "named"),
    [
        ("en", "518 is the cut-off of the last Canadian Experience Class round known: no. 446"),
        ("fr", "518 est la note minimale de la dernière ronde de la catégorie de l’expérience"),
    ],
)
def test_picture_and_report_name_the_round(language: Language, named: str) -> None:
    reply, said = to_round("cec"), words(language)
    sentence = aimed(reply, said)
    assert sentence is not None
    assert named in sentence.replace("\N{NO-BREAK SPACE}", " ")

    facts = PlanFacts(453, (Step("One", 65),), target=518, aimed=sentence)
    assert sentence in plan_picture(facts, language).caption

    drawing = plan_drawn(reply, said)
    assert drawing is not None
    assert sentence in drawing.facts["remarks"]

    report = screens_ahead.report(walk(ABROAD, TODAY), reply)
    assert not isinstance(report, Notice)
    way = facts_of(report, said).plan
    assert way is not None
    assert way.aimed == sentence


@pytest.mark.parametrize(
    ("language", "aim", "opens"),
    [
        ("en", "Aim: 382, the cut-off of the last round for French", "Opens rounds for French"),
        ("fr", "À viser : 382, la note minimale de la dernière", "Ouvre les rondes pour le fran"),
    ],
)
def test_improvements_say_what_to_aim_at_and_what_a_step_opens(
    language: Language, aim: str, opens: str
) -> None:
    reply = screens_rounds.improvements(walk(ABROAD, TODAY), RECORD)
    assert not isinstance(reply, Notice)
    said = read(render(reply, language).text).text.replace("\N{NO-BREAK SPACE}", " ")
    assert aim in said
    assert opens in said
    assert "382)" in said


@each_language
def test_an_empty_record_gives_nothing_to_aim_at(language: Language) -> None:
    reply = screens_rounds.improvements(walk(ABROAD, TODAY), Record())
    assert not isinstance(reply, Notice)
    assert (reply.round, reply.rounds) == (None, {})
    assert "382" not in read(render(reply, language).text).text
