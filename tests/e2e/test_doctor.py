"""The doctor: one line a check, what to do, and nothing changed."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from base64 import urlsafe_b64encode
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from pydantic import SecretStr
from telegram import WebhookInfo

from bot import findings
from bot.settings import Settings
from bot.storage.rotation import rotate
from bot.storage.rounds import import_rounds
from bot.storage.seal import Seal
from bot.storage.sole import sole
from bot.storage.sqlite import SqliteStorage
from bot.telegram.reach import about_webhook, compare
from scoring.feed import read_feed
from tests.bot.storage.people import ANNA, TODAY, answers
from tests.e2e.process import ROOT
from tests.e2e.telegram import TOKEN, telegram
from tests.figures import figure
from tests.scoring.feeds import row, written

if TYPE_CHECKING:
    from pathlib import Path

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


KEY, OTHER_KEY = (urlsafe_b64encode(bytes([n]) * 32).decode() for n in (1, 2))


async def doctor(folder: Path, url: str, **settings: str) -> tuple[int, str]:
    """Exit status and everything it said."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "TELEGRAM_TOKEN": TOKEN}
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "bot", "doctor"],
        cwd=folder,
        env={**environment, "TELEGRAM_API_URL": url, **settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    assert TOKEN not in said
    return done.returncode, said


async def test_all_is_well(tmp_path: Path) -> None:
    file = tmp_path / "bot.sqlite3"
    running = SqliteStorage(file)
    async with telegram() as (world, url):
        status, said = await doctor(tmp_path, url, DATABASE=str(file))
    running.close()
    assert status == 0, said
    assert "PROBLEM" not in said
    for about in (
        "rounds    the newest known is of",
        "token     is that of @fixture_bot",
        "clock",
        "webhook   none",
        "is whole: 0",
        "bot       is not running",
        "settings  from the environment",
        "key       ANSWERS_KEY is not set",
    ):
        assert about in said
    assert {method for method, _ in world.calls} <= {"getWebhookInfo"}
    figure("doctor looks at", things=len(said.splitlines()), problems=said.count("PROBLEM"))


async def test_what_is_wrong_is_told_with_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "bot.sqlite3"
    SqliteStorage(file).close()
    file.chmod(0o644)
    async with telegram() as (world, url):
        world.token = "1:another"
        status, said = await doctor(tmp_path, url, DATABASE=str(file))
    assert status == 1
    problems = [line for line in said.splitlines() if line.startswith("PROBLEM")]
    assert len(problems) == 2, said
    assert "copy it again from @BotFather" in problems[0]
    assert f"chmod 600 {file}" in problems[1]
    status, said = await doctor(tmp_path, "http://127.0.0.1:9", DATABASE=str(file))
    assert status == 1
    assert "check the network" in said


async def test_without_a_token_it_says_how_to_get_one(tmp_path: Path) -> None:
    status, said = await doctor(tmp_path, "http://127.0.0.1:9", TELEGRAM_TOKEN="")
    assert (status, said.count("\n")) == (2, 1)
    assert "@BotFather" in said


@pytest.mark.parametrize("content", [b"", b"Dear Sir or Madam, " * 100, b"SQLite format 3\x00" * 9])
def test_a_database_that_is_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bot.sqlite3"
    file.write_bytes(content)
    found = findings.database(file, "DATABASE")
    assert not found.good
    assert "choose another file" in found.line
    assert file.read_bytes() == content


def test_no_database_yet(tmp_path: Path) -> None:
    assert findings.database(tmp_path / "none", "DATABASE").good
    assert findings.disk(tmp_path / "no" / "such").good
    assert list(tmp_path.iterdir()) == []


def test_rounds_are_as_old_as_the_newest_known(tmp_path: Path) -> None:
    file = tmp_path / "bot.sqlite3"
    found = findings.rounds(file, date(2026, 10, 11), fetched=False)
    assert (found.good, found.due) == (True, False)
    assert found.line == "the newest known is of 2026-10-01, 10 days ago"
    assert not file.exists()
    new = row("432", drawNumber="448", drawDate="2026-11-12", drawDateFull="November 12, 2026")
    import_rounds(file, read_feed(written([new]), date(2026, 11, 25)), "DATABASE")
    assert "2026-11-12, 13 days" in findings.rounds(file, date(2026, 11, 25), fetched=False).line


@pytest.mark.parametrize(("days", "due"), [(42, False), (43, True)])
def test_old_rounds_are_to_be_renewed(tmp_path: Path, days: int, due: bool) -> None:
    today = date(2026, 10, 1) + timedelta(days=days)
    for fetched, way in ((False, "set ROUNDS_URL"), (True, "what the log says of ROUNDS_URL")):
        found = findings.rounds(tmp_path / "none", today, fetched=fetched)
        assert (found.good, found.due) == (True, due)
        assert (way in found.line, "rounds import FILE" in found.line) == (due, due)


def test_rounds_of_a_file_that_is_none_and_of_a_clock_that_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "bot.sqlite3"
    file.write_bytes(b"Dear Sir or Madam, " * 100)
    assert findings.rounds(file, date(2026, 10, 11), fetched=False).good
    assert not findings.rounds(file, date(1970, 1, 1), fetched=False).good


def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "LEAST_FREE_BYTES", 2**62)
    found = findings.disk(tmp_path / "bot.sqlite3")
    assert not found.good
    assert "free some space" in found.line


