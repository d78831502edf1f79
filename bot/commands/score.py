"""``score``: profiles in, results out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, BinaryIO

import click

from bot.clock import today
from bot.commands.lines import work_through
from bot.commands.options import on as on_option
from bot.commands.options import profiles
from scoring.rules import rules_on
from scoring.stream import range_line, score_line

if TYPE_CHECKING:
    from datetime import date

_EPILOG = """\b
A line is one profile, such as
  {"age": 29, "marital_status": "single", "education": "bachelor"}
and its result is one line, {"on": "…", "crs": {"total": 230, …}, "programs": {…}, …}.
A bad line gives {"line": 3, "errors": [...]} in its place, and exit status 1.
With --range, what a profile leaves out may be anything: the lowest and the highest total.

\b
Examples:
  express-entry-bot score people.jsonl > results.jsonl
  express-entry-bot score --on 2016-06-01 < people.jsonl
  echo '{"marital_status": "single", "age": 29}' | express-entry-bot score --range
"""


@click.command("score", epilog=_EPILOG)
@on_option
@click.option("--range", "as_range", is_flag=True, help="Leave every unknown field open.")
@profiles
@click.pass_context
def command(ctx: click.Context, on: date | None, as_range: bool, file: BinaryIO) -> None:
    """Score profiles: JSON Lines in (FILE or standard input), JSON Lines out, in order."""
    score = partial(range_line if as_range else score_line, rules=rules_on(on or today()))
    if not work_through(file, score):
        ctx.exit(1)
