"""``express-entry-bot rounds``: imported, told what changed, listed, known to a running bot."""

from __future__ import annotations

import io
import json
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from bot import cli
from bot.incoming import Incoming
from bot.service import Service
from bot.storage.protocol import Decision
from bot.storage.sqlite import SqliteStorage
from dialogs.conversation import Conversation
from dialogs.events import Said
from messages.people import COUPLE, TODAY
from scoring.record import Record
from tests.bot.storage.people import ANNA
from tests.figures import note
from tests.scoring.feeds import in_french, row, rows, sample, written

if TYPE_CHECKING:
    from pathlib import Path

NEW = row("432", drawNumber="448", drawDate="2026-11-12", drawDateFull="November 12, 2026")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "bot.sqlite3"


def _import(database: Path, content: bytes) -> int:
    file = database.with_name("rounds.json")
    file.write_bytes(content)
    return cli.run(["rounds", "import", "--db", str(database), str(file)])


def _listed(database: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert cli.run(["rounds", "list", "--json", "--db", str(database)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_fresh_bot_knows_the_shipped_rounds(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = _listed(database, capsys)
    assert [each["number"] for each in listed] == [e.number for e in Record.shipped().rounds]
    assert listed[434] == {
        "number": "434",
        "date": "2026-08-07",
        "kind": "transport",
        "name": "Transport Occupations, 2026-Version 2",
        "invitations": 300,
        "cutoff": 470,
        "tie_break": "2025-10-11T14:55:49Z",
    }
    assert listed[0]["tie_break"] is None
    assert listed[439]["tie_break"] == "2026-08-18"


def test_the_official_file_confirms_what_is_known(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _import(database, sample()) == 0
    out, err = capsys.readouterr()
    assert out == "435 rounds read: 0 new, 0 changed, 0 confirmed, 435 as known before\n"
    assert err.startswith("note: row 188 (round 247), dd3: ")


def test_new_and_edited_rounds_are_told_and_listed(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _import(database, written([NEW, row("434", drawCRS="471", drawCutOff="")])) == 0
    assert capsys.readouterr().out.splitlines() == [
        "new: round 448 of 2026-11-12, cec: 3,000 invitations, cut-off 516, "
        "tie-break 2026-07-03T21:35:13Z (Canadian Experience Class)",
        "changed: round 434, cutoff: 470 → 471",
        "changed: round 434, tie_break: 2025-10-11T14:55:49Z → none",
        "2 rounds read: 1 new, 1 changed, 0 confirmed, 0 as known before",
    ]
    listed = _listed(database, capsys)
    assert (listed[-1]["number"], listed[-1]["kind"]) == ("448", "cec")
    assert (listed[434]["cutoff"], listed[434]["tie_break"]) == (471, None)
    assert len(listed) == 449


def test_an_unknown_name_is_of_another_kind(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _import(database, written([NEW | {"drawName": "Rural communities, 2027-Version 1"}]))
    told = capsys.readouterr()
    assert 'drawName: "Rural communities, 2027-Version 1" is no kind that is known' in told.err
    assert "1 round read: 1 new" in told.out
    assert _listed(database, capsys)[-1]["kind"] == "other"


def test_bad_rows_are_named_and_the_rest_is_imported(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _import(database, written([row("434", drawSize="?"), NEW, 5])) == 1
    out, err = capsys.readouterr()
    assert err.splitlines() == [
        'row 1 (round 434), drawSize: "?" is not a whole number',
        "row 3: is not an object with the facts of a round",
    ]
    assert "1 round read: 1 new" in out
    listed = _listed(database, capsys)
    assert (listed[-1]["number"], listed[434]["invitations"]) == ("448", 300)


def test_a_file_that_was_cut_off_keeps_its_whole_rows(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = written([NEW, *rows(3)])
    assert _import(database, content[: len(content) // 2]) == 1
    assert "is not whole JSON" in capsys.readouterr().err
    assert _listed(database, capsys)[-1]["number"] == "448"


def test_many_bad_rows_are_named_in_part(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    renamed = [
        {("crs" if key == "drawCRS" else key): value for key, value in each.items()}
        for each in rows(50)
    ]
    assert _import(database, written([NEW, *renamed])) == 1
    err = capsys.readouterr().err.splitlines()
    assert err[0] == "row 2 (round 434), drawCRS: is missing"
    assert len(err) == 21
    assert err[-1] == "and 30 more"


@pytest.mark.parametrize(
    "content", [b"", b"\x00\xff\x00", b"<html>", b"[]", b'{"rounds": {}}', written([{}, 5])]
)
def test_a_file_without_rounds_changes_nothing(
    database: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    _import(database, written([NEW]))
    capsys.readouterr()
    assert _import(database, content) == 2
    complaint = capsys.readouterr().err.splitlines()[-1]
    assert complaint.startswith("express-entry-bot: ")
    assert "rounds.json" in complaint
    assert complaint.endswith("nothing was changed")
    assert _listed(database, capsys)[-1]["number"] == "448"


def test_standard_input_and_the_french_file(
    database: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    french = written([in_french(NEW), *map(in_french, rows(40))], "cp1252")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(french)))
    assert cli.run(["rounds", "import", "--db", str(database), "-"]) == 0
    assert "41 rounds read: 1 new, 0 changed" in capsys.readouterr().out
    newest = _listed(database, capsys)[-1]
    assert (newest["kind"], newest["name"]) == ("cec", "Catégorie de l’expérience canadienne")


def test_a_running_bot_knows_an_import_at_once(database: Path) -> None:
    with closing(SqliteStorage(database)) as running:
        before = running.record()
        assert _import(database, written([NEW])) == 0
        after = running.record()
        assert after.rounds[:-1] == before.rounds
        assert after.rounds[-1].number == "448"
        assert running.record() is after


def test_a_round_that_is_imported_meanwhile_is_what_people_are_told(database: Path) -> None:
    with closing(SqliteStorage(database)) as storage:
        service = Service(storage, clock=lambda: datetime(2026, 11, 23, 12, tzinfo=UTC))
        conversation = Conversation(answers=COUPLE, started=True)
        storage.handle(ANNA, lambda _: Decision(conversation, ()), on=TODAY).result()

        def told(text: str) -> str:
            handled = service.handle(Incoming(ANNA, Said(text))).result()
            return " ".join(each.message.text for each in handled.deliveries)

        assert "518" in told("/improve cec")
        assert "29 September 2026" in told("last CEC draw?")
        _import(database, written([NEW | {"drawCRS": "509"}]))
        assert "509" in told("/improve cec")
        assert "12 November 2026" in told("last CEC draw?")


def test_an_import_of_everything_takes_a_moment(database: Path) -> None:
    content = written([each | {"drawCRS": "500"} for each in rows()])
    began = time.process_time()
    assert _import(database, content) == 0
    took = time.process_time() - began
    with closing(SqliteStorage(database)) as storage:
        storage.record()
        began = time.process_time()
        for _ in range(1000):
            storage.record()
        look = (time.process_time() - began) / 1000
    note(f"435 rounds imported in {took:.2f} s, a look in {look * 1e6:.0f} µs")
    assert took < 3
    assert look < 0.001
