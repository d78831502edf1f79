"""Rows of buttons: how many stand side by side on a phone, and those that are commands."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, TypeAlias

from messages.message import Button

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from messages.words import Words

Rows: TypeAlias = tuple[tuple[Button, ...], ...]

_HALF_ROW = 20
"""Labels up to this long stand two in a row on a narrow phone."""
_TINY = 3


def commands(names: Sequence[str], words: Words) -> Rows:
    """Buttons that do what a command does."""
    return arrange([Button(words.say("buttons", "command", n), f"cmd:{n}") for n in names])


def arrange(buttons: Sequence[Button]) -> Rows:
    """Rows that a phone can show: tiny labels many in a row, short ones in pairs, others alone."""
    tiny = list(takewhile(lambda button: len(button.label) <= _TINY, buttons))
    rows: list[tuple[Button, ...]] = [tuple(tiny)] if tiny else []
    waiting: Button | None = None
    for button in buttons[len(tiny) :]:
        if len(button.label) > _HALF_ROW:
            rows += [(waiting,)] if waiting else []
            rows.append((button,))
            waiting = None
        elif waiting:
            rows.append((waiting, button))
            waiting = None
        else:
            waiting = button
    return (*rows, (waiting,)) if waiting else tuple(rows)


def pairs(buttons: Sequence[Button]) -> Rows:
    """Long lists: two columns, whatever the length of the labels."""
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def alone(buttons: Iterable[Button]) -> Rows:
    """Each in a row of its own."""
    return tuple((button,) for button in buttons)
