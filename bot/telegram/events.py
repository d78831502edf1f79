"""From a Telegram update to an event of the conversation."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from telegram import CallbackQuery, Chat, Message, Update, User

from bot.incoming import Incoming
from bot.operators import BROADCAST
from bot.telegram.kinds import is_rewritten, kind_of
from dialogs.conversation import language_of
from dialogs.events import Event, Pressed, Said, Sent
from dialogs.intents import read_command

if TYPE_CHECKING:
    from dialogs.conversation import Language

WANTED = ("message", "edited_message", "callback_query")
"""The kinds of update asked for. What was once answered is changed by a button, not by rewriting
history: somebody who edits their words is told so."""

_PERSON = "telegram:"


@dataclass(frozen=True, slots=True)
class InGroup:
    """A command in a group, where nobody's plans belong."""

    chat: int
    language: Language


def read(update: Update) -> Incoming | InGroup | None:
    """What the update means; None when it is nothing to answer."""
    if update.callback_query is not None:
        return _press(update, update.callback_query)
    if update.message is not None:
        return _message(update, update.message)
    if update.edited_message is not None:
        return _edit(update, update.edited_message)
    return None


def person_of(chat: int) -> str:
    """The key under which somebody's conversation is kept."""
    return f"{_PERSON}{chat}"


def chat_of(person: str) -> int | None:
    """The private chat of a person; None for somebody of another front end."""
    number = person.removeprefix(_PERSON)
    return int(number) if person.startswith(_PERSON) else None


def fingerprint(update: Update) -> int:
    """A key that only a repetition of the same update has.

    Telegram starts a new series of update ids after a quiet week and for a new token. So the
    update's id alone could one day swallow an answer; and a callback id would tell the person's.
    """
    query = update.callback_query
    message = query.message if query else update.effective_message
    parts = (
        update.update_id,
        query.id if query else "",
        message.message_id if message else "",
        message.date.timestamp() if message else "",
    )
    digest = blake2b(repr(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _press(update: Update, query: CallbackQuery) -> Incoming | None:
    if query.message is None or not query.data or not _is_private(query.message.chat):
        return None
    return Incoming(
        person_of(query.message.chat.id),
        Pressed(query.data),
        _language(query.from_user),
        update=fingerprint(update),
        origin=query.message.message_id,
    )


def _message(update: Update, message: Message) -> Incoming | InGroup | None:
    language = _language(message.from_user)
    if not _is_private(message.chat):
        asked = bool(message.text and message.text.startswith("/"))
        return InGroup(message.chat.id, language) if asked else None
    event = _event(message)
    if event is None:
        return None
    return Incoming(person_of(message.chat.id), event, language, update=fingerprint(update))


def _edit(update: Update, message: Message) -> Incoming | None:
    """Something rewritten in a private chat; a place that is shared live is edited all the time."""
    if not is_rewritten(message) or not _is_private(message.chat):
        return None
    language = _language(message.from_user)
    return Incoming(person_of(message.chat.id), Sent("edit"), language, update=fingerprint(update))


def _event(message: Message) -> Event | None:
    """Words or something else; None for Telegram's own remarks, such as a pinned message."""
    if message.text:
        return Said(_with_what_it_answers(message, message.text))
    kind = kind_of(message)
    return None if kind is None else Sent(kind)


def _with_what_it_answers(message: Message, text: str) -> str:
    """The words; a command to send something, said in reply to a message, means that message."""
    answered = message.reply_to_message
    if answered is None or not answered.text or read_command(text.strip()) != BROADCAST:
        return text
    return text if len(text.split()) > 1 else f"{text} {answered.text}"


def _is_private(chat: Chat) -> bool:
    return chat.type == Chat.PRIVATE


def _language(user: User | None) -> Language:
    return language_of(user.language_code if user else None)
