"""What a front end delivers: HTML that Telegram takes, buttons, and attachments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Button:
    """One button of a message."""

    label: str
    data: str
    """Callback data, at most 64 bytes."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file sent along: a text, or else bytes."""

    name: str
    text: str = ""
    content: bytes | None = None
    """What is in it when it is no text, such as a PDF."""

    @property
    def data(self) -> bytes:
        """What is in the file."""
        return self.text.encode() if self.content is None else self.content


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture or a PDF that is drawn when its message is delivered, since that takes a while.

    Until then it is only facts, the same ones giving the same file whenever they are drawn.
    """

    layout: str
    """A layout of Typst, by its path in this package."""
    facts: Mapping[str, Any]
    """What it shows, in words and as JSON has it."""
    name: str | None = None
    """The name of the PDF; None for a picture."""
    otherwise: str | None = None
    """The text of the message should drawing fail; None leaves its text as it is."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message in Telegram's HTML."""

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    """Rows of buttons."""
    edits: bool = False
    """Whether it replaces the message whose button was pressed."""
    photo: bytes | None = None
    document: Document | None = None
    drawing: Drawing | None = None
    """What becomes its photo or its document."""
