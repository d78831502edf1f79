"""Why a line, why a program, change an answer, how many are left: in words, in both languages."""

from __future__ import annotations

import pytest

from dialogs.replies import Ask, NoScoreYet, Notice
from dialogs.replies_explained import LinesExplained, ProgramsExplained, QuestionsLeft
from dialogs.replies_guide import OccupationsNear
from tests.dialogs.talk import SINGLE_ABROAD, Talk, answers_of, at_question, finished

BACHELOR = {
    **SINGLE_ABROAD,
    "education": "bachelor",
    "first_language_scores": "7 7 7 7",
    "relative_in_canada": "no",
}


def _only(talk: Talk, kind: type) -> object:
    return next(reply for reply in talk.replies if isinstance(reply, kind))


def test_the_points_that_are_named_tell_the_line() -> None:
    talk = finished(BACHELOR)
    talk.say("why only 13 for my degree?")
    shown = _only(talk, LinesExplained)
    assert isinstance(shown, LinesExplained)
    assert [(line.item, line.points) for line in shown.lines] == [("education_language", 13)]


def test_without_a_number_every_line_it_counts_in_is_told() -> None:
    talk = finished(BACHELOR)
    talk.say("combien de points pour mon diplôme ?")
    shown = _only(talk, LinesExplained)
    assert isinstance(shown, LinesExplained)
    assert [line.item for line in shown.lines] == [
        "education",
        "education_language",
        "education_canadian_experience",
    ]


def test_one_program_or_all_are_told() -> None:
    talk = finished()
    talk.say("why am I not eligible for CEC?")
    shown = _only(talk, ProgramsExplained)
    assert isinstance(shown, ProgramsExplained)
    assert shown.program == "cec"
    assert shown.score.result is not None
    assert shown.score.result.programs.cec.unmet == ("experience",)
    talk.say("je suis admissible à quels programmes ?")
    shown = _only(talk, ProgramsExplained)
    assert isinstance(shown, ProgramsExplained)
    assert shown.program is None


def test_an_answer_is_changed_in_words_and_the_score_follows() -> None:
    talk = finished()
    talk.say("change my education")
    assert talk.ask.question == "education"
    assert talk.ask.current == "master"
    talk.say("bachelor")
    assert talk.conversation.answers["education"] == "bachelor"


def test_what_is_not_asked_of_somebody_is_said_so() -> None:
    talk = finished()
    talk.say("change my wife's education")
    assert talk.replies[0] == Notice("change_not_asked")


def test_how_many_are_left_is_told_and_the_open_question_comes_back() -> None:
    talk = at_question("education")
    talk.say("how many questions are left?")
    left, card = talk.replies
    assert isinstance(left, QuestionsLeft)
    assert left.answered == 2
    assert left.left > 10
    assert isinstance(card, Ask)
    assert card.question == "education"
    talk = finished()
    talk.say("combien de questions reste-t-il ?")
    left = talk.replies[0]
    assert isinstance(left, QuestionsLeft)
    assert left.left == 0


def test_of_a_newcomer_nothing_is_explained() -> None:
    talk = Talk()
    talk.say("why only 25 for my degree?")
    talk.say("pourquoi pas FSW ?")
    shown = (LinesExplained, ProgramsExplained, NoScoreYet)
    assert not any(isinstance(reply, shown) for reply in talk.replies)


@pytest.mark.parametrize(
    ("words", "item", "missing"),
    [
        ("why only 13 for my degree?", "education", "education"),
        ("why zero points for canadian work?", "canadian_experience", "canadian_experience"),
        ("pourquoi si peu pour mon âge ?", "age", None),
        ("pourquoi zéro pour mon français", "french", "first_language_test"),
    ],
)
def test_points_are_explained_from_what_is_known(
    words: str, item: str, missing: str | None
) -> None:
    talk = at_question("education")
    shown = talk.say(words)[0]
    assert isinstance(shown, LinesExplained)
    assert shown.so_far
    assert item in [line.item for line in shown.lines]
    assert missing in shown.open if missing else not shown.open
    assert talk.asked == "education"


@pytest.mark.parametrize(
    "words", ["why am I not eligible for CEC?", "suis-je admissible à la CEC ?", "why not CEC?"]
)
def test_a_program_is_explained_from_what_is_known(words: str) -> None:
    talk = at_question("education")
    shown = talk.say(words)[0]
    assert isinstance(shown, ProgramsExplained)
    assert shown.so_far
    assert shown.program == "cec"
    assert shown.score.reasons["cec"]["experience"] == ("canadian_experience",)
    assert talk.asked == "education"


def test_what_is_certain_against_a_program_needs_no_score() -> None:
    talk = at_question("provincial_nomination", {**SINGLE_ABROAD, "foreign_experience": "6 months"})
    shown = talk.say("why not FSW?")[0]
    assert isinstance(shown, ProgramsExplained)
    assert shown.so_far
    assert shown.score.reasons["fsw"]["experience"] == ()


