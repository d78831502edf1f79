"""What people say of themselves: taken up, and answered with what the guide says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dialogs.conversation import Conversation
from dialogs.events import Said
from dialogs.machine import handle
from dialogs.replies_guide import GuideEntry
from dialogs.replies_told import FactsRead
from dialogs.turn import Outside
from messages.guide.ranking import guide_ranking
from messages.people import ABROAD, TODAY, first

if TYPE_CHECKING:
    from dialogs.conversation import Answers, Language
    from dialogs.turn import Outcome

SAID = [
    ("en", "my brother lives in Toronto", "sibling", "sibling_in_canada", "yes"),
    ("en", "my wife is canadian", "spouse_canadian", "spouse_status", "canadian"),
    ("en", "im 47", "older", "birth_date", "47"),
    ("fr", "mon frère vit au canada", "sibling", "sibling_in_canada", "yes"),
    ("fr", "j'ai une désignation du Manitoba", "nomination", "provincial_nomination", "yes"),
    ("fr", "j'ai 47 ans", "older", "birth_date", "47"),
]


def said(text: str, language: Language, answers: Answers) -> Outcome:
    before = Conversation(language, answers=answers, started=bool(answers))
    return handle(before, Said(text), TODAY, Outside(guide_ranking()))


OF_NOBODY = [
    ("en", "5 years of work experience in India", "foreign_experience", "60"),
    ("en", "got a PNP nomination from Ontario, 38", "provincial_nomination", "yes"),
    ("fr", "divorcé avec un enfant", "marital_status", "divorced"),
    ("fr", "conjoint d'une Canadienne, 41 ans", "birth_date", "41"),
]


@pytest.mark.parametrize(("language", "words", "question", "answer"), OF_NOBODY)
def test_facts_without_a_person_in_them_wait_as_well(
    language: Language, words: str, question: str, answer: str
) -> None:
    outcome = said(words, language, {})
    assert isinstance(outcome.replies[-1], FactsRead)
    assert outcome.conversation is not None
    assert outcome.conversation.facts[question] == answer


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "TEF 300 250 380 400"),
        ("en", "IELTS 7.5/6.5/6/6.5 (R/W/L/S)"),
        ("en", "CLB 9 in everything"),
        ("fr", "je suis marié, 31 ans, master, IELTS 8 7 7 7"),
        ("en", "we are a couple: I'm 30 and my husband is 33, both have masters degrees"),
    ],
)
def test_what_nobody_looks_up_is_taken_up_at_once(language: Language, words: str) -> None:
    replies = said(words, language, {}).replies
    assert isinstance(replies[-1], FactsRead)
    assert not any(isinstance(reply, GuideEntry) for reply in replies)


@pytest.mark.parametrize("words", ["truck driver express entry", "chemical engineer canada"])
def test_a_job_that_is_looked_up_is_not_taken_for_ones_own(words: str) -> None:
    (told,) = said(words, "en", {}).replies
    assert isinstance(told, GuideEntry)


@pytest.mark.parametrize("answers", [{}, ABROAD], ids=["newcomer", "finished"])
@pytest.mark.parametrize(("language", "words", "entry", "question", "answer"), SAID)
def test_the_entry_comes_first_and_the_fact_waits_to_be_confirmed(
    language: Language, words: str, entry: str, question: str, answer: str, answers: Answers
) -> None:
    outcome = said(words, language, answers)
    told, facts = outcome.replies
    assert isinstance(told, GuideEntry)
    assert told.id == entry
    assert isinstance(facts, FactsRead)
    assert outcome.conversation is not None
    assert outcome.conversation.facts[question] == answer
    assert outcome.conversation.answers == answers


@pytest.mark.parametrize(("language", "words", "entry", "question", "answer"), SAID[:1] + SAID[3:4])
def test_what_is_known_already_is_not_told_again(
    language: Language, words: str, entry: str, question: str, answer: str
) -> None:
    outcome = said(words, language, {**ABROAD, question: answer})
    (told,) = outcome.replies
    assert isinstance(told, GuideEntry)
    assert told.id == entry


@pytest.mark.parametrize(("language", "words", "entry", "question", "answer"), SAID)
def test_while_a_question_is_open_a_statement_is_no_question(
    language: Language, words: str, entry: str, question: str, answer: str
) -> None:
    replies = said(words, language, first(ABROAD, 4)).replies
    assert not any(isinstance(reply, GuideEntry) for reply in replies)
