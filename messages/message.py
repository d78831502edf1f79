"""What a front end delivers: HTML that Telegram takes, buttons, and attachments."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Button:
    """One button of a message."""

    label: str
    data: str
    """Callback data, at most 64 bytes."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text file sent along."""

    name: str
    text: str


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
