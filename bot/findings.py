"""What is looked at to see whether the bot can run here, without changing anything.

Each check is one finding in one line: what is so, or what is wrong and what to do about it.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlite_utils import Database

from bot.drawing import ready
from bot.errors import OperatorError, StorageError
from bot.listening import try_out
from bot.settings import DEFAULT_DATABASE, ENVIRONMENT, misspelt
from bot.storage.backup import inspect, reading
from bot.storage.rounds import look_up
from bot.storage.sole import is_held
from messages.catalogue import catalogue
from messages.render import render
from scoring.rounds import FRESH

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from bot.settings import Settings
    from bot.storage.seal import Seal

LEAST_SECRET = 16
"""Letters, of which each is one of 64."""
LEAST_FREE_BYTES = 200 * 2**20
"""Room for the write-ahead log and some growth, whatever the size of the database."""

_MIB = 2**20
_DRAWN = "explanation, single"


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one check."""

    about: str
    line: str
    good: bool = True
    due: bool = False
    """Nothing is wrong, but something is to be done."""


def database(path: Path, named: str) -> Finding:
    """Whether the file is whole, this program's own and closed to others."""
    about = "database"
    if path.is_dir():
        line = f"{path} is a folder: choose a file inside it with {named}"
        return Finding(about, line, good=False)
    if not path.exists():
        if path != DEFAULT_DATABASE and not path.parent.is_dir():
            line = f"there is no folder {path.parent}: make it, or choose another file with {named}"
            return Finding(about, line, good=False)
        return Finding(about, f"{path} is not there yet; it is made at the first start")
    try:
        counts = inspect(path, named)
    except StorageError as error:
        return Finding(about, str(error), good=False)
    mode = path.stat().st_mode & 0o777
    if mode & 0o077:
        line = f"{path} may be read by others ({mode:o}): chmod 600 {path}"
        return Finding(about, line, good=False)
    if not os.access(path, os.W_OK):
        return Finding(about, f"{path} is read-only: chmod u+w {path}", good=False)
    size = path.stat().st_size / _MIB
    return Finding(about, f"{path} is whole: {counts}, {size:.1f} MiB")


def key(path: Path, seal: Seal) -> Finding:
    """Whether ANSWERS_KEY opens the answers that are stored, and all of them are encrypted."""
    about, chosen = "key", bool(seal)
    fresh = (
        "answers will be encrypted" if chosen else "ANSWERS_KEY is not set, nothing is encrypted"
    )
    if not path.is_file():
        return Finding(about, fresh)
    try:
        with closing(reading(path)) as connection:
            db = Database(connection, execute_plugins=False)
            seal.check(db, path)
            behind = seal.is_behind(db)
    except StorageError as error:
        return Finding(about, str(error), good=False)
    except sqlite3.Error:
        return Finding(about, "cannot be told, the database cannot be read")
    if behind:
        line = "not all is encrypted with the first key: stop the bot and call rotate-key"
        return Finding(about, line, due=True)
    return Finding(about, "all answers are encrypted with the first key" if chosen else fresh)


def settings_file() -> Finding:
    """Whether the file with the token is closed to others."""
    about = "settings"
    if not ENVIRONMENT.is_file():
        return Finding(about, f"from the environment, there is no {ENVIRONMENT} here")
    mode = ENVIRONMENT.stat().st_mode & 0o777
    if mode & 0o077:
        line = f"{ENVIRONMENT} with the token may be read by others ({mode:o}): chmod 600 .env"
        return Finding(about, line, good=False)
    if wrong := misspelt():
        asked = ", ".join(f"{name} (is it {meant}?)" for name, meant in wrong.items())
        return Finding(about, f"not known, and ignored, in {ENVIRONMENT}: {asked}", due=True)
    return Finding(about, f"from the environment and {ENVIRONMENT}, which is closed to others")


def secret(chosen: Settings) -> list[Finding]:
    """Whether the word by which Telegram is known at the webhook could be guessed."""
    if not chosen.webhook_url:
        return []
    _, word = chosen.webhook()
    if len(word) >= LEAST_SECRET:
        return [Finding("secret", "WEBHOOK_SECRET is long enough not to be guessed")]
    line = (
        f"WEBHOOK_SECRET has fewer than {LEAST_SECRET} letters and could be guessed: "
        "put there what `openssl rand -hex 16` prints, and start the bot again"
    )
    return [Finding("secret", line, due=True)]


def process(chosen: Settings) -> list[Finding]:
    """Whether the bot runs, and where it does not, whether the ports it asks for can be had."""
    if is_held(chosen.database):
        return [Finding("bot", "is running")]
    asked = {"METRICS_LISTEN": chosen.metrics_listen}
    if chosen.webhook_url:
        asked["WEBHOOK_LISTEN"] = chosen.webhook_listen
    found = [Finding("bot", "is not running on this database")]
    for setting, listen in asked.items():
        try:
            if listen is not None:
                try_out(setting, listen)
        except OperatorError as error:
            found.append(Finding("port", str(error), good=False))
    return found


def disk(path: Path) -> Finding:
    """Whether the database can grow, and double for a copy beside it."""
    folder = next(each for each in path.absolute().parents if each.exists())
    if not os.access(folder, os.W_OK):
        line = f"{folder} is not writable: chmod u+w it, or choose another file with DATABASE"
        return Finding("disk", line, good=False)
    free = shutil.disk_usage(folder).free
    needed = LEAST_FREE_BYTES + (path.stat().st_size if path.exists() else 0)
    if free < needed:
        line = f"{free / _MIB:.0f} MiB free where {needed / _MIB:.0f} are needed: free some space"
        return Finding("disk", line, good=False)
    return Finding("disk", f"{free / _MIB:.0f} MiB free in {folder}")


def rounds(path: Path, today: date, *, fetched: bool) -> Finding:
    """How old the newest round of invitations is; ``fetched``: whether ROUNDS_URL brings newer."""
    newest = look_up(path).known_until(today)
    if newest is None:
        return Finding("rounds", f"none is known by {today}: is the clock right?", good=False)
    known = f"the newest known is of {newest}, {(today - newest).days} days ago"
    if today - newest <= FRESH:
        return Finding("rounds", known)
    bring = (
        "see what the log says of ROUNDS_URL, or"
        if fetched
        else "set ROUNDS_URL in the settings, or"
    )
    line = f'{known}, and there have surely been newer: {bring} call "rounds import FILE"'
    return Finding("rounds", line, due=True)


def press(today: date) -> Finding:
    """Whether pictures and reports can be made: Typst, and the fonts that come along."""
    message = ready(render(catalogue()[_DRAWN], "en", today))
    if message.photo is None:
        line = "no pictures can be made, words are sent instead: install express-entry-bot again"
        return Finding("pictures", line, good=False)
    return Finding("pictures", "Typst and the fonts are there")


def versions() -> Finding:
    """The SQLite that Python brings; older ones lack what the tables are made with."""
    needed = (3, 37, 0)
    with closing(sqlite3.connect(":memory:")) as connection:
        (found,) = connection.execute("SELECT sqlite_version()").fetchone()
    if sqlite3.sqlite_version_info < needed:
        line = f"SQLite {found} is too old, 3.37 is needed: install a newer Python"
        return Finding("sqlite", line, good=False)
    return Finding("sqlite", f"SQLite {found}")
