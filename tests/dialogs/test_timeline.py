"""The timeline: what it asks first, and what it shows."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.replies import Ask, Notice, Score
from dialogs.replies_ahead import Supposition, TimelineShown
from tests.dialogs.talk import (
    SINGLE_ABROAD,
    Talk,
    finished,
)


def test_timeline_asks_for_what_it_needs_and_then_shows_itself() -> None:
    talk = finished()
    talk.say("/timeline")
    assert (talk.asked, talk.ask.notice) == ("current_work", "timeline_asks")
    talk.choose("canada")
    assert talk.asked == "work_permit_until"
    (shown,) = talk.say("5 March 2028")
    assert isinstance(shown, TimelineShown)
    assert shown.timeline.current == 469
    assert shown.twelve_months_on is not None
    (again,) = talk.say("when will my score change?")
    assert isinstance(again, TimelineShown)


def timeline_of(months: str, **answers: str) -> TimelineShown:
    """The timeline of somebody who has worked in Canada so long, and still does."""
    talk = finished({**SINGLE_ABROAD, "canadian_experience": months, **answers})
    talk.say("/timeline")
    talk.choose("canada")
    (shown,) = talk.say("1 August 2027")
    assert isinstance(shown, TimelineShown)
    return shown


def test_less_than_a_year_of_work_that_goes_on_in_canada_is_recent() -> None:
    shown = timeline_of("5 months")
    assert shown.twelve_months_on == date(2027, 6, 23)
    assert shown.work_from is None
    assert shown.permit_until == date(2027, 8, 1)


def test_work_told_in_whole_years_is_counted_from_there_and_can_be_told_more_closely() -> None:
    shown = timeline_of("0")
    assert shown.twelve_months_on is None
    assert shown.work_from == ("canadian_experience", 0)
    longer = timeline_of("12", recent_canadian_experience="0")
    assert longer.twelve_months_on is None
    assert longer.work_from == ("canadian_experience", 12)


def test_work_that_has_ended_is_not_taken_as_recent() -> None:
    talk = finished({**SINGLE_ABROAD, "canadian_experience": "5 months"})
    talk.say("/timeline")
    (shown,) = talk.choose("none")
    assert isinstance(shown, TimelineShown)
    assert shown.twelve_months_on is None
    assert shown.work_from is None


def test_a_test_without_a_date_is_named() -> None:
    talk = finished()
    talk.say("/timeline")
    (shown,) = talk.choose("none")
    assert isinstance(shown, TimelineShown)
    assert shown.undated == ("first_language",)
    assert shown.test_expiries == {}


def test_timeline_before_the_score_is_known_says_what_is_missing() -> None:
    talk = Talk()
    talk.say("/start")
    notice, ask = talk.say("/timeline")
    assert notice == Notice("timeline_needs_score")
    assert isinstance(ask, Ask)


def test_a_question_of_a_topic_left_open_leaves_the_rest_as_it_is() -> None:
    talk = finished()
    talk.say("/timeline")
    card = talk.say("/score")[0]
    assert isinstance(card, Score)
    assert card.eligibility_known


@pytest.mark.parametrize(
    "words",
    [
        "what if I wait a year",
        "and if I do nothing?",
        "what happens if we just wait until my next birthday",
        "et si j'attends un an ?",
        "et si je ne fais rien",
        "si j’attendais six mois de plus ?",
        "que se passe-t-il si je ne change rien ?",
    ],
)
def test_waiting_is_what_the_timeline_tells(words: str) -> None:
    talk = finished()
    talk.say(words)
    assert (talk.asked, talk.ask.notice) == ("current_work", "timeline_asks")


@pytest.mark.parametrize(
    "words", ["what if I wait and get CLB 10", "et si j'attends et que j'obtiens NCLC 10"]
)
def test_what_is_done_meanwhile_is_supposed(words: str) -> None:
    assert isinstance(finished().say(words)[0], Supposition)
