"""Long polling that asks for more only when what came is stored.

The library's own updater confirms a batch to Telegram by asking for the next one, before
anything of it has been handled; what is in memory then is lost with the process.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.errors import StorageError
from bot.telegram.events import WANTED
from bot.telegram.retry import pause_before, seconds_told

if TYPE_CHECKING:
    from telegram import Bot

    from bot.telegram.courier import Courier
    from bot.telegram.intake import Intake
    from bot.telegram.updates import UpdatesRequest

logger = structlog.get_logger("bot.telegram.polling")

LONG_POLL_SECONDS = 25
_BATCH = 100


async def poll(bot: Bot, request: UpdatesRequest, intake: Intake, courier: Courier) -> None:
    """Ask for updates and take them in, until cancelled or the token is refused.

    ``request`` is the bot's way to updates.
    """
    offset = 0
    failures = 0
    while True:
        await courier.room()
        try:
            updates = await bot.get_updates(
                offset=offset,
                limit=_BATCH,
                timeout=LONG_POLL_SECONDS,
                allowed_updates=WANTED,
            )
            if updates:
                await intake.take(updates)
                offset = updates[-1].update_id + 1
            failures = 0
            request.careful = False
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
            request.careful = True  # perhaps one of the updates cannot be read
            await asyncio.sleep(pause_before(failures))


def _reason(error: TelegramError | StorageError) -> str:
    if isinstance(error, Conflict):
        return "another program uses the same token (or a webhook is set): stop one of them"
    return str(error)
