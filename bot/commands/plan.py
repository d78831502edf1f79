"""``plan``: profiles in, improvement plans out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

import click

from bot.clock import today
from bot.commands.lines import work_through
from bot.commands.options import on as on_option
from bot.commands.options import profiles
from scoring.plan import plan
from scoring.profile import Profile
from scoring.rules import rules_on
from scoring.stream import outcome

if TYPE_CHECKING:
    from datetime import date

_EPILOG = """\b
A line is one profile, as for "score"; its plan is one line, with the actions that gain
points, the greatest gain first, and those that open a program. With --target, it also has
the least demanding sets of actions that reach the total.

\b
Examples:
  express-entry-bot plan people.jsonl > plans.jsonl
  express-entry-bot plan --target 500 < people.jsonl
  echo '{"age": 29, "marital_status": "single", "education": "bachelor"}' |
    express-entry-bot plan --on 2026-03-31
"""


@click.command("plan", epilog=_EPILOG)
@on_option
@click.option("--target", type=click.IntRange(1, 1200), metavar="N", help="The total to reach.")
@profiles
@click.pass_context
def command(ctx: click.Context, on: date | None, target: int | None, file: BinaryIO) -> None:
    """Find what would raise the score of each profile, and by how much."""
    rules = rules_on(on or today())

    def planned(line: bytes, number: int) -> tuple[dict[str, Any], bool]:
        return outcome(line, number, rules, Profile, lambda one: plan(one, rules, target).as_json())

    if not work_through(file, planned):
        ctx.exit(1)
