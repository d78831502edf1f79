"""``run``: the Telegram bot."""

from __future__ import annotations

import signal
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

from bot.heap import share_one_heap
from bot.unseen import OPTIONAL, unseen

if TYPE_CHECKING:
    from bot.settings import Settings

_EPILOG = """\b
Settings, from the environment or a .env file:
  TELEGRAM_TOKEN    the token that @BotFather gave (needed)
  TELEGRAM_API_URL  a Bot API server other than Telegram's own
  DATABASE          the SQLite file (data/express-entry-bot.sqlite3)
  WEBHOOK_URL       the public address that Telegram calls, instead of polling
  WEBHOOK_LISTEN    where to listen for it (127.0.0.1:8080)
  WEBHOOK_SECRET    the word by which Telegram is known there
  FLOOD_BURST       messages of one person that are read at once (120; 0: all)
  FLOOD_PER_SECOND  messages of one person that are read steadily (2)
  ANSWERS_KEY       encrypts stored answers (rotate-key --help tells how)
  METRICS_LISTEN    where to answer /healthz and /metrics for Prometheus, such as 127.0.0.1:9090
  ROUNDS_URL        where to fetch the newest rounds from: IRCC's own JSON of them (off)
  ROUNDS_HOURS      how often, in hours (6)
  OPERATORS         who may use /stats and /broadcast: numbers in Telegram, behind commas (nobody)
  RETENTION_MONTHS  erase whoever has said no word for so long, told 30 days before (12)

\b
To begin: talk to @BotFather in Telegram, send /newbot, and copy the token it gives.
To stop: Ctrl-C. What was not yet delivered goes out at the next start.

\b
Examples:
  TELEGRAM_TOKEN=123456789:AAE… express-entry-bot run
  express-entry-bot run     (with TELEGRAM_TOKEN=… in a file named .env)
  DATABASE=people.sqlite3 TELEGRAM_TOKEN=123456789:AAE… express-entry-bot run
"""


@click.command("run", epilog=_EPILOG)
def command() -> None:
    """Run the Telegram bot, by long polling, or by a webhook when WEBHOOK_URL is set."""
    # Until the bot looks after that itself, there is nothing to finish.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    share_one_heap()
    with unseen(*OPTIONAL):
        chosen: Settings = import_module("bot.settings").load()
        chosen.token()
        import_module("bot.log").configure(hide=chosen.secrets())
        # The library is heavy; a wrong setting is told without it.
        app = import_module("bot.telegram.app")
    app.run(chosen)
