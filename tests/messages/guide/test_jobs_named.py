"""A job in words, wherever it is written: its unit groups, and what the guide has for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dialogs.conversation import Conversation
from dialogs.events import Said
from dialogs.machine import handle
from dialogs.replies import Ask
from dialogs.replies_guide import DidYouMean, GuideEntry, OccupationsNear
from dialogs.turn import Outside
from messages.guide.ranking import guide_ranking
from messages.people import ABROAD, TODAY, first

if TYPE_CHECKING:
    from dialogs.conversation import Answers, Language
    from dialogs.replies import Reply


def replies(text: str, language: Language, answers: Answers | None = None) -> tuple[Reply, ...]:
    before = Conversation(language, answers=answers or {}, started=bool(answers))
    return handle(before, Said(text), TODAY, Outside(guide_ranking())).replies


TITLES = [
    ("en", "software engineer", "21231"),
    ("en", "truck driver", "73300"),
    ("en", "nurse", "31301"),
    ("fr", "infirmière", "31301"),
    ("fr", "camionneur", "73300"),
    ("fr", "plombier", "72300"),
]


@pytest.mark.parametrize(("language", "title", "code"), TITLES)
def test_a_title_by_itself_shows_its_unit_groups(language: Language, title: str, code: str) -> None:
    near = next(each for each in replies(title, language) if isinstance(each, OccupationsNear))
    assert near.codes[0] == code
    assert len(near.codes) <= 5
    assert not any(isinstance(each, GuideEntry) for each in replies(title, language))


@pytest.mark.parametrize(("language", "title", "code"), TITLES[1:])
def test_whoever_has_said_another_job_picks_one(language: Language, title: str, code: str) -> None:
    (ask,) = replies(title, language, ABROAD)
    assert isinstance(ask, Ask)
    assert ask.question == "occupation"
    assert (ask.options or ())[0] == code


def test_of_the_job_that_is_known_its_neighbours_are_shown() -> None:
    assert ABROAD["occupation"] == "21231"
    (near,) = replies("software engineer", "en", ABROAD)
    assert isinstance(near, OccupationsNear)
    assert not near.kept


@pytest.mark.parametrize(
    ("language", "words", "code"),
    [
        ("en", "what is the NOC code for a truck driver?", "73300"),
        ("en", "noc for nurse", "31301"),
        ("en", "which noc is a data analyst", "21223"),
        ("en", "noc code software developer", "21232"),
        ("en", "which code for electrician", "72200"),
        ("fr", "quel est le code CNP d'un comptable ?", "11100"),
        ("fr", "code cnp infirmière", "31301"),
        ("fr", "quelle CNP pour un développeur", "21232"),
        ("fr", "code pour plombier", "72300"),
    ],
)
@pytest.mark.parametrize("answered", [0, 6])
def test_whoever_asks_for_the_code_of_a_job_gets_codes(
    language: Language, words: str, code: str, answered: int
) -> None:
    near, *_ = replies(words, language, first(ABROAD, answered))
    assert isinstance(near, OccupationsNear)
    assert near.codes[0] == code


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "change my noc code"),
        ("en", "which teer is skilled"),
        ("en", "what is a noc code"),
        ("en", "my noc is not eligible for category draw"),
        ("fr", "changer mon code cnp"),
        ("fr", "ma catégorie feer"),
    ],
)
def test_words_that_are_no_title_have_no_code(language: Language, words: str) -> None:
    first_reply, *_ = replies(words, language)
    assert isinstance(first_reply, GuideEntry | DidYouMean)


@pytest.mark.parametrize(
    ("language", "words", "entry", "code"),
    [
        ("en", "I am a truck driver", "truck_drivers", "73300"),
        ("en", "my job is plumber", "tradespeople", "72300"),
        ("fr", "je suis soudeur", "tradespeople", "72106"),
        ("fr", "je suis camionneur", "truck_drivers", "73300"),
    ],
)
def test_whoever_says_what_they_work_as_gets_the_entry_and_is_taken_at_their_word(
    language: Language, words: str, entry: str, code: str
) -> None:
    told, near, _ask = replies(words, language)
    assert isinstance(told, GuideEntry)
    assert told.id == entry
    assert isinstance(near, OccupationsNear)
    assert near.kept
    assert near.codes[0] == code


def test_of_a_job_that_is_known_the_entry_is_all() -> None:
    (told,) = replies("I am a software developer", "en", ABROAD)
    assert isinstance(told, GuideEntry)
    assert told.id == "engineers"
