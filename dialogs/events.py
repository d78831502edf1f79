"""What can happen to the conversation, mostly by a person, free of any front end's types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Said:
    """Words the person typed, commands included (``"/score"``, ``"8 7.5 7 7"``)."""

    text: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button, by its callback data."""

    data: str


@dataclass(frozen=True, slots=True)
class Sent:
    """Something that is not text: ``"photo"``, ``"voice"``, ``"sticker"``, ``"contact"`` …"""

    kind: str


@dataclass(frozen=True, slots=True)
class Due:
    """A moment has come at which something may be told without being asked."""


@dataclass(frozen=True, slots=True)
class Unreachable:
    """The person can no longer be written to: they blocked the bot, or left."""


Event: TypeAlias = Said | Pressed | Sent | Due | Unreachable
