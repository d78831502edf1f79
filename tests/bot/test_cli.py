"""The command line: what it says, what it returns."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from bot import cli
from bot.commands import lines

GOOD = '{"marital_status": "single", "age": 29, "education": "bachelor"}'


class Pipe(io.TextIOWrapper):
    """A standard stream in memory."""

    def __init__(self, content: bytes = b"") -> None:
        super().__init__(io.BytesIO(content), encoding="utf-8")


def call(
    monkeypatch: pytest.MonkeyPatch, *arguments: str, given: bytes = b""
) -> tuple[int, list[dict[str, Any]]]:
    """Exit status and output of a call with this standard input."""
    out = Pipe()
    monkeypatch.setattr("sys.stdin", Pipe(given))
    monkeypatch.setattr("sys.stdout", out)
    status = cli.run(list(arguments))
    out.seek(0)
    return status, [json.loads(line) for line in out]


def test_every_command_is_there_and_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    for name in cli.COMMANDS:
        assert cli.run([name, "--help"]) == 0
        shown = capsys.readouterr().out
        assert shown.startswith(f"Usage: express-entry-bot {name}")
        assert "Examples:" in shown


@pytest.mark.parametrize(
    ("group", "names"),
    [((), tuple(cli.COMMANDS)), (("rounds",), ("import", "list")), (("occupations",), ("import",))],
)
def test_without_a_command_those_there_are_are_named(
    group: tuple[str, ...], names: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run([*group]) == cli.BAD_USAGE
    line = capsys.readouterr().err
    assert line.count("\n") == 1
    assert all(name in line for name in names)
    assert " ".join(("express-entry-bot", *group, "--help")) in line
    assert not group or "doctor" not in line


def test_help_and_version_are_quick_and_import_little() -> None:
    for option in ("--help", "--version"):
        code = (
            "import sys, bot.cli; status = bot.cli.run([sys.argv[1]]);"
            "heavy = {'telegram', 'aiohttp', 'pydantic', 'sqlite_utils', 'rich'};"
            "sys.exit(status or ' '.join(heavy & set(sys.modules)) or 0)"
        )
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-c", code, option], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert "express-entry-bot" in done.stdout
        assert time.monotonic() - began < 2


def test_score_answers_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    given = f"\ufeff{GOOD}\n\n   \nnonsense\n{GOOD}".encode() + b"\n\xff\xfe\n"
    status, results = call(monkeypatch, "score", "--on", "2026-11-23", given=given)
    assert status == 1
    assert [r.get("line", r.get("on")) for r in results] == ["2026-11-23", 4, "2026-11-23", 6]
    assert results[0]["crs"]["total"] == 230


def test_score_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "people.jsonl"
    file.write_text(GOOD)
    status, results = call(monkeypatch, "score", str(file))
    assert status == 0
    assert len(results) == 1


def test_score_with_open_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    status, results = call(monkeypatch, "score", "--range", given=b'{"age": 29}')
    assert status == 0
    assert results[0]["crs"]["total"] is None
    assert results[0]["crs"]["range"]["low"] < results[0]["crs"]["range"]["high"]


def test_an_endless_line_is_refused_without_holding_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LONGEST", 1000)
    given = b"x" * 10_500 + b"\n" + GOOD.encode() + b"\n" + b"y" * 5000
    status, results = call(monkeypatch, "score", given=given)
    assert status == 1
    assert [("crs" in r, r.get("line")) for r in results] == [(False, 1), (True, None), (False, 3)]


def test_nothing_in_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert call(monkeypatch, "score", given=b"\n\n") == (0, [])


def test_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    status, results = call(monkeypatch, "plan", "--target", "500", given=GOOD.encode())
    assert status == 0
    assert results[0]["current"] == 230
    assert results[0]["target"] == 500
    assert results[0]["actions"]


def test_timeline(monkeypatch: pytest.MonkeyPatch) -> None:
    born = GOOD.replace('"age": 29', '"birth_date": "1997-03-05"')
    given = f"{born}\n{GOOD}\nnonsense\n".encode()
    status, results = call(monkeypatch, "timeline", "--on", "2026-11-23", given=given)
    assert status == 1
    event = {"on": "2027-03-05", "total": 225, "change": -5, "causes": ["birthday"]}
    assert results[0]["events"][0] == event
    assert results[1] == {"on": "2026-11-23", "months": 24, "events": []}
    assert results[2]["line"] == 3


def test_timeline_looks_as_far_ahead_as_told(monkeypatch: pytest.MonkeyPatch) -> None:
    born = GOOD.replace('"age": 29', '"birth_date": "1997-03-05"').encode()
    for months, count in ((3, 0), (4, 1), (120, 10)):
        arguments = ("timeline", "--on", "2026-11-23", "--months", str(months))
        status, results = call(monkeypatch, *arguments, given=born)
        assert (status, results[0]["months"], len(results[0]["events"])) == (0, months, count)


def test_a_birth_after_the_day_is_a_bad_line_of_a_timeline(monkeypatch: pytest.MonkeyPatch) -> None:
    unborn = GOOD.replace('"age": 29', '"birth_date": "2026-11-24"').encode()
    status, results = call(monkeypatch, "timeline", "--on", "2026-11-23", given=unborn)
    assert status == 1
    assert results[0]["errors"][0]["field"] == "birth_date"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["score", "--on", "yesterday"], "'yesterday' is not a date"),
        (["score", "--on", "2014-12-31"], "Express Entry began on 2015-01-01"),
        (["score", "missing.jsonl"], "missing.jsonl"),
        (["plan", "--target", "1300"], "1300"),
        (["timeline", "--months", "0"], "1<=x<=120"),
        (["timeline", "--months", "121"], "1<=x<=120"),
        (["frobnicate"], "No such command 'frobnicate'"),
        (["chat", "--lang", "de"], "'de' is not one of"),
        (["--colour"], "--colour"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(
    arguments: list[str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert reason in shown.err
    assert shown.err.count("\n") == 1


def test_a_closed_pipe_is_no_drama() -> None:
    code = f"import sys; line = {GOOD!r} + chr(10)\nfor _ in range(3000): sys.stdout.write(line)"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "score"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(made[:2000])
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.close()
        try:
            process.stdin.write(made)
            process.stdin.close()
        except BrokenPipeError:
            pass
        assert process.stderr.read() == b""
        assert process.wait(20) == 1


def test_a_call_without_a_command_is_told_in_one_line(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run([]) == 2
    out, err = capfd.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert "--help" in err


def test_only_the_written_form_of_a_date_is_taken(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["score", "--on", "20261123"]) == 2
    assert "2026-03-31" in capfd.readouterr().err


def test_a_full_disk_is_told_in_one_line() -> None:
    profile = b'{"age": 30, "marital_status": "single", "education": "master"}'
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "score"],
            input=profile,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=30,
        )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
