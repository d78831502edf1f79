"""The messages for an event: each reply rendered, and whether the first replaces the pressed one.

A tapped choice turns its card into whatever comes next, so the chat stays short. All else comes
as a new message below, and so do pictures and the remark that a button was too old.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.events import Event, Pressed
from messages.length import in_parts
from messages.message import Button
from messages.render import render
from messages.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dialogs.conversation import Language
    from dialogs.replies import Reply
    from messages.message import Message

_TURN_THE_CARD = ("a", "why", "back", "skip", "keep", "lang", "broadcast", "tell")
_STALE = "stale_button"


def present(
    replies: Sequence[Reply], event: Event, language: Language, today: date, *, once: bool = False
) -> tuple[Message, ...]:
    """What a front end delivers for these replies, in order, with the law as it is today.

    A reply is one message, or several where it is too long for one.

    With ``once`` the language is that of what was said, not of the conversation: the last message
    offers to go on in it.
    """
    messages = tuple(part for reply in replies for part in in_parts(render(reply, language, today)))
    if once and messages:
        *before, last = messages
        messages = (*before, _offering(last, language))
    if not replies or not _turns_the_card(event, replies[0]):
        return messages
    first, *others = messages
    return (replace(first, edits=_is_text(first)), *others)


def _offering(message: Message, language: Language) -> Message:
    """The message with a button that makes its language the setting, if it has none."""
    choice = f"lang:{language}"
    if any(button.data == choice for row in message.buttons for button in row):
        return message
    button = Button(words(language).say("buttons", "go_on", "language"), choice)
    return replace(message, buttons=(*message.buttons, (button,)))


def _is_text(message: Message) -> bool:
    """A card, which is text, can become text only."""
    return message.photo is None and message.document is None and message.drawing is None


def _turns_the_card(event: Event, first: Reply) -> bool:
    if not isinstance(event, Pressed) or event.data.split(":")[0] not in _TURN_THE_CARD:
        return False
    return _STALE not in (getattr(first, "notice", None), getattr(first, "key", None))
