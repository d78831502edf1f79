"""The conversation for programs: JSON Lines in, JSON Lines out.

The ``text`` of a document is what the file holds; of one that is no text, such as the PDF of a
report (its name ends in ``.pdf``), it is the bytes in base64.
"""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any, BinaryIO

from bot.drawing import ready
from dialogs.events import Event, Pressed, Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.service import Service
    from bot.terminal.person import Person
    from messages.message import Document, Message

_EXPECTED = 'expected an object such as {"text": "hello"} or {"press": "a:marital_status:single"}'


class BadLineError(ValueError):
    """A line that is not an event; its message says what would be right."""


def converse(service: Service, person: Person, lines: Iterable[bytes], out: BinaryIO) -> None:
    """Answer every line as it comes; nothing is said before the first."""
    for line in lines:
        if not line.strip():
            continue
        try:
            event = read(line)
        except BadLineError as error:
            _write(out, {"error": str(error)})
        else:
            for delivery in service.handle(person.does(event)).result().deliveries:
                _write(out, show(ready(delivery.message)))
        _write(out, {"end": True})


def read(line: bytes) -> Event:
    """The event in a line of input."""
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise BadLineError(f"not JSON: {_EXPECTED}") from None
    match value:
        case {"text": str(text), **rest} if not rest:
            return Said(text)
        case {"press": str(data), **rest} if not rest:
            return Pressed(data)
    raise BadLineError(_EXPECTED)


def show(message: Message) -> dict[str, Any]:
    """A message in its public JSON form."""
    return {
        "text": message.text,
        "buttons": [
            [{"label": button.label, "data": button.data} for button in row]
            for row in message.buttons
        ],
        "edits": message.edits,
        "photo": None if message.photo is None else base64.b64encode(message.photo).decode(),
        "document": None if message.document is None else _show_document(message.document),
    }


def _show_document(document: Document) -> dict[str, str]:
    content = document.content
    text = document.text if content is None else base64.b64encode(content).decode()
    return {"name": document.name, "text": text}


def _write(out: BinaryIO, value: dict[str, Any]) -> None:
    out.write(json.dumps(value, ensure_ascii=False).encode() + b"\n")
    out.flush()
