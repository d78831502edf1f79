"""Wishes, by command, button or words, at any point of the conversation."""

from __future__ import annotations

import pytest

from dialogs.conversation import card_code
from dialogs.replies import (
    Ask,
    ChooseLanguage,
    Confirm,
    Explanation,
    Export,
    Finished,
    NoScoreYet,
    Notice,
    Page,
    Privacy,
    Unfinished,
    Welcome,
)
from dialogs.replies_ahead import Improvements
from dialogs.replies_guide import GuideContents
from dialogs.replies_told import FactsRead
from scoring.profile import Profile
from scoring.rules import rules_on
from scoring.score import score
from tests.dialogs.talk import (
    TODAY,
    Talk,
    answers_of,
    at_question,
    finished,
)


@pytest.mark.parametrize("words", ["français", "In French, please", "en français", "Français"])
def test_the_language_is_chosen_by_its_name_once_it_is_asked(words: str) -> None:
    talk = finished()
    talk.say("change language")
    assert talk.say(words) == (Notice("language_set"),)
    chosen = talk.conversation
    assert chosen.language == "fr"
    talk.say("/language")
    talk.say("anglais")
    assert talk.conversation.language == "en"


def test_facts_that_wait_are_shown_again_once_a_language_is_chosen() -> None:
    talk = at_question("education")
    talk.say("I am 44, and divorced")
    assert talk.conversation.facts
    talk.say("/language")
    talk.say("français")
    assert isinstance(talk.replies[-1], FactsRead)
    talk.say("oui c'est ça")
    assert answers_of(talk)["birth_date"] == "44"


@pytest.mark.parametrize("words", ["yes", "8 7 7 7", "hello"])
def test_other_words_choose_no_language_and_do_nothing_else(words: str) -> None:
    talk = finished()
    before = dict(answers_of(talk))
    talk.say("/language")
    talk.say(words)
    assert talk.conversation.language == "en"
    assert answers_of(talk) == before
    assert not talk.forgotten


YES_AND_NO = [
    ("delete", "Yes, erase everything", True),
    ("delete", "yes I'm sure", True),
    ("delete", "oui, tout effacer", True),
    ("delete", "No, keep it", False),
    ("delete", "don't", False),
    ("delete", "surtout pas", False),
    ("restart", "Yes, start over", True),
    ("restart", "oui, recommencer", True),
    ("restart", "No, go on", False),
    ("restart", "non, continuer", False),
]


@pytest.mark.parametrize(("wish", "words", "yes"), YES_AND_NO)
def test_what_is_asked_to_be_confirmed_is_settled_in_words(
    wish: str, words: str, yes: bool
) -> None:
    talk = finished()
    talk.say(f"/{wish}")
    talk.say(words)
    assert (not answers_of(talk)) == yes
    if not yes:
        assert talk.replies == (Notice("kept"),)


@pytest.mark.parametrize("words", ["delete everything", "tout effacer", "erase all of it"])
def test_to_wish_for_it_again_is_no_yes(words: str) -> None:
    talk = finished()
    talk.say("/delete")
    talk.say(words)
    assert answers_of(talk)


def test_help_and_privacy_answer_a_newcomer_without_starting_the_questions() -> None:
    assert Talk().say("/help") == (Page("help"),)
    assert Talk().say("privacy") == (Privacy(12),)


def test_exported_profile_scores_the_same() -> None:
    talk = finished()
    (export,) = talk.say("/export")
    assert isinstance(export, Export)
    profile = Profile.model_validate(export.content["profile"])
    assert score(profile, rules_on(TODAY)).crs.total == 469
    assert export.content["answers"] == answers_of(talk)


def test_start_on_an_unfinished_questionnaire_offers_the_ways_on() -> None:
    talk = at_question("education")
    assert talk.say("/start") == (Unfinished(2, 18),)
    talk.press("cmd:resume")
    assert talk.asked == "education"


def test_start_when_finished() -> None:
    assert finished().say("/start") == (Finished(),)


@pytest.mark.parametrize(
    "words", ["et ma note ?", "alors, ma note ?", "et mon score alors", "so my score?"]
)
def test_a_wish_is_heard_between_words_that_lead_in_and_out(words: str) -> None:
    talk = at_question("education")
    assert isinstance(talk.say(words)[0], NoScoreYet)


