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


def test_before_there_is_a_score_nothing_of_it_is_explained() -> None:
    talk = at_question("education")
    talk.say("why only 25 for my degree?")
    assert not any(isinstance(reply, LinesExplained | NoScoreYet) for reply in talk.replies)
    assert talk.asked == "education"


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("why only 13 for my degree?", "explain_needs_score"),
        ("why zero points for canadian work?", "explain_needs_score"),
        ("pourquoi si peu pour mon âge ?", "explain_needs_score"),
        ("why am I not eligible for CEC?", "programs_need_answers"),
        ("suis-je admissible à la CEC ?", "programs_need_answers"),
    ],
)
def test_what_needs_more_answers_says_so(words: str, key: str) -> None:
    talk = at_question("education")
    assert talk.say(words)[0] == Notice(key)
    assert talk.asked == "education"


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
