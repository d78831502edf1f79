"""What Telegram says of this bot: the token, the clock, the webhook. Asks, and changes nothing."""

from __future__ import annotations

from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import aiohttp
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.findings import Finding
from bot.proxy import by_proxy
from bot.telegram.app import REFUSED
from bot.telegram.request import AiohttpRequest

if TYPE_CHECKING:
    from datetime import datetime

    from telegram import WebhookInfo

    from bot.clock import Clock
    from bot.settings import Settings

MOST_SKEW = timedelta(seconds=60)
OVER = timedelta(hours=1)
"""An error of the webhook so long ago, with nothing waiting, is over."""
_SECONDS = aiohttp.ClientTimeout(total=10)


async def ask(settings: Settings, clock: Clock) -> list[Finding]:
    """The findings about Telegram."""
    bot = Bot(
        settings.token(),
        base_url=f"{settings.telegram_api_url}/bot",
        request=AiohttpRequest(1, by_proxy=by_proxy(settings.telegram_api_url)),
        get_updates_request=AiohttpRequest(1),
    )
    try:
        await bot.initialize()
        found = [Finding("token", f"is that of @{bot.username}"), await _clock(settings, clock)]
        return [*found, about_webhook(await bot.get_webhook_info(), settings.webhook_url, clock())]
    except InvalidToken:
        return [Finding("token", REFUSED, good=False)]
    except TelegramError as error:
        line = (
            f"cannot reach {settings.telegram_api_url} ({error.message}): "
            "check the network, or TELEGRAM_API_URL"
        )
        return [Finding("telegram", line, good=False)]
    finally:
        await bot.shutdown()


async def _clock(settings: Settings, clock: Clock) -> Finding:
    """This machine's clock beside that of the server."""
    try:
        async with (
            aiohttp.ClientSession(
                timeout=_SECONDS, trust_env=by_proxy(settings.telegram_api_url)
            ) as session,
            session.head(settings.telegram_api_url) as answer,
        ):
            theirs = parsedate_to_datetime(answer.headers.get("Date", ""))
    except (aiohttp.ClientError, TimeoutError, ValueError):
        return Finding("clock", "could not be compared, the server does not tell the time")
    return compare(clock(), theirs)


def compare(ours: datetime, theirs: datetime) -> Finding:
    """Whether this machine knows what time it is; birthdays and reminders hang on it."""
    seconds = round((ours - theirs).total_seconds())
    if abs(seconds) > MOST_SKEW.total_seconds():
        way = "fast" if seconds > 0 else "slow"
        line = f"is {abs(seconds)} s {way}: turn on time synchronisation (timedatectl set-ntp true)"
        return Finding("clock", line, good=False)
    return Finding("clock", f"agrees with Telegram's to {max(1, abs(seconds))} s")


def about_webhook(info: WebhookInfo, wanted: str | None, at: datetime) -> Finding:
    """Whether updates come the way that the settings say."""
    about = "webhook"
    if wanted is None:
        if info.url:
            return Finding(about, "one is set and WEBHOOK_URL is not; the next start removes it")
        return Finding(about, "none, updates come by long polling")
    if info.url != wanted:
        return Finding(about, "is not set to WEBHOOK_URL yet; the next start does that")
    if info.last_error_message and (info.pending_update_count or _is_recent(info, at)):
        line = (
            f"Telegram could not call it ({info.last_error_message}, {info.pending_update_count} "
            "updates wait): check the certificate and that the proxy leads to WEBHOOK_LISTEN"
        )
        return Finding(about, line, good=False)
    return Finding(about, f"is set, {info.pending_update_count} updates wait")


def _is_recent(info: WebhookInfo, at: datetime) -> bool:
    """Whether the last error is of late: Telegram keeps telling of one that is long over."""
    return info.last_error_date is None or at - info.last_error_date < OVER
