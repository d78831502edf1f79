"""Letters for buttons: a, b, … z, aa, ab, …; figures stay free for answers."""

from __future__ import annotations

from itertools import count, product
from string import ascii_lowercase
from typing import TYPE_CHECKING

from dialogs.events import Event, Pressed, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from messages.message import Button


def letters() -> Iterator[str]:
    """As many as are needed."""
    for length in count(1):
        for characters in product(ascii_lowercase, repeat=length):
            yield "".join(characters)


class Keyboard:
    """The buttons on the screen, each under its letter."""

    def __init__(self) -> None:
        self._letters = letters()
        self._buttons: dict[str, Button] = {}

    def add(self, button: Button) -> str:
        """Give a button the next free letter."""
        letter = next(self._letters)
        self._buttons[letter] = button
        return letter

    def event(self, line: str) -> Event:
        """What was typed: the letter or the label of a button, or else words."""
        typed = line.strip().casefold()
        for letter, button in self._buttons.items():
            if typed in (letter, button.label.casefold()):
                return Pressed(button.data)
        return Said(line)
