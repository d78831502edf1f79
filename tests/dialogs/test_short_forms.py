"""Requests as they are typed on a phone: short forms, slips, and what wins over an answer."""

from __future__ import annotations

import pytest

from dialogs.replies import Ask, NoScoreYet, Score, Unfinished
from dialogs.replies_explained import ProgramsExplained
from dialogs.replies_told import FactsRead
from tests.dialogs.talk import MARRIED_ABROAD, Talk, answers_of, at_question, finished

SCORE = (
    "c koi ma note",
    "C'est quoi mon score ??",
    "jpeux avoir combien de points",
    "cb de points",
    "wats my score",
    "hw many pts",
    "how much points do i have",
)
ELIGIBLE = (
    "am i elligible",
    "Am I eligible?",
    "do i qualify",
    "jveux savoir si jsuis eligible",
    "suis-je admissible ?",
    "est-ce que je suis éligible",
    "mon admissibilité",
)


@pytest.mark.parametrize("words", SCORE)
def test_the_score_is_asked_in_short_forms(words: str) -> None:
    assert isinstance(finished().say(words)[0], Score)
    for question in ("occupation", "provincial_nomination", "foreign_experience"):
        talk = at_question(question)
        reply, ask = talk.say(words)
        assert isinstance(reply, NoScoreYet)
        assert isinstance(ask, Ask)
        assert ask.question == question


@pytest.mark.parametrize("words", ELIGIBLE)
def test_whether_one_is_eligible_shows_the_programs(words: str) -> None:
    (shown,) = finished().say(words)
    assert isinstance(shown, ProgramsExplained)
    assert shown.program is None
    early = at_question("occupation").say(words)[0]
    assert isinstance(early, ProgramsExplained)
    assert early.so_far


@pytest.mark.parametrize(
    "words", ["pk", "pourkoi", "ça sert à quoi", "what is it for", "i dont get it"]
)
def test_why_is_asked_in_short_forms(words: str) -> None:
    talk = at_question("sibling_in_canada")
    talk.say(words)
    assert talk.ask.why


@pytest.mark.parametrize("words", ["je c pas", "jsais pas", "jsp", "idk", "dunno", "i dunno"])
@pytest.mark.parametrize("question", ["occupation", "sibling_in_canada", "foreign_experience"])
def test_not_to_know_is_an_answer_in_short_forms(question: str, words: str) -> None:
    talk = at_question(question)
    talk.say(words)
    assert answers_of(talk)[question] == "unknown"


@pytest.mark.parametrize("words", ["slt", "bjr", "hi"])
def test_a_greeting_welcomes_or_goes_on(words: str) -> None:
    talk = Talk()
    talk.say(words)
    assert talk.ask.notice is None
    again = at_question("education")
    again.say(words)
    assert again.asked == "education" or isinstance(again.replies[0], Unfinished)


@pytest.mark.parametrize(
    "words",
    ["no", "non", "oui", "yes", "rien", "ok", "quoi", "what", "my note", "not yet but i will"],
)
def test_small_words_are_no_job(words: str) -> None:
    talk = at_question("occupation")
    talk.say(words)
    assert talk.asked == "occupation"
    assert talk.ask.options is None
    assert "occupation" not in answers_of(talk)


@pytest.mark.parametrize(
    "words", ["what is a trades program", "can you help", "où trouver mon poste"]
)
def test_a_question_is_no_job(words: str) -> None:
    talk = at_question("occupation")
    talk.say(words)
    assert talk.ask.options is None


@pytest.mark.parametrize("words", ["a nurse", "am a nurse", "help desk", "non destructive tester"])
def test_a_job_is_still_found(words: str) -> None:
    talk = at_question("occupation")
    talk.say(words)
    assert talk.ask.options


@pytest.mark.parametrize("words", ["je suis seule", "je suis seul", "I am alone", "toute seule"])
def test_alone_is_single(words: str) -> None:
    talk = at_question("marital_status")
    talk.say(words)
    assert answers_of(talk)["marital_status"] == "single"


