"""Somebody without any test: the language of the conversation is taken for their first one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dialogs.conversation import UNKNOWN, Conversation
from dialogs.events import Said
from dialogs.machine import handle
from dialogs.open_answers import estimate
from dialogs.questionnaire import walk
from dialogs.replies_ahead import Improvements, TargetPlan
from messages.people import ABROAD
from messages.render import render
from tests.messages.telegram import read

if TYPE_CHECKING:
    from dialogs.conversation import Answers, Language
    from dialogs.replies import Reply

TODAY = date(2026, 11, 23)
UNTESTED: Answers = {
    **{q: a for q, a in ABROAD.items() if q != "first_language_scores"},
    "first_language_test": UNKNOWN,
    "second_language_test": UNKNOWN,
}
TESTS = {"en": ("clb", "nclc"), "fr": ("nclc", "clb")}


def said(text: str, language: Language, answers: Answers = UNTESTED) -> Reply:
    outcome = handle(Conversation(language, answers, started=True), Said(text), TODAY)
    return outcome.replies[0]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_first_test_is_in_the_language_of_the_conversation(language: Language) -> None:
    reply = said("/improve", language)
    assert isinstance(reply, Improvements)
    first, second = TESTS[language]
    assert reply.plan.action("first_language.all_9").changes["first_language"]["test"] == first
    assert reply.plan.action("second_language.all_9").changes["second_language"]["test"] == second


def test_the_steps_of_a_plan_add_up_in_french_too() -> None:
    reply = said("/improve 480", "fr")
    assert isinstance(reply, TargetPlan)
    for found in (*reply.plan.combinations, *reply.plan.lasting):
        assert reply.along[found.actions][-1] == found.total


def test_a_test_that_is_known_decides_whatever_the_conversation_is_in() -> None:
    known = {**UNTESTED, "second_language_test": "celpip", "second_language_scores": UNKNOWN}
    assert estimated(known, "en") == estimated(known, "fr") == "french"
    reply = said("/improve", "fr", ABROAD)
    assert isinstance(reply, Improvements)
    assert reply.plan.action("first_language.all_10").changes["first_language"]["test"] == "ielts"


def estimated(answers: Answers, language: Language) -> str | None:
    found = estimate(walk(answers, TODAY, language=language))
    return None if found is None else found.language


def test_the_estimate_is_of_that_language_and_says_so() -> None:
    assert estimated(UNTESTED, "en") == "english"
    assert estimated(UNTESTED, "fr") == "french"
    assert "En français, au même niveau" in shown("fr")
    assert "In English, at the same level" in shown("en")


def shown(language: Language) -> str:
    return read(render(said("/score", language), language).text).text


def test_words_in_another_language_change_it_this_once() -> None:
    conversation = Conversation("en", UNTESTED, started=True)
    outcome = handle(conversation, Said("comment améliorer ma note ?"), TODAY)
    reply = outcome.replies[0]
    assert isinstance(reply, Improvements)
    assert reply.plan.action("first_language.all_9").changes["first_language"]["test"] == "nclc"
    assert outcome.conversation == replace(conversation, language="en")
