"""The calls that nearly every update takes: the library's errors, without its objects.

Making an object of each update, of each keyboard and of each message that comes back cost as much
as all the rest of an answer; of what comes back, only a message's number is needed. All other
calls are the library's own, by ``bot``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import orjson
from yarl import URL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import Bot
    from telegram.request import BaseRequest, RequestData

    from bot.telegram.events import Json
    from messages.message import Button

_NOWHERE = URL()


class _Fields:
    """The parameters of a call as the library's ``RequestData``, which it only hands on."""

    contains_files = False

    def __init__(self, fields: dict[str, Any]) -> None:
        self._fields = fields

    def url_encoded_parameters(self) -> str:
        """The body: a form."""
        return _NOWHERE.with_query(self._fields).raw_query_string


class Api:
    """Telegram, for one bot. ``previews`` tells whether links are previewed, if it is to be told.

    Updates are asked for by a connection of their own, ``updates``. Errors are the library's.
    """

    def __init__(
        self, bot: Bot, updates: BaseRequest | None = None, *, previews: bool | None = None
    ) -> None:
        self.bot = bot
        self._updates = updates or bot.request
        self.newest = 0
        """The greatest number that a message sent from here has got; 0 before the first."""
        self._text: dict[str, Any] = {"parse_mode": "HTML"}
        if previews is not None:
            self._text["link_preview_options"] = orjson.dumps(
                {"is_disabled": not previews}
            ).decode()

    async def get_updates(
        self, offset: int, limit: int, seconds: int, kinds: Sequence[str]
    ) -> list[Json]:
        """The updates from a number on, as they come; waits so many seconds for the first."""
        fields = {"offset": offset, "limit": limit, "timeout": seconds}
        data = _form({**fields, "allowed_updates": _json(kinds)})
        patience = seconds + (self._updates.read_timeout or 0)
        url = f"{self.bot.base_url}/getUpdates"
        return cast("list[Json]", await self._updates.post(url, data, read_timeout=patience))

    async def send_message(self, chat: int, text: str, buttons: Sequence[Sequence[Button]]) -> int:
        """Send a message in HTML; its number."""
        fields = {"chat_id": chat, "text": text, **self._text, **_markup(buttons)}
        sent = await self._call("sendMessage", fields)
        number = int(sent["message_id"])
        self.newest = max(self.newest, number)
        return number

    async def edit_message_text(
        self, chat: int, number: int, text: str, buttons: Sequence[Sequence[Button]]
    ) -> None:
        """Replace a message."""
        place = {"chat_id": chat, "message_id": number}
        await self._call(
            "editMessageText", {**place, "text": text, **self._text, **_markup(buttons)}
        )

    async def set_buttons(
        self, chat: int, number: int, buttons: Sequence[Sequence[Button]]
    ) -> None:
        """Give a message these buttons; refused where it has them already."""
        place = {"chat_id": chat, "message_id": number}
        await self._call("editMessageReplyMarkup", {**place, **_markup(buttons)})

    async def strip(self, chat: int, number: int) -> None:
        """Take the buttons from a message."""
        await self._call("editMessageReplyMarkup", {"chat_id": chat, "message_id": number})

    async def answer_callback_query(self, query: str) -> None:
        """Stop the waiting sign on a pressed button."""
        await self._call("answerCallbackQuery", {"callback_query_id": query})

    async def _call(self, method: str, fields: dict[str, Any]) -> Any:
        return await self.bot.request.post(f"{self.bot.base_url}/{method}", _form(fields))


def _form(fields: dict[str, Any]) -> RequestData:
    return cast("RequestData", _Fields(fields))


def _markup(buttons: Sequence[Sequence[Button]]) -> dict[str, Any]:
    """The parameter for the buttons, if there are any."""
    if not buttons:
        return {}
    rows = [[{"text": b.label, "callback_data": b.data} for b in row] for row in buttons]
    return {"reply_markup": _json({"inline_keyboard": rows})}


def _json(value: object) -> str:
    return orjson.dumps(value).decode()
