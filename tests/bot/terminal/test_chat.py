"""The conversation as a person at a terminal sees it."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from bot.service import Service
from bot.terminal.chat import Chat, piped, prompted
from bot.terminal.person import Person
from dialogs.conversation import Conversation
from dialogs.events import Said
from tests.bot.memory import MemoryStorage


@pytest.fixture
def storage() -> MemoryStorage:
    return MemoryStorage()


def talk(storage: MemoryStorage, *lines: str, language: str = "en") -> str:
    out = io.StringIO()
    console = Console(file=out, width=200, highlight=False)
    person = Person("terminal:me", "fr" if language == "fr" else "en")
    Chat(Service(storage), person, console).run(
        piped([f"{line}\n".encode() for line in lines], console)
    )
    return out.getvalue()


def test_a_newcomer_gets_the_first_question_with_letters(storage: MemoryStorage) -> None:
    shown = talk(storage)
    assert "What is your marital status?" in shown
    assert " b  Never married" in shown
    assert "<b>" not in shown


def test_letters_press_and_text_answers(storage: MemoryStorage) -> None:
    talk(storage, "b", "", "29", "QUIT", "bachelor")
    assert set(storage.people["terminal:me"].answers) == {"marital_status", "birth_date"}


def test_somebody_who_comes_back_is_asked_how_to_go_on(storage: MemoryStorage) -> None:
    talk(storage, "b")
    shown = talk(storage)
    assert "Continue" in shown


def test_the_frame_speaks_the_language_of_the_conversation(storage: MemoryStorage) -> None:
    talk(storage, language="fr")
    shown = talk(storage, "/language", language="en")
    assert "Tout est gardé" in shown
    assert "is saved" not in shown


def test_a_document_is_shown(storage: MemoryStorage) -> None:
    shown = talk(storage, "b", "29", "/export")
    assert '"marital_status": "single"' in shown


def test_bytes_that_are_no_text_do_no_harm(storage: MemoryStorage) -> None:
    console = Console(file=io.StringIO())
    Chat(Service(storage), Person("terminal:me", "en"), console).run(
        piped([b"\xff\xfe\n", b"[/bold]\n"], console)
    )
    assert isinstance(storage.people["terminal:me"], Conversation)


def test_a_prompt_ends_with_the_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("one\ntwo\n"))
    console = Console(file=io.StringIO())
    assert list(prompted(console)) == ["one", "two"]


def test_a_prompt_ends_with_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> str:
        raise KeyboardInterrupt

    console = Console(file=io.StringIO())
    monkeypatch.setattr(console, "input", interrupt)
    assert list(prompted(console)) == []


def test_the_wish_for_a_language_goes_with_the_first_event() -> None:
    person = Person("terminal:me", "fr", insist=True)
    assert [person.does(Said("x")).insist for _ in range(2)] == [True, False]
