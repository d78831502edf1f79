"""``doctor``: whether the bot can run here, and what to do if not."""

from __future__ import annotations

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING

import click

from bot import findings, settings
from bot.clock import now, today
from bot.storage.opening import SETTING
from bot.storage.seal import Seal

if TYPE_CHECKING:
    from bot.findings import Finding

_EPILOG = """\b
Looks at the token, the clock, the webhook, whether the bot runs or could have its ports, the file
of settings (closed to others), the database (whole, closed to others), the key to its answers, the
disk, the rounds of invitations that are known, and what pictures are made with; one line each, with
what to do. It changes nothing, and the bot may run meanwhile. The exit status is 0 when all is
well, 1 when something is a PROBLEM; what is marked TO DO can wait, and leaves it at 0.

It reads the settings that the bot reads: call it in the same folder, or with the same environment.

\b
Examples:
  express-entry-bot doctor
  express-entry-bot doctor || mail -s "the bot is unwell" me@example.org
"""


@click.command("doctor", epilog=_EPILOG)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Check token, clock, database, disk, rounds, pictures and webhook, and say what to do."""
    chosen = settings.load()
    token = chosen.token()
    # The library is heavy; a wrong setting is told without it.
    ask = import_module("bot.telegram.reach").ask
    found: list[Finding] = [
        *asyncio.run(ask(chosen, now)),
        *findings.secret(chosen),
        *findings.process(chosen),
        findings.settings_file(),
        findings.database(chosen.database, SETTING),
        findings.key(chosen.database, Seal(chosen.answer_keys())),
        findings.disk(chosen.database),
        findings.rounds(chosen.database, today(), fetched=chosen.rounds_url is not None),
        findings.versions(),
        findings.press(today()),
    ]
    for each in found:
        mark = "TO DO  " if each.due else "ok     " if each.good else "PROBLEM"
        click.echo(f"{mark}  {each.about:<9} {each.line}".replace(token, "[secret]"))
    if not all(each.good for each in found):
        ctx.exit(1)
