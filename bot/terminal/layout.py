"""A message as lines of a terminal, each button's key beside the words that it stands for.

The review has a line for every button, and a question explains some of its choices in bullets.
On a phone the buttons stand below; here the key goes to the words, and nothing is said twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from bot.terminal.letters import bare
from bot.terminal.markup import styled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console

    from bot.terminal.letters import Keyboard
    from messages.message import Button, Message

_BULLET = "• "
_CUT = "…"
_TINY = 3
_GAP = "  "
_KEY_WIDTH = 4
_HOLD = str.maketrans("\u00a0\u202f", "\ue000\ue001")
_LET_GO = str.maketrans("\ue000\ue001", "\u00a0\u202f")
"""No-break spaces are spaces like any other to the library that wraps lines."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, before it is wrapped: a lead, and text that hangs beside it."""

    text: Text
    lead: str = ""
    is_key: bool = False

    def show(self, console: Console, width: int) -> None:
        """Print it, wrapped beside its lead."""
        style = "bold green" if self.is_key else ""
        held = self.text.copy()
        held.plain = held.plain.translate(_HOLD)
        for number, part in enumerate(held.wrap(console, width - len(self.lead)) or [Text()]):
            part.rstrip()
            part.plain = part.plain.translate(_LET_GO)
            lead = self.lead if number == 0 else " " * len(self.lead)
            console.print(Text.assemble((lead, style), part) if part else "", soft_wrap=True)


def lay_out(message: Message, keyboard: Keyboard) -> Iterator[Line]:
    """The lines of a message and of its buttons."""
    lines = list(styled(message.text).split("\n", allow_blank=True))
    buttons = [button for row in message.buttons for button in row]
    beside = _lines_to_change(lines, [b for b in buttons if b.data.startswith("change:")])
    bullets = _bullets_of_choices(lines, [b for b in buttons if b.data.startswith("a:")])
    text = [
        _keyed(keyboard, beside[n], line) if n in beside else _plain(line)
        for n, line in enumerate(lines)
        if n not in bullets.values()
    ]
    yield from _without_gaps(text)
    rows = [[b for b in row if b not in beside.values()] for row in message.buttons]
    if any(rows):
        yield Line(Text())
    for left in rows:
        if all(keyboard.is_fixed(b) or len(b.label) <= _TINY for b in left):
            if left:
                yield _abreast(keyboard, left)
            continue
        for button in left:
            said = lines[bullets[button]][len(_BULLET) :] if button in bullets else None
            yield _keyed(keyboard, button, said or Text(button.label))


def _lines_to_change(lines: Sequence[Text], buttons: Sequence[Button]) -> dict[int, Button]:
    """By number, the lines that give the answers to change; none unless there is one for each."""
    found: dict[int, Button] = {}
    waiting = list(buttons)
    for number, line in enumerate(lines):
        if waiting:
            title = _even(bare(waiting[0].label))
            if _even(line.plain).replace(" :", ":").startswith(f"{title}:"):
                found[number] = waiting.pop(0)
    return {} if waiting else found


def _bullets_of_choices(lines: Sequence[Text], buttons: Sequence[Button]) -> dict[Button, int]:
    """The numbers of the bullets that say more about a choice."""
    found: dict[Button, int] = {}
    longest_first = sorted(buttons, key=lambda button: len(button.label), reverse=True)
    for number, line in enumerate(lines):
        if line.plain.startswith(_BULLET):
            bullet = line.plain.removeprefix(_BULLET)
            for button in longest_first:
                if button not in found and _says_more(bullet, button):
                    found[button] = number
                    break
    return found


def _says_more(bullet: str, button: Button) -> bool:
    """Whether the bullet begins with the label, or with the number that the button stands for."""
    said, begun = _even(bullet), _even(button.label)
    number = button.data.split(":")[2]
    if number.isdecimal() and said.split()[:1] == [number]:
        return True
    if begun.endswith(_CUT):
        return said.startswith(begun.removesuffix(_CUT).rstrip())
    return said.startswith(begun) and not said[len(begun) :][:1].isalnum()


def _even(text: str) -> str:
    """Text for comparison: every kind of space is one."""
    return " ".join(text.casefold().split())


def _plain(line: Text) -> Line:
    if line.plain.startswith(_BULLET):
        return Line(line[len(_BULLET) :], _BULLET)
    return Line(line)


def _keyed(keyboard: Keyboard, button: Button, text: Text) -> Line:
    return Line(text, f"{keyboard.key(button):>{_KEY_WIDTH}}{_GAP}", is_key=True)


def _abreast(keyboard: Keyboard, buttons: Sequence[Button]) -> Line:
    """Buttons that fit beside each other."""
    text = Text()
    for number, button in enumerate(buttons):
        if number:
            text.append(_GAP * 2)
            text.append(keyboard.key(button), "bold green")
            text.append(_GAP)
        text.append(bare(button.label) or button.label)
    return Line(text, f"{keyboard.key(buttons[0]):>{_KEY_WIDTH}}{_GAP}", is_key=True)


def _without_gaps(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, with one empty line where several met, and none at the end."""
    gap = shown = False
    for line in lines:
        if not line.text.plain.strip():
            gap = shown
            continue
        if gap:
            yield Line(Text())
        gap, shown = False, True
        yield line
