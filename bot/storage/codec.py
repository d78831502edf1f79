"""Conversations and messages as JSON text, readable by later releases."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import orjson

from dialogs.conversation import LANGUAGES, Conversation
from dialogs.reading.outcome import Ambiguous
from dialogs.subjects import SUBJECTS
from messages.message import Button, Document, Drawing, Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialogs.conversation import Answer


def encode_conversation(conversation: Conversation) -> str:
    """One person's state as JSON."""
    return _text(
        {
            "language": conversation.language,
            "answers": dict(conversation.answers),
            "card": conversation.card,
            "revisiting": conversation.revisiting,
            "confirming": conversation.confirming,
            "topics": conversation.topics,
            "wish": conversation.wish,
            "facts": dict(conversation.facts),
            "facts_in_doubt": _encode_doubts(conversation.facts_in_doubt),
            "doubts": _encode_doubts(conversation.doubts),
            "supposed": dict(conversation.supposed),
            "aim": conversation.aim,
            "aim_kind": conversation.aim_kind,
            "alerts": conversation.alerts,
            "warned": conversation.warned,
            "told_of": conversation.told_of,
            "news": conversation.news,
            "unreachable": conversation.unreachable,
            "started": conversation.started,
            "heard_on": conversation.heard_on,
            "erasure_told_on": conversation.erasure_told_on,
        }
    )


def decode_conversation(text: str) -> Conversation:
    """The state as stored; answers to questions this release does not know are kept."""
    stored: dict[str, Any] = orjson.loads(text)
    language = stored.get("language")
    return Conversation(
        language=language if language in LANGUAGES else LANGUAGES[0],
        answers=stored.get("answers", {}),
        card=stored.get("card", 0),
        revisiting=stored.get("revisiting"),
        confirming=stored.get("confirming"),
        topics=tuple(stored.get("topics", ())),
        wish=stored.get("wish"),
        facts=stored.get("facts", {}),
        facts_in_doubt=_decode_doubts(stored.get("facts_in_doubt", {})),
        doubts=_decode_doubts(stored.get("doubts", {})),
        supposed=stored.get("supposed", {}),
        aim=stored.get("aim"),
        aim_kind=stored.get("aim_kind"),
        alerts=stored.get("alerts", False),
        warned=tuple(stored.get("warned", ())),
        told_of=tuple(s for s in SUBJECTS if s in stored.get("told_of", ())),
        news=stored.get("news", True),
        unreachable=stored.get("unreachable", False),
        started=stored.get("started", False),
        heard_on=stored.get("heard_on"),
        erasure_told_on=stored.get("erasure_told_on"),
    )


def _encode_doubts(doubts: Mapping[str, Ambiguous[Answer]]) -> dict[str, list[Any]]:
    return {question: [doubt.reason, *doubt.options] for question, doubt in doubts.items()}


def _decode_doubts(stored: Mapping[str, list[Any]]) -> dict[str, Ambiguous[Answer]]:
    return {
        question: Ambiguous(tuple(options), reason)
        for question, (reason, *options) in stored.items()
    }


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
        value["document"] = _encode_document(message.document)
    if message.drawing is not None:
        drawing = message.drawing
        value["drawing"] = [drawing.layout, drawing.facts, drawing.name, drawing.otherwise]
    return _text(value)


def decode_message(text: str) -> Message:
    """The message as it was stored."""
    value: dict[str, Any] = orjson.loads(text)
    return Message(
        text=value["text"],
        buttons=tuple(
            tuple(Button(label, data) for label, data in row) for row in value.get("buttons", ())
        ),
        edits=value.get("edits", False),
        photo=base64.b64decode(value["photo"]) if "photo" in value else None,
        document=_decode_document(*value["document"]) if "document" in value else None,
        drawing=Drawing(*value["drawing"]) if "drawing" in value else None,
    )


def _encode_document(document: Document) -> list[str]:
    if document.content is None:
        return [document.name, document.text]
    return [document.name, document.text, base64.b64encode(document.content).decode()]


def _decode_document(name: str, text: str, content: str | None = None) -> Document:
    return Document(name, text, None if content is None else base64.b64decode(content))


def _text(value: dict[str, Any]) -> str:
    return orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS).decode()
