"""The conversation for a person at a terminal, or for lines from a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from bot import notices
from bot.terminal.letters import Keyboard
from bot.terminal.markup import styled
from dialogs.events import Event, Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from bot.service import Service
    from bot.storage.protocol import Handled
    from bot.terminal.person import Person
    from messages.message import Message

LEAVE = frozenset({"quit", "exit", "quitter", ":q"})

_READABLE_WIDTH = 88


def prompted(console: Console) -> Iterable[str]:
    """Lines typed at a prompt, until the person leaves."""
    while True:
        try:
            yield console.input("[bold green]> [/]")
        except (EOFError, KeyboardInterrupt):
            console.print()
            return


def piped(lines: Iterable[bytes], console: Console) -> Iterable[str]:
    """Lines from a pipe, shown as if they had been typed."""
    for raw in lines:
        line = raw.decode("utf-8-sig", "replace").rstrip("\r\n")
        console.print(Text(f"> {line}"), soft_wrap=True)
        yield line


class Chat:
    """Shows messages and turns what is typed into events."""

    def __init__(self, service: Service, person: Person, console: Console) -> None:
        self._service = service
        self._person = person
        self._console = console
        self._language = person.language
        self._keyboard = Keyboard()

    def run(self, lines: Iterable[str]) -> None:
        """Greet as ``/start`` does, then go on until the lines end or the person leaves."""
        greeting = self._handle(Said("/start"))
        self._tell(notices.TERMINAL_HINT)
        self._show_all(greeting)
        for line in lines:
            if line.strip().casefold() in LEAVE:
                break
            if line.strip():
                self._show_all(self._handle(self._keyboard.event(line)))
        self._tell(notices.TERMINAL_BYE)

    def _handle(self, event: Event) -> Handled:
        handled = self._service.handle(self._person.does(event)).result()
        self._language = handled.language or self._language
        return handled

    def _show_all(self, handled: Handled) -> None:
        self._keyboard = Keyboard()
        for delivery in handled.deliveries:
            self._show(delivery.message)

    def _tell(self, key: str) -> None:
        for message in self._service.say(key, self._language):
            self._console.print(styled(message.text), style="dim")

    def _show(self, message: Message) -> None:
        self._console.print()
        self._console.print(styled(message.text), width=self._width())
        if message.document is not None:
            self._console.print()
            self._console.print(Text(message.document.text), soft_wrap=True)
        for row in message.buttons:
            for button in row:
                letter = self._keyboard.add(button)
                self._console.print(
                    Text.assemble("  ", (f"{letter:>2}", "bold green"), "  ", button.label)
                )

    def _width(self) -> int:
        return min(self._console.width, _READABLE_WIDTH)
