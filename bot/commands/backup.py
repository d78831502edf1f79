"""``backup``: a copy of the database, made while the bot runs."""

from __future__ import annotations

from pathlib import Path

import click

from bot.commands import database
from bot.storage.backup import back_up

_EPILOG = """\b
The copy is one state of the database, whatever the bot writes meanwhile. It is made under a
temporary name beside FILE, checked whole, and only then gets its name; an older copy of that
name is replaced. It is readable by its owner only. It holds people's answers: keep it as
safe as the database, and no longer than needed, for /delete does not reach it.

\b
Examples:
  express-entry-bot backup /backups/express-entry-bot.sqlite3
  express-entry-bot backup "/backups/$(date +%u).sqlite3"     the last seven days (crontab: \\%u)
  express-entry-bot backup --db people.sqlite3 copy.sqlite3
"""


@click.command("backup", epilog=_EPILOG)
@database.option
@click.argument("file", type=click.Path(path_type=Path))
def command(db: Path | None, file: Path) -> None:
    """Copy the database to FILE, also while the bot runs."""
    path, named = database.chosen(db)
    counts = back_up(path, file, named)
    click.echo(f"{file} holds {counts}, checked whole")
