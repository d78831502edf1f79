"""Trouble at the start of the real process: one clear line, exit status 2, nothing damaged."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from bot.storage.sqlite import SqliteStorage
from tests.e2e.process import ROOT, Bot
from tests.e2e.telegram import TOKEN, Telegram, telegram
from tests.e2e.test_metrics import free_port

if TYPE_CHECKING:
    from pathlib import Path

NOBODY_THERE = "http://127.0.0.1:9"


def run(folder: Path, *arguments: str, **settings: str) -> tuple[int, str]:
    """Exit status and standard error of a call that should fail quickly."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **settings}
    done = subprocess.run(
        [sys.executable, "-m", "bot", *(arguments or ("run",))],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=40,
        check=False,
    )
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert TOKEN not in done.stderr
    return done.returncode, done.stderr


def refused(folder: Path, *arguments: str, **settings: str) -> str:
    """The one line of a refusal."""
    status, errors = run(folder, *arguments, **settings)
    assert status == 2, errors
    assert errors.count("\n") == 1, errors
    return errors


def test_no_token(tmp_path: Path) -> None:
    line = refused(tmp_path)
    assert "TELEGRAM_TOKEN" in line
    assert "@BotFather" in line
    assert list(tmp_path.iterdir()) == []


def test_an_empty_token_is_none(tmp_path: Path) -> None:
    assert "@BotFather" in refused(tmp_path, TELEGRAM_TOKEN="")


def test_a_bad_setting_is_named(tmp_path: Path) -> None:
    line = refused(tmp_path, TELEGRAM_TOKEN=TOKEN, TELEGRAM_API_URL="ftp://example.org")
    assert "TELEGRAM_API_URL" in line
    spaced = refused(tmp_path, TELEGRAM_TOKEN="my secret token")
    assert "TELEGRAM_TOKEN" in spaced
    assert "my secret" not in spaced
    alone = refused(tmp_path, TELEGRAM_TOKEN=TOKEN, WEBHOOK_URL="https://example.org/hook")
    assert "WEBHOOK_SECRET" in alone


def test_settings_from_a_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("TELEGRAM_TOKEN=1:a\nWEBHOOK_LISTEN=nonsense\nOTHER=1\n")
    assert "WEBHOOK_LISTEN must be host:port" in refused(tmp_path)
    (tmp_path / ".env").write_bytes(b"\xff\xfe")
    assert ".env" in refused(tmp_path)


def test_no_network(tmp_path: Path) -> None:
    began = time.monotonic()
    line = refused(tmp_path, TELEGRAM_TOKEN=TOKEN, TELEGRAM_API_URL=NOBODY_THERE)
    assert "cannot reach Telegram at http://127.0.0.1:9" in line
    assert "ECONNREFUSED" in line
    assert time.monotonic() - began < 20


async def test_a_wrong_token(tmp_path: Path) -> None:
    async with telegram() as (world, url):
        world.token = "1:another"
        bot = Bot(tmp_path, url)
        bot.start()
        assert await bot.ended() == 2
    assert "does not accept TELEGRAM_TOKEN" in bot.printed()
    assert bot.printed().count("\n") == 1
    assert TOKEN not in bot.printed()


async def test_a_webhook_that_telegram_does_not_take(tmp_path: Path) -> None:
    webhook = {"WEBHOOK_URL": "http://192.0.2.1/hook", "WEBHOOK_SECRET": "a-long-secret"}
    async with telegram() as (_, url):
        bot = Bot(tmp_path, url, WEBHOOK_LISTEN=f"127.0.0.1:{free_port()}", **webhook)
        bot.start()
        assert await bot.ended() == 2
    assert "Telegram does not take WEBHOOK_URL=http://192.0.2.1/hook (Use HTTPS" in bot.printed()
    assert bot.printed().count("\n") == 1
    assert "a-long-secret" not in bot.printed()


async def test_a_token_revoked_while_running(tmp_path: Path) -> None:
    async with telegram() as (world, url):
        bot = await running(tmp_path, world, url)
        world.token = "1:another"
        await world.wake(TOKEN)
        assert await bot.ended() == 2
    assert "does not accept TELEGRAM_TOKEN" in bot.printed()
    assert TOKEN not in bot.printed()


async def test_a_stop_is_quick_and_clean(tmp_path: Path) -> None:
    async with telegram() as (world, url):
        bot = await running(tmp_path, world, url)
        began = time.monotonic()
        assert await bot.stop() == 0
        assert time.monotonic() - began < 5
    assert "Traceback" not in bot.printed()


@pytest.mark.parametrize("command", ["run", "chat"])
def test_a_folder_as_database(tmp_path: Path, command: str) -> None:
    assert "is a folder" in refused(
        tmp_path, command, TELEGRAM_TOKEN=TOKEN, TELEGRAM_API_URL=NOBODY_THERE, DATABASE="."
    )


@pytest.mark.parametrize("command", ["run", "chat"])
def test_a_damaged_database(tmp_path: Path, command: str) -> None:
    path = tmp_path / "bot.sqlite3"
    path.write_bytes(b"SQLite format 3\x00" + os.urandom(8000))
    before = path.read_bytes()
    line = refused(tmp_path, command, TELEGRAM_TOKEN=TOKEN, DATABASE=str(path))
    assert str(path) in line
    assert path.read_bytes() == before


def test_the_line_names_the_option_that_named_the_database(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite3"
    path.write_text("nothing of the kind")
    assert "with --db" in refused(tmp_path, "chat", "--db", str(path))
    assert "with DATABASE" in refused(tmp_path, "chat", DATABASE=str(path))


def test_no_folder_is_made_but_the_default_one(tmp_path: Path) -> None:
    line = refused(tmp_path, "chat", "--db", str(tmp_path / "no" / "such" / "x.db"))
    assert f"there is no folder {tmp_path}/no/such" in line
    assert "with --db" in line
    assert "with DATABASE" in refused(tmp_path, "chat", DATABASE="elsewhere/x.db")
    assert list(tmp_path.iterdir()) == []


def test_a_read_only_database(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite3"
    SqliteStorage(path).close()
    path.chmod(0o400)
    assert "read-only" in refused(tmp_path, "chat", "--db", str(path))


def test_a_database_of_a_newer_version(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite3"
    SqliteStorage(path).close()
    db = sqlite3.connect(path)
    db.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        "VALUES ('express-entry-bot', 'm999_tomorrow', '2030-01-01')"
    )
    db.commit()
    db.close()
    assert "newer version" in refused(tmp_path, "chat", "--db", str(path))


def test_a_locked_database(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite3"
    SqliteStorage(path).close()
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA locking_mode = EXCLUSIVE")
    db.execute("BEGIN EXCLUSIVE")
    line = refused(tmp_path, "run", TELEGRAM_TOKEN=TOKEN, DATABASE=str(path))
    db.close()
    assert "locked by another process" in line


async def running(folder: Path, world: Telegram, url: str) -> Bot:
    bot = Bot(folder, url)
    bot.start()
    await world.until(lambda: any(m == "setMyCommands" for m, _ in world.calls), "the start")
    return bot
