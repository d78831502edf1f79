"""The forecasts of the day are made ready before anybody asks, once a day and a record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from structlog.testing import capture_logs

from bot import foretelling
from bot.foretelling import Foreteller, foretell
from scoring import chances
from scoring.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 11, 23)
SHIPPED = Record.shipped()


def service(record: Callable[[], Record], today: Callable[[], date]) -> Any:
    return SimpleNamespace(storage=SimpleNamespace(record=record), today=today)


def test_it_looks_again_for_a_new_day_or_record_only(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[int, date]] = []
    monkeypatch.setattr(
        foretelling, "foretell", lambda record, on: made.append((len(record.rounds), on))
    )
    now = SimpleNamespace(record=SHIPPED, today=TODAY)
    keeper = Foreteller(service(lambda: now.record, lambda: now.today))
    keeper.look()
    keeper.look()
    tomorrow = TODAY + timedelta(days=1)
    assert made == [(len(SHIPPED.rounds), TODAY), (len(SHIPPED.rounds), tomorrow)]
    now.today = tomorrow
    keeper.look()
    assert made[2:] == [(448, tomorrow), (448, tomorrow + timedelta(days=1))]
    now.record = SHIPPED.with_([replace(SHIPPED.rounds[-1], number="448")])
    keeper.look()
    assert made[4:] == [(449, tomorrow), (449, tomorrow + timedelta(days=1))]


def test_who_asks_then_waits_for_nothing_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    foretell(SHIPPED, TODAY)
    ready = chances.outlook(SHIPPED, "cec", TODAY)

    def fail(*_: object) -> None:
        pytest.fail("a situation is compared again")

    monkeypatch.setattr(chances, "situations", fail)
    again = chances.outlook(SHIPPED, "cec", TODAY)
    assert ready is not None
    assert again is not None
    path = [chances.Step(TODAY, 520)]
    assert again.chances(path) == ready.chances(path)


def test_trouble_is_logged_and_tried_again() -> None:
    def fail() -> Record:
        raise OSError

    with capture_logs() as lines:
        Foreteller(service(fail, lambda: TODAY)).look()
    assert [line["event"] for line in lines] == ["foretelling_failed"]
