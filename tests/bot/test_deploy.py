"""What operators copy names every setting, and no other."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot import cli
from bot.settings import Settings
from tests.e2e.process import Bot
from tests.e2e.telegram import telegram
from tests.e2e.test_metrics import free_port
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


def test_root_s_command_has_the_settings_of_the_service(tmp_path: Path) -> None:
    """With the places of a server replaced by those of the test."""
    program, settings = tmp_path / "program", tmp_path / "env"
    program.write_text(
        '#!/bin/sh\nprintf "%s\\n" "$DATABASE" "$TELEGRAM_TOKEN" "$ROUNDS_HOURS" "$@"\n'
    )
    program.chmod(0o755)
    example = (ROOT / ".env.example").read_text()
    settings.write_text(example.replace("TELEGRAM_TOKEN=", "TELEGRAM_TOKEN=1:a-B_c"))
    text = (ROOT / "deploy/express-entry-bot.sh").read_text()
    for place, instead in (
        ("/opt/express-entry-bot/bin/express-entry-bot", program),
        ("/etc/express-entry-bot.env", settings),
    ):
        unit = (ROOT / "deploy/express-entry-bot.service").read_text()
        assert place in unit
        assert text.count(place) == 1
        text = text.replace(place, str(instead))
    script = tmp_path / "script"
    script.write_text(text)
    done = subprocess.run(
        ["/bin/sh", str(script), "backup", "two words"], capture_output=True, text=True, check=True
    )
    database = "/var/lib/express-entry-bot/bot.sqlite3"
    assert done.stdout.splitlines() == [database, "1:a-B_c", "", "backup", "two words"]
    for unit in ("express-entry-bot.service", "express-entry-bot-backup.service"):
        assert f"Environment=DATABASE={database}" in (ROOT / "deploy" / unit).read_text()


async def test_the_container_s_check_tells_a_healthy_bot(tmp_path: Path) -> None:
    (check,) = re.findall(r"HEALTHCHECK .*\\\n +CMD (.*)\n", (ROOT / "Dockerfile").read_text())
    listen = f"127.0.0.1:{free_port()}"

    async def status(listen: str) -> int:
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        called = await asyncio.create_subprocess_shell(
            check, env={"PATH": path, "METRICS_LISTEN": listen}, stderr=subprocess.DEVNULL
        )
        return await called.wait()

    async with telegram() as (world, url):
        bot = Bot(tmp_path, url, METRICS_LISTEN=listen)
        bot.start()
        await world.until(lambda: bool(world.calls), "the start")
        assert await status(listen) == 0
        assert await bot.stop() == 0
        assert await status(listen) != 0
        assert await status("") == 0


def test_the_service_tries_again_for_as_long_as_telegram_cannot_be_reached() -> None:
    """The exit status is that of a wrong setting; systemd gives up after 5 starts in 10 s."""
    unit = (ROOT / "deploy/express-entry-bot.service").read_text()
    service = dict(re.findall(r"^(\w+)=(.*)$", unit, re.MULTILINE))
    assert service["Restart"] == "always"
    assert str(cli.BAD_USAGE) not in service.get("RestartPreventExitStatus", "").split()
    assert int(service["RestartSec"]) * 5 > 10
