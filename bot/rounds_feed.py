"""Keeps the record up to date: fetches IRCC's file of rounds on a schedule, politely.

It asks whether the file changed since it was last read whole, waits longer after each failure,
and whatever comes, what is known stays. Each fetch is one line in the log.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from http import HTTPStatus
from importlib.metadata import version
from secrets import SystemRandom
from typing import TYPE_CHECKING

import aiohttp
import structlog

from bot.awaited import awaited
from bot.clock import Clock, now
from bot.errors import StorageError
from bot.proxy import by_proxy
from scoring.feed import read_feed
from scoring.feed_text import NoRoundsError

if TYPE_CHECKING:
    from bot.storage.protocol import Storage
    from scoring.feed import Feed

logger = structlog.get_logger("bot.rounds")

LARGEST = 8 * 2**20
"""Bytes of the file, unpacked; ten times what it has."""

_TIMEOUT = aiohttp.ClientTimeout(total=120.0, sock_connect=10.0, sock_read=30.0)
_FIRST_PAUSE = 300.0
_LONGEST_ASKED = 24 * 3600.0
"""How long a server may ask to be left alone."""
_JITTER = 0.1
_MOST_REDIRECTS = 3
_CHUNK = 2**16
_ASKED_TO_WAIT = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
# canada.ca leaves clients unanswered that do not call themselves a browser.
_AGENT = f"Mozilla/5.0 (compatible; express-entry-bot/{version('express-entry-bot')})"

_dice = SystemRandom()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file, and what to ask with whether it changed."""

    content: bytes
    validators: dict[str, str]


class FetchError(Exception):
    """The file could not be fetched; the reason in words, without the address."""

    def __init__(self, reason: str, wait: float = 0.0) -> None:
        super().__init__(reason)
        self.wait = wait
        """Seconds that the server asks to be left alone for."""


class RoundsFeed:
    """Fetches one address into one storage."""

    def __init__(self, address: str, storage: Storage, hours: float) -> None:
        self._address = address
        self._storage = storage
        self._pause = hours * 3600.0
        self._validators: dict[str, str] = {}
        self._failures = 0

    async def keep(self, clock: Clock = now) -> None:
        """Fetch at once and on schedule, until cancelled."""
        async with aiohttp.ClientSession(
            timeout=_TIMEOUT,
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": _AGENT, "Accept": "application/json"},
            trust_env=by_proxy(self._address),
        ) as session:
            while True:
                pause = await self.fetch(session, clock)
                await asyncio.sleep(pause)

    async def fetch(self, session: aiohttp.ClientSession, clock: Clock = now) -> float:
        """Fetch once and take in what changed; the seconds to wait until the next time."""
        try:
            fetched = await _get(session, self._address, self._validators)
            if fetched is None:
                logger.info("rounds_unchanged")
            else:
                await self._take(fetched, clock)
        except (FetchError, NoRoundsError, StorageError) as error:
            return self._after(str(error), getattr(error, "wait", 0.0))
        except Exception:
            logger.exception("rounds_failed")
            return self._after("it could not be taken in", 0.0)
        self._failures = 0
        return _about(self._pause)

    async def _take(self, fetched: Fetched, clock: Clock) -> None:
        # Reading takes long enough that others would wait for it.
        feed = await asyncio.to_thread(read_feed, fetched.content, clock().date())
        if not feed.rows:
            raise FetchError(f"no round of it could be read; {_first(feed)}")
        revision = await awaited(self._storage.take_rounds(feed))
        # What was refused is for somebody to look at, and kinds not known: names may have changed.
        unknown = [row.round.name for row in feed.rows if row.round.kind == "other"]
        told = logger.warning if feed.problems or unknown else logger.info
        told(
            "rounds_fetched",
            read=len(feed.rows),
            new=len(revision.added),
            changed=len(revision.changed),
            confirmed=len(revision.confirmed),
            refused=len(feed.problems),
            first_refused=_first(feed),
            unknown_kinds=len(unknown),
            first_unknown=next(iter(unknown), None),
        )
        # What could not be read is asked for again: a later release may read it.
        self._validators = {} if feed.problems else fetched.validators

    def _after(self, reason: str, wait: float) -> float:
        """Note a failure; the seconds to wait, longer each time, and as long as was asked."""
        self._failures += 1
        pause = min(self._pause, _FIRST_PAUSE * 2.0 ** min(self._failures - 1, 16))
        seconds = max(_about(pause), _later(min(wait, _LONGEST_ASKED)))
        logger.warning("rounds_not_fetched", reason=reason, next_in_seconds=round(seconds))
        return seconds


async def _get(
    session: aiohttp.ClientSession, address: str, validators: dict[str, str]
) -> Fetched | None:
    """The file; None where it has not changed since the validators were given.

    Raises:
        FetchError: there was no answer, or another one than the file.
    """
    try:
        async with session.get(
            address, headers=validators, max_redirects=_MOST_REDIRECTS
        ) as response:
            if response.status == HTTPStatus.NOT_MODIFIED and validators:
                return None
            if response.status != HTTPStatus.OK:
                raise FetchError(f"the answer was {response.status}", _seconds_asked(response))
            return Fetched(await _bounded(response), _validators_of(response))
    except TimeoutError:
        raise FetchError("no answer in time") from None
    except (aiohttp.ClientError, OSError, ValueError) as error:
        # Its words hold the address, which may hold a password.
        raise FetchError(type(error).__name__) from None


async def _bounded(response: aiohttp.ClientResponse) -> bytes:
    """The body, unpacked."""
    body = bytearray()
    async for chunk in response.content.iter_chunked(_CHUNK):
        body += chunk
        if len(body) > LARGEST:
            raise FetchError(f"the file is larger than {LARGEST} bytes")
    return bytes(body)


def _validators_of(response: aiohttp.ClientResponse) -> dict[str, str]:
    """The headers that ask whether this very answer is still the newest."""
    asked = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}
    return {ask: response.headers[told] for told, ask in asked.items() if told in response.headers}


def _seconds_asked(response: aiohttp.ClientResponse) -> float:
    told = response.headers.get("Retry-After", "")
    waits = response.status in _ASKED_TO_WAIT and told.isascii() and told.isdecimal()
    return float(told[:9]) if waits else 0.0


def _about(seconds: float) -> float:
    """A little more or less, so that not everybody asks in the same moment."""
    return seconds * _dice.uniform(1 - _JITTER, 1 + _JITTER)


def _later(seconds: float) -> float:
    """The same, but no sooner."""
    return seconds * _dice.uniform(1, 1 + _JITTER)


def _first(feed: Feed) -> str | None:
    return str(feed.problems[0]) if feed.problems else None
