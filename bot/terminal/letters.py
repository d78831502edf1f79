"""Keys for buttons: a, b, … z, aa, ab, …; figures stay free for answers.

The question card has the first letters, so that its answers keep theirs whatever else is said;
the way back and the question why have the same keys on every card.
"""

from __future__ import annotations

import re
from itertools import count, product
from string import ascii_lowercase
from typing import TYPE_CHECKING

from bot.cards import is_question
from dialogs.events import Event, Pressed, Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from messages.message import Button, Message

_FIXED = {"back": "<", "why": "?"}
_TYPED = re.compile(r"[(\[]?\s*([a-z]+|[<?])\s*[)\].:]?")
_MARKS = re.compile(r"^[^\w(]+")


def letters() -> Iterator[str]:
    """As many as are needed."""
    for length in count(1):
        for characters in product(ascii_lowercase, repeat=length):
            yield "".join(characters)


def bare(label: str) -> str:
    """A label without the sign in front of it."""
    return _MARKS.sub("", label)


class Keyboard:
    """The buttons of everything that was said at once, each under its key."""

    def __init__(self, messages: Sequence[Message] = ()) -> None:
        self._letters = letters()
        self._keys: dict[Button, str] = {}
        newest_first = reversed(messages)
        for message in sorted(newest_first, key=is_question, reverse=True):
            self._add(message)

    def key(self, button: Button) -> str:
        """The key of a button."""
        return self._keys[button]

    def is_fixed(self, button: Button) -> bool:
        """Whether the button has the same key on every card."""
        return self._keys[button] in _FIXED.values()

    def event(self, line: str) -> Event:
        """What was typed: the key or the label of a button, or else words."""
        typed = line.strip().casefold()
        fits = _TYPED.fullmatch(typed)
        key = fits[1] if fits else None
        for button, its_key in self._keys.items():
            label = button.label.casefold()
            if key == its_key or typed in (label, bare(label)):
                return Pressed(button.data)
        return Said(line)

    def _add(self, message: Message) -> None:
        for button in (button for row in message.buttons for button in row):
            if button not in self._keys:
                fixed = _FIXED.get(button.data.partition(":")[0])
                taken = fixed is None or fixed in self._keys.values()
                self._keys[button] = next(self._letters) if taken or fixed is None else fixed
