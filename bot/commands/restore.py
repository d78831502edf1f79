"""``restore``: a copy of the database put back in its place."""

from __future__ import annotations

from pathlib import Path

import click

from bot.clock import now
from bot.commands import database
from bot.storage.backup import restore

_EPILOG = """\b
Stop the bot first; a database that is open anywhere is refused. FILE is checked whole before
anything is replaced, and stays where it is. The old database is kept beside the new one, under
its name with the moment at the end: delete it once you no longer need it.

\b
Examples:
  express-entry-bot restore /backups/express-entry-bot.sqlite3
  express-entry-bot restore --db people.sqlite3 copy.sqlite3
"""


@click.command("restore", epilog=_EPILOG)
@database.option
@click.argument("file", type=click.Path(path_type=Path))
def command(db: Path | None, file: Path) -> None:
    """Put a copy that "backup" made in the place of the database."""
    path, named = database.chosen(db)
    counts, kept = restore(file, path, named, now())
    click.echo(f"{path} holds {counts}")
    if kept is not None:
        click.echo(f"the old database is kept as {kept}")
