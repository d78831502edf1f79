"""``rounds``: the rounds of invitations, read from IRCC's own file and listed."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, BinaryIO

import click

from bot.clock import today
from bot.commands import database, importing
from bot.storage.rounds import import_rounds, read_record
from scoring.bands import Pool
from scoring.feed import read_feed
from scoring.feed_text import NoRoundsError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import Any

    from scoring.revision import Revision
    from scoring.rounds import Round

_EPILOG = """\b
The bot knows all rounds up to its release from the start. IRCC's own file of all rounds brings
newer ones, and whatever IRCC corrected in older ones:
  https://www.canada.ca/content/dam/ircc/documents/json/ee_rounds_123_en.json
With ROUNDS_URL the running bot fetches it by itself.

\b
Examples:
  express-entry-bot rounds import ee_rounds_123_en.json
  express-entry-bot rounds list
  express-entry-bot rounds list --json
"""
_IMPORT_EPILOG = """\b
FILE is IRCC's JSON of rounds, English or French; - is standard input. A round replaces the one
of its number, none is ever removed, and a bot that is running knows them at once. What cannot be
read is named by row and field and left out; the exit status is then 1.

\b
Examples:
  express-entry-bot rounds import ee_rounds_123_en.json
  express-entry-bot rounds import --db people.sqlite3 - < ee_rounds_123_fr.json
"""
_LIST_EPILOG = """\b
Examples:
  express-entry-bot rounds list
  express-entry-bot rounds list --json | tail -n 1
"""


@click.group("rounds", epilog=_EPILOG)
def command() -> None:
    """Know the newest rounds of invitations, from IRCC's own file."""


@command.command("import", epilog=_IMPORT_EPILOG)
@database.option
@importing.argument
def import_(db: Path | None, file: BinaryIO) -> None:
    """Read IRCC's JSON of rounds into the database."""
    try:
        feed = read_feed(file.read(), today())
    except NoRoundsError as error:
        raise importing.refused(file, str(error)) from None
    importing.name([f"note: {remark}" for remark in feed.remarks])
    importing.name(feed.problems)
    if not feed.rows:
        raise importing.refused(file, "has no round that can be read")
    path, named = database.chosen(db)
    revision = import_rounds(path, feed, named)
    for line in _told(revision):
        click.echo(line)
    read = len(feed.rows)
    click.echo(
        f"{read} round{'' if read == 1 else 's'} read: {len(revision.added)} new, "
        f"{len(revision.changed)} changed, {len(revision.confirmed)} confirmed, "
        f"{revision.unchanged} as known before"
    )
    importing.finish(feed.problems)


@command.command("list", epilog=_LIST_EPILOG)
@database.option
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, for programs.")
def list_(db: Path | None, as_json: bool) -> None:
    """Show all rounds that are known, oldest first."""
    line = _json if as_json else _plain
    for held in read_record(*database.chosen(db)).rounds:
        click.echo(line(held))


def _told(revision: Revision) -> Iterable[str]:
    for held in revision.added:
        yield f"new: {_plain(held)}"
    for change in revision.changed:
        for name, old, new in change.facts():
            yield f"changed: round {change.new.number}, {name}: {_shown(old)} → {_shown(new)}"


def _plain(held: Round) -> str:
    tie_break = "" if held.tie_break is None else f", tie-break {_shown(held.tie_break)}"
    return (
        f"round {held.number} of {held.on}, {held.kind}: {held.invitations:,} invitations, "
        f"cut-off {held.cutoff}{tie_break} ({held.name})"
    )


def _json(held: Round) -> str:
    tie_break = None if held.tie_break is None else _shown(held.tie_break)
    told = {
        "number": held.number,
        "date": held.on.isoformat(),
        "kind": held.kind,
        "name": held.name,
        "invitations": held.invitations,
        "cutoff": held.cutoff,
        "tie_break": tie_break,
    }
    return json.dumps(told, ensure_ascii=False)


def _shown(value: Any) -> str:
    """A fact on one line."""
    if value is None:
        return "none"
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, Pool):
        counts = " ".join(str(band.people) for band in value.bands)
        return f"{value.total} on {value.on} ({counts})"
    return str(value)
