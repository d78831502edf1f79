"""``rotate-key``: the stored answers encrypted anew with the first key of ANSWERS_KEY."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from cryptography.fernet import Fernet

from bot import settings
from bot.commands import database
from bot.errors import OperatorError
from bot.storage.rotation import rotate
from bot.storage.seal import Seal

if TYPE_CHECKING:
    from pathlib import Path

_EPILOG = """\b
To encrypt, or to change the key:
  1. make a key:        express-entry-bot rotate-key --new
  2. stop the bot, and set ANSWERS_KEY to the new key, with the old one behind a comma if any
  3. encrypt with it:   express-entry-bot rotate-key
  4. take the old key out of ANSWERS_KEY, and start the bot

\b
Keep the key apart from the database and its copies: without it the answers cannot be read by
anybody, you included. Copies from before still need the key from before.

\b
Examples:
  express-entry-bot rotate-key --new
  ANSWERS_KEY=new,old express-entry-bot rotate-key --db people.sqlite3
"""


@click.command("rotate-key", epilog=_EPILOG)
@database.option
@click.option("--new", is_flag=True, help="Only print a new random key.")
def command(db: Path | None, new: bool) -> None:
    """Encrypt all stored answers with the first key of ANSWERS_KEY."""
    if new:
        click.echo(Fernet.generate_key().decode())
        return
    keys = settings.load().answer_keys()
    if not keys:
        raise OperatorError("ANSWERS_KEY is not set: make a key with rotate-key --new")
    path, named = database.chosen(db)
    count = rotate(path, Seal(keys), named)
    click.echo(f"{count} texts in {path} are encrypted with the first key of ANSWERS_KEY")
