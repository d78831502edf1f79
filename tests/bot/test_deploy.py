"""What operators copy names every setting, and no other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from bot import cli
from bot.settings import Settings
from tests.figures import figure

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[2]
SETTINGS = {name.upper() for name in Settings.model_fields}


def test_the_example_of_an_environment_has_every_setting() -> None:
    lines = (ROOT / ".env.example").read_text()
    assert set(re.findall(r"^#?([A-Z_]+)=", lines, re.MULTILINE)) == SETTINGS


def test_the_example_is_a_valid_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With all comments taken away, but for what only an operator can fill in."""
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    text = re.sub(r"^#([A-Z_]+=)", r"\1", (ROOT / ".env.example").read_text(), flags=re.MULTILINE)
    file = tmp_path / "env"
    file.write_text(text.replace("WEBHOOK_SECRET=", "WEBHOOK_SECRET=word"))
    chosen = Settings(_env_file=file)
    assert chosen.telegram_token is None
    defaults = Settings(_env_file=None)
    for name in ("database", "retention_months", "flood_burst", "webhook_listen"):
        assert getattr(chosen, name) == getattr(defaults, name)


def test_help_and_readme_tell_of_every_setting(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["run", "--help"]) == 0
    shown = capsys.readouterr().out
    readme = (ROOT / "README.md").read_text()
    for name in SETTINGS:
        assert name in shown
        assert f"`{name}`" in readme
    figure("what operators can set", settings=len(SETTINGS), told_in=".env.example, --help, README")
