"""What was asked back is told by its place, by yes or no, or asked anew."""

from __future__ import annotations

import pytest

from dialogs.conversation import LANGUAGES, UNKNOWN, Language
from dialogs.reading.ordinals import NONE, read_ordinal
from tests.dialogs.talk import MARRIED_ABROAD, SINGLE_ABROAD, Talk, answers_of, at_question


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("the first one", 0),
        ("first", 0),
        ("I choose the second", 1),
        ("option 3", 2),
        ("number 2", 1),
        ("the last one please", 4),
        ("la première", 0),
        ("la deuxième svp", 1),
        ("le 3e choix", 2),
        ("c'est la dernière", 4),
        ("none of these", NONE),
        ("aucune de celles-ci", NONE),
        ("3", None),
        ("option 8", None),
        ("my first wife", None),
        ("first things first", None),
        ("the first or the second", None),
        ("", None),
    ],
)
def test_a_place_in_a_list(words: str, place: int | None) -> None:
    assert read_ordinal(words, 5) == place


@pytest.mark.parametrize(("words", "place"), [("3", 2), ("0", None), ("8", None), ("12", None)])
def test_a_number_alone_is_a_place_only_where_it_is_no_answer(
    words: str, place: int | None
) -> None:
    assert read_ordinal(words, 5, digits=True) == place
    assert read_ordinal(words, 5) is None


@pytest.mark.parametrize("words", ["that one", "yes, it is", "celui-là", "c'est ça"])
def test_the_only_one_is_pointed_at(words: str) -> None:
    assert read_ordinal(words, 1) == 0
    assert read_ordinal(words, 2) is None


@pytest.mark.parametrize("words", ["the first one", "la premiere", "the 1st", "1"])
def test_an_occupation_is_chosen_by_its_place(words: str) -> None:
    talk = at_question("occupation")
    talk.say("software engineer")
    assert talk.ask.options is not None
    first = talk.ask.options[0]
    talk.say(words)
    assert answers_of(talk)["occupation"] == first


def test_the_list_stays_to_be_chosen_from_after_an_aside() -> None:
    talk = at_question("occupation")
    talk.say("software engineer")
    listed = talk.ask.options
    assert listed is not None
    talk.say("thanks")
    assert (talk.ask.options, talk.ask.brief) == (listed, True)
    talk.say("the second one")
    assert answers_of(talk)["occupation"] == listed[1]


def test_another_title_is_another_list() -> None:
    talk = at_question("occupation")
    talk.say("software engineer")
    listed = talk.ask.options
    talk.say("truck driver")
    assert talk.ask.options not in (None, listed)


@pytest.mark.parametrize("words", ["none of these", "aucune de celles-ci"])
def test_none_of_them_asks_anew(words: str) -> None:
    talk = at_question("occupation")
    talk.say("software engineer")
    talk.say(words)
    assert (talk.asked, talk.ask.options) == ("occupation", None)
    assert "occupation" not in answers_of(talk)


@pytest.mark.parametrize(("words", "answer"), [("yes", "doctoral"), ("no", None)])
def test_one_reading_is_confirmed_or_not(words: str, answer: str | None) -> None:
    talk = at_question("education")
    talk.say("phd i swear")
    assert talk.ask.options == ("doctoral",)
    talk.say(words)
    assert answers_of(talk).get("education") == answer


@pytest.mark.parametrize(
    ("language", "no", "words", "answer"),
    [
        ("en", "no", "no", "none"),
        ("en", "no", "yes", UNKNOWN),
        ("en", "no", "not yet", UNKNOWN),
        ("en", "no", "no she will not give test", "none"),
        ("en", "she has no ielts", "no", "none"),
        ("fr", "non", "non", "none"),
        ("fr", "non", "oui", UNKNOWN),
        ("fr", "non", "pas encore", UNKNOWN),
    ],
)
def test_no_test_is_asked_back_once(language: Language, no: str, words: str, answer: str) -> None:
    talk = Talk(language=language)
    talk.answer_all(MARRIED_ABROAD, until="spouse_language_test")
    talk.say(no)
    assert talk.asked == "spouse_language_test"
    assert talk.ask.options == (UNKNOWN, "none")
    talk.say(words)
    assert answers_of(talk)["spouse_language_test"] == answer


@pytest.mark.parametrize("words", ["she will not take a test", "elle ne passera pas de test"])
def test_no_test_to_come_is_none(words: str) -> None:
    talk = Talk()
    talk.answer_all(MARRIED_ABROAD, until="spouse_language_test")
    talk.say(words)
    assert answers_of(talk)["spouse_language_test"] == "none"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", ["skip", "passer"])
def test_skipping_an_answered_question_keeps_its_answer(language: Language, words: str) -> None:
    talk = Talk(language=language)
    talk.answer_all(SINGLE_ABROAD, until="education")
    talk.press("change:marital_status")
    assert talk.asked == "marital_status"
    talk.say(words)
    assert talk.asked == "education"
    assert answers_of(talk)["marital_status"] == "single"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", ["skip", "passer"])
def test_skipping_scores_that_are_there_keeps_them(language: Language, words: str) -> None:
    talk = Talk(language=language)
    talk.answer_all(SINGLE_ABROAD, until="canadian_experience")
    before = answers_of(talk)["first_language_scores"]
    talk.press("change:first_language_scores")
    talk.say(words)
    assert talk.asked == "canadian_experience"
    assert answers_of(talk)["first_language_scores"] == before


@pytest.mark.parametrize(
    "words", ["aucune idée", "chépa", "je sais pas trop", "no clue", "beats me", "not a clue"]
)
def test_not_knowing_is_said_in_many_ways(words: str) -> None:
    required = at_question("education")
    required.say(words)
    assert required.ask.problem is not None
    assert required.ask.problem.reason in ("unknown_not_taken", "not_skippable")
    other = at_question("has_eca")
    other.say(words)
    assert answers_of(other)["has_eca"] == UNKNOWN
