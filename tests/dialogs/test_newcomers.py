"""What people answer who write as they speak: it counts for what it says, or is asked back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dialogs.replies import Ask, Notice
from dialogs.replies_ahead import Supposition
from dialogs.replies_told import FactsRead
from scoring.vocabulary import ABILITIES
from tests.dialogs.talk import (
    MARRIED_ABROAD,
    SINGLE_ABROAD,
    Talk,
    answers_of,
    at_question,
    finished,
)

if TYPE_CHECKING:
    from dialogs.conversation import Language


@pytest.mark.parametrize(
    ("question", "words", "answer"),
    [
        ("canadian_study", "yes 3 year in manitoba", "three_or_more_years"),
        ("canadian_study", "yes i did 2 year diploma at seneca", "two_year"),
        ("canadian_study", "oui 2 ans au Québec", "two_year"),
        ("canadian_experience", "no sir, only india", "0"),
        ("canadian_experience", "non, seulement au Maroc", "0"),
        ("foreign_experience", "no, only in canada", "0"),
        ("canadian_experience", "no i am still in india", "0"),
        ("canadian_experience", "i am on pgwp 1 year but working 6 month", "6"),
        ("settling_in_quebec", "no i go to toronto", "no"),
        ("settling_in_quebec", "montreal", "yes"),
        ("settling_in_quebec", "je vais à Gatineau", "yes"),
        ("settling_in_quebec", "i dont know maybe montreal", "unknown"),
        ("first_language_test", "i dont have ielts i have celpip", "celpip"),
        ("first_language_test", "not yet, i will write in feb", "unknown"),
        ("occupation", "i dont know my noc", "unknown"),
        ("spouse_status", "yes he comes", "accompanying"),
        ("spouse_education", "same as me", "master"),
        ("spouse_education", "pareil que moi", "master"),
        ("provincial_nomination", "i applied", "no"),
        ("provincial_nomination", "j'ai fait la demande", "no"),
    ],
)
def test_an_answer_in_a_few_words(question: str, words: str, answer: str) -> None:
    spouse = question.startswith("spouse_")
    talk = at_question(question, MARRIED_ABROAD if spouse else SINGLE_ABROAD)
    talk.say(words)
    assert answers_of(talk)[question] == answer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("canadian_study", "2 years in India"),
        ("first_language_test", "ielts but academic"),
        ("first_language_test", "not the french, something else"),
        ("second_language_test", "not the french, something else"),
        ("second_language_test", "pas le français, autre chose"),
        ("sibling_in_canada", "my cousin brother is citizen"),
    ],
)
def test_no_answer_is_guessed(question: str, words: str) -> None:
    talk = at_question(question)
    before = answers_of(talk)
    talk.say(words)
    assert answers_of(talk) == before
    assert not talk.conversation.facts


@pytest.mark.parametrize("words", ["enough", "i have enough", "assez"])
def test_money_that_is_enough_is_asked_back_with_the_amount(words: str) -> None:
    talk = at_question("settlement_funds")
    talk.say(words)
    assert talk.ask.options_reason == "unsure"
    assert len(talk.ask.options or ()) == 1


@pytest.mark.parametrize("words", ["she dont have", "my wife doesn't have it", "elle n'en a pas"])
def test_whether_a_test_is_planned_is_asked_of_who_has_none(words: str) -> None:
    talk = at_question("spouse_language_test", MARRIED_ABROAD)
    talk.say(words)
    assert talk.ask.options_reason == "test_planned"


def test_four_scores_without_spaces_are_asked_back() -> None:
    talk = at_question("first_language_scores")
    talk.say("8777")
    assert talk.ask.options_reason == "unsure"
    (scores,) = talk.ask.options or ()
    assert isinstance(scores, dict)
    assert [scores[ability] for ability in ABILITIES] == [8, 7, 7, 7]


@pytest.mark.parametrize(("language", "words"), [("en", "yes"), ("fr", "oui")])
def test_a_yes_begins(language: Language, words: str) -> None:
    talk = Talk(language=language)
    talk.say(words)
    assert talk.ask.notice is None
    assert talk.asked == "marital_status"


@pytest.mark.parametrize("words", ["distance MBA from canada", "en ligne au Canada"])
def test_studies_from_afar_are_none_in_canada(words: str) -> None:
    talk = at_question("canadian_study")
    talk.say(words)
    assert talk.ask.options == ("none",)


def test_time_off_is_no_more_work() -> None:
    talk = at_question("canadian_experience")
    talk.say("since march 2024 but i was 2 month in vacation")
    assert talk.ask.options == ("32",)


def test_occupations_that_were_offered_stay_when_words_are_not_read() -> None:
    talk = at_question("occupation")
    talk.say("manager")
    offered = talk.ask.options
    talk.say("ksjdfh")
    assert talk.ask.problem is not None
    assert talk.ask.options == offered


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "change language to french"),
        ("en", "change the language into english"),
        ("fr", "changer la langue en anglais"),
    ],
)
def test_another_language_for_the_conversation_is_no_language_test(
    language: Language, words: str
) -> None:
    talk = Talk(language=language)
    talk.say("/start")
    talk.say(words)
    assert not isinstance(talk.replies[0], Ask)
    assert talk.asked != "first_language_test"


@pytest.mark.parametrize(
    ("words", "question", "answer"),
    [
        ("change my age to 30", "birth_date", "30"),
        ("change education to phd", "education", "doctoral"),
        ("changer mon âge à 30 ans", "birth_date", "30"),
    ],
)
def test_a_change_that_names_the_new_answer_is_shown(
    words: str, question: str, answer: str
) -> None:
    talk = finished()
    (read,) = talk.say(words)
    assert isinstance(read, FactsRead)
    assert talk.conversation.facts == {question: answer}


def test_a_score_waits_for_the_facts_before_it() -> None:
    talk = Talk()
    talk.say("im 28 with bachelors, ielts 7 each")
    first, read = talk.say("what is my score")
    assert first == Notice("facts_first")
    assert isinstance(read, FactsRead)
    talk.say("yes")
    assert talk.conversation.wish is None
    assert answers_of(talk)["birth_date"] == "28"


@pytest.mark.parametrize(
    ("words", "supposed"),
    [
        (
            "what if i get CLB 10 and wife does not come",
            {"first_language_test", "first_language_scores", "spouse_status"},
        ),
        ("and if wife gets CLB 9", {"spouse_language_test", "spouse_language_scores"}),
        ("what if I turned 30", {"birth_date"}),
        ("and if i was 5 years younger", {"birth_date"}),
        ("et si j'avais cinq ans de plus ?", {"birth_date"}),
        (
            "what if i improve my english to clb 10",
            {"first_language_test", "first_language_scores"},
        ),
    ],
)
def test_all_that_is_supposed_is_heard(words: str, supposed: set[str]) -> None:
    talk = finished(MARRIED_ABROAD)
    reply = talk.say(words)[0]
    assert isinstance(reply, Supposition)
    assert set(talk.conversation.supposed) == supposed
    assert not reply.leftover


@pytest.mark.parametrize(
    ("words", "age"),
    [("im 30, no wait 31 and single", "31"), ("j'ai 30 ans, attendez, 31, célibataire", "31")],
)
def test_a_number_that_is_taken_back_does_not_count(words: str, age: str) -> None:
    talk = Talk()
    talk.say(words)
    assert talk.conversation.facts["birth_date"] == age


@pytest.mark.parametrize(
    ("language", "words", "wrong", "which"),
    [
        ("en", "single 30 bachelor", "one of them is wrong", "the age"),
        ("fr", "célibataire, 30 ans, licence", "il y a une erreur", "l'âge"),
    ],
)
def test_the_wrong_one_of_the_facts_is_named(
    language: Language, words: str, wrong: str, which: str
) -> None:
    talk = Talk(language=language)
    talk.say(words)
    assert "birth_date" in talk.conversation.facts
    (read,) = talk.say(wrong)
    assert isinstance(read, FactsRead)
    assert read.picking
    talk.say(which)
    assert set(talk.conversation.facts) == {"marital_status", "education"}


def test_another_test_instead_takes_the_scores_of_the_first_away() -> None:
    talk = Talk()
    talk.say("im 27 ielts 7 7 7 7")
    talk.say("not ielts, celpip")
    assert talk.conversation.facts == {"birth_date": "27", "first_language_test": "celpip"}


@pytest.mark.parametrize(("words", "months"), [("yes", "36"), ("no", "0"), ("non", "0")])
def test_a_yes_to_work_abroad_is_all_of_it(words: str, months: str) -> None:
    talk = finished({**SINGLE_ABROAD, "foreign_experience": "24"})
    talk.say("i work 3 years now")
    assert talk.ask.options_reason == "work_abroad"
    talk.say(words)
    assert answers_of(talk)["foreign_experience"] == months


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("what if i was 5 years younger", "24"),
        ("and if i am two years older", "31"),
        ("et si j'avais 3 ans de moins ?", "26"),
    ],
)
def test_an_age_is_supposed_by_the_years_between(words: str, age: str) -> None:
    talk = finished()
    talk.say(words)
    assert talk.conversation.supposed == {"birth_date": age}


def test_what_is_needed_to_suppose_is_asked_at_once() -> None:
    talk = Talk()
    talk.say("i work as welder 3 years in india")
    talk.say("yes")
    assert talk.asked == "occupation"
    needs, _ = talk.say("what if i get CLB 10")
    assert isinstance(needs, Notice)
    assert needs.key == "suppose_needs_answers"
    assert talk.asked == "marital_status"
    talk.say("married")
    assert answers_of(talk)["marital_status"] == "married"


@pytest.mark.parametrize("words", ["IT", "i work in IT", "in the it field"])
def test_it_is_a_field_where_a_job_is_asked(words: str) -> None:
    talk = at_question("occupation")
    talk.say(words)
    assert talk.ask.options_reason == "occupation_title"
    assert "21232" in (talk.ask.options or ())


@pytest.mark.parametrize("words", ["language", "change language", "my data"])
def test_a_wish_beside_facts_leaves_none_of_them_out(words: str) -> None:
    talk = Talk()
    talk.say("im 27 ielts 7 7 7 7")
    before = talk.conversation.facts
    talk.say(words)
    assert talk.conversation.facts == before
