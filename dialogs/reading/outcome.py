"""What a reader says of a text: understood, several meanings, or not readable and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Understood(Generic[T_co]):
    """The one value the text means."""

    value: T_co
    remark: str | None = None
    """Key of a sentence about how it was taken, such as ``"window_capped"``."""


@dataclass(frozen=True, slots=True)
class Ambiguous(Generic[T_co]):
    """Several values the text could mean; the person is asked which, in this order."""

    options: tuple[T_co, ...]
    reason: str
    """Key of the sentence that asks back, such as ``"date_order"``."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Not a value of this kind; ``reason`` is the key of the sentence that says why."""

    reason: str
    details: Mapping[str, Any] = field(default_factory=dict)
    """What the sentence needs: ``{"given": "9.5", "ability": "listening", "maximum": 9}``."""


Reading: TypeAlias = Understood[T_co] | Ambiguous[T_co] | Unreadable
