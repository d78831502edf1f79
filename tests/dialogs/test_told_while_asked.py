"""Words while a question is open: its answer, or facts about other questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dialogs.replies_told import FactsRead
from tests.dialogs.talk import MARRIED_ABROAD, SINGLE_ABROAD, Talk, answers_of, at_question
from tests.dialogs.told import shown

if TYPE_CHECKING:
    from dialogs.conversation import Answer


def test_a_whole_answer_to_the_open_question_needs_no_confirmation() -> None:
    talk = at_question("birth_date")
    talk.say("I'm 31")
    assert answers_of(talk)["birth_date"] == "31"
    assert talk.asked == "education"


def test_an_answer_in_many_words_is_still_an_answer() -> None:
    talk = at_question("birth_date")
    talk.say("well, let me see, I am 31 now, thanks")
    assert answers_of(talk)["birth_date"] == "31"


def test_an_answer_with_more_beside_it_is_shown_back_whole() -> None:
    talk = at_question("education")
    talk.say("bachelor's, and I have IELTS 8 7.5 7 7")
    assert {"education", "first_language_scores"} <= set(shown(talk))
    assert "education" not in answers_of(talk)


def test_facts_about_other_questions_leave_the_open_one_open() -> None:
    talk = at_question("education")
    talk.say("I have IELTS 8 7.5 7 7")
    talk.press("facts:confirm")
    assert talk.asked == "education"


def test_words_without_a_subject_are_about_the_spouse_of_the_open_question() -> None:
    talk = Talk()
    talk.answer_all(MARRIED_ABROAD, until="spouse_language_test")
    talk.say("ielts 6 6 6 6 and a master's degree")
    assert list(shown(talk)) == [
        "spouse_education",
        "spouse_language_test",
        "spouse_language_scores",
    ]


@pytest.mark.parametrize("question", ["first_language_test", "first_language_scores"])
def test_a_test_with_its_scores_answers_both_questions_about_it(question: str) -> None:
    talk = at_question(question)
    talk.say("ielts 7 each")
    assert answers_of(talk)["first_language_test"] == "ielts"
    assert answers_of(talk)["first_language_scores"] == {
        "test": "ielts",
        **dict.fromkeys(("listening", "reading", "writing", "speaking"), 7.0),
    }
    assert talk.asked == "second_language_test"
    assert talk.ask.echo is not None
    assert talk.ask.echo.question == "first_language_scores"


def test_what_asks_or_supposes_is_not_taken() -> None:
    for words in ("do I need IELTS 7?", "if I had a PhD", "my friend has IELTS 8 8 8 8"):
        talk = at_question("education")
        before = talk.conversation.answers
        talk.say(words)
        assert not any(isinstance(reply, FactsRead) for reply in talk.replies), words
        assert talk.conversation.answers == before


def test_a_question_answered_by_a_card_is_no_longer_waiting() -> None:
    talk = Talk()
    talk.say("/start")
    card = talk.ask
    talk.say("married, 31")
    talk.press(f"a:marital_status:single:{card.card}")
    talk.press("facts:confirm")
    assert answers_of(talk) == {"marital_status": "single", "birth_date": "31"}


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("trade_certificate", "no brother or sister in canada", {"sibling_in_canada": "no"}),
        ("canadian_experience", "2 years in India", {"foreign_experience": "24"}),
        ("has_eca", "my birthday is 3 March 1997", {"birth_date": "1997-03-03"}),
        ("occupation", "i got divorced last year", {"marital_status": "divorced"}),
        ("trade_certificate", "pas de frère ni de sœur au Canada", {"sibling_in_canada": "no"}),
    ],
)
def test_words_about_another_question_do_not_answer_the_open_one(
    question: str, text: str, told: dict[str, Answer]
) -> None:
    talk = asked_again(question)
    talk.say(text)
    assert shown(talk) == told
    assert question not in answers_of(talk) or talk.conversation.revisiting == question


def test_a_no_that_stands_apart_answers_the_open_question_beside_facts() -> None:
    talk = at_question("has_eca")
    talk.say("No, I have 3 years of experience in India and 1 year in Canada")
    assert shown(talk)["has_eca"] == "no"
    assert shown(talk)["foreign_experience"] == "36"


def test_no_test_yet_is_of_the_language_that_is_asked() -> None:
    talk = at_question("second_language_test")
    talk.say("i have not done any test yet")
    assert answers_of(talk)["second_language_test"] == "unknown"


def test_a_polite_no_answers_the_open_question() -> None:
    talk = at_question("sibling_in_canada")
    talk.say("sorry, no")
    assert answers_of(talk)["sibling_in_canada"] == "no"


def asked_again(question: str) -> Talk:
    """Somebody finished who is asked a question again; or its first time, where it was not."""
    talk = at_question("provincial_nomination")
    if question == "trade_certificate":
        talk = Talk()
        talk.answer_all({**SINGLE_ABROAD, "occupation": "22310"}, until=question)
        assert talk.asked == question
    else:
        talk.press(f"ask:{question}")
    return talk


def test_a_wife_who_is_only_mentioned_is_no_answer_to_another_question() -> None:
    talk = at_question("family_size")
    talk.say("me, my wife and two kids")
    assert answers_of(talk)["family_size"] == "4"
    assert answers_of(talk)["marital_status"] == "single"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("18 months in Toronto and 3 years in Brazil", {"canadian_experience": "18"}),
        ("2 years in Canada", {"canadian_experience": "24"}),
        ("2 ans au Canada", {"canadian_experience": "24"}),
    ],
)
def test_work_told_while_the_education_is_asked_is_no_diploma(
    words: str, told: dict[str, str]
) -> None:
    talk = at_question("education")
    (read,) = talk.say(words)
    assert isinstance(read, FactsRead)
    assert told.items() <= talk.conversation.facts.items()
    assert "education" not in talk.conversation.answers


def test_facts_of_somebody_married_are_their_own_until_the_spouse_is_asked_about() -> None:
    talk = Talk()
    talk.say("/start")
    talk.say("married")
    assert talk.asked == "spouse_status"
    talk.say("IELTS 7 7 7 7, master's degree")
    assert set(shown(talk)) == {"education", "first_language_test", "first_language_scores"}


def test_years_at_a_college_are_no_years_of_work() -> None:
    talk = at_question("foreign_experience")
    talk.say("ontario college, 2 year")
    assert "foreign_experience" not in answers_of(talk)


@pytest.mark.parametrize("words", ["c'est fait", "already done", "je l'ai déjà", "done"])
def test_what_is_done_is_there(words: str) -> None:
    talk = at_question("has_eca")
    talk.say(words)
    assert answers_of(talk)["has_eca"] == "yes"
