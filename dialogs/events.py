"""What a person can do to the conversation, free of any front end's types."""

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


Event: TypeAlias = Said | Pressed | Sent
