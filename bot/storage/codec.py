"""Conversations and messages as JSON text, readable by later releases."""

from __future__ import annotations

import base64
import json
from typing import Any

from dialogs.conversation import LANGUAGES, Conversation
from messages.message import Button, Document, Message


def encode_conversation(conversation: Conversation) -> str:
    """One person's state as JSON."""
    return json.dumps(
        {
            "language": conversation.language,
            "answers": dict(conversation.answers),
            "card": conversation.card,
            "revisiting": conversation.revisiting,
            "confirming": conversation.confirming,
            "started": conversation.started,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def decode_conversation(text: str) -> Conversation:
    """The state as stored; answers to questions this release does not know are kept."""
    stored: dict[str, Any] = json.loads(text)
    language = stored.get("language")
    return Conversation(
        language=language if language in LANGUAGES else LANGUAGES[0],
        answers=stored.get("answers", {}),
        card=stored.get("card", 0),
        revisiting=stored.get("revisiting"),
        confirming=stored.get("confirming"),
        started=stored.get("started", False),
    )


def encode_message(message: Message) -> str:
    """A message that waits to be sent, as JSON."""
    value: dict[str, Any] = {"text": message.text}
    if message.buttons:
        value["buttons"] = [[[b.label, b.data] for b in row] for row in message.buttons]
    if message.edits:
        value["edits"] = True
    if message.photo is not None:
        value["photo"] = base64.b64encode(message.photo).decode()
    if message.document is not None:
        value["document"] = [message.document.name, message.document.text]
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def decode_message(text: str) -> Message:
    """The message as it was stored."""
    value: dict[str, Any] = json.loads(text)
    return Message(
        text=value["text"],
        buttons=tuple(
            tuple(Button(label, data) for label, data in row) for row in value.get("buttons", ())
        ),
        edits=value.get("edits", False),
        photo=base64.b64decode(value["photo"]) if "photo" in value else None,
        document=Document(*value["document"]) if "document" in value else None,
    )
