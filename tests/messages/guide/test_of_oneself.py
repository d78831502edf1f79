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
