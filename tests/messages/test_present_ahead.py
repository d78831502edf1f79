"""Whole conversations that look ahead, said in words in both languages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dialogs.conversation import LANGUAGES, Conversation, Language
from dialogs.events import Event, Pressed, Said
from dialogs.machine import handle
from dialogs.question import Stage
from dialogs.questions import BY_ID
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
    assert "+43" in first
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
    before = {q: a for q, a in COUPLE.items() if BY_ID[q].stage is not Stage.EXCHANGE}
    person = Person(language, before)
    person.says("/improve")
    person.presses("cmd:exchange")
    person.says("1991-05-20")
    person.presses("a:spouse_second_language_test:none")
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
