"""Updates as Telegram sends them."""

from __future__ import annotations

from itertools import count
from typing import Any

CHAT = 7_700_700_700
_USER = {"id": CHAT, "is_bot": False, "first_name": "Zoë", "language_code": "fr-CA"}
_numbers = count(500)


def message(*, chat: int = CHAT, kind: str = "private", **content: Any) -> dict[str, Any]:
    """A message with this content, as a JSON object."""
    return {
        "message_id": next(_numbers),
        "date": 1_790_000_000,
        "chat": {"id": chat, "type": kind},
        "from": {**_USER, "id": chat},
        **content,
    }


def update(number: int = 1, /, **content: Any) -> dict[str, Any]:
    """An update with this content."""
    return {"update_id": number, **content}


def said(text: str, number: int = 1, *, chat: int = CHAT) -> dict[str, Any]:
    """Somebody typed this."""
    return update(number, message=message(chat=chat, text=text))


def pressed(
    data: str | None, number: int = 1, *, on: int = 60, chat: int = CHAT, kind: str = "private"
) -> dict[str, Any]:
    """Somebody pressed a button of message ``on``."""
    query: dict[str, Any] = {
        "id": str(next(_numbers)),
        "from": {**_USER, "id": chat},
        "chat_instance": "1",
        "message": {**message(chat=chat, kind=kind, text="…"), "message_id": on},
    }
    if data is not None:
        query["data"] = data
    return update(number, callback_query=query)
