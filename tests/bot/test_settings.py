"""Settings from the environment and a file; a bad one is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import settings
from bot.errors import OperatorError

NAMES = ("TOKEN", "API_URL")


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in settings.Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_without_anything() -> None:
    found = settings.load()
    assert found.database == Path("data/express-entry-bot.sqlite3")
    assert found.telegram_api_url == "https://api.telegram.org"
    assert found.webhook_listen == "127.0.0.1:8080"
    with pytest.raises(OperatorError, match="@BotFather"):
        found.token()


def test_the_environment_goes_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("TELEGRAM_TOKEN=1:file\nDATABASE=other.sqlite3\nUNRELATED=1\n")
    monkeypatch.setenv("TELEGRAM_TOKEN", "1:environment")
    found = settings.load()
    assert found.token() == "1:environment"
    assert found.database == Path("other.sqlite3")
    assert "environment" not in repr(found)


def test_an_address_is_kept_without_its_last_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:8081/")
    assert settings.load().telegram_api_url == "http://127.0.0.1:8081"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_TOKEN", "two words"),
        ("TELEGRAM_TOKEN", "12/34"),
        ("TELEGRAM_TOKEN", '"1:quoted"'),
        ("TELEGRAM_TOKEN", "жетон"),
        ("TELEGRAM_API_URL", "localhost:8081"),
        ("TELEGRAM_API_URL", "https://"),
        ("TELEGRAM_API_URL", "https://anna:hidden@example.org/bots"),
        ("WEBHOOK_URL", "example.org"),
        ("ROUNDS_URL", "canada.ca/rounds.json"),
        ("ROUNDS_HOURS", "0"),
        ("ROUNDS_HOURS", "often"),
        ("ROUNDS_HOURS", "nan"),
        ("ROUNDS_HOURS", "169"),
        ("WEBHOOK_LISTEN", "8080"),
        ("WEBHOOK_LISTEN", "localhost:99999"),
        ("OPERATORS", "@anna"),
        ("OPERATORS", "12345678, anna"),
        ("OPERATORS", "12345678,,7"),
        ("OPERATORS", "-1001234567890"),
        ("OPERATORS", "0123"),
        ("OPERATORS", "1" * 17),
        ("OPERATORS", "²"),
        ("WEBHOOK_SECRET", "with space"),
        ("WEBHOOK_SECRET", "a" * 257),
    ],
)
def test_a_bad_value_is_one_line_that_names_it(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(OperatorError) as caught:
        settings.load()
    assert str(caught.value).startswith(name)
    assert "\n" not in str(caught.value)
    assert "TOKEN" not in name or value not in str(caught.value)
    assert "hidden" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("RETENTION_MONTHS", "a year", "must be a whole number"),
        ("RETENTION_MONTHS", "1", "must be a whole number of months from 2 to 120"),
        ("ROUNDS_HOURS", "often", "must be a number"),
        ("ROUNDS_HOURS", "0.5", "must be at least 1"),
        ("ROUNDS_HOURS", "200", "must be at most 168"),
        ("FLOOD_BURST", "-1", "must be at least 0"),
        ("FLOOD_PER_SECOND", "0", "must be more than 0"),
        ("FLOOD_PER_SECOND", "inf", "must be a number"),
    ],
)
def test_what_is_wrong_with_a_number_is_told_plainly(
    name: str, value: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(OperatorError) as caught:
        settings.load()
    assert str(caught.value) == f"{name} {words}"


def test_operators_are_numbers_behind_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings.load().operator_ids() == []
    monkeypatch.setenv("OPERATORS", "123456789, 7700700700 ")
    assert settings.load().operator_ids() == [123456789, 7700700700]


def test_a_webhook_needs_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "https://example.org/hook")
    with pytest.raises(OperatorError, match="WEBHOOK_SECRET"):
        settings.load()
    monkeypatch.setenv("WEBHOOK_SECRET", "a-long_word")
    assert settings.load().webhook() == ("https://example.org/hook", "a-long_word")


def test_no_webhook() -> None:
    with pytest.raises(OperatorError, match="WEBHOOK_URL"):
        settings.load().webhook()
