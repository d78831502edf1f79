"""Rounds and chances in the conversation: lists by kind, what a total was worth, who is let in."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.conversation import Conversation
from dialogs.events import Pressed, Said
from dialogs.machine import handle
from dialogs.replies import Ask, Notice, Reply
from dialogs.replies_ahead import TargetPlan
from dialogs.replies_guide import GuideEntry
from dialogs.replies_rounds import ChancesShown, Counted, EnoughShown, OneKindShown, RoundsShown
from dialogs.screens_record import PAGE
from dialogs.turn import Outside
from scoring.chances import chances as foretell
from scoring.chances import path_of
from scoring.forecast import HORIZONS, proven
from scoring.past_rounds import past_rounds
from scoring.pool import Rank
from scoring.record import Record
from scoring.rules import rules_on
from scoring.timeline import timeline
from tests.dialogs.talk import (
    SINGLE_ABROAD,
    TODAY,
    TRADESPERSON_IN_CANADA,
    Talk,
    answers_of,
    at_question,
    finished,
)

NURSE = {**SINGLE_ABROAD, "occupation": "31301"}


def chances(replies: tuple[Reply, ...]) -> ChancesShown:
    (reply,) = replies
    assert isinstance(reply, ChancesShown)
    return reply


def rounds(replies: tuple[Reply, ...]) -> RoundsShown:
    reply = replies[0]
    assert isinstance(reply, RoundsShown)
    return reply


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
    "words",
    [
        "/chances",
        "do I have a chance this year?",
        "am I competitive?",
        "quelles sont mes chances ?",
    ],
)
def test_chances_name_what_is_open_one_step_away_and_shut(words: str) -> None:
    shown = chances(finished().say(words))
    assert shown.total == 469
    assert shown.open == ()
    assert [each.admission.kind for each in shown.near] == ["french", "cec", "pnp"]
    assert shown.french_below == 518 - 382
    assert {each.kind for each in shown.quiet} == {"general", "fsw"}
    assert "trade" in {each.kind for each in shown.shut}
    assert shown.rank is not None
    assert (shown.rank.on, shown.rank.people) == (date(2026, 9, 27), 229_904)


def test_one_step_away_is_foretold_as_if_the_step_were_done_today() -> None:
    shown = chances(finished().say("/chances"))
    near = {each.admission.kind: each for each in shown.near}
    for kind, each in near.items():
        step = each.admission.steps[0]
        path = path_of(timeline(step.after, rules_on(TODAY), 12))
        assert path[0].total == step.total == each.past.total > shown.total
        foretold = foretell(Record.shipped(), kind, TODAY, path)
        assert each.chances == tuple(chance for chance in foretold if chance.proven)
        assert [chance.months for chance in each.chances] == [
            m for m in HORIZONS if proven(kind, m)
        ]
    # French would do far better than a year in Canada: its cut-offs lie lower.
    assert near["french"].chances[-1].of_ten > near["cec"].chances[-1].of_ten


def test_work_that_is_lacking_changes_no_total_and_is_foretold_where_that_is_proven() -> None:
    talk = finished(NURSE)
    talk.say("/chances")
    shown = chances(talk.say("5 months"))
    lacking = next(each for each in shown.near if each.admission.kind == "healthcare")
    assert (lacking.admission.steps, lacking.past.total) == ((), shown.total)
    assert [each.months for each in lacking.chances] == [3, 6]


def test_chances_ask_first_for_work_in_the_category() -> None:
    talk = finished(NURSE)
    talk.say("/chances")
    assert talk.asked == "category_experience_months"
    shown = chances(talk.choose("12"))
    (healthcare,) = shown.open
    assert healthcare.admission.kind == "healthcare"
    assert healthcare.past.gap == 469 - 475
    assert [(each.months, each.rounds, each.invited) for each in healthcare.past.lookbacks] == [
        (3, 1, 0),
        (6, 2, 0),
        (12, 6, 2),
    ]
    assert [each.months for each in healthcare.chances] == [3, 6]
    assert all(each.proven and 0 <= each.probability <= 1 for each in healthcare.chances)
    assert answers_of(talk)["category_experience_months"] == "12"


def test_too_little_work_in_the_category_is_one_step_away() -> None:
    talk = finished(NURSE)
    talk.say("/chances")
    shown = chances(talk.say("5 months"))
    assert shown.open == ()
    assert "healthcare" in {each.admission.kind for each in shown.near}


def test_french_that_is_there_comes_first() -> None:
    talk = finished(TRADESPERSON_IN_CANADA)
    talk.say("/chances")
    shown = chances(talk.choose("24") if talk.asked else talk.replies)
    assert shown.open[0].admission.kind == "french"
    assert {each.admission.kind for each in shown.open} == {"french", "cec", "trade"}


def test_nobody_is_told_chances_before_their_score_can_be_worked_out() -> None:
    talk = Talk()
    (reply,) = talk.say("/chances")
    assert isinstance(reply, Notice)
    assert reply.key == "chances_need_answers"
    assert talk.conversation == Conversation(topics=("rounds",))


@pytest.mark.parametrize(
    "words", ["would I have been invited in the last French round?", "I want the last CEC cut-off"]
)
def test_a_round_that_is_aimed_at_still_gives_a_plan(words: str) -> None:
    (reply,) = finished().say(words)
    assert isinstance(reply, TargetPlan)


def test_whom_no_program_is_open_to_is_in_no_pool() -> None:
    shown = chances(finished({**SINGLE_ABROAD, "settlement_funds": "0"}).say("/chances"))
    assert shown.in_pool == "no"
    assert (shown.open, shown.rank) == ((), None)


def test_days_of_which_nothing_is_known_shut_no_kind_and_foretell_nothing() -> None:
    late = date(2027, 6, 1)
    talk = finished(TRADESPERSON_IN_CANADA)
    outcome = handle(talk.conversation, Said("/chances"), TODAY)
    while isinstance(outcome.replies[0], Ask):
        assert outcome.conversation is not None
        outcome = handle(outcome.conversation, Said("36 months"), TODAY)
    assert outcome.conversation is not None
    shown = chances(handle(outcome.conversation, Said("/chances"), late).replies)
    assert shown.as_of is not None
    assert shown.as_of.stale
    assert {"cec", "trade"} <= {each.admission.kind for each in shown.open}
    assert {each.unsaid for each in shown.open} <= {"too_old", "unproven"}
    assert not any(each.chances for each in shown.open)
    assert shown.lately == 40


@pytest.mark.parametrize(
    ("words", "kind", "state"),
    [
        ("why not healthcare?", "healthcare", "no"),
        ("pourquoi pas la santé ?", "healthcare", "no"),
        ("can I get in with the trades draw?", "trade", "no"),
        ("les tirages CEC, c'est pour moi ?", "cec", "if"),
        ("are the French rounds open to me?", "french", "if"),
        ("les rondes pour le français me sont-elles ouvertes ?", "french", "if"),
    ],
)
def test_one_kind_is_told_by_itself(words: str, kind: str, state: str) -> None:
    (shown,) = finished().say(words)
    assert isinstance(shown, OneKindShown)
    assert (shown.stands.admission.kind, shown.stands.admission.state) == (kind, state)
    assert bool(shown.stands.chances) is (state == "if")


def test_one_kind_says_the_same_as_all_chances() -> None:
    nurse = finished(NURSE)
    nurse.say("/chances")
    all_ = chances(nurse.choose("24"))
    (one,) = nurse.say("am I eligible for healthcare draws?")
    assert isinstance(one, OneKindShown)
    assert one.stands in all_.open
    assert one.as_of == all_.as_of


def test_what_decides_a_kind_is_asked_first() -> None:
    talk = finished(NURSE)
    talk.say("why not healthcare?")
    assert talk.asked == "category_experience_months"


@pytest.mark.parametrize("words", ["why not healthcare?", "pourquoi pas la santé ?"])
def test_a_kind_before_there_is_a_score_is_told_by_the_guide(words: str) -> None:
    said = Talk().say(words)[0]
    assert isinstance(said, GuideEntry)
    assert said.id == "category_healthcare"


def test_a_kind_that_asks_for_no_occupation_asks_nothing_first() -> None:
    (shown,) = finished(NURSE).say("are the French rounds open to me?")
    assert isinstance(shown, OneKindShown)


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


@pytest.mark.parametrize(("nominated", "told"), [("yes", False), ("no", True)])
def test_whom_a_province_has_nominated_is_not_sent_to_learn_french(
    nominated: str, told: bool
) -> None:
    talk = finished({**SINGLE_ABROAD, "provincial_nomination": nominated})
    shown = chances(talk.say("/chances"))
    assert (shown.french_below is not None) is told
    assert ("pnp" in [each.held.kind for each in shown.enough_for]) is not told
