"""Whole conversations that look ahead, said in words in both languages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dialogs.conversation import LANGUAGES, UNKNOWN, Conversation, Language
from dialogs.events import Event, Pressed, Said
from dialogs.machine import handle
from dialogs.questionnaire import walk
from messages.people import ABROAD, COUPLE
from messages.present import present
from tests.messages.telegram import read, utf16_length

if TYPE_CHECKING:
    from dialogs.conversation import Answers
    from messages.message import Message

TODAY = date(2026, 11, 23)
each_language = pytest.mark.parametrize("language", LANGUAGES)


class Person:
    """Somebody who has answered everything and reads the messages."""

    def __init__(self, language: Language, answers: Answers) -> None:
        self.conversation = Conversation(language, answers, started=True)
        self.read: list[Message] = []

    def does(self, event: Event) -> str:
        outcome = handle(self.conversation, event, TODAY)
        self.conversation = outcome.conversation or Conversation()
        self.read = list(present(outcome.replies, event, self.conversation.language, TODAY))
        for message in self.read:
            assert not read(message.text).faults
            assert utf16_length(read(message.text).text) <= 4096
            pictured = message.drawing is not None or message.photo is not None
            assert not (pictured and message.edits)
        return "\n".join(read(message.text).text for message in self.read)

    def says(self, text: str) -> str:
        return self.does(Said(text))

    def presses(self, start: str) -> str:
        """The first button that begins so, on the newest messages."""
        buttons = [b for m in self.read for row in m.buttons for b in row]
        found = next(button for button in buttons if button.data.startswith(start))
        return self.does(Pressed(found.data))


@each_language
def test_a_target_then_a_step_supposed_and_kept(language: Language) -> None:
    person = Person(language, ABROAD)
    plan = person.says("/improve 500")
    assert "453" in plan
    assert "515" in plan
    assert person.read[0].drawing is not None
    supposed = person.presses("whatif:second_language.all_7")
    assert "453 → 515" in supposed
    assert "Cambridge English" in supposed
    assert {"en": "as of 15 August 2022", "fr": "au 15 août 2022"}[language] in supposed
    assert person.conversation.answers == ABROAD
    assert "515" in person.presses("suppose:keep:")
    assert person.conversation.answers["second_language_test"] == "nclc"


@each_language
def test_a_supposition_in_words_then_forgotten(language: Language) -> None:
    person = Person(language, ABROAD)
    wish = {"en": "what if I get CLB 10?", "fr": "et si j'avais CLB 10 en anglais ?"}[language]
    assert "453 → 465" in person.says(wish)
    person.presses("suppose:forget:")
    assert person.conversation.answers == ABROAD


@each_language
def test_improve_then_all_steps(language: Language) -> None:
    person = Person(language, COUPLE)
    first = person.says("/improve")
    assert "+29" in first
    assert person.presses("cmd:improve_all").count("→") > first.count("→")


@each_language
def test_the_timeline_asks_and_then_comes_with_its_picture(language: Language) -> None:
    person = Person(language, ABROAD)
    person.says("/timeline")
    shown = person.presses("a:current_work:abroad")
    assert "453" in shown
    assert person.read[0].drawing is not None
    assert not person.read[0].edits


@each_language
def test_the_timeline_reads_a_permit(language: Language) -> None:
    working = {**ABROAD, "canadian_experience": "5", "recent_canadian_experience": "5"}
    person = Person(language, working)
    person.says("/timeline")
    person.presses("a:current_work:canada")
    shown = person.says({"en": "5 March 2028", "fr": "5 mars 2028"}[language])
    assert "2028" in shown
    assert "12" in shown


@each_language
def test_roles_are_compared_after_a_few_questions(language: Language) -> None:
    before = {q: COUPLE[q] for q in walk(COUPLE, TODAY).standing}
    person = Person(language, before)
    person.says("/improve")
    person.presses("cmd:exchange")
    person.says("1991-05-20")
    person.presses("a:spouse_second_language_test:none")
    person.presses("a:spouse_canadian_study:none")
    person.presses("a:spouse_recent_canadian_experience:12")
    person.presses("a:spouse_foreign_experience:36")
    person.says("21231")
    shown = person.presses("a:spouse_continuous_experience:yes")
    assert "521" in shown
    assert "?" in shown


@each_language
def test_the_range_so_far_stands_on_the_card(language: Language) -> None:
    person = Person(language, {})
    person.says("/start")
    card = person.presses("a:marital_status:single")
    said = {"en": "so far between", "fr": "pour l’instant entre"}[language]
    assert said in card


@each_language
def test_what_cannot_be_said_yet_is_a_line_and_no_exception(language: Language) -> None:
    person = Person(language, {"marital_status": "single"})
    for words in ("/timeline", "/improve 500", "what if I was 35?", "my spouse as principal"):
        assert person.says(words)


def compared(changed: Answers, language: Language = "en") -> str:
    """The comparison that this couple reads, which has answered what it needs."""
    person = Person(language, {**COUPLE, **changed})
    return person.says({"en": "exchange roles", "fr": "échanger les rôles"}[language])


def test_the_comparison_says_what_is_open_either_way_and_why_not() -> None:
    said = compared({})
    assert "Your partner: 333 points; open: Canadian Experience Class" in said
    assert "Its selection grid gives your partner 62 points, and 67 are needed." in said
    assert "since it belongs to you: your job offer." in said
    recent = compared({"spouse_recent_canadian_experience": "0"})
    assert "Your partner: 333 points; no program open" in recent
    assert "It asks for 1 year of skilled work in Canada in the last 3 years." in recent


def test_the_comparison_owns_up_to_what_it_does_not_know() -> None:
    unsure = compared({"spouse_recent_canadian_experience": UNKNOWN, "spouse_has_eca": UNKNOWN})
    assert "counted as nothing: their work in Canada in the last 3 years." in unsure
    assert "taken as assessed (ECA) or earned in Canada" in unsure
    assert "I do not ask about your partner’s years in the trade" in compared(
        {"spouse_occupation": "72200"}
    )


def test_the_comparison_asks_for_funds_where_they_are_all_that_is_missing() -> None:
    strong: Answers = {
        "spouse_birth_date": "29",
        "spouse_education": "master",
        "spouse_language_test": "clb",
        "spouse_language_scores": {
            "test": "clb",
            "listening": 9,
            "reading": 9,
            "writing": 9,
            "speaking": 9,
        },
        "spouse_second_language_test": "none",
    }
    person = Person("en", {**COUPLE, **strong})
    assert "How many people are in your family?" in person.says("exchange roles")
    person.presses("a:family_size:2")
    unknown = person.presses("a:settlement_funds:unknown")
    assert "It asks for settlement funds of $19,001" in unknown
    assert "counted as nothing: your settlement funds" in unknown
    assert "settlement funds" not in compared({})


def test_the_comparison_waits_for_the_programs() -> None:
    open_ = compared({"settling_in_quebec": "none of the choices"})
    assert "Questions about the programs are still open" in open_
    assert "open: " not in open_


@each_language
def test_the_comparison_without_an_age_says_that_it_lacks_it(language: Language) -> None:
    said = compared({"spouse_birth_date": UNKNOWN}, language)
    assert {"en": "Still unknown: their date of birth", "fr": "savoir : sa date"}[language] in (
        said.replace("\N{NO-BREAK SPACE}", " ")
    )
