"""``run``: the Telegram bot."""

from __future__ import annotations

from importlib import import_module

import click

from bot.unseen import OPTIONAL, unseen

with unseen(*OPTIONAL):
    from bot import heap, log, settings

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
    chosen = settings.load()
    chosen.token()
    log.configure(hide=chosen.secrets())
    heap.share_one_heap()
    # The library is heavy; a wrong setting is told without it.
    with unseen(*OPTIONAL):
        app = import_module("bot.telegram.app")
    app.run(chosen)
