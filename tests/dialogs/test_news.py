"""Messages to everybody, as one person stops them and takes them again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogs.conversation import Conversation
from dialogs.events import Event, Pressed, Said, Unreachable
from dialogs.machine import handle
from dialogs.replies import Notice, Reply
from dialogs.silence import heard

TODAY = date(2026, 11, 23)
KNOWN = Conversation(heard_on="2026-11-20")
ASKED = replace(KNOWN, started=True, answers={"marital_status": "single"}, card=3)


def step(conversation: Conversation, event: Event) -> tuple[Conversation | None, Reply]:
    outcome = handle(conversation, event, TODAY)
    return outcome.conversation, outcome.replies[0]


@pytest.mark.parametrize(
    "event",
    [
        Pressed("news:off"),
        Said("/news_off"),
        Said("/news off"),
        Said("No more news"),
        Said("plus d'annonces"),
    ],
    ids=repr,
)
@pytest.mark.parametrize("before", [KNOWN, ASKED])
def test_one_tap_or_command_stops_them(before: Conversation, event: Event) -> None:
    after, reply = step(before, event)
    assert after is not None
    assert replace(after, card=before.card) == replace(before, news=False)
    assert isinstance(reply, Notice)
    assert reply.key == "news_off"


@pytest.mark.parametrize("words", ["/news", "/news on", "/news_off\n", "recevoir les annonces"])
def test_they_stay_stopped_until_the_person_says_otherwise(words: str) -> None:
    stopped = replace(ASKED, news=False)
    for event in (Said("/help"), Said("master"), Said("/alerts off"), Pressed("news:on")):
        after, _ = step(stopped, event)
        assert after is not None
        assert not after.news
    after, _ = step(stopped, Said(words))
    assert after is not None
    assert after.news == ("off" not in words)


def test_starting_over_keeps_them_stopped() -> None:
    asked, _ = step(replace(ASKED, news=False), Said("/restart"))
    assert asked is not None
    after, _ = step(asked, Said("yes"))
    assert after is not None
    assert (after.answers, after.news) == ({}, False)


def test_nobody_who_was_forgotten_is_known_again_by_the_button() -> None:
    after, reply = step(Conversation(), Pressed("news:off"))
    assert (after, reply) == (None, Notice("gone"))


def test_who_blocked_the_bot_is_marked_until_they_say_a_word() -> None:
    outcome = handle(replace(ASKED, alerts=True), Unreachable(), TODAY)
    marked = outcome.conversation
    assert marked == replace(ASKED, unreachable=True)
    assert marked is not None
    assert not heard(marked, TODAY).unreachable
