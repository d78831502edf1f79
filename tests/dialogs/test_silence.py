"""Whoever is silent for long: told once, and erased no sooner than was said."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.conversation import Conversation
from dialogs.events import Due
from dialogs.machine import handle
from dialogs.replies_reminders import ErasureAhead
from dialogs.silence import NOTICE, due, heard, next_step
from scoring.calendar import months_after

SPOKE = date(2026, 11, 23)
SILENT = heard(Conversation(started=True), SPOKE)


def test_told_thirty_days_before_and_then_erased() -> None:
    assert due(SILENT, date(2027, 10, 23), 12) is None
    outcome = due(SILENT, date(2027, 10, 24), 12)
    assert outcome is not None
    assert outcome.replies == (ErasureAhead(date(2027, 11, 23)),)
    told = outcome.conversation
    assert told is not None
    assert next_step(told, 12) == date(2027, 11, 23)
    assert due(told, date(2027, 11, 22), 12) is None
    end = due(told, date(2027, 11, 23), 12)
    assert end is not None
    assert (end.conversation, end.replies) == (None, ())


def test_any_word_begins_anew() -> None:
    told = handle(SILENT, Due(), date(2027, 10, 24)).conversation
    assert told is not None
    again = heard(told, date(2027, 11, 1))
    assert next_step(again, 12) == date(2028, 11, 1) - NOTICE
    assert due(again, date(2027, 11, 23), 12) is None


def test_nobody_who_never_said_a_word_is_touched() -> None:
    assert next_step(Conversation(), 12) is None
    assert due(Conversation(), date(2099, 1, 1), 12) is None


@pytest.mark.parametrize("months", [2, 12, 120])
@given(st.integers(0, 5000), st.lists(st.integers(1, 400), min_size=30, max_size=30))
def test_never_erased_untold_nor_before_the_day_that_was_told(
    months: int, begin: int, pauses: list[int]
) -> None:
    """However irregularly somebody looks, and however late."""
    today = SPOKE + timedelta(days=begin)
    now: Conversation | None = SILENT
    promised: list[date] = []
    told_on = date.max
    for pause in pauses:
        if now is None:
            break
        today += timedelta(days=pause)
        outcome = due(now, today, months)
        if outcome is None:
            continue
        now = outcome.conversation
        for reply in outcome.replies:
            assert isinstance(reply, ErasureAhead)
            promised.append(reply.erased_on)
            told_on = today
            assert reply.erased_on >= today + NOTICE
    assert len(promised) <= 1
    if now is None:
        assert today >= promised[0] >= told_on + NOTICE
    elif promised:
        assert today < promised[0]
    else:
        assert today < months_after(SPOKE, months) - NOTICE