@pytest.mark.parametrize(
    ("seconds", "good"), [(0, True), (59, True), (-59, True), (61, False), (-3600, False)]
)
def test_the_clock(seconds: int, good: bool) -> None:
    found = compare(NOON + timedelta(seconds=seconds), NOON)
    assert found.good is good
    if not good:
        assert ("fast" if seconds > 0 else "slow") in found.line
        assert str(abs(seconds)) in found.line


@pytest.mark.parametrize(
    ("url", "error", "wanted", "good", "words"),
    [
        ("", None, None, True, "long polling"),
        ("https://old.example", None, None, True, "the next start removes it"),
        ("https://old.example", None, "https://new.example", True, "the next start does that"),
        ("https://new.example", None, "https://new.example", True, "3 updates wait"),
        ("https://new.example", "timed out", "https://new.example", False, "timed out, 3 updates"),
    ],
)
def test_the_webhook(
    url: str, error: str | None, wanted: str | None, good: bool, words: str
) -> None:
    info = WebhookInfo(url, False, 3, last_error_message=error)
    found = about_webhook(info, wanted, NOON)
    assert found.good is good
    assert words in found.line


@pytest.mark.parametrize(
    ("hours", "waiting", "good"), [(0.5, 0, False), (2, 0, True), (2, 3, False)]
)
def test_an_error_of_the_webhook_that_is_over(hours: float, waiting: int, good: bool) -> None:
    url = "https://new.example"
    then = NOON - timedelta(hours=hours)
    info = WebhookInfo(url, False, waiting, last_error_date=then, last_error_message="timed out")
    assert about_webhook(info, url, NOON).good is good


def test_a_place_where_no_database_can_be(tmp_path: Path) -> None:
    inside = tmp_path / "no" / "bot.sqlite3"
    found = findings.database(inside, "DATABASE")
    assert not found.good
    assert f"there is no folder {tmp_path / 'no'}: make it" in found.line
    found = findings.database(tmp_path, "DATABASE")
    assert not found.good
    assert f"{tmp_path} is a folder: choose a file inside it" in found.line


def test_the_key_to_the_answers(tmp_path: Path) -> None:
    file = tmp_path / "bot.sqlite3"
    none, right, wrong = Seal(), Seal([KEY]), Seal([OTHER_KEY])
    assert "not set" in findings.key(file, none).line
    assert "will be encrypted" in findings.key(file, right).line
    storage = SqliteStorage(file)
    storage.handle(ANNA, answers("q", "plain"), on=TODAY, update=1).result()
    storage.close()
    assert findings.key(file, none).good
    before = file.read_bytes()
    found = findings.key(file, right)
    assert (found.good, found.due) == (True, True)
    assert "call rotate-key" in found.line
    assert file.read_bytes() == before
    rotate(file, right, "DATABASE")
    assert findings.key(file, right).line == "all answers are encrypted with the first key"
    assert "set ANSWERS_KEY" in findings.key(file, none).line
    for seal in (none, wrong):
        assert not findings.key(file, seal).good
    assert findings.key(file, Seal([OTHER_KEY, KEY])).due


def test_a_file_of_settings_that_others_may_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert findings.settings_file().good
    (tmp_path / ".env").write_text("TELEGRAM_TOKEN=1:x")
    (tmp_path / ".env").chmod(0o640)
    found = findings.settings_file()
    assert not found.good
    assert "(640): chmod 600 .env" in found.line
    (tmp_path / ".env").chmod(0o600)
    assert findings.settings_file().good


def test_a_setting_that_is_misspelt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text(
        "export RETENTION_MONTH=3\nOPERATOR='1'\nDATABASE=x\nSOMETHING_ELSE=1\noperators=2\n"
    )
    (tmp_path / ".env").chmod(0o600)
    found = findings.settings_file()
    assert (found.good, found.due) == (True, True)
    assert "OPERATOR (is it OPERATORS?), RETENTION_MONTH (is it RETENTION_MONTHS?)" in found.line
    assert "SOMETHING" not in found.line


def test_a_port_that_is_taken_unless_by_the_bot_itself(tmp_path: Path) -> None:
    file = tmp_path / "bot.sqlite3"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        place = f"127.0.0.1:{taken.getsockname()[1]}"
        chosen = Settings(_env_file=None, database=file, metrics_listen=place)
        [state, port] = findings.process(chosen)
        assert "not running" in state.line
        assert not port.good
        assert f"METRICS_LISTEN={place} (Address already in use): stop what" in port.line
        with sole(file):
            [state] = findings.process(chosen)
            assert state.line == "is running"
    assert all(each.good for each in findings.process(chosen))


def test_a_place_to_listen_that_is_not_of_this_machine(tmp_path: Path) -> None:
    chosen = Settings(
        _env_file=None,
        database=tmp_path / "bot.sqlite3",
        webhook_url="https://example.org/hook",
        webhook_secret="word",
        webhook_listen="192.0.2.1:8080",
    )
    [_, port] = findings.process(chosen)
    assert not port.good
    assert "choose an address of this machine" in port.line


@pytest.mark.parametrize(("word", "due"), [("a" * 15, True), ("a" * 16, False)])
def test_a_webhook_s_secret_that_could_be_guessed(word: str, due: bool) -> None:
    hook, hidden = "https://example.org/hook", SecretStr(word)
    chosen = Settings(_env_file=None, webhook_url=hook, webhook_secret=hidden)
    (found,) = findings.secret(chosen)
    assert (found.good, found.due) == (True, due)
    assert ("openssl rand" in found.line) is due
    assert word not in found.line
    assert findings.secret(Settings(_env_file=None)) == []
