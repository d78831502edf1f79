"""The day of the profile: asked where a total was exactly a cut-off, and what it decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

import pytest

from dialogs.conversation import UNKNOWN, Conversation, Language
from dialogs.events import Pressed, Said
from dialogs.machine import handle
from dialogs.replies import Ask, Export, Reply
from dialogs.replies_ahead import Improvements
from dialogs.replies_rounds import EnoughShown
from dialogs.replies_told import FactsRead
from dialogs.turn import Outside
from scoring.record import Record
from tests.dialogs.rounds import chances
from tests.dialogs.talk import SINGLE_ABROAD, TODAY, finished

OWN = 469
TIE_BREAK = datetime(2026, 9, 14, 12, 0, tzinfo=UTC)


def record_with(cutoff: int) -> Record:
    """A record whose newest round is a general one with this cut-off."""
    last = Record.shipped().latest("general", TODAY)
    assert last is not None
    on = date(2026, 10, 1)
    held = replace(last, number="448", on=on, cutoff=cutoff, tie_break=TIE_BREAK, pool=None)
    return Record.shipped().with_([held])


def say(known: Conversation, text: str, record: Record) -> tuple[Conversation, tuple[Reply, ...]]:
    event = Pressed(text[1:]) if text.startswith("!") else Said(text)
    outcome = handle(known, event, TODAY, Outside(record=record))
    assert outcome.conversation is not None
    return outcome.conversation, outcome.replies


tied = partial(say, record=record_with(OWN))


def asked(replies: tuple[Reply, ...]) -> Ask:
    (reply,) = replies
    assert isinstance(reply, Ask)
    assert (reply.question, reply.notice) == ("profile_submitted", "tie_asks")
    return reply


@pytest.mark.parametrize("cutoff", [OWN - 1, OWN + 1])
def test_it_is_not_asked_where_it_decides_nothing(cutoff: int) -> None:
    _, replies = say(finished().conversation, "/chances", record_with(cutoff))
    shown = chances(replies)
    assert (shown.tied, shown.in_pool_since, shown.no_profile) == (False, None, False)


def test_it_is_not_asked_of_somebody_whom_no_round_is_open_to() -> None:
    begun = finished({**SINGLE_ABROAD, "settlement_funds": "0"}).conversation
    _, replies = tied(begun, "/chances")
    assert chances(replies).in_pool == "no"


@pytest.mark.parametrize(
    ("text", "invited", "at_cutoff"),
    [
        ("12 September 2026", 1, 0),
        ("14 September 2026", 0, 1),
        ("14 September 2026, 11:59", 1, 0),
        ("14 septembre 2026 à 12 h 00", 0, 0),
        ("16 September 2026", 0, 0),
        ("I don't know", 0, 1),
        ("I have none yet", 0, 1),
    ],
)
def test_at_the_very_cut_off_it_decides(text: str, invited: int, at_cutoff: int) -> None:
    known, replies = tied(finished().conversation, "do I have a chance this year?")
    assert asked(replies).choices == ("none", UNKNOWN)
    known, replies = tied(known, text)
    shown = chances(replies)
    year = next(e for e in shown.open if e.admission.kind == "general").past.lookbacks[-1]
    assert (year.invited, year.at_cutoff) == (invited, at_cutoff)
    assert shown.tied
    assert shown.no_profile is (text == "I have none yet")
    _, (enough,) = tied(known, "would I have been invited in a general round this year?")
    assert isinstance(enough, EnoughShown)
    (general,) = enough.tallies
    assert (general.invited, general.at_cutoff) == (invited, at_cutoff)


def test_it_is_asked_once_and_exported_beside_the_profile_that_scores() -> None:
    known, _ = tied(finished().conversation, "/chances")
    known, _ = tied(known, "14 September 2026, 11:59")
    _, replies = tied(known, "/chances")
    assert chances(replies).in_pool_since == datetime(2026, 9, 14, 11, 59, tzinfo=UTC)
    _, (export,) = tied(known, "/export")
    assert isinstance(export, Export)
    assert export.content["answers"]["profile_submitted"] == "2026-09-14T11:59:00Z"
    assert "profile_submitted" not in export.content["profile"]


def test_a_day_that_can_be_read_two_ways_is_chosen_by_button_with_its_time() -> None:
    known, _ = tied(finished().conversation, "/chances")
    known, (card,) = tied(known, "03/04/2026 14:05")
    assert isinstance(card, Ask)
    assert "2026-03-04T14:05:00Z" in (card.options or ())
    known, replies = tied(known, "!a:profile_submitted:2026-03-04T140500Z")
    assert chances(replies).in_pool_since == datetime(2026, 3, 4, 14, 5, tzinfo=UTC)


def test_a_profile_that_has_ended_is_refused_and_one_that_ends_is_asked_again() -> None:
    known, _ = tied(finished().conversation, "/chances")
    _, (card,) = tied(known, "23 November 2025")
    assert isinstance(card, Ask)
    assert card.problem is not None
    assert (card.problem.reason, card.problem.details) == ("profile_expired", {"months": 12})
    known, replies = tied(known, "24 November 2025")
    assert chances(replies).in_pool_since == date(2025, 11, 24)
    outcome = handle(known, Said("/chances"), date(2026, 11, 24), Outside(record=record_with(OWN)))
    asked(outcome.replies)


@pytest.mark.parametrize(
    ("told", "invited"),
    [("14 September 2026, 11:59", "yes"), ("16 September 2026", "no"), ("unknown", "at_cutoff")],
)
def test_a_total_at_the_very_cut_off_is_enough_only_as_the_tie_break_says(
    told: str, invited: str
) -> None:
    known, _ = tied(finished().conversation, "/chances")
    known, _ = tied(known, told)
    _, (improved,) = tied(known, "/improve")
    assert isinstance(improved, Improvements)
    (general,) = [each for each in improved.enough_for if each.held.kind == "general"]
    assert general.invited == invited


def test_what_is_surely_enough_comes_before_what_a_tie_break_decides() -> None:
    french = {"second_language_test": "nclc", "second_language_scores": "7 7 7 7"}
    begun = finished({**SINGLE_ABROAD, **french}).conversation
    _, (first,) = say(begun, "/improve", record_with(OWN))
    assert isinstance(first, Improvements)
    _, (improved,) = say(begun, "/improve", record_with(first.plan.current))
    assert isinstance(improved, Improvements)
    found = [(each.held.kind, each.invited) for each in improved.enough_for]
    assert found == [("french", "yes"), ("general", "at_cutoff")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("my profile is in the pool since 14 September 2026, 11:59", "en"),
        ("mon profil est dans le bassin depuis le 14 septembre 2026 à 11 h 59", "fr"),
    ],
)
def test_the_day_told_in_passing_counts_once_it_is_confirmed(text: str, language: Language) -> None:
    begun = replace(finished().conversation, language=language)
    known, (read,) = tied(begun, text)
    assert isinstance(read, FactsRead)
    assert "profile_submitted" not in known.answers
    known, _ = tied(known, "yes" if language == "en" else "oui")
    _, replies = tied(known, "/chances")
    assert chances(replies).in_pool_since == datetime(2026, 9, 14, 11, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "language", "reason"),
    [
        ("I submitted my profile in March", "en", "date_incomplete"),
        ("je suis dans le bassin depuis mars", "fr", "date_incomplete"),
        ("my profile is in the pool since May 2025", "en", "date_incomplete"),
    ],
)
def test_where_the_day_is_not_told_it_is_asked(text: str, language: Language, reason: str) -> None:
    begun = replace(finished().conversation, language=language)
    known, (card,) = tied(begun, text)
    assert isinstance(card, Ask)
    assert card.question == "profile_submitted"
    assert card.problem is not None
    assert card.problem.reason == reason
    known, _ = tied(known, "2026-03-04")
    assert known.answers["profile_submitted"] == "2026-03-04"
