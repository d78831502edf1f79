"""``express-entry-bot occupations``: imported into the database, replaced, counted, looked up."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot import cli
from bot.incoming import Incoming
from bot.service import Service
from bot.storage.occupation_titles import ImportedTitles
from bot.storage.sqlite import SqliteStorage
from dialogs.events import Said
from dialogs.reading.occupations.search import closest
from tests.bot.elements import FRENCH, many, title, written
from tests.bot.storage.people import ANNA
from tests.figures import note

if TYPE_CHECKING:
    from pathlib import Path

ROWS = 30_000


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "bot.sqlite3"


def _import(database: Path, content: bytes) -> int:
    file = database.with_name("elements.csv")
    file.write_bytes(content)
    return cli.run(["occupations", "import", "--db", str(database), str(file)])


def _found(database: Path, *words: str) -> list[str]:
    with closing(ImportedTitles(database)) as imported:
        return [each.title for each in imported.with_words(words, "en")]


def test_titles_are_imported_found_and_counted(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [title("21231", "Software engineer"), title("00013", "College president")]
    assert _import(database, b"\xef\xbb\xbf" + written(rows).encode()) == 0
    assert "2 English titles of 2 unit groups are in place of 0" in capsys.readouterr().out
    assert _found(database, "president") == ["College president"]
    assert _found(database, "engin") == ["Software engineer"]
    assert _found(database, "nurse") == []
    assert cli.run(["occupations", "list", "--db", str(database)]) == 0
    assert capsys.readouterr().out == "English: 2 titles of 2 unit groups\n"


def test_before_any_import_the_list_says_how(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["occupations", "list", "--db", str(database)]) == 0
    assert "occupations import FILE" in capsys.readouterr().out


def test_a_newer_file_replaces_the_titles_of_its_groups_only(database: Path) -> None:
    first = [title("21231", "Software engineer"), title("00013", "College president")]
    _import(database, written(first).encode())
    _import(database, written([title("21231", "Software designer")]).encode())
    assert _found(database, "software") == ["Software designer"]
    assert _found(database, "president") == ["College president"]


def test_a_file_in_the_code_page_of_windows_keeps_its_accents(database: Path) -> None:
    rows = [title("21231", "Ingénieur/ingénieure en logiciel", "Tous les exemples")]
    assert _import(database, written(rows, FRENCH).encode("cp1252")) == 0
    with closing(ImportedTitles(database)) as imported:
        found = imported.with_words(["ingenieure"], "fr")
    assert [each.title for each in found] == ["ingénieure en logiciel"]


def test_bad_rows_are_named_and_the_rest_is_imported(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [("5", "99999", "-", "All examples", "Ghost"), title("21231", "Software engineer")]
    assert _import(database, written(rows).encode()) == 1
    assert "row 2, code: '99999' is no unit group of NOC 2021" in capsys.readouterr().err
    assert _found(database, "software") == ["Software engineer"]


@pytest.mark.parametrize("content", [b"", b"\x00\xff\x00", b"a,b\n1,2\n", written([]).encode()])
def test_a_file_without_titles_changes_nothing(
    database: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    _import(database, written([title("21231", "Software engineer")]).encode())
    capsys.readouterr()
    assert _import(database, content) == 2
    complaint = capsys.readouterr().err
    assert complaint.count("\n") == 1
    assert "elements.csv" in complaint
    assert _found(database, "software") == ["Software engineer"]


def test_words_with_the_marks_of_a_query_are_only_words(database: Path) -> None:
    _import(database, written([title("21231", "Software engineer")]).encode())
    assert _found(database, 'nurse"', "AND", "NEAR(", "*") == []
    assert _found(database, 'soft"', "OR") == ["Software engineer"]


def test_thirty_thousand_titles_take_a_few_seconds(database: Path) -> None:
    file = database.with_name("elements.csv")
    file.write_text(written(many(ROWS)))
    arguments = ["occupations", "import", "--db", str(database), str(file)]
    code = (
        "import re, sys; from bot import cli; status = cli.run(sys.argv[1:]);"
        "peak = re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read());"
        "print(int(peak[1]) // 1024); sys.exit(status)"
    )
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    seconds = time.monotonic() - began
    said, megabytes = done.stdout.splitlines()
    assert said.startswith(f"{ROWS} English titles of 516 unit groups")
    note(f"{ROWS} titles imported in {seconds:.1f} s, {megabytes} MB at most")
    assert seconds < 10
    assert int(megabytes) < 120


def test_imported_titles_are_offered_in_the_conversation(database: Path) -> None:
    rare = "Quantum banjo tuner"
    _import(database, written([title("55109", rare)]).encode())
    with closing(SqliteStorage(database)) as storage:
        service = Service(storage, further=storage.titles)
        talk = ("/start", "single", "29", "bachelor", "none", "yes", "none", "none", "0", "24")
        for said in talk:
            service.handle(Incoming(ANNA, Said(said))).result()
        handled = service.handle(Incoming(ANNA, Said("banjo tuner"))).result()
        buttons = [
            button.data
            for delivery in handled.deliveries
            for row in delivery.message.buttons
            for button in row
        ]
    assert any(data.startswith("a:occupation:55109") for data in buttons)


def test_looking_up_thirty_thousand_titles_is_quick(database: Path) -> None:
    _import(database, written(many(ROWS)).encode())
    with closing(SqliteStorage(database)) as storage:
        closest("software engineer", "en", further=storage.titles)
        began = time.process_time()
        closest("machine operator and plant supervisor", "en", further=storage.titles)
        took = time.process_time() - began
    note(f"looked up among {ROWS} imported titles in {took * 1000:.0f} ms")
    assert took < 0.1
