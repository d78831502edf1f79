"""Talk at an open question is no answer: complaints, weather, family, wishes, idioms, insults.

The sentences stand in ``idle/``: words of choices and numbers are in many of them, and none of
them answers anything.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dialogs.conversation import LANGUAGES, Answer, Conversation, Language
from dialogs.events import Said
from dialogs.machine import handle
from dialogs.questionnaire import walk
from dialogs.questions import BY_ID
from dialogs.reading.occupations import read_occupation
from dialogs.reading.outcome import Ambiguous, Unreadable
from dialogs.replies import Ask
from tests.dialogs.talk import MARRIED_ABROAD, SINGLE_ABROAD, TODAY
from tests.figures import figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

TOPICS = ("time", "exchange", "rounds", "tie_break", "alerts")
_IELTS: Answer = {
    "test": "ielts",
    "listening": 8.0,
    "reading": 7.0,
    "writing": 7.0,
    "speaking": 7.0,
}
_SINGLE: Mapping[str, Answer] = {
    **SINGLE_ABROAD,
    "first_language_scores": _IELTS,
    "settlement_funds": "20000",
}
_COUPLE: Mapping[str, Answer] = {
    **MARRIED_ABROAD,
    **_SINGLE,
    "marital_status": "married",
    "second_language_test": "tef",
    "canadian_experience": "24",
    "recent_canadian_experience": "24",
    "occupation": "72200",
    "trade_certificate": "no",
    "trade_experience": "24",
    "job_offer": "skilled",
    "authorized_to_work": "no",
    "current_work": "canada",
    "family_size": "2",
    "spouse_canadian_study": "none",
    "spouse_language_test": "ielts",
    "spouse_language_scores": _IELTS,
    "spouse_second_language_test": "tef",
    "spouse_canadian_experience": "24",
    "spouse_foreign_experience": "36",
    "spouse_occupation": "72200",
    "spouse_trade_certificate": "no",
    "spouse_birth_date": "30",
}
_NOT_ASKED = {"relative_in_canada", "category_canadian_months"}
"""Asked of few people; read as others of their kind."""
_SELDOM = 0.2
"""Some of it names people by what they do: "my teacher was a Canadian"."""
_AT_ONCE = 5
"""Questions at which each sentence is said in the short form."""


@cache
def people() -> Mapping[str, Mapping[str, Answer]]:
    """For each question the answers of somebody who is asked it."""
    answers: dict[str, Mapping[str, Answer]] = {}
    for person in (_SINGLE, _COUPLE):
        for question in walk(person, TODAY, TOPICS).asked:
            answers.setdefault(question.id, person)
    return answers


@cache
def sentences(language: Language) -> Sequence[str]:
    file = Path(__file__).parent / "idle" / f"{language}.txt"
    return tuple(file.read_text(encoding="utf-8").splitlines())


def recorded(language: Language, said: str, question: str) -> Mapping[str, Answer | None]:
    """What a sentence changes while a question is open that has no answer yet."""
    answers = {each: value for each, value in people()[question].items() if each != question}
    conversation = Conversation(
        language, answers=answers, topics=TOPICS, started=True, revisiting=question
    )
    after = handle(conversation, Said(said), TODAY).conversation
    assert after is not None
    changed = {*answers, *after.answers}
    return {
        each: after.answers.get(each)
        for each in changed
        if after.answers.get(each) != answers.get(each)
    }


def _taken(language: Language, cases: Iterable[tuple[str, str]]) -> tuple[int, list[object]]:
    said = [(words, question, recorded(language, words, question)) for words, question in cases]
    return len(said), [each for each in said if each[2]]


def test_all_questions_are_open_to_talk() -> None:
    assert set(BY_ID) - set(people()) == _NOT_ASKED
    assert all(len(sentences(language)) >= 150 for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_idle_talk_records_no_answer(language: Language) -> None:
    questions = tuple(people())
    count, taken = _taken(
        language,
        (
            (words, questions[(number * _AT_ONCE + step) % len(questions)])
            for number, words in enumerate(sentences(language))
            for step in range(_AT_ONCE)
        ),
    )
    figure(f"idle talk recorded as an answer ({language})", taken=len(taken), said=count)
    assert taken == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "both of us will immigrate"),
        ("en", "husband never been to canada"),
        ("en", "hindi ko alam"),
        ("en", "ok english please"),
        ("en", "the second one"),
        ("fr", "la première"),
        ("fr", "je comprends rien"),
        ("fr", "il fait froid dehors"),
    ],
)
def test_talk_is_no_occupation(language: Language, words: str) -> None:
    assert read_occupation(words, language) == Unreadable("occupation_not_found")


def test_talk_is_seldom_near_an_occupation() -> None:
    said = [(language, words) for language in LANGUAGES for words in sentences(language)]
    near = [each for each in said if isinstance(read_occupation(each[1], each[0]), Ambiguous)]
    figure("idle talk for which occupations are offered", offered=len(near), said=len(said))
    assert len(near) <= _SELDOM * len(said)


@pytest.mark.soak
@pytest.mark.parametrize("language", LANGUAGES)
def test_idle_talk_records_no_answer_at_any_question(language: Language) -> None:
    count, taken = _taken(
        language, ((words, question) for words in sentences(language) for question in people())
    )
    figure(f"idle talk at every question ({language})", taken=len(taken), said=count)
    assert taken == []


@pytest.mark.parametrize(
    ("language", "question", "words", "value"),
    [
        ("en", "education", "phd i swear", "doctoral"),
        ("en", "education", "I finally got my masters after so much pain", "master"),
        ("fr", "education", "une licence, dieu merci", "bachelor"),
        ("en", "marital_status", "married, unfortunately", "married"),
        ("fr", "first_language_test", "le tef, quelle galère", "tef"),
        ("en", "foreign_experience", "winter and summer 3 years", "36"),
        ("en", "time_zone", "a coffee costs 5 dollars in toronto", "America/Toronto"),
    ],
)
def test_what_is_named_beside_other_words_is_asked_back(
    language: Language, question: str, words: str, value: str
) -> None:
    answers = {each: given for each, given in _SINGLE.items() if each != question}
    conversation = Conversation(
        language, answers=answers, topics=TOPICS, started=True, revisiting=question
    )
    outcome = handle(conversation, Said(words), TODAY)
    card = next(reply for reply in outcome.replies if isinstance(reply, Ask))
    assert (card.options, card.options_reason) == ((value,), "unsure")
    assert outcome.conversation is not None
    assert question not in outcome.conversation.answers
