"""The clock: one date for everybody, whatever the server's time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine
from structlog.testing import capture_logs

from bot.clock import never_before, today
from dialogs.replies import Score
from tests.dialogs.talk import SINGLE_ABROAD, Talk


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-23T23:59:59+00:00", date(2026, 11, 23)),
        ("2026-11-24T00:00:00+00:00", date(2026, 11, 24)),
        ("2026-11-23T16:30:00-08:00", date(2026, 11, 24)),
        ("2028-02-29T12:00:00+09:00", date(2028, 2, 29)),
    ],
)
def test_today_is_the_date_in_utc(moment: str, day: date) -> None:
    with time_machine.travel(moment, tick=False):
        assert today() == day


@pytest.mark.parametrize(
    ("moment", "total"), [("2027-03-04T12:00:00Z", 464), ("2027-03-05T00:00:01Z", 458)]
)
def test_a_score_moves_on_with_the_birthday(moment: str, total: int) -> None:
    talk = Talk()
    talk.answer_all({**SINGLE_ABROAD, "birth_date": "5 March 1996"})
    with time_machine.travel(moment, tick=False):
        talk.today = today()
    card = talk.say("/score")[0]
    assert isinstance(card, Score)
    assert card.high == total


def test_a_clock_that_is_behind_is_told_once_and_not_believed() -> None:
    moments = [
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(1970, 1, 1, 23, tzinfo=UTC),
        datetime(2026, 10, 1, tzinfo=UTC),
        datetime(2027, 3, 5, 12, tzinfo=UTC),
    ]
    says = iter(moments)
    clock = never_before(date(2026, 10, 1), lambda: next(says))
    with capture_logs() as logs:
        believed = [clock() for _ in moments]
    assert believed == [moments[2]] * 3 + [moments[3]]
    assert [line["event"] for line in logs] == ["clock_behind"]
    assert "1970-01-01" in logs[0]["reason"]
