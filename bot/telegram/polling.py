"""Long polling that asks for more only when what came is stored.

The library's own updater confirms a batch to Telegram by asking for the next one, before
anything of it has been handled; what is in memory then is lost with the process.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog
from telegram.error import (
    BadRequest,
    Conflict,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.errors import StorageError
from bot.telegram.events import WANTED
from bot.telegram.heartbeat import Heartbeat
from bot.telegram.retry import pause_before, seconds_told
from bot.telegram.turns import Batches

if TYPE_CHECKING:
    from bot.telegram.api import Api
    from bot.telegram.courier import Courier
    from bot.telegram.events import Json
    from bot.telegram.intake import Intake

logger = structlog.get_logger("bot.telegram.polling")

LONG_POLL_SECONDS = 25
_BATCH = 100


async def poll(api: Api, intake: Intake, courier: Courier, heart: Heartbeat | None = None) -> None:
    """Ask for updates and take them in, until cancelled or the token is refused."""
    heart = heart or Heartbeat()
    batches = Batches(_BATCH)
    failures = 0
    while True:
        await courier.room()
        try:
            seconds = 0 if batches.waiting else LONG_POLL_SECONDS
            came = await api.get_updates(batches.offset, _BATCH, seconds, WANTED)
            updates = [update for update in came if _is_numbered(update)]
            chosen = batches.choose(updates)
            if chosen:
                await intake.take(chosen)
            if chosen or updates:
                batches.taken(chosen, updates)
            elif came:
                raise NetworkError("no update has a number")
            if failures:
                logger.info("polling_again", after=failures)
            failures = 0
            heart.beat()
        except InvalidToken:
            raise
        except RetryAfter as error:
            await asyncio.sleep(seconds_told(error))
        except (TelegramError, StorageError) as error:
            failures += 1
            logger.warning("polling_trouble", reason=_reason(error), failures=failures)
            await asyncio.sleep(pause_before(failures))
        except Exception:
            failures += 1
            logger.exception("polling_failed", failures=failures)
            await asyncio.sleep(pause_before(failures))


def _is_numbered(update: Json) -> bool:
    """Whether it can be confirmed; what else is in it is looked at when it is taken."""
    numbered = isinstance(update, dict) and isinstance(update.get("update_id"), int)
    if not numbered:
        logger.error("update_without_number")
    return numbered


def _reason(error: TelegramError | StorageError) -> str:
    if isinstance(error, Conflict):
        return "another program uses the same token (or a webhook is set): stop one of them"
    if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
        return f"Telegram does not answer ({error}): asked again soon; if it lasts, call doctor"
    return str(error)