def test_restart_asks_first() -> None:
    talk = at_question("education")
    (confirm,) = talk.say("/restart")
    assert isinstance(confirm, Confirm)
    assert answers_of(talk)
    talk.press("cancel:restart")
    assert talk.asked == "education"
    talk.say("start over")
    talk.press(f"confirm:restart:{card_code(talk.conversation.card)}")
    assert answers_of(talk) == {}
    assert talk.asked == "marital_status"


def test_delete_asks_once_and_forgets() -> None:
    talk = at_question("education")
    talk.say("/delete")
    assert not talk.forgotten
    assert talk.press(f"confirm:delete:{card_code(talk.conversation.card)}") == (Notice("deleted"),)
    assert talk.forgotten


@pytest.mark.parametrize("yes", ["yes", "Yes!", "oui"])
def test_yes_in_words_settles_what_was_asked_and_answers_no_question(yes: str) -> None:
    talk = at_question("provincial_nomination")
    talk.say("/delete")
    talk.say(yes)
    assert talk.forgotten
    talk = at_question("provincial_nomination")
    talk.say("start over")
    talk.say(yes)
    assert answers_of(talk) == {}


@pytest.mark.parametrize("no", ["no", "non"])
def test_no_in_words_leaves_everything_and_answers_no_question(no: str) -> None:
    talk = at_question("provincial_nomination")
    before = dict(answers_of(talk))
    talk.say("/delete")
    assert talk.say(no)[0] == Notice("kept")
    assert not talk.forgotten
    assert answers_of(talk) == before
    talk.say(no)
    assert answers_of(talk)["provincial_nomination"] == "no"


def test_other_words_drop_what_was_asked() -> None:
    talk = at_question("provincial_nomination")
    talk.say("/delete")
    talk.say("/score")
    talk.say("yes")
    assert not talk.forgotten
    assert answers_of(talk)["provincial_nomination"] == "yes"


@pytest.mark.parametrize("words", ["/score", "what's my score?", "quel est mon score ?"])
def test_score_mid_way_is_the_range_so_far(words: str) -> None:
    talk = at_question("canadian_study")
    score_so_far, ask = talk.say(words)
    assert isinstance(score_so_far, NoScoreYet)
    assert score_so_far.low < score_so_far.high
    assert isinstance(ask, Ask)
    assert ask.question == "canadian_study"


@pytest.mark.parametrize(
    "words",
    [
        "/improve",
        "how can I improve my score?",
        "How could i increase my CRS",
        "comment améliorer mon score ?",
    ],
)
def test_improve_lists_single_changes_best_first(words: str) -> None:
    (improvements,) = finished().say(words)
    assert isinstance(improvements, Improvements)
    gains = [action.gain for action in improvements.plan.actions]
    assert gains == sorted(gains, reverse=True)
    assert gains[0] == 600


def test_improve_before_the_required_answers_says_what_is_missing() -> None:
    talk = at_question("birth_date")
    missing = {"missing": ("birth_date", "education")}
    assert talk.say("/improve")[0] == Notice("improve_needs_answers", missing)


@pytest.mark.parametrize("words", ["/guide", "What can I ask?", "Tous les sujets"])
def test_contents_are_shown_in_the_middle_and_the_question_comes_back(words: str) -> None:
    talk = at_question("education")
    page, ask = talk.say(words)
    assert page == GuideContents()
    assert isinstance(ask, Ask)
    assert ask.question == "education"


def test_explain_shows_every_line() -> None:
    (explanation,) = finished().say("explain my score")
    assert isinstance(explanation, Explanation)
    assert sum(line.points for line in explanation.lines if line.section == "core") == 369


def test_language_can_be_chosen_at_any_time() -> None:
    talk = at_question("education")
    assert talk.say("/language") == (ChooseLanguage("en"),)
    talk.press("lang:fr")
    assert talk.conversation.language == "fr"
    assert talk.asked == "education"


def test_newcomer_who_changes_language_is_welcomed_in_it() -> None:
    talk = Talk()
    talk.say("/start")
    talk.press("lang:fr")
    assert talk.replies[0] == Welcome("fr")
    assert talk.asked == "marital_status"


def test_unknown_command() -> None:
    assert finished().say("/fly") == (Notice("unknown_command"),)
