"""A Bot API on a bad day: refuses, fails, hangs, drops connections, repeats and shuffles."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from random import Random
from typing import TYPE_CHECKING

from aiohttp import web

from tests.e2e.telegram import Telegram

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

SETTING_UP = ("getMe", "deleteWebhook", "setWebhook")
"""Calls without which the bot does not start; their trouble is another test's."""


class FaultyTelegram(Telegram):
    """Each fault befalls the share of calls that it can befall."""

    def __init__(self, share: float, seed: int) -> None:
        super().__init__()
        self.share = share
        self.met: Counter[str] = Counter()
        """How often each fault happened."""
        self.blocked_by: set[int] = set()
        """Chats whose people blocked the bot."""
        self.rival = False
        """Whether another program polls with the same token."""
        self._dice = Random(seed)
        self._owed: list[Fault] = [_shuffled, _refused, _twice, _failed]

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer as Telegram does, but for the fault that the dice say."""
        method = request.match_info["method"]
        if method in SETTING_UP:
            return await super().handle(request)
        if await self._is_blocked(request):
            async with self.changed:
                self.changed.notify_all()
            return _refusal(403, "Forbidden: bot was blocked by the user")
        if method == "getUpdates" and self.rival:
            self.met["conflict"] += 1
            return _refusal(409, "Conflict: terminated by other getUpdates request")
        if method == "getUpdates":
            return await self._befall(request, (_refused, _failed, _dropped, _twice, _shuffled))
        return await self._befall(request, (_refused, _failed, _hung, _dropped, _unheard))

    async def _is_blocked(self, request: web.Request) -> bool:
        if request.content_type.startswith("multipart/"):
            return False  # may be read only once, and these people are sent no files
        fields = await request.post()
        blocked = int(str(fields.get("chat_id", 0))) in self.blocked_by
        self.met["blocked"] += blocked
        return blocked

    async def _befall(self, request: web.Request, faults: tuple[Fault, ...]) -> web.StreamResponse:
        if self._owed and self.share and request.match_info["method"] == "getUpdates":
            fault = self._owed.pop()  # polls are few: each fault befalls one, whatever the dice say
            self.met[fault.__name__.strip("_")] += 1
            return await fault(request, super().handle)
        rolled = self._dice.random() / self.share if self.share else len(faults)
        if rolled >= len(faults):
            return await super().handle(request)
        fault = faults[int(rolled)]
        self.met[fault.__name__.strip("_")] += 1
        return await fault(request, super().handle)


if TYPE_CHECKING:
    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
    Fault = Callable[[web.Request, Handler], Awaitable[web.StreamResponse]]


def _refusal(status: int, reason: str, **parameters: int) -> web.Response:
    answer = {"ok": False, "error_code": status, "description": reason, "parameters": parameters}
    return web.json_response(answer, status=status)


async def _refused(_request: web.Request, _handle: Handler) -> web.StreamResponse:
    return _refusal(429, "Too Many Requests: retry after 1", retry_after=1)


async def _failed(_request: web.Request, _handle: Handler) -> web.StreamResponse:
    return web.Response(status=500, text="<html>Internal Server Error</html>")


async def _hung(request: web.Request, _handle: Handler) -> web.StreamResponse:
    await asyncio.sleep(60)
    return _cut(request)


async def _dropped(request: web.Request, _handle: Handler) -> web.StreamResponse:
    return _cut(request)


async def _unheard(request: web.Request, handle: Handler) -> web.StreamResponse:
    """The call is carried out, but the answer is lost on its way."""
    await handle(request)
    return _cut(request)


async def _twice(request: web.Request, handle: Handler) -> web.StreamResponse:
    return _altered(await handle(request), lambda updates: updates * 2)


async def _shuffled(request: web.Request, handle: Handler) -> web.StreamResponse:
    return _altered(await handle(request), lambda updates: updates[::-1])


def _cut(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _altered(
    response: web.StreamResponse, change: Callable[[list[object]], list[object]]
) -> web.StreamResponse:
    assert isinstance(response, web.Response)
    answer = json.loads(response.text or "{}")
    return web.json_response({**answer, "result": change(answer.get("result", []))})