@pytest.mark.parametrize("talk", [finished(BACHELOR), at_question("sibling_in_canada", BACHELOR)])
def test_what_would_give_more_is_told(talk: Talk) -> None:
    talk.say("why only 13 for my degree?")
    shown = _only(talk, LinesExplained)
    assert isinstance(shown, LinesExplained)
    better = shown.better["transferability", "education_language"]
    assert [(each.fact, each.to, each.points) for each in better] == [
        ("education", "two_or_more", 25),
        ("english", 9, 25),
    ]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("what is the noc code for a call center agent?", "64409"),
        ("software engineer noc code", "21231"),
        ("truck driver teer?", "73300"),
        ("quel est le code CNP d'un infirmier ?", "31301"),
        ("comptable cnp", "11100"),
    ],
)
def test_the_code_of_a_job_is_found_and_nothing_stored(words: str, code: str) -> None:
    talk = at_question("education")
    before = dict(answers_of(talk))
    near, ask = talk.say(words)
    assert isinstance(near, OccupationsNear)
    assert near.codes[0] == code
    assert not near.kept
    assert isinstance(ask, Ask)
    assert answers_of(talk) == before
    assert not talk.conversation.doubts


@pytest.mark.parametrize(
    "words",
    ["what is my noc?", "noc code", "what is teer 2", "c'est quoi la CNP", "noc code 21231"],
)
def test_without_a_title_no_occupations_are_shown(words: str) -> None:
    replies = at_question("education").say(words)
    assert not any(isinstance(reply, OccupationsNear) for reply in replies)


FRENCH_FIRST = {
    **SINGLE_ABROAD,
    "first_language_test": "tef",
    "first_language_scores": "310 260 390 380",
    "second_language_test": "celpip",
    "second_language_scores": "7 7 6 6",
}


@pytest.mark.parametrize(
    ("answers", "words", "items"),
    [
        (SINGLE_ABROAD, "pourquoi 0 en français", ["second_language", "french"]),
        (SINGLE_ABROAD, "why 124 for english?", ["first_language"]),
        (FRENCH_FIRST, "pourquoi 0 pour l'anglais", ["second_language"]),
        (FRENCH_FIRST, "why so few points for english", ["second_language"]),
        (FRENCH_FIRST, "pourquoi si peu de points pour mon français", ["first_language", "french"]),
    ],
)
def test_a_language_is_the_first_or_the_second_of_the_person(
    answers: dict[str, str], words: str, items: list[str]
) -> None:
    talk = finished(answers)
    talk.say(words)
    shown = _only(talk, LinesExplained)
    assert isinstance(shown, LinesExplained)
    combined = {"education_language", "foreign_experience_language"}
    told = [line.item for line in shown.lines if line.item not in combined]
    assert told == items


@pytest.mark.parametrize(
    ("answers", "words", "question"),
    [
        (SINGLE_ABROAD, "change my english", "first_language_test"),
        (FRENCH_FIRST, "change my english", "second_language_test"),
        (FRENCH_FIRST, "changer mon français", "first_language_test"),
    ],
)
def test_a_language_is_changed_where_it_was_answered(
    answers: dict[str, str], words: str, question: str
) -> None:
    talk = finished(answers)
    talk.say(words)
    assert talk.asked == question


@pytest.mark.parametrize(
    ("words", "item"),
    [
        ("my age gives just 110?", "age"),
        ("on what basis 124 for my english", "first_language"),
        ("how did you count my degree to be 135", "education"),
        ("mon âge rapporte que 110 ?", "age"),
        ("d'où sort le 135 de mon diplôme", "education"),
        ("à quoi correspond le 124 en anglais", "first_language"),
    ],
)
def test_points_that_are_doubted_are_explained(words: str, item: str) -> None:
    talk = finished()
    talk.say(words)
    shown = _only(talk, LinesExplained)
    assert isinstance(shown, LinesExplained)
    assert item in [line.item for line in shown.lines]


@pytest.mark.parametrize("words", ["c quoi", "non c quoi", "c'est quoi ça ?", "what is it?"])
def test_what_the_open_question_means_is_told(words: str) -> None:
    talk = at_question("provincial_nomination")
    (ask,) = talk.say(words)
    assert isinstance(ask, Ask)
    assert (ask.question, ask.why) == ("provincial_nomination", True)


@pytest.mark.parametrize(
    "words",
    [
        "whats the point of asking my noc",
        "why do u need my birthday",
        "how is my money your business",
        "for what do you ask about my brother",
        "pourquoi vous me demandez ça",
        "en quoi mon argent vous regarde",
        "quel intérêt de demander ma soeur",
        "pour quelle raison dois-je indiquer une désignation",
    ],
)
def test_why_a_question_is_asked_is_told_however_it_is_put(words: str) -> None:
    talk = at_question("sibling_in_canada")
    before = answers_of(talk)
    talk.say(words)
    assert talk.ask.why
    assert talk.asked == "sibling_in_canada"
    assert answers_of(talk) == before


@pytest.mark.parametrize(
    "words",
    ["why do I have 0 points for french", "pourquoi les demandes sont refusées", "why clb 9"],
)
def test_another_why_is_not_about_the_open_question(words: str) -> None:
    talk = at_question("sibling_in_canada")
    talk.say(words)
    assert not talk.ask.why


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("supprime mon IELTS", "first_language_test"),
        ("remove my IELTS", "first_language_test"),
        ("changer mon statut", "marital_status"),
    ],
)
def test_an_answer_to_be_removed_or_changed_is_asked_again(words: str, question: str) -> None:
    talk = finished()
    talk.say(words)
    assert talk.asked == question
