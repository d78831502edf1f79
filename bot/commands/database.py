"""Which database a command works on, for the commands that are not the bot itself."""

from __future__ import annotations

from pathlib import Path

import click

from bot import settings
from bot.storage.opening import SETTING

option = click.option(
    "--db",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The database (DATABASE unless told).",
)


def chosen(db: Path | None) -> tuple[Path, str]:
    """The database, and what named it."""
    return (db, "--db") if db else (settings.load().database, SETTING)
