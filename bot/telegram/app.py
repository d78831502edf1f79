"""The running bot: signs in, answers what was left unanswered, takes updates, stops cleanly."""

from __future__ import annotations

import asyncio
import signal
from contextlib import closing, nullcontext
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

import structlog
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.errors import OperatorError
from bot.flood import FloodLimit
from bot.foretelling import Foreteller
from bot.log import errors
from bot.operators import Operators
from bot.proxy import by_proxy
from bot.rounds_feed import RoundsFeed
from bot.service import Service
from bot.settings import TELEGRAM
from bot.storage.seal import Seal
from bot.storage.sole import sole, wait_until_free
from bot.storage.sqlite import SqliteStorage
from bot.telegram import readiness
from bot.telegram.alerter import Alerter
from bot.telegram.api import Api
from bot.telegram.broadcaster import Broadcaster
from bot.telegram.courier import Courier
from bot.telegram.delivery import Messenger
from bot.telegram.events import person_of
from bot.telegram.heartbeat import Heartbeat
from bot.telegram.intake import Intake
from bot.telegram.menu import register
from bot.telegram.once import PER_SECOND
from bot.telegram.pace import Pace
from bot.telegram.polling import poll
from bot.telegram.request import AiohttpRequest
from bot.telegram.retry import persist
from bot.telegram.watch import watch
from bot.warming import settle, warm
from dialogs.headcount import SinceStart

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence
    from typing import Any, TypeAlias

    from bot.clock import Clock
    from bot.settings import Settings

    Keeper: TypeAlias = Callable[[], Coroutine[Any, Any, None]]

logger = structlog.get_logger("bot.telegram")

SENDING_CONNECTIONS = 256
SIGN_IN_ATTEMPTS = 4
WARM_AFTER_SECONDS = 0.1
"""Long enough to have asked for updates first."""
FINISH_SECONDS = 3.0
"""How long a stop waits for messages on their way; what is left goes out at the next start."""

REFUSED = "Telegram does not accept TELEGRAM_TOKEN: copy it again from @BotFather"


def run(settings: Settings) -> None:
    """Run until SIGTERM or SIGINT."""
    token = settings.token()
    seal = Seal(settings.answer_keys())
    wait_until_free(settings.database)
    opened = SqliteStorage(settings.database, seal=seal)
    with closing(opened) as storage, sole(settings.database):
        asyncio.run(_run(settings, token, storage))


async def _run(settings: Settings, token: str, storage: SqliteStorage) -> None:
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    proxied = by_proxy(settings.telegram_api_url)
    # Loaded only where somebody reads them.
    listen = settings.metrics_listen
    measures = import_module("bot.telegram.metrics").Measures() if listen else None
    connect = measures.request if measures else AiohttpRequest
    updates = connect(1, by_proxy=proxied)
    bot = Bot(
        token,
        base_url=f"{settings.telegram_api_url}/bot",
        base_file_url=f"{settings.telegram_api_url}/file/bot",
        request=connect(SENDING_CONNECTIONS, by_proxy=proxied),
        get_updates_request=updates,
    )
    service = Service(storage, further=storage.titles, retention=settings.retention_months)
    api = Api(bot, updates, previews=_previews(settings))
    courier = Courier(Messenger(api), storage, service.unreachable)
    limit = FloodLimit(settings.flood_burst, settings.flood_per_second)
    keys = [person_of(number) for number in settings.operator_ids()]
    pace = Pace(PER_SECOND)
    broadcaster = Broadcaster(api, service, courier, keys, pace)
    operators = Operators(
        keys,
        service,
        lambda: SinceStart(intake.taken, errors.count),
        broadcaster.wake,
    )
    intake = (measures.intake if measures else Intake)(service, courier, limit, operators)
    keepers: list[Keeper] = [
        partial(watch, service, courier),
        partial(_warm_up, service.clock),
        broadcaster.keep,
        Alerter(api, service, courier, pace).keep,
        Foreteller(service).keep,
    ]
    if settings.rounds_url:
        keepers.append(RoundsFeed(settings.rounds_url, storage, settings.rounds_hours).keep)
    # By webhook it is Telegram that calls; nobody can tell whether it would.
    heart = None if settings.webhook_url else Heartbeat()
    async with measures.served(listen, courier, service, heart) if measures else nullcontext():
        work = asyncio.create_task(_work(settings, api, courier, intake, keepers, heart))
        stop = asyncio.create_task(stopping.wait())
        try:
            await asyncio.wait({work, stop}, return_when=asyncio.FIRST_COMPLETED)
            work.cancel()
            await asyncio.wait({work})
            if not work.cancelled():
                work.result()
        except InvalidToken:
            raise OperatorError(REFUSED) from None
        finally:
            stop.cancel()
            await courier.close(FINISH_SECONDS)
            await bot.shutdown()
    logger.info("stopped")


async def _work(
    settings: Settings,
    api: Api,
    courier: Courier,
    intake: Intake,
    keepers: Sequence[Keeper],
    heart: Heartbeat | None,
) -> None:
    """Take updates, with what is to be kept up beside that."""
    bot = api.bot
    await _sign_in(bot, settings)
    await courier.resume()
    courier.soon(register(bot, settings.operator_ids()))
    beside = [asyncio.create_task(keep()) for keep in keepers]
    try:
        if settings.webhook_url:
            # The server is heavy, and needed here alone.
            webhook = import_module("bot.telegram.webhook")
            await webhook.serve(bot, intake, courier, settings)
        else:
            await _leave_webhook(bot)
            readiness.tell(bot, settings)
            await poll(api, intake, courier, heart)
    finally:
        for task in beside:
            task.cancel()


async def _warm_up(clock: Clock) -> None:
    await asyncio.sleep(WARM_AFTER_SECONDS)
    warm(clock, settle)


def _previews(settings: Settings) -> bool | None:
    """No previews of links; other servers than Telegram's own do not know of that."""
    return False if settings.telegram_api_url == TELEGRAM else None


async def _sign_in(bot: Bot, settings: Settings) -> None:
    try:
        await persist(bot.initialize, SIGN_IN_ATTEMPTS)
    except InvalidToken:
        raise
    except TelegramError as error:
        raise OperatorError(
            f"cannot reach Telegram at {settings.telegram_api_url} ({error.message}): "
            "check the network, or TELEGRAM_API_URL"
        ) from None


async def _leave_webhook(bot: Bot) -> None:
    """Telegram allows no polling while a webhook is set."""
    try:
        await persist(bot.delete_webhook, SIGN_IN_ATTEMPTS)
    except TelegramError as error:
        logger.warning("webhook_not_deleted", error=type(error).__name__)
