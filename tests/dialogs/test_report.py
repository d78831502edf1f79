"""A report of what is known, whenever it is asked for."""

from __future__ import annotations

import pytest

from dialogs.conversation import LANGUAGES
from dialogs.intents import read_intent
from dialogs.replies import Ask, NoScoreYet, Notice, Report, Score
from dialogs.replies_ahead import TargetPlan
from tests.dialogs.talk import SINGLE_ABROAD, TODAY, Talk


def finished() -> Talk:
    talk = Talk()
    talk.answer_all(dict(SINGLE_ABROAD))
    return talk


def report(talk: Talk, words: str = "/report") -> Report:
    reply = talk.say(words)[0]
    assert isinstance(reply, Report)
    return reply


def test_holds_all_that_is_known() -> None:
    known = report(finished())
    assert isinstance(known.score, Score)
    assert known.score.low == known.score.high == 469
    assert {entry.question for entry in known.review.entries} >= set(SINGLE_ABROAD)
    assert known.plan is not None
    assert known.plan.plan.actions
    assert known.plan.plan.target is None
    assert known.timeline is not None
    assert known.timeline.current == 469
    assert known.today == TODAY


def test_shows_the_plan_to_the_total_last_aimed_at() -> None:
    talk = finished()
    aimed = talk.say("/improve 500")[0]
    assert isinstance(aimed, TargetPlan)
    assert report(talk).plan == aimed
    assert talk.press("cmd:export")
    talk.say("/improve 480")
    plan = report(talk).plan
    assert plan is not None
    assert plan.plan.target == 480


def test_with_nothing_known_there_is_no_report() -> None:
    talk = Talk()
    assert talk.say("/report") == (Notice("report_empty", newcomer=True),)
    talk.say("/start")
    notice, card = talk.say("/report")
    assert notice == Notice("report_empty")
    assert isinstance(card, Ask)


def test_with_open_questions_it_holds_a_range_and_the_question_comes_back() -> None:
    talk = Talk()
    talk.say("/start")
    talk.choose("single")
    reply, card = talk.say("/report")
    assert isinstance(reply, Report)
    assert isinstance(reply.score, NoScoreYet)
    assert reply.score.low < reply.score.high
    assert (reply.plan, reply.timeline) == (None, None)
    assert isinstance(card, Ask)
    assert card.question == "birth_date"


def test_before_the_score_is_known_a_plan_has_no_way_to_a_total() -> None:
    talk = Talk()
    talk.answer_all(dict(SINGLE_ABROAD), until="canadian_experience")
    talk.say("/improve 500")
    known = report(talk)
    assert known.plan is not None
    assert known.plan.plan.target is None
    assert known.timeline is None


def test_an_aim_changes_no_answer_and_ends_with_a_restart() -> None:
    talk = finished()
    answers = talk.conversation.answers
    talk.say("I need 500")
    assert talk.conversation.aim == 500
    assert talk.conversation.answers == answers
    talk.say("/restart")
    talk.say("yes")
    assert talk.conversation.aim is None


@pytest.mark.parametrize(
    "words",
    ["send me a report", "PDF", "I want a report please", "rapport", "envoyez-moi un PDF"],
)
def test_is_understood_in_everyday_words(words: str) -> None:
    assert {read_intent(words, language) for language in LANGUAGES} == {"report"}
    report(finished(), words)
