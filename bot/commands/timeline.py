"""``timeline``: profiles in, the days on which their totals change by themselves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

import click

from bot.clock import today
from bot.commands.lines import work_through
from bot.commands.options import on as on_option
from bot.commands.options import profiles
from scoring.profile import Profile
from scoring.rules import rules_on
from scoring.stream import outcome
from scoring.timeline import timeline

if TYPE_CHECKING:
    from datetime import date

_EPILOG = """\b
A line is one profile, as for "score"; its timeline is one line, with a day for each change
and the causes of it: a birthday, a test that expires, a year of work completed.

\b
Examples:
  express-entry-bot timeline people.jsonl
  express-entry-bot timeline --months 60 < people.jsonl
  echo '{"birth_date": "1996-05-01", "marital_status": "single", "education": "master"}' |
    express-entry-bot timeline --on 2026-03-31
"""


@click.command("timeline", epilog=_EPILOG)
@on_option
@click.option(
    "--months",
    type=click.IntRange(1, 120),
    default=24,
    metavar="N",
    help="How far to look ahead (24 unless told).",
)
@profiles
@click.pass_context
def command(ctx: click.Context, on: date | None, months: int, file: BinaryIO) -> None:
    """Find the days on which the score of each profile changes by itself, and why."""
    rules = rules_on(on or today())

    def looked_ahead(line: bytes, number: int) -> tuple[dict[str, Any], bool]:
        return outcome(
            line, number, rules, Profile, lambda one: timeline(one, rules, months).as_json()
        )

    if not work_through(file, looked_ahead):
        ctx.exit(1)