@pytest.mark.parametrize(
    "words", ["aucune personne à charge", "no dependants", "sans personne à charge"]
)
def test_without_dependants_the_family_is_one(words: str) -> None:
    talk = at_question("family_size")
    talk.say(words)
    assert answers_of(talk)["family_size"] == "1"
    elsewhere = at_question("provincial_nomination")
    elsewhere.say(words)
    (shown,) = elsewhere.replies
    assert isinstance(shown, FactsRead)
    assert [fact.echo.question for fact in shown.facts] == ["family_size"]


@pytest.mark.parametrize("words", ["my job is nurse", "mon travail c'est infirmière"])
def test_a_job_told_at_another_question_is_asked_back(words: str) -> None:
    talk = at_question("provincial_nomination")
    talk.say(words)
    assert talk.asked == "occupation"
    assert "31301" in (talk.ask.options or ())


@pytest.mark.parametrize("question", ["second_language_test", "canadian_experience"])
def test_scores_that_no_test_gives_are_shown_with_the_reason(question: str) -> None:
    talk = at_question(question)
    (shown,) = talk.say("TEF 400 430 380 390")
    assert isinstance(shown, FactsRead)
    ((asked, problem),) = shown.problems
    assert (asked, problem.reason) == ("second_language_scores", "tef_wrong_column")


def test_a_birthday_told_first_asks_for_the_full_date() -> None:
    talk = Talk()
    talk.say("actually my birthday is in May")
    assert talk.asked == "birth_date"
    assert talk.ask.problem is not None
    assert talk.ask.problem.reason == "date_incomplete"


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("in India", "none"),
        ("en France", "none"),
        ("no, in usa", "none"),
        ("I studied in Nigeria", "none"),
    ],
)
def test_a_place_abroad_says_that_nothing_was_studied_in_canada(words: str, answer: str) -> None:
    talk = at_question("canadian_study")
    talk.say(words)
    assert answers_of(talk)["canadian_study"] == answer


@pytest.mark.parametrize("words", ["university of toronto", "à Montréal", "McGill"])
def test_a_place_in_canada_asks_for_how_long(words: str) -> None:
    talk = at_question("canadian_study")
    talk.say(words)
    assert talk.asked == "canadian_study"
    assert "three_or_more_years" in (talk.ask.options or ())
    assert "none" not in (talk.ask.options or ())


@pytest.mark.parametrize(
    "words", ["il a pas passé de test", "she has not done any test", "my wife none"]
)
def test_what_is_said_of_the_spouse_answers_nothing_of_the_person(words: str) -> None:
    talk = Talk()
    talk.answer_all(MARRIED_ABROAD, until="first_language_test")
    talk.say(words)
    assert "first_language_test" not in answers_of(talk)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("first", 0),
        ("the first one", 0),
        ("1", 0),
        ("option 2", 1),
        ("le deuxième", 1),
        ("la première", 0),
        ("third", 2),
        ("the last one", -1),
    ],
)
def test_one_of_the_occupations_offered_is_picked_by_its_place(words: str, place: int) -> None:
    talk = at_question("occupation")
    talk.say("marketing manager")
    offered = talk.ask.options or ()
    assert len(offered) > 2
    talk.say(words)
    assert answers_of(talk)["occupation"] == offered[place]


@pytest.mark.parametrize("words", ["yes", "that one", "oui", "c'est ça"])
def test_the_only_occupation_offered_is_taken_by_a_yes(words: str) -> None:
    talk = at_question("occupation")
    talk.say("help desk")
    (offered,) = talk.ask.options or ()
    talk.say(words)
    assert answers_of(talk)["occupation"] == offered


def test_a_place_that_is_not_offered_picks_nothing() -> None:
    talk = at_question("occupation")
    talk.say("help desk")
    talk.say("the third one")
    assert "occupation" not in answers_of(talk)


def test_another_title_is_looked_for_anew() -> None:
    talk = at_question("occupation")
    talk.say("marketing manager")
    talk.say("web developer")
    assert "21234" in (talk.ask.options or ())
    talk.say("first")
    assert answers_of(talk)["occupation"] == "21234"
