"""The conversation for a person at a terminal, or for lines from a pipe."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rich.text import Text

from bot import notices
from bot.cards import is_question
from bot.drawing import ready
from bot.terminal.files import save
from bot.terminal.layout import lay_out
from bot.terminal.letters import Keyboard
from bot.terminal.markup import styled
from dialogs.events import Event, Pressed, Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from rich.console import Console

    from bot.service import Service
    from bot.terminal.person import Person
    from messages.message import Document, Message

LEAVE = frozenset({"quit", "exit", "quitter", ":q"})

_READABLE_WIDTH = 88
_RESUME = "cmd:resume"


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

    def __init__(self, service: Service, person: Person, console: Console, folder: Path) -> None:
        self._service = service
        self._person = person
        self._console = console
        self._folder = folder
        """Where files that are sent along are put."""
        self._language = person.language
        self._keyboard = Keyboard()
        self._forgotten = False

    def run(self, lines: Iterable[str]) -> None:
        """Greet as ``/start`` does, then go on until the lines end or the person leaves."""
        greeting = self._greeting()
        self._tell(notices.TERMINAL_HINT)
        self._show_all(greeting)
        for line in lines:
            if line.strip().casefold() in LEAVE:
                break
            if line.strip():
                self._show_all(self._handle(self._keyboard.event(line)))
        if not self._forgotten:
            self._tell(notices.TERMINAL_BYE)

    def _greeting(self) -> Sequence[Message]:
        """The welcome; somebody who stopped at a question has it before them again at once."""
        said = self._handle(Said("/start"))
        if any(is_question(message) for message in said) or not _offers(said, _RESUME):
            return said
        return [*(_without(message, _RESUME) for message in said), *self._handle(Pressed(_RESUME))]

    def _handle(self, event: Event) -> Sequence[Message]:
        handled = self._service.handle(self._person.does(event)).result()
        self._language = handled.language or self._language
        self._forgotten = handled.forgotten
        return [ready(delivery.message) for delivery in handled.deliveries]

    def _show_all(self, messages: Sequence[Message]) -> None:
        self._keyboard = Keyboard(messages)
        for message in messages:
            self._console.print()
            for line in lay_out(message, self._keyboard):
                line.show(self._console, min(self._console.width, _READABLE_WIDTH))
            if message.document is not None:
                self._hand_over(message.document)

    def _hand_over(self, document: Document) -> None:
        """Put a file into the folder and name it; where that cannot be, show its text."""
        self._console.print()
        try:
            file = save(document, self._folder)
        except OSError:
            if document.content is not None:
                self._tell(notices.TERMINAL_NO_FOLDER)
                return
            self._tell(notices.TERMINAL_NO_FILE)
            self._console.print(Text(document.text), soft_wrap=True)
        else:
            self._tell(notices.TERMINAL_FILE)
            self._console.print(Text(f"  {file.name}", "bold"), soft_wrap=True)

    def _tell(self, key: str) -> None:
        for message in self._service.say(key, self._language):
            self._console.print(styled(message.text), style="dim")


def _offers(messages: Iterable[Message], data: str) -> bool:
    return any(b.data == data for message in messages for row in message.buttons for b in row)


def _without(message: Message, data: str) -> Message:
    """The message, less one of its buttons."""
    rows = (tuple(b for b in row if b.data != data) for row in message.buttons)
    return replace(message, buttons=tuple(row for row in rows if row))
