"""When to write to somebody: in the morning where they live, never at night."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.moments import LOOK_AGAIN, MORNING, is_decent, local_time, next_look
from dialogs.conversation import Conversation
from dialogs.questions import BY_ID
from dialogs.situation import Situation
from tests.dialogs.talk import SINGLE_ABROAD, Talk

if TYPE_CHECKING:
    from dialogs.conversation import Answer

ZONES = BY_ID["time_zone"].offered(Situation({}, date(2026, 11, 23)))


def person(zone: Answer, born: str = "1997-03-05") -> Conversation:
    talk = Talk()
    talk.answer_all({**SINGLE_ABROAD, "birth_date": born})
    talk.say("/alerts")
    talk.say(str(zone))
    assert talk.conversation.alerts
    return talk.conversation


def at(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "moment"),
    [
        ("Africa/Lagos", at(2028, 2, 4, 9, 30)),
        ("Asia/Kolkata", at(2028, 2, 4, 5, 0)),
        ("America/Vancouver", at(2028, 2, 4, 18, 30)),
        ("UTC+14", at(2028, 2, 3, 20, 30)),
        ("unknown", at(2028, 2, 4, 15, 30)),
    ],
)
def test_thirty_days_before_at_half_past_ten_where_the_person_lives(
    zone: str, moment: datetime
) -> None:
    """Born on 5 March 1997: 31 on 5 March 2028."""
    assert next_look(person(zone), at(2028, 1, 20, 12), None) == moment


def test_nobody_is_looked_at_without_consent_who_cannot_be_told_of_erasure() -> None:
    assert next_look(Conversation(heard_on="2026-11-23"), at(2026, 11, 23, 12), None) is None


@pytest.mark.parametrize(
    ("silent", "day"),
    [
        (Conversation(heard_on="2026-11-01"), at(2027, 10, 2, 14, 30)),
        (
            Conversation(heard_on="2026-11-01", erasure_told_on="2027-10-02"),
            at(2027, 11, 1, 14, 30),
        ),
        (
            Conversation(heard_on="2026-01-01", erasure_told_on="2027-09-20"),
            at(2027, 10, 20, 14, 30),
        ),
        (Conversation(), at(2027, 10, 24, 14, 30)),
    ],
)
def test_the_silent_are_looked_at_when_they_are_to_be_told_and_erased(
    silent: Conversation, day: datetime
) -> None:
    now = at(2027, 9, 24, 12)
    assert next_look(silent, now, 12) == min(day, at(2027, 10, 24, 14, 30))


def test_with_nothing_near_there_is_a_look_again() -> None:
    now = at(2026, 11, 23, 12)
    look = next_look(person("Africa/Lagos", born="29"), now, None)
    assert look == at(2026, 11, 23, 9, 30) + LOOK_AGAIN


@pytest.mark.parametrize(
    ("hour", "minute", "decent"),
    [(9, 59, False), (10, 0, True), (10, 30, True), (17, 59, True), (18, 0, False), (3, 0, False)],
)
def test_decent_hours(hour: int, minute: int, decent: bool) -> None:
    assert is_decent(datetime(2026, 11, 23, hour, minute, tzinfo=ZoneInfo("Asia/Manila"))) is decent


def test_a_zone_that_cannot_be_is_read_as_none() -> None:
    odd = Conversation(answers={"time_zone": "Mars/Olympus"}, alerts=True)
    assert local_time(odd, at(2026, 11, 23, 12)).hour == 7


PEOPLE = {zone: person(zone) for zone in ZONES}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ZONES), st.integers(0, 2 * 365 * 24 * 60))
def test_the_moment_is_a_morning_still_to_come(zone: str, minutes: int) -> None:
    now = at(2026, 11, 1, 0) + timedelta(minutes=minutes)
    look = next_look(PEOPLE[zone], now, 12)
    assert look is not None
    assert now < look <= now + LOOK_AGAIN + timedelta(days=1)
    local = local_time(PEOPLE[zone], look)
    assert local.time() == MORNING
    assert is_decent(local)
    assert time(10) <= MORNING < time(18)
