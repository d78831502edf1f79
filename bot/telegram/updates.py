"""Asking for updates when one of them cannot be read.

The library reads a batch as a whole, so one update in a form that it does not know would stall
all that follow. Then the answers are looked through before the library sees them, and what is
unreadable is replaced by an update of the same number in which nothing happens.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import structlog
from telegram import Update

from bot.capture import Capture
from bot.telegram.request import AiohttpRequest

if TYPE_CHECKING:
    from telegram.request import RequestData

logger = structlog.get_logger("bot.telegram.updates")


class UpdatesRequest(AiohttpRequest):
    """The way by which updates come."""

    def __init__(self, *, by_proxy: bool = False) -> None:
        super().__init__(1, by_proxy=by_proxy)
        self.careful = False
        """Whether to look the updates through; it costs reading them twice."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *more: object,
        **timeouts: object,
    ) -> tuple[int, bytes]:
        """One call, as everywhere; careful when asked to be."""
        status, body = await super().do_request(url, method, request_data, *more, **timeouts)
        return status, _readable(body) if self.careful else body


def _readable(body: bytes) -> bytes:
    """The answer, without what the library would stumble over."""
    with Capture():  # an answer that is no JSON is the library's to refuse
        answer = json.loads(body)
        if isinstance(answer, dict) and isinstance(answer.get("result"), list):
            updates = [_or_nothing(update) for update in answer["result"]]
            answer["result"] = [update for update in updates if update is not None]
            return json.dumps(answer).encode()
    return body


def _or_nothing(update: Any) -> Any:
    """The update if it can be read, else one of its number without content, if it has one."""
    number = update.get("update_id") if isinstance(update, dict) else None
    if not isinstance(number, int):
        logger.error("update_without_number")
        return None
    with Capture() as captured:
        Update.de_json(update, None)
    if captured.error is None:
        return update
    logger.error("update_skipped", number=number)
    return {"update_id": number}
