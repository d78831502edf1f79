"""A bare echo bot, as python-telegram-bot's own example has it, on all its defaults.

``python -m tests.benchmarks.loopback.echo ADDRESS [PORT]``; with a port it listens for a webhook.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from telegram.ext import Application, ContextTypes, MessageHandler, filters

from tests.benchmarks.loopback.api import TOKEN

if TYPE_CHECKING:
    from telegram import Update


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say what was said."""
    if update.message is not None and update.message.text is not None:
        await update.message.reply_text(update.message.text)


def main(address: str, port: str | None = None) -> None:
    """Run until a signal."""
    application = Application.builder().token(TOKEN).base_url(f"{address}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    if port is None:
        application.run_polling()
    else:
        url = f"http://127.0.0.1:{port}/hook"
        application.run_webhook(
            listen="127.0.0.1", port=int(port), url_path="hook", webhook_url=url
        )


if __name__ == "__main__":
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    main(*sys.argv[1:])
