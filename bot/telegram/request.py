"""HTTP for the library, by aiohttp: several times as fast as its default client.

The address of every call holds the token, and so may the errors of the HTTP library. They are
told by their kind alone, and never chained.
"""

from __future__ import annotations

import errno
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import aiohttp
import orjson
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest

if TYPE_CHECKING:
    from telegram.request import RequestData

READ_SECONDS = 20.0
WRITE_SECONDS = 20.0
CONNECT_SECONDS = 5.0
_KEPT_ALIVE_SECONDS = 60.0
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class AiohttpRequest(BaseRequest):
    """A ``BaseRequest`` with one connection pool."""

    def __init__(self, connections: int, *, by_proxy: bool = False) -> None:
        self._connections = connections
        self._by_proxy = by_proxy
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """How long an answer may take, unless a call says otherwise."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Open the pool."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=self._connections, keepalive_timeout=_KEPT_ALIVE_SECONDS
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=self._by_proxy,
            )

    async def shutdown(self) -> None:
        """Close the pool."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer; the library would log all of one that cannot be read."""
        try:
            read = orjson.loads(payload)
        except ValueError:
            read = None
        if not isinstance(read, dict):
            raise TelegramError("the answer is no JSON object")
        return read

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *_: object,
        **timeouts: object,
    ) -> tuple[int, bytes]:
        """One call: the status and the body of the answer. The library names its timeouts."""
        if self._session is None:
            raise NetworkError("the connection pool is closed")
        body, headers = _body(request_data)
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=_timeout(timeouts)
            ) as response:
                return response.status, await response.read()
        except TimeoutError:
            raise TimedOut("no answer in time") from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise NetworkError(_kind(error)) from None


def _body(data: RequestData | None) -> tuple[aiohttp.FormData | str | None, dict[str, str]]:
    """The parameters as a form; with files in it as a multipart form."""
    if data is None:
        return None, {}
    if not data.contains_files:
        return data.url_encoded_parameters(), _FORM
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form, {}


def _timeout(named: dict[str, object]) -> aiohttp.ClientTimeout:
    connect = _seconds(named.get("connect_timeout"), CONNECT_SECONDS)
    return _timeouts(connect, _seconds(named.get("read_timeout"), READ_SECONDS))


@lru_cache(maxsize=32)
def _timeouts(connect: float, read: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(
        total=connect + WRITE_SECONDS + read, sock_connect=connect, sock_read=read
    )


def _seconds(value: object, default: float) -> float:
    """The library passes an object of its own where nothing was asked for."""
    return float(value) if isinstance(value, int | float) else default


def _kind(error: Exception) -> str:
    """What went wrong, without the address."""
    number = getattr(error, "errno", None)
    cause = errno.errorcode.get(number, "") if isinstance(number, int) else ""
    return f"{type(error).__name__} {cause}".strip()
