"""From a Telegram update to an event of the conversation.

An update is read as the JSON it comes in. The library's objects of it took longer to make than
all the rest of receiving it, and one update that it cannot read would hold up all that follow.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, TypeAlias

from bot.incoming import Incoming
from bot.operators import BROADCAST
from bot.telegram.kinds import is_rewritten, kind_of
from dialogs.conversation import language_of
from dialogs.events import Event, Pressed, Said, Sent
from dialogs.intents import read_command

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialogs.conversation import Language

    Json: TypeAlias = Mapping[str, Any]
    """An object of the Bot API: an update, or what it holds."""

WANTED = ("message", "edited_message", "callback_query")
"""The kinds of update asked for. What was once answered is changed by a button, not by rewriting
history: somebody who edits their words is told so."""

_PERSON = "telegram:"


@dataclass(frozen=True, slots=True)
class InGroup:
    """A command in a group, where nobody's plans belong."""

    chat: int
    language: Language


def read(update: Json) -> Incoming | InGroup | None:
    """What the update means; None when it is nothing to answer.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: it is not as the Bot API has updates.
    """
    if "callback_query" in update:
        return _press(update, update["callback_query"])
    if "message" in update:
        return _message(update, update["message"])
    if "edited_message" in update:
        return _edit(update, update["edited_message"])
    return None


def query_of(update: Json) -> str | None:
    """The pressed button that waits to be acknowledged, if one does."""
    query = update.get("callback_query")
    id_ = query.get("id") if isinstance(query, dict) else None
    return id_ if isinstance(id_, str) else None


def person_of(chat: int) -> str:
    """The key under which somebody's conversation is kept."""
    return f"{_PERSON}{chat}"


def chat_of(person: str) -> int | None:
    """The private chat of a person; None for somebody of another front end."""
    number = person.removeprefix(_PERSON)
    return int(number) if person.startswith(_PERSON) else None


def fingerprint(update: Json) -> int:
    """A key that only a repetition of the same update has.

    Telegram starts a new series of update ids after a quiet week and for a new token. So the
    update's id alone could one day swallow an answer; and a callback id would tell the person's.
    """
    query = update.get("callback_query") or {}
    message = query.get("message") or update.get("message") or update.get("edited_message")
    parts = (
        update["update_id"],
        query.get("id", ""),
        message["message_id"] if message else "",
        float(message["date"]) if message else "",
    )
    digest = blake2b(repr(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _press(update: Json, query: Json) -> Incoming | None:
    message, data = query.get("message"), query.get("data")
    if message is None or not data or not _is_private(message["chat"]):
        return None
    return Incoming(
        person_of(message["chat"]["id"]),
        Pressed(_words(data)),
        _language(query.get("from")),
        update=fingerprint(update),
        origin=message["message_id"],
    )


def _message(update: Json, message: Json) -> Incoming | InGroup | None:
    language, chat = _language(message.get("from")), message["chat"]
    if not _is_private(chat):
        asked = _words(message.get("text", "")).startswith("/")
        return InGroup(chat["id"], language) if asked else None
    event = _event(message)
    if event is None:
        return None
    return Incoming(person_of(chat["id"]), event, language, update=fingerprint(update))


def _edit(update: Json, message: Json) -> Incoming | None:
    """Something rewritten in a private chat; a place that is shared live is edited all the time."""
    chat = message["chat"]
    if not is_rewritten(message) or not _is_private(chat):
        return None
    language = _language(message.get("from"))
    return Incoming(person_of(chat["id"]), Sent("edit"), language, update=fingerprint(update))


def _event(message: Json) -> Event | None:
    """Words or something else; None for Telegram's own remarks, such as a pinned message."""
    text = _words(message.get("text", ""))
    if text:
        return Said(_with_what_it_answers(message, text))
    kind = kind_of(message)
    return None if kind is None else Sent(kind)


def _with_what_it_answers(message: Json, text: str) -> str:
    """The words; a command to send something, said in reply to a message, means that message."""
    answered = message.get("reply_to_message")
    if answered is None or not answered.get("text") or read_command(text.strip()) != BROADCAST:
        return text
    return text if len(text.split()) > 1 else f"{text} {answered['text']}"


def _words(text: object) -> str:
    if not isinstance(text, str):
        raise TypeError("words are text")
    return text


def _is_private(chat: Json) -> bool:
    return bool(chat["type"] == "private")


def _language(user: Json | None) -> Language:
    return language_of(user.get("language_code") if user else None)
