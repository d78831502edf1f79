"""A webhook: one path, one secret, nothing else."""

from __future__ import annotations

import asyncio
import hmac
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import orjson
import structlog
from aiohttp import hdrs, web
from telegram.error import InvalidToken, TelegramError

from bot.errors import OperatorError, StorageError
from bot.listening import FINISH_SECONDS, place, refusal
from bot.telegram import readiness
from bot.telegram.events import WANTED, query_of
from bot.telegram.retry import persist
from bot.telegram.turns import Turnstile

if TYPE_CHECKING:
    from telegram import Bot

    from bot.settings import Settings
    from bot.telegram.courier import Courier
    from bot.telegram.events import Json
    from bot.telegram.intake import Intake

logger = structlog.get_logger("bot.telegram.webhook")

_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_LARGEST_UPDATE = 2**18
_CONNECTIONS = 100
_STARTING_ATTEMPTS = 4


class Webhook:
    """Answers Telegram's calls; an update is acknowledged when it is stored, not before."""

    def __init__(self, intake: Intake, courier: Courier, secret: str) -> None:
        self._intake = intake
        self._courier = courier
        self._secret = secret.encode()
        self._turnstile = Turnstile()

    async def receive(self, request: web.Request) -> web.Response:
        """One update."""
        given = request.headers.get(_HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            return web.Response(status=HTTPStatus.FORBIDDEN)
        if hdrs.CONTENT_ENCODING in request.headers:
            return web.Response(status=HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        await self._courier.room()
        try:
            update = _read(await request.read())
        except ConnectionError:
            logger.warning("update_cut_off")
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        if update is None:
            # Asking Telegram to send it again would not make it readable.
            logger.error("update_unreadable")
            return web.Response()
        try:
            async with self._turnstile.turn(update):
                await self._intake.take([update], acknowledge=False)
        except StorageError as error:
            logger.warning("update_not_stored", reason=str(error))
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
        return _answer(query_of(update))


def _read(body: bytes) -> Json | None:
    """The update; None for what is none. What is in it is looked at when it is taken."""
    try:
        update = orjson.loads(body)
    except ValueError:
        return None
    return update if isinstance(update, dict) and "update_id" in update else None


def _answer(query: str | None) -> web.Response:
    """That it was taken; the answer also stops the waiting sign on a button, without a call."""
    if query is None:
        return web.Response()
    return web.json_response({"method": "answerCallbackQuery", "callback_query_id": query})


async def _tell(bot: Bot, address: str, secret: str) -> None:
    """Tell Telegram where to call."""
    try:
        await persist(
            lambda: bot.set_webhook(
                address,
                secret_token=secret,
                allowed_updates=WANTED,
                max_connections=_CONNECTIONS,
            ),
            _STARTING_ATTEMPTS,
        )
    except InvalidToken:
        raise
    except TelegramError as error:
        raise OperatorError(
            f"Telegram does not take WEBHOOK_URL={address} ({error.message}): "
            "check the address, its certificate, and the network"
        ) from None


async def serve(bot: Bot, intake: Intake, courier: Courier, settings: Settings) -> None:
    """Listen, tell Telegram where, and answer until cancelled."""
    address, secret = settings.webhook()
    webhook = Webhook(intake, courier, secret)
    app = web.Application(client_max_size=_LARGEST_UPDATE)
    app.router.add_post(urlsplit(address).path or "/", webhook.receive)
    # Telegram compresses nothing; what a stranger has compressed would be unpacked before anybody
    # asks for the secret, a thousand times as large.
    runner = web.AppRunner(
        app, access_log=None, auto_decompress=False, shutdown_timeout=FINISH_SECONDS
    )
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, *place(settings.webhook_listen)).start()
        except OSError as error:
            raise refusal("WEBHOOK_LISTEN", settings.webhook_listen, error) from None
        await _tell(bot, address, secret)
        readiness.tell(bot, settings)
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()
