"""The line of the log that says who is ready for updates, and on what."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from telegram import Bot

    from bot.settings import Settings

logger = structlog.get_logger("bot.telegram")


def tell(bot: Bot, settings: Settings) -> None:
    """Say that the bot, which is signed in, takes updates from now on."""
    webhook = {"listening": settings.webhook_listen} if settings.webhook_url else {}
    logger.info(
        "ready",
        by="webhook" if settings.webhook_url else "polling",
        **webhook,
        bot=bot.username,
        version=version("express-entry-bot"),
        database=str(settings.database),
        encrypted=bool(settings.answer_keys()),
        metrics=settings.metrics_listen,
    )
