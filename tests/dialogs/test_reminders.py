"""Reminders: asked for, told once and in time, stopped with one tap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.conversation import Conversation
from dialogs.events import Due, Unreachable
from dialogs.machine import handle
from dialogs.replies import Export, Notice, Score
from dialogs.replies_reminders import AlertsOn, Reminded
from tests.dialogs.talk import SINGLE_ABROAD, TODAY, Talk

BORN = "1996-12-20"
"""Thirty on 20 December 2026: five points fewer."""
TESTED = "8 7.5 7 7, 2025-02-10"
"""Expires on 10 February 2027."""


def finished(**changed: str) -> Talk:
    talk = Talk()
    talk.answer_all({**SINGLE_ABROAD, "relative_in_canada": "no", **changed})
    return talk


def reminding(**changed: str) -> Talk:
    talk = finished(**changed)
    talk.say("/alerts")
    talk.choose("Africa/Lagos")
    assert talk.conversation.alerts
    return talk


def lived(talk: Talk, days: int, every: int = 1) -> dict[date, Reminded]:
    """A look each day; what was told, by day."""
    told: dict[date, Reminded] = {}
    start = talk.today
    for day in range(0, days, every):
        talk.today = start + timedelta(days=day)
        for reply in talk.happens(Due()):
            assert isinstance(reply, Reminded)
            assert talk.today not in told
            told[talk.today] = reply
    return told


def test_alerts_ask_where_one_lives_then_say_what_will_be_told() -> None:
    talk = finished(birth_date=BORN, first_language_scores=TESTED)
    talk.say("/alerts")
    assert (talk.asked, talk.ask.notice) == ("time_zone", "alerts_asks")
    assert not talk.conversation.alerts, "no consent before it is complete"
    (shown,) = talk.choose("Asia/Karachi")
    assert isinstance(shown, AlertsOn)
    assert shown.zone == "Asia/Karachi"
    assert [(r.send_on, r.event_on, r.causes) for r in shown.coming] == [
        (TODAY, date(2026, 12, 20), ("birthday",)),
        (TODAY, date(2027, 2, 10), ("first_language_expires",)),
        (date(2027, 11, 20), date(2027, 12, 20), ("birthday",)),
    ]
    assert shown.coming[0].total_before - shown.coming[0].total_after == 5
    (again,) = talk.say("remind me before it happens")
    assert isinstance(again, AlertsOn), "the place is not asked twice"


@pytest.mark.parametrize("place", ["Kathmandu", "UTC+5:45", "Asia/Kathmandu"])
def test_any_place_can_be_typed(place: str) -> None:
    talk = finished()
    talk.say("/alerts")
    talk.say(place)
    assert talk.conversation.answers["time_zone"] == "Asia/Kathmandu"
    assert talk.conversation.alerts


def test_a_place_that_is_not_known_is_asked_again() -> None:
    talk = finished()
    talk.say("/alerts")
    talk.say("Atlantis")
    assert talk.asked == "time_zone"
    assert talk.ask.problem is not None
    (shown,) = talk.say("/skip")
    assert isinstance(shown, AlertsOn)
    assert shown.zone == "unknown"


def test_before_the_score_is_known_nothing_is_turned_on() -> None:
    talk = Talk()
    talk.say("/start")
    assert talk.say("/alerts")[0] == Notice("alerts_need_score")
    assert not talk.conversation.alerts


def test_each_day_is_told_once_in_time() -> None:
    told = lived(reminding(birth_date="1996-12-31", first_language_scores=TESTED), 400)
    assert {day: reply.reminder.event_on for day, reply in told.items()} == {
        TODAY: date(2027, 2, 10),
        date(2026, 12, 1): date(2026, 12, 31),
        date(2027, 12, 1): date(2027, 12, 31),
    }


def test_one_a_day_when_several_are_near() -> None:
    told = lived(reminding(birth_date=BORN, first_language_scores=TESTED), 10)
    assert [(day, reply.reminder.event_on) for day, reply in told.items()] == [
        (TODAY, date(2026, 12, 20)),
        (TODAY + timedelta(days=1), date(2027, 2, 10)),
    ]


def test_an_assessment_is_told_of_even_where_it_gives_nothing() -> None:
    talk = reminding(has_eca="2022-01-15", birth_date="1980-03-03")
    (reply,) = lived(talk, 30).values()
    assert reply.reminder.event_on == date(2027, 1, 15)
    assert "eca_expires" in reply.reminder.causes


def test_a_changed_answer_changes_what_is_told() -> None:
    talk = reminding(birth_date="1997-03-05")
    assert list(lived(talk, 60)) == []
    talk.press("change:birth_date")
    talk.say("1998-02-20")
    assert lived(talk, 300) == {}, "twenty-nine on that day, which costs nothing"
    talk.press("change:birth_date")
    talk.say("1997-02-25")
    assert [reply.reminder.event_on for reply in lived(talk, 300).values()] == [date(2028, 2, 25)]


def test_a_new_test_stops_the_reminder_of_the_old_one() -> None:
    talk = reminding(first_language_scores=TESTED)
    talk.press("change:first_language_scores")
    talk.say("8 7.5 7 7, 2026-11-01")
    assert lived(talk, 300) == {}


def test_off_with_one_tap_and_on_again() -> None:
    talk = reminding(birth_date=BORN)
    assert talk.press("alerts:off") == (Notice("alerts_off"),)
    assert lived(talk, 60) == {}
    assert talk.press("alerts:off") == (Notice("alerts_were_off"),)
    talk.today = TODAY
    assert isinstance(talk.press("alerts:on")[0], AlertsOn)
    assert len(lived(talk, 20)) == 1


@pytest.mark.parametrize(
    "words", ["/alerts off", "stop reminding me", "plus de rappels", "arrêtez les rappels !"]
)
def test_words_turn_them_off(words: str) -> None:
    talk = reminding(birth_date=BORN)
    assert talk.say(words) == (Notice("alerts_off"),)
    assert not talk.conversation.alerts


def test_a_reminder_leaves_the_conversation_where_it_was() -> None:
    talk = reminding(birth_date=BORN)
    talk.say("/delete")
    before = talk.conversation
    talk.happens(Due())
    assert talk.conversation == replace(before, warned=("2026-12-20",))
    talk.say("no")
    assert talk.replies == (Notice("kept"),)


def test_somebody_who_cannot_be_reached_is_told_nothing_more() -> None:
    talk = reminding(birth_date=BORN)
    assert talk.happens(Unreachable()) == ()
    assert lived(talk, 60) == {}


def test_starting_over_ends_them() -> None:
    talk = reminding(birth_date=BORN)
    talk.say("/restart")
    talk.say("yes")
    assert not talk.conversation.alerts


def test_a_button_of_somebody_forgotten_keeps_nothing() -> None:
    talk = Talk()
    assert talk.press("alerts:on") == (Notice("gone"),)
    assert talk.forgotten


def test_the_export_tells_of_them() -> None:
    talk = reminding(birth_date=BORN)
    talk.happens(Due())
    (reply,) = talk.say("/export")
    assert isinstance(reply, Export)
    assert reply.content["reminders"] == {"on": True, "told": ["2026-12-20"]}
    assert reply.content["answers"]["time_zone"] == "Africa/Lagos"
    assert "time_zone" not in reply.content["profile"]


def test_where_one_lives_changes_no_score() -> None:
    before = finished().say("/score")[0]
    after = reminding().say("/score")[0]
    assert isinstance(before, Score)
    assert isinstance(after, Score)
    assert (before.result, before.low, before.high) == (after.result, after.low, after.high)


DAYS = st.dates(date(1970, 1, 1), date(2008, 1, 1)).map(date.isoformat)
TESTS = st.dates(date(2024, 11, 1), TODAY).map(lambda day: f"8 7.5 7 7, {day.isoformat()}")
ASSESSED = st.dates(date(2021, 11, 1), TODAY).map(date.isoformat)


@settings(max_examples=25, deadline=None)
@given(DAYS, TESTS, ASSESSED, st.integers(1, 25), st.booleans())
def test_never_twice_never_late_never_unasked(
    born: str, tested: str, assessed: str, every: int, on: bool
) -> None:
    talk = reminding(birth_date=born, first_language_scores=tested, has_eca=assessed)
    if not on:
        talk.say("/alerts off")
    coming = lived(talk, 700, every)
    events = [reply.reminder.event_on for reply in coming.values()]
    assert len(set(events)) == len(events), "never twice for the same day"
    assert all(day < reply.reminder.event_on for day, reply in coming.items()), "never late"
    assert on or not coming, "off means silence"


def test_silence_without_consent_whatever_the_state() -> None:
    assert handle(Conversation(), Due(), TODAY).replies == ()
    talk = finished(birth_date=BORN)
    assert lived(talk, 60) == {}
