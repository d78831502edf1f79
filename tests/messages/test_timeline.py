"""The screen of a timeline: losses, expiries, the best days, and from how much work it counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from messages.render import render
from tests.messages.ahead import data, each_language, of, text
from tests.messages.telegram import read

if TYPE_CHECKING:
    from dialogs.conversation import Language


def test_the_timeline_warns_of_losses_and_expiries_and_names_the_best_days() -> None:
    said = text(of("timeline, couple"))
    assert "You lose 202 points on 1 February 2028 (first language test expires)" in said
    assert "Your first language test expires on 1 February 2028" in said
    assert "from 23 May 2027 to 31 January 2028: 531 points" in said


def test_the_timeline_says_whether_twelve_months_are_reached_in_time() -> None:
    assert "before the 12 months of work" in text(of("timeline, permit ends first"))
    reply = of("timeline, permit ends first")
    in_time = replace(reply, twelve_months_on=reply.timeline.events[0].on)
    assert "before your permit ends on 1 March 2027" in text(in_time)


def test_the_timeline_counts_work_until_the_permit_ends() -> None:
    assert "counted until your permit ends on 5 March 2028" in text(of("timeline, couple"))


@each_language
def test_the_timeline_owns_up_to_tests_without_a_date(language: Language) -> None:
    said = {"en": "Your second language test: I do not know its date", "fr": "la date et ne peux"}
    assert said[language] in text(of("timeline, couple"), language)
    assert said[language] not in text(of("timeline, single"), language)


@pytest.mark.parametrize(
    ("question", "months", "language", "said"),
    [
        ("canadian_experience", 0, "en", "I count your work in Canada from today on."),
        ("canadian_experience", 12, "en", "in Canada as 1 year by today"),
        ("foreign_experience", 24, "en", "outside Canada as 2 years by today"),
        ("canadian_experience", 0, "fr", "votre travail au Canada à partir d’aujourd’hui"),
        ("foreign_experience", 12, "fr", "hors du Canada comme 1 an à ce jour"),
    ],
)
def test_the_timeline_says_from_how_much_work_it_counts(
    question: str, months: int, language: Language, said: str
) -> None:
    message = render(replace(of("timeline, single"), work_from=(question, months)), language)
    assert said in read(message.text).text.replace("\N{NO-BREAK SPACE}", " ")
    assert data(message)[0] == f"change:{question}"


@each_language
def test_several_tests_without_a_date_are_one_line(language: Language) -> None:
    undated = ("first_language", "second_language")
    said = text(replace(of("timeline, couple"), undated=undated), language)
    line = {
        "en": "Your first language test, Your second language test: I do not know their dates",
        "fr": "Votre premier test de langue, Votre deuxième test de langue\N{NO-BREAK SPACE}: "
        "je n’en connais pas les dates",
    }
    assert line[language] in said
