"""One score of a test that is known is put right in words, and the others stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dialogs.replies_told import FactsRead
from scoring.vocabulary import ABILITIES
from tests.dialogs.talk import SINGLE_ABROAD, Talk, answers_of

if TYPE_CHECKING:
    from dialogs.conversation import Language

TESTS = {
    "ielts": {"test": "ielts", "listening": 8.0, "reading": 7.0, "writing": 7.0, "speaking": 6.5},
    "tcf": {"test": "tcf", "listening": 480, "reading": 500, "writing": 12, "speaking": 11},
}


def said(test: str) -> str:
    """Four scores as they are typed."""
    return " ".join(str(TESTS[test][ability]) for ability in ABILITIES)


def with_tests(first: str, second: str | None = None, language: Language = "en") -> Talk:
    """Somebody who is asked about work in Canada, after these tests."""
    talk = Talk(language=language)
    answers = {**SINGLE_ABROAD, "first_language_test": first, "first_language_scores": said(first)}
    if second is not None:
        answers |= {"second_language_test": second, "second_language_scores": said(second)}
    talk.answer_all(answers, until="canadian_experience")
    return talk


@pytest.mark.parametrize(
    ("test", "language", "words", "changed"),
    [
        ("ielts", "en", "actually my speaking is 7 not 6.5", {"speaking": 7.0}),
        ("ielts", "en", "my ielts writing is 7.5 not 7", {"writing": 7.5}),
        ("ielts", "en", "listening 7.5 and reading 8", {"listening": 7.5, "reading": 8.0}),
        ("ielts", "en", "change writing to 7.5", {"writing": 7.5}),
        ("ielts", "en", "change my speaking score to 9", {"speaking": 9.0}),
        ("tcf", "fr", "en fait mon CE c'est 510", {"reading": 510}),
        ("tcf", "fr", "mon TCF EE est 13 pas 12", {"writing": 13}),
        ("tcf", "fr", "expression orale 12 et EE 14", {"speaking": 12, "writing": 14}),
        ("tcf", "fr", "changer mon expression orale à 12", {"speaking": 12}),
    ],
)
def test_one_score_is_put_right(
    test: str, language: Language, words: str, changed: dict[str, float]
) -> None:
    talk = with_tests(test, language=language)
    (read,) = talk.say(words)
    assert isinstance(read, FactsRead)
    assert talk.conversation.facts == {"first_language_scores": {**TESTS[test], **changed}}
    talk.say("yes" if language == "en" else "oui")
    assert answers_of(talk)["first_language_scores"] == {**TESTS[test], **changed}
    assert talk.asked == "canadian_experience"


@pytest.mark.parametrize(
    ("words", "question", "changed"),
    [
        ("my writing is 7.5 now", "first_language_scores", {"writing": 7.5}),
        ("my listening is 520", "second_language_scores", {"listening": 520}),
    ],
)
def test_of_two_tests_it_is_the_one_that_has_such_a_score(
    words: str, question: str, changed: dict[str, float]
) -> None:
    talk = with_tests("ielts", "tcf")
    talk.say(words)
    before = TESTS["ielts"] if question.startswith("first") else TESTS["tcf"]
    assert talk.conversation.facts == {question: {**before, **changed}}


@pytest.mark.parametrize("words", ["my speaking is 8", "my speaking is 77"])
def test_a_score_that_both_tests_have_or_none_changes_nothing(words: str) -> None:
    talk = with_tests("ielts", "tcf")
    before = answers_of(talk)
    talk.say(words)
    assert talk.conversation.facts == {}
    assert answers_of(talk) == before
