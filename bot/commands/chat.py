"""``chat``: the conversation in this terminal."""

from __future__ import annotations

import getpass
import locale
import sys
from contextlib import closing, suppress
from pathlib import Path
from typing import get_args

import click
from rich.console import Console

from bot import log, settings
from bot.service import Service
from bot.storage.sqlite import SqliteStorage
from bot.terminal import jsonlines
from bot.terminal.chat import Chat, piped, prompted
from bot.terminal.person import Person
from dialogs.conversation import Language

_EPILOG = """\b
Leave with Ctrl-D or "quit"; everything is saved, and the next call goes on from there.

\b
Examples:
  express-entry-bot chat --lang fr
  express-entry-bot chat --user anna --db anna.sqlite3
  printf '/start\\nsingle\\n' | express-entry-bot chat
  echo '{"text": "/start"}' | express-entry-bot chat --json
"""


@click.command("chat", epilog=_EPILOG)
@click.option("--db", type=click.Path(path_type=Path), metavar="FILE", help="The database.")
@click.option("--user", metavar="NAME", help="Who is talking (your login name unless told).")
@click.option("--lang", type=click.Choice(get_args(Language)), help="The language to talk in.")
@click.option("--json", "as_json", is_flag=True, help="Speak JSON Lines, for programs.")
def command(db: Path | None, user: str | None, lang: Language | None, as_json: bool) -> None:
    """Talk here, in this terminal. What was said before is remembered."""
    log.configure()
    name = user or _login_name()
    person = Person(f"terminal:{name}", lang or _language_of_terminal(), insist=lang is not None)
    with closing(SqliteStorage(db or settings.load().database)) as storage:
        service = Service(storage)
        if as_json:
            _speak_json(service, person)
        else:
            _speak(service, person)


def _speak_json(service: Service, person: Person) -> None:
    with suppress(KeyboardInterrupt):
        jsonlines.converse(service, person, sys.stdin.buffer, sys.stdout.buffer)


def _speak(service: Service, person: Person) -> None:
    console = Console(highlight=False, emoji=False)
    lines = prompted(console) if sys.stdin.isatty() else piped(sys.stdin.buffer, console)
    Chat(service, person, console).run(lines)


def _login_name() -> str:
    with suppress(OSError, KeyError):
        return getpass.getuser()
    return "me"


def _language_of_terminal() -> Language:
    name = locale.getlocale()[0] or ""
    return "fr" if name.lower().startswith("fr") else "en"
