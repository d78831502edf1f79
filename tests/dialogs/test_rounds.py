"""Rounds in the conversation: lists by kind, one by its number, what a total was worth."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.conversation import Conversation
from dialogs.events import Pressed, Said
from dialogs.machine import handle
from dialogs.replies import Ask, Notice
from dialogs.replies_ahead import TargetPlan
from dialogs.replies_rounds import Counted, EnoughShown, RoundsShown
from dialogs.screens_record import PAGE
from dialogs.turn import Outside
from scoring.past_rounds import past_rounds
from scoring.pool import Rank
from scoring.record import Record
from tests.dialogs.rounds import chances, rounds
from tests.dialogs.talk import TODAY, Talk, at_question, finished


@pytest.mark.parametrize("words", ["/rounds", "last draws?", "when is the next draw", "tirages"])
def test_the_newest_rounds_of_all_kinds(words: str) -> None:
    shown = rounds(Talk().say(words))
    assert [each.number for each in shown.rounds] == ["447", "446", "445", "444", "443", "442"]
    assert shown.as_of is not None
    assert shown.as_of.until == date(2026, 10, 1)
    assert shown.kind is None


@pytest.mark.parametrize(
    ("words", "unknown"), [("/rounds xyz", True), ("/rounds", False), ("/rounds all", False)]
)
def test_a_kind_that_is_none_is_said_to_be_unknown(words: str, unknown: bool) -> None:
    shown = rounds(Talk().say(words))
    assert (shown.kind, shown.unknown) == (None, unknown)


def test_how_many_there_were_in_a_stretch_of_time() -> None:
    shown = rounds(finished().say("how many healthcare draws were there in 2025?"))
    assert shown.counted == Counted(date(2025, 1, 1), date(2025, 12, 31), 7, 14_500)
    shown = rounds(finished().say("combien de rondes cette année ?"))
    assert shown.counted is not None
    assert (shown.counted.since, shown.counted.until) == (date(2026, 1, 1), date(2026, 10, 1))
    shown = rounds(finished().say("draws this month"))
    assert shown.counted is not None
    assert shown.counted.rounds == 0


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("draw 446", ["446"]),
        ("/rounds 91a", ["91a"]),
        ("round 91", ["91a", "91b"]),
        ("draw 999", []),
    ],
)
def test_one_round_by_its_number(words: str, numbers: list[str]) -> None:
    shown = rounds(finished().say(words))
    assert [each.number for each in shown.rounds] == numbers
    assert (shown.pages, shown.one) == (1, words.rsplit(maxsplit=1)[-1])


@pytest.mark.parametrize("words", ["/rounds cec", "last CEC draw?", "dernier tirage CEC ?"])
def test_the_newest_rounds_of_a_kind(words: str) -> None:
    shown = rounds(finished().say(words))
    assert (shown.kind, shown.rounds[0].number, shown.rounds[0].cutoff) == ("cec", "446", 518)
    assert {each.kind for each in shown.rounds} == {"cec"}


def test_an_open_question_comes_back_below_the_rounds() -> None:
    talk = at_question("education")
    shown, card = talk.say("last CEC draw?")
    assert isinstance(shown, RoundsShown)
    assert isinstance(card, Ask)
    assert card.question == "education"


@pytest.mark.parametrize("kind", ["all", "french"])
def test_pages_hold_every_round_once(kind: str) -> None:
    talk = Talk()
    pages = rounds(talk.press(f"rounds:{kind}:0")).pages
    told = [
        each.number
        for page in range(pages)
        for each in rounds(talk.press(f"rounds:{kind}:{page}")).rounds
    ]
    held = [each for each in Record.shipped().until(TODAY) if kind in ("all", each.kind)]
    assert told == [each.number for each in reversed(held)]
    assert rounds(talk.press(f"rounds:{kind}:99999999999")).page == pages - 1
    assert len(rounds(talk.press(f"rounds:{kind}:1")).rounds) == PAGE


@pytest.mark.parametrize("data", ["rounds:", "rounds:all:", "rounds:none:0", "rounds:cec:-1"])
def test_a_forged_button_of_rounds_has_no_effect(data: str) -> None:
    (reply,) = finished().press(data)
    assert reply == Notice("stale_button")


@pytest.mark.parametrize(("on", "stale"), [(date(2026, 11, 12), False), (date(2026, 11, 13), True)])
def test_rounds_are_told_with_care_after_six_weeks(on: date, *, stale: bool) -> None:
    shown = rounds(Talk(today=on).say("/rounds"))
    assert shown.as_of is not None
    assert shown.as_of.stale is stale


def test_without_any_round_the_conversation_goes_on() -> None:
    known, empty = finished().conversation, Outside(record=Record())
    for words in ("/rounds", "last CEC draw?", "would 489 have been enough last year?"):
        (reply,) = handle(known, Said(words), TODAY, empty).replies
        assert isinstance(reply, RoundsShown)
        assert (reply.as_of, reply.rounds) == (None, ())
    shown = chances(handle(known, Said("/chances"), TODAY, empty).replies)
    assert (shown.as_of, shown.open, shown.rank) == (None, (), None)
    (page,) = handle(known, Pressed("rounds:cec:3"), TODAY, empty).replies
    assert isinstance(page, RoundsShown)


def test_what_a_total_would_have_been_worth_in_a_year() -> None:
    (reply,) = Talk().say("would 518 have been enough last year?")
    assert isinstance(reply, EnoughShown)
    assert (reply.since, reply.until) == (date(2025, 1, 1), date(2025, 12, 31))
    cec = next(each for each in reply.tallies if each.kind == "cec")
    assert (cec.rounds, cec.invited, cec.at_cutoff, cec.least, cec.most) == (15, 1, 1, 515, 547)


def test_twelve_months_are_counted_alike_everywhere() -> None:
    (reply,) = Talk().say("would 518 have been enough for CEC?")
    assert isinstance(reply, EnoughShown)
    (cec,) = reply.tallies
    year = past_rounds(Record.shipped(), "cec", TODAY, 518).lookbacks[-1]
    assert (cec.rounds, cec.invited, cec.at_cutoff) == (year.rounds, year.invited, year.at_cutoff)


def test_ones_own_total_is_taken_where_none_is_named() -> None:
    (reply,) = finished().say("would I have been invited this year?")
    assert isinstance(reply, EnoughShown)
    assert (reply.total, reply.own, reply.until) == (469, True, date(2026, 10, 1))
    assert at_question("education").say("would I have been invited this year?")[0] == Notice(
        "explain_needs_score"
    )


@pytest.mark.parametrize(
    "words", ["would I have been invited in the last French round?", "I want the last CEC cut-off"]
)
def test_a_round_that_is_aimed_at_still_gives_a_plan(words: str) -> None:
    (reply,) = finished().say(words)
    assert isinstance(reply, TargetPlan)


@pytest.mark.parametrize(
    "words", ["how many people above 490?", "combien de personnes au-dessus de 490 ?"]
)
def test_how_many_of_the_pool_are_above_a_total(words: str) -> None:
    said = Talk().say(words)[0]
    assert isinstance(said, Notice)
    assert said.key == "pool_above"
    assert said.details["total"] == 490
    assert said.details["rank"] == Rank(date(2026, 9, 27), 728 + 21_070 + 12_745, 229_904, True)


def test_without_a_count_the_guide_answers() -> None:
    asked = Said("how many people above 490?")
    replies = handle(Conversation(), asked, TODAY, Outside(record=Record())).replies
    assert not any(isinstance(each, Notice) and each.key == "pool_above" for each in replies)
