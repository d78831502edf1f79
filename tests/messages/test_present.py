"""Which message replaces the pressed one, and whole conversations said in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dialogs.conversation import LANGUAGES, Conversation, Language
from dialogs.events import Event, Pressed, Said, Sent
from dialogs.machine import handle
from dialogs.replies import Ask, Notice, Reply, Welcome
from messages.catalogue import catalogue
from messages.present import present
from tests.messages.telegram import read, utf16_length

if TYPE_CHECKING:
    from messages.message import Message

TODAY = date(2026, 11, 23)
CARD = Ask("education", ("bachelor", "master"), card=4, number=4, total=18, answers={})
STALE = Ask("education", ("bachelor",), 5, 4, 18, {}, notice="stale_button")


@pytest.mark.parametrize(
    ("event", "replies", "edits"),
    [
        (Pressed("a:birth_date:30:3"), [CARD], [True]),
        (Pressed("a:birth_date:30:3"), [CARD, CARD], [True, False]),
        (Pressed("why:education:4"), [CARD], [True]),
        (Pressed("back:education:4"), [CARD], [True]),
        (Pressed("skip:education:4"), [CARD], [True]),
        (Pressed("keep:education:4"), [CARD], [True]),
        (Pressed("lang:fr"), [Welcome("fr"), CARD], [True, False]),
        (Pressed("a:education:master:1"), [STALE], [False]),
        (Pressed("a:education:master:1"), [Notice("stale_button")], [False]),
        (Pressed("cmd:score"), [CARD], [False]),
        (Pressed("change:education"), [CARD], [False]),
        (Pressed("confirm:delete"), [Notice("deleted")], [False]),
        (Pressed(""), [CARD], [False]),
        (Said("master"), [CARD], [False]),
        (Said("a:education:master:4"), [CARD], [False]),
        (Sent("photo"), [Notice("cannot_look"), CARD], [False, False]),
        (Pressed("a:education:master:4"), [], []),
    ],
)
def test_only_a_card_that_was_pressed_is_replaced(
    event: Event, replies: list[Reply], edits: list[bool]
) -> None:
    assert [message.edits for message in present(replies, event, "en", TODAY)] == edits


class Person:
    """Somebody who talks to the conversation and reads its messages."""

    def __init__(self, language: Language) -> None:
        self.conversation = Conversation(language)
        self.read: list[Message] = []

    def does(self, *events: Event) -> str:
        """One event after the other; the text of the last messages."""
        for event in events:
            outcome = handle(self.conversation, event, TODAY)
            self.conversation = outcome.conversation or Conversation()
            self.read = list(present(outcome.replies, event, self.conversation.language, TODAY))
            for message in self.read:
                assert not read(message.text).faults
                assert utf16_length(read(message.text).text) <= 4096
        return "\n".join(read(message.text).text for message in self.read)

    def presses(self, start: str) -> str:
        """The first button that begins so, on the newest messages."""
        buttons = [b for m in self.read for row in m.buttons for b in row]
        found = next(button for button in buttons if button.data.startswith(start))
        return self.does(Pressed(found.data))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_questionnaire_by_the_buttons_on_the_screen(language: Language) -> None:
    person = Person(language)
    person.does(Said("/start"))
    person.presses("a:marital_status:single")
    person.does(Said("1994-03-05"))
    person.presses("a:education:master")
    person.presses("a:canadian_study:none")
    person.presses("a:has_eca:yes")
    person.presses("a:first_language_test:ielts")
    assert "IELTS General Training" in person.does(Said("8 7.5 7 7"))
    person.presses("a:second_language_test:none")
    person.presses("a:canadian_experience:0")
    person.presses("a:foreign_experience:48")
    person.does(Said("21231"))
    person.presses("a:provincial_nomination:no")
    score = person.presses("a:sibling_in_canada:no")
    assert "453" in score
    assert [message.edits for message in person.read] == [True, False]
    person.presses("a:continuous_experience:yes")
    person.presses("a:job_offer:none")
    person.presses("a:family_size:1")
    person.presses("a:settlement_funds:15263")
    assert "✅" in person.presses("a:settling_in_quebec:no")
    for command in ("improve", "explain", "review", "help", "guide", "privacy", "export"):
        assert person.does(Pressed(f"cmd:{command}"))
    person.does(Said("/review"))
    person.presses("change:education")
    assert "453" in person.presses("keep:education")
    person.does(Said("/delete"))
    person.presses("confirm:delete")
    assert person.conversation == Conversation()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_ambiguous_date_is_picked_by_its_button(language: Language) -> None:
    person = Person(language)
    person.does(Said("/start"))
    person.presses("a:marital_status:single")
    person.does(Said("03/04/1992"))
    person.presses("a:birth_date:1992-04-03")
    assert person.conversation.answers["birth_date"] == "1992-04-03"


def test_what_a_person_typed_is_shown_as_it_was_typed() -> None:
    (message,) = present([catalogue()["problem typed markup"]], Said("x"), "en", TODAY)
    assert "&lt;b&gt;Tom &amp; Zoé&lt;/b&gt;" in message.text
    assert "<b>Tom & Zoé</b>" in read(message.text).text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("forged", ["entry_of_an_earlier_release", "../../etc/passwd", ""])
def test_an_entry_that_is_none_leads_to_the_contents(language: Language, forged: str) -> None:
    def shown(event: Event) -> list[str]:
        outcome = handle(Conversation(language, started=True), event, TODAY)
        return [message.text for message in present(outcome.replies, event, language, TODAY)]

    assert shown(Pressed(f"guide:{forged}")) == shown(Pressed("cmd:guide"))
