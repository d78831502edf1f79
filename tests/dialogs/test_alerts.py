"""Alerts: asked for, chosen, stopped; and what is told to whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dialogs.alerts import is_on
from dialogs.conversation import UNKNOWN, Conversation
from dialogs.events import Unreachable
from dialogs.replies import Export, Notice
from dialogs.replies_reminders import AlertsOn
from dialogs.subjects import SUBJECTS
from dialogs.telling import MOST_ROUNDS, alert
from messages.people import ABROAD, SHUT_OUT, first
from scoring.developments import RoundFacts, Unheard
from scoring.record import Record
from scoring.rounds import Round
from tests.dialogs.talk import SINGLE_ABROAD, TODAY, Talk

if TYPE_CHECKING:
    from dialogs.conversation import Answers
    from dialogs.replies_alerts import Alert
    from dialogs.subjects import Subject
    from scoring.rounds import RoundKind

ON = date(2026, 11, 20)
TOTAL = 453
"""What the person abroad competes with."""


def talking(*, alerts: bool = False, told_of: tuple[Subject, ...] = ()) -> Talk:
    talk = Talk()
    talk.answer_all({**SINGLE_ABROAD, "relative_in_canada": "no"})
    answers = {**talk.conversation.answers, "time_zone": "Africa/Lagos"}
    talk.conversation = replace(talk.conversation, answers=answers, alerts=alerts, told_of=told_of)
    return talk


@pytest.mark.parametrize(
    ("words", "occupation", "asked"),
    [
        ("/alerts", "31301", ["category_experience_months", "time_zone"]),
        ("tell me about new draws", "31301", ["category_experience_months", "time_zone"]),
        ("/alerts", "21231", ["time_zone"]),
        ("remind me", "31301", ["time_zone"]),
    ],
)
def test_what_decides_which_rounds_are_theirs_is_asked_first(
    words: str, occupation: str, asked: list[str]
) -> None:
    talk = Talk()
    talk.answer_all({**SINGLE_ABROAD, "occupation": occupation})
    talk.say(words)
    seen = []
    while talk.asked is not None:
        seen.append(talk.asked)
        talk.say("24 months" if talk.asked.startswith("category") else "Lagos")
    assert seen == asked
    assert isinstance(talk.replies[-1], AlertsOn)


def held(kind: RoundKind, cutoff: int, number: str = "448", tie_break: date | None = None) -> Round:
    return Round(number, ON, kind, kind, 1_500, cutoff, tie_break, ())


def told(
    *rounds: Round,
    wants: tuple[Subject, ...] = SUBJECTS,
    before: RoundFacts | None = None,
    answers: Answers = ABROAD,
    rules: tuple[date, ...] = (),
) -> Alert | None:
    known = Conversation(answers=answers, told_of=wants)
    record = Record.shipped().with_(rounds)
    return alert(known, TODAY, record, Unheard({each.number: before for each in rounds}, rules))


def verdicts(found: Alert | None) -> list[str]:
    return [] if found is None else [each.worth.verdict for each in found.rounds]


# ---- consent


def test_one_command_turns_all_on_and_says_what() -> None:
    talk = talking()
    (shown,) = talk.say("/alerts")
    assert isinstance(shown, AlertsOn)
    assert (shown.days, shown.told_of) == (True, SUBJECTS)
    assert (talk.conversation.alerts, talk.conversation.told_of) == (True, SUBJECTS)


@pytest.mark.parametrize(
    ("words", "days", "rounds"),
    [
        ("tell me about new draws", False, True),
        ("let me know when there is a new draw", False, True),
        ("alert me when a round is held", False, True),
        ("préviens-moi des rondes", False, True),
        ("Prévenez-moi dès qu'il y a un tirage", False, True),
        ("ping me whenever they hold a draw", False, True),
        ("fais-moi signe quand il y a un nouveau tirage", False, True),
        ("préviens-moi quand je serais invitée", False, True),
        ("remind me before my test expires", True, False),
        ("rappelle-moi mes dates", True, False),
        ("préviens-moi avant mon anniversaire", True, False),
        ("turn on alerts", True, True),
        ("alertes", True, True),
    ],
)
def test_in_words_only_what_was_asked_for_is_on(words: str, days: bool, rounds: bool) -> None:
    talk = talking()
    talk.say(words)
    assert (talk.conversation.alerts, bool(talk.conversation.told_of)) == (days, rounds)


@pytest.mark.parametrize(
    "words",
    [
        "remind me to buy milk",
        "rappelle-moi ce que j'ai répondu",
        "tell me about draws",
        "dis-moi quand est le prochain tirage",
    ],
)
def test_what_asks_for_no_alerts_turns_none_on(words: str) -> None:
    talk = talking()
    talk.say(words)
    assert (talk.conversation.alerts, talk.conversation.told_of) == (False, ())


def test_what_was_chosen_is_not_changed_by_looking_at_it() -> None:
    talk = talking(alerts=True)
    (shown,) = talk.say("/alerts")
    assert isinstance(shown, AlertsOn)
    assert shown.told_of == (), "somebody who asked for reminders did not ask for rounds"
    talk = talking(told_of=("rules",))
    talk.say("/alerts")
    assert (talk.conversation.alerts, talk.conversation.told_of) == (False, ("rules",))


@pytest.mark.parametrize(
    ("words", "nothing_left"),
    [
        ("stop", "goodbye"),
        ("STOP!", "goodbye"),
        ("stop messaging me", "goodbye"),
        ("arrêtez", "goodbye"),
        ("Arrête tout", "goodbye"),
        ("arrêtez, s’il vous plaît", "goodbye"),
        ("no more messages please", "goodbye"),
        ("leave me alone", "goodbye"),
        ("laissez-moi tranquille svp", "goodbye"),
        ("arrête de m'écrire", "alerts_were_off"),
    ],
)
def test_stop_is_obeyed_where_anything_is_told(words: str, nothing_left: str) -> None:
    talk = talking(alerts=True, told_of=SUBJECTS)
    assert talk.say(words)[0] == Notice("alerts_off")
    assert not is_on(talk.conversation)
    assert talk.say(words)[0] == Notice(nothing_left), "nothing is left to stop"


def test_each_is_turned_over_with_a_tap() -> None:
    talk = talking(alerts=True, told_of=SUBJECTS)
    (shown,) = talk.press("tell:kinds:off")
    assert isinstance(shown, AlertsOn)
    assert shown.told_of == ("invited", "close", "rules")
    talk.press("tell:kinds:off")
    talk.press("tell:days:off")
    assert (talk.conversation.alerts, len(talk.conversation.told_of)) == (False, 3)
    talk.press("tell:kinds:on")
    assert talk.conversation.told_of == SUBJECTS
    for subject in SUBJECTS:
        talk.press(f"tell:{subject}:off")
    assert talk.conversation.told_of == ()


@pytest.mark.parametrize("data", ["tell:", "tell:invited", "tell:invited:maybe", "tell:all:on"])
def test_forged_buttons_do_nothing(data: str) -> None:
    talk = talking(told_of=("rules",))
    assert talk.press(data) == (Notice("stale_button"),)
    assert talk.conversation.told_of == ("rules",)


@pytest.mark.parametrize("words", ["stop the alerts", "/alerts off", "arrête les alertes"])
def test_words_stop_all(words: str) -> None:
    talk = talking(alerts=True, told_of=SUBJECTS)
    assert talk.say(words) == (Notice("alerts_off"),)
    assert (talk.conversation.alerts, talk.conversation.told_of) == (False, ())
    assert talk.say(words) == (Notice("alerts_were_off"),)


def test_the_button_under_an_alert_leaves_reminders_on() -> None:
    talk = talking(alerts=True, told_of=SUBJECTS)
    assert talk.press("alerts:news_off") == (Notice("round_alerts_off"),)
    assert (talk.conversation.alerts, talk.conversation.told_of) == (True, ())
    talk = talking(told_of=SUBJECTS)
    assert talk.press("alerts:news_off") == (Notice("alerts_off"),)


def test_it_is_exported_and_gone_for_who_blocks_the_bot() -> None:
    talk = talking(told_of=("close",))
    (exported,) = talk.say("/export")
    assert isinstance(exported, Export)
    assert exported.content["alerts"] == ["close"]
    talk.happens(Unreachable())
    assert talk.conversation.told_of == ()


# ---- what is told


@pytest.mark.parametrize(
    ("kind", "cutoff", "verdict"),
    [
        ("general", TOTAL - 1, "invited"),
        ("general", TOTAL, "at_cutoff"),
        ("fsw", TOTAL + 1, "short"),
        ("general", TOTAL + 60, "short"),
        ("cec", TOTAL + 10, "step"),
    ],
)
def test_a_round_of_my_kinds_or_near_is_told(kind: RoundKind, cutoff: int, verdict: str) -> None:
    found = told(held(kind, cutoff))
    assert verdicts(found) == [verdict]
    assert found is not None
    assert (found.total, found.rounds[0].worth.past.gap) == (TOTAL, TOTAL - cutoff)


@pytest.mark.parametrize(
    ("kind", "cutoff"),
    [("cec", TOTAL + 11), ("cec", 300), ("pnp", 730), ("stem", 440), ("military", 440)],
)
def test_what_is_nothing_to_somebody_is_not_told(kind: RoundKind, cutoff: int) -> None:
    assert told(held(kind, cutoff)) is None


@pytest.mark.parametrize(
    ("wants", "cutoffs"),
    [
        (("invited",), [400, 445, 453]),
        (("close",), [445, 453, 460]),
        (("kinds",), [400, 445, 453, 460, 500]),
        (("rules",), []),
        (("invited", "close"), [400, 445, 453, 460]),
    ],
)
def test_only_what_was_chosen(wants: tuple[Subject, ...], cutoffs: list[int]) -> None:
    for cutoff in (400, 445, 453, 460, 500):
        assert (told(held("general", cutoff), wants=wants) is not None) == (cutoff in cutoffs)


@pytest.mark.parametrize(
    ("profile", "verdict"),
    [("2026-11-01", "invited"), ("2026-11-10T08:00:00Z", "at_cutoff"), ("2026-11-15", "short")],
)
def test_at_the_cut_off_the_day_of_the_profile_decides(profile: str, verdict: str) -> None:
    answers = {**ABROAD, "profile_submitted": profile}
    new = held("general", TOTAL, tie_break=date(2026, 11, 10))
    assert verdicts(told(new, wants=("kinds",), answers=answers)) == [verdict]


def test_by_its_day_a_profile_that_was_too_new_is_short() -> None:
    tied = held("general", TOTAL, tie_break=date(2026, 3, 12))
    newer = {**ABROAD, "profile_submitted": "2026-06-01"}
    assert verdicts(told(tied, answers=newer)) == ["short"]
    assert told(tied, answers=newer, wants=("invited",)) is None
    older = {**ABROAD, "profile_submitted": "2026-01-08"}
    assert verdicts(told(tied, answers=older, wants=("invited",))) == ["invited"]


def test_several_rounds_are_one_message_the_best_first() -> None:
    rounds = [held("general", 440 + 10 * n, str(448 + n)) for n in range(6)]
    found = told(*rounds)
    assert found is not None
    assert [each.worth.past.held.cutoff for each in found.rounds] == [440, 450, 460, 470]
    assert (len(found.rounds), found.more) == (MOST_ROUNDS, 2)


def test_a_correction_is_told_where_it_turns_the_answer() -> None:
    now = held("general", TOTAL - 3)
    turned = told(now, before=RoundFacts("general", TOTAL + 3, None))
    assert turned is not None
    assert turned.rounds[0].corrected == ("general", TOTAL + 3, None)
    assert verdicts(turned) == ["invited"]
    assert told(now, before=RoundFacts("general", TOTAL - 2, None)) is None
    wrong = told(held("pnp", TOTAL - 3), before=RoundFacts("general", TOTAL - 3, None))
    assert wrong is not None, "who was told of an invitation hears that it was none"
    assert told(now, before=RoundFacts("general", TOTAL + 3, None), wants=("rules",)) is None


def test_who_has_not_finished_or_may_not_be_in_the_pool() -> None:
    invites = held("general", 300)
    assert told(invites, answers=first(ABROAD, 6)) is None
    assert told(invites, answers=first(ABROAD, len(ABROAD) - 1)) is None
    assert told(invites, answers=SHUT_OUT) is None
    assert told(invites, wants=()) is None
    unsettled = {**ABROAD, "settlement_funds": UNKNOWN}
    assert verdicts(told(invites, answers=unsettled)) == ["unsettled"]


def test_rules_are_told_to_whom_they_change_something() -> None:
    ended = date(2025, 3, 25)
    offered = {**ABROAD, "job_offer": "skilled", "authorized_to_work": "yes"}
    found = told(answers=offered, rules=(ended,))
    assert found is not None
    (rules,) = found.rules
    assert rules.change.total_before - rules.change.total_after == 50
    assert {entry.since for entry in rules.entries} == {ended}
    assert told(rules=(ended,)) is None
    assert told(answers=offered, rules=(ended,), wants=("kinds",)) is None
