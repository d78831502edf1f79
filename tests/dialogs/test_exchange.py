"""The spouse as principal applicant, compared."""

from __future__ import annotations

from dialogs.replies import Notice
from dialogs.replies_ahead import Comparison
from tests.dialogs.talk import (
    MARRIED_ABROAD,
    finished,
)


def test_exchange_asks_about_the_spouse_and_compares() -> None:
    talk = finished(MARRIED_ABROAD)
    talk.press("cmd:exchange")
    assert talk.asked == "spouse_birth_date"
    talk.say("31")
    talk.choose("none")
    assert talk.asked == "spouse_canadian_study"
    talk.choose("none")
    talk.choose("36")
    talk.say("21231")
    replies = talk.choose("yes")
    assert isinstance(replies[0], Comparison)
    assert replies[0].exchange.total is not None


def test_exchange_without_a_spouse_says_so() -> None:
    assert finished().say("my spouse as principal applicant")[0] == Notice("exchange_needs_spouse")
