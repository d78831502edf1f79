"""Log lines tell what happened, not to whom, and never a secret."""

from __future__ import annotations

import io
import json
import logging

import pytest
import structlog

from bot import log

TOKEN = "123:very-secret"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    log.configure(hide=[TOKEN, ""])
    return stream


def test_lines_are_json_with_level_and_time(written: io.StringIO) -> None:
    structlog.get_logger("bot.test").info("ready", by="polling")
    entry = json.loads(written.getvalue())
    assert entry["event"] == "ready"
    assert entry["by"] == "polling"
    assert entry["level"] == "info"
    assert entry["timestamp"].endswith("Z")


def test_the_token_is_taken_out_wherever_it_stands(written: io.StringIO) -> None:
    structlog.get_logger("bot.test").warning("trouble", address=f"http://x/bot{TOKEN}/getMe")
    logging.getLogger("aiohttp.client").error("%s failed", f"/bot{TOKEN}/sendMessage")
    assert TOKEN not in written.getvalue()
    assert written.getvalue().count("[secret]") == 2


def test_an_exception_is_told_by_kind_and_place(written: io.StringIO) -> None:
    try:
        raise KeyError("an answer")
    except KeyError:
        structlog.get_logger("bot.test").exception("failed")
        logging.getLogger("asyncio").exception("failed")
    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    assert all("KeyError in test_an_exception" in line["error"] for line in lines)
    assert len(lines) == 2
    assert "an answer" not in written.getvalue()


def test_libraries_are_quiet_below_a_warning(written: io.StringIO) -> None:
    logging.getLogger("aiohttp").info("connected")
    logging.getLogger("telegram.Bot").critical("Received data was ...")
    assert written.getvalue() == ""


def test_an_alias_is_stable_and_says_nothing() -> None:
    assert log.alias("telegram:1001") == log.alias("telegram:1001")
    assert log.alias("telegram:1001") != log.alias("telegram:1002")
    assert "1001" not in log.alias("telegram:1001")
