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
from bot.commands import database
from bot.service import Service
from bot.storage.seal import Seal
from bot.storage.sqlite import SqliteStorage
from bot.terminal import jsonlines
from bot.terminal.chat import Chat, piped, prompted
from bot.terminal.person import Person
from dialogs.conversation import Language, language_of

_EPILOG = """\b
Answer in your own words, or type the letter in front of an answer.
  <         back to the question before
  ?         why this is asked
  /review   your answers, each with a letter to change it
  /report   a PDF to take to a consultant, in the current folder
  /export   all your data, as a file in the current folder
  /help     everything else

\b
To leave: type quit, or press Ctrl-D. Everything is saved as you go.
To come back: the same command again. It asks the question where you stopped.
Another --user is another person, another --db another file of people.

\b
Examples:
  express-entry-bot chat
  express-entry-bot chat --lang fr
  express-entry-bot chat --user anna --db anna.sqlite3
  printf 'never married\\n29\\n' | express-entry-bot chat
  echo '{"text": "/start"}' | express-entry-bot chat --json
"""


@click.command("chat", epilog=_EPILOG)
@click.option(
    "--db",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The file with the answers (DATABASE unless told).",
)
@click.option("--user", metavar="NAME", help="Who is talking (your login name unless told).")
@click.option(
    "--lang",
    type=click.Choice(get_args(Language)),
    help="The language to talk in (your terminal's unless told).",
)
@click.option("--json", "as_json", is_flag=True, help="Speak JSON Lines, for programs.")
def command(db: Path | None, user: str | None, lang: Language | None, as_json: bool) -> None:
    """Talk here, in this terminal. What was said before is remembered."""
    log.configure()
    name = user or _login_name()
    person = Person(f"terminal:{name}", lang or _language_of_terminal(), insist=lang is not None)
    path, named = database.chosen(db)
    chosen = settings.load()
    opened = SqliteStorage(path, named, Seal(chosen.answer_keys()))
    with closing(opened) as storage:
        service = Service(storage, further=storage.titles, retention=chosen.retention_months)
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
    Chat(service, person, console, Path.cwd()).run(lines)


def _login_name() -> str:
    with suppress(OSError, KeyError):
        return getpass.getuser()
    return "me"


def _language_of_terminal() -> Language:
    return language_of(locale.getlocale()[0])
