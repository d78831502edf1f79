"""The conversation as a person at a terminal sees it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from bot.service import Service
from bot.terminal.chat import Chat, piped, prompted
from bot.terminal.person import Person
from dialogs.conversation import Answer, Conversation
from dialogs.events import Said
from tests.bot.memory import MemoryStorage

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def storage() -> MemoryStorage:
    return MemoryStorage()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def talk(storage: MemoryStorage, *lines: str, language: str = "en") -> str:
    out = io.StringIO()
    console = Console(file=out, width=200, highlight=False)
    person = Person("terminal:me", "fr" if language == "fr" else "en")
    Chat(Service(storage), person, console, Path.cwd()).run(
        piped([f"{line}\n".encode() for line in lines], console)
    )
    return out.getvalue()


def test_a_newcomer_gets_the_first_question_with_letters(storage: MemoryStorage) -> None:
    shown = talk(storage)
    assert "What is your marital status?" in shown
    assert "   a  Never married" in shown
    assert "   g  Français" in shown
    assert "<b>" not in shown


def test_letters_press_and_text_answers(storage: MemoryStorage) -> None:
    talk(storage, "(A)", "", "29", "QUIT", "bachelor")
    assert set(storage.people["terminal:me"].answers) == {"marital_status", "birth_date"}


def test_somebody_who_comes_back_has_the_question_again_at_once(storage: MemoryStorage) -> None:
    talk(storage, "a")
    shown = talk(storage, "29")
    assert "Welcome back" in shown
    assert shown.index("When were you born?") < shown.index("> 29")
    assert "Continue" not in shown
    assert "Start over" in shown
    assert storage.people["terminal:me"].answers["birth_date"] == "29"


def test_the_letters_of_a_question_stay_when_more_is_said(storage: MemoryStorage) -> None:
    alone = talk(storage, "a", "29", "master")
    beside = talk(storage, "/score")
    card = beside[beside.rindex("Did you earn") : beside.rindex("Everything is saved")]
    letters = card[card.index("   a  ") :].splitlines()
    assert len(letters) == 7
    assert all(line in alone for line in letters)


def test_back_and_why_have_keys_of_their_own(storage: MemoryStorage) -> None:
    shown = talk(storage, "a", "?", "<")
    assert shown.count("   <  Back    ?  Why?") == 2
    assert "up to 110 points" in shown
    assert shown.rindex("What is your marital status?") > shown.index("When were you born?")


def test_with_two_at_once_an_old_letter_does_nothing_but_show_the_newest_card(
    storage: MemoryStorage,
) -> None:
    out = io.StringIO()
    console = Console(file=out, width=200, highlight=False)
    chat = Chat(Service(storage), Person("terminal:me", "en"), console, Path.cwd())
    answers: list[dict[str, Answer]] = []

    def meanwhile() -> Iterator[str]:
        talk(storage, "married", "with me", "29")
        for line in ("a", "g"):
            yield line
            answers.append(dict(storage.people["terminal:me"].answers))

    chat.run(meanwhile())
    before, after = answers
    assert before["marital_status"] == "married"
    assert "education" not in before
    assert "highest level of education" in out.getvalue()
    assert after == {**before, "education": "master"}


def test_the_frame_speaks_the_language_of_the_conversation(storage: MemoryStorage) -> None:
    talk(storage, language="fr")
    shown = talk(storage, "/language", language="en")
    assert "Tout est gardé" in shown
    assert "is saved" not in shown


def test_a_document_is_put_into_the_folder_and_named(storage: MemoryStorage, folder: Path) -> None:
    shown = talk(storage, "a", "29", "/export", "/export")
    first, second = sorted(folder.iterdir(), key=lambda file: len(file.name))
    assert json.loads(first.read_text())["answers"]["marital_status"] == "single"
    assert first.stat().st_mode & 0o777 == 0o600
    assert f"\n  {first.name}\n" in shown
    assert f"\n  {second.name}\n" in shown
    assert "marital_status" not in shown


def test_a_document_is_shown_where_no_file_can_be(storage: MemoryStorage, folder: Path) -> None:
    folder.rmdir()
    console = Console(file=io.StringIO(), width=200, highlight=False)
    Chat(Service(storage), Person("terminal:me", "en"), console, folder).run(["a", "/export"])
    assert isinstance(console.file, io.StringIO)
    shown = console.file.getvalue()
    assert "No file can be written" in shown
    assert '"marital_status": "single"' in shown


def test_a_report_is_put_into_the_folder_and_named(storage: MemoryStorage, folder: Path) -> None:
    shown = talk(storage, "a", "29", "/report", language="fr")
    (file,) = folder.glob("entree-express-*.pdf")
    assert file.name in shown
    assert file.read_bytes().startswith(b"%PDF")


def test_a_report_that_cannot_be_put_anywhere_is_told(storage: MemoryStorage, folder: Path) -> None:
    folder.rmdir()
    console = Console(file=io.StringIO(), width=200, highlight=False)
    Chat(Service(storage), Person("terminal:me", "en"), console, folder).run(["a", "/report"])
    assert isinstance(console.file, io.StringIO)
    shown = console.file.getvalue()
    assert "No file can be written in this folder. Go to one" in shown
    assert "PDF-" not in shown


def test_nothing_is_said_to_be_saved_of_somebody_who_was_forgotten(storage: MemoryStorage) -> None:
    assert "Everything is saved" in talk(storage, "single")
    shown = talk(storage, "/delete", "yes", "quit")
    assert "Everything about you is erased" in shown
    assert "Everything is saved" not in shown
    assert not storage.people


def test_bytes_that_are_no_text_do_no_harm(storage: MemoryStorage) -> None:
    console = Console(file=io.StringIO())
    Chat(Service(storage), Person("terminal:me", "en"), console, Path.cwd()).run(
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
