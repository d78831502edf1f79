"""From points and days to shares of a picture's width or height."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
_LEAST_SPAN = 20
_AIR = 0.15
"""Room left free on either side, as a share of what the values span."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of points that a picture shows."""

    least: float
    most: float

    @classmethod
    def around(cls, values: Sequence[int]) -> Scale:
        """The stretch that shows all values with air around them, never below nothing."""
        span = max(max(values) - min(values), _LEAST_SPAN)
        return cls(max(0.0, min(values) - _AIR * span), max(values) + _AIR * span)

    def share(self, value: float) -> float:
        """Where a value lies, from 0 at the least to 1 at the most."""
        return (value - self.least) / (self.most - self.least)

    def ticks(self, at_most: int) -> tuple[int, ...]:
        """Round values inside, as many as may be and at an even distance."""
        for step in _STEPS:
            first = -(-self.least // step) * step
            count = int((self.most - first) // step) + 1
            if count <= at_most:
                return tuple(int(first) + step * number for number in range(count))
        return ()


def direction(gain: int) -> Literal["up", "down", "level"]:
    """Which colour a change has in a picture; its sign stands beside it."""
    if gain == 0:
        return "level"
    return "up" if gain > 0 else "down"


def spread(positions: Sequence[float], gap: float) -> tuple[float, ...]:
    """The same positions, each pushed on until it stands ``gap`` behind the one before.

    All stay between 0 and 1; where there is no room for so many, they stand evenly.
    """
    count = len(positions)
    if count > 1 and gap * (count - 1) > 1:
        return tuple(number / (count - 1) for number in range(count))
    placed: list[float] = []
    for position in positions:
        placed.append(max(position, placed[-1] + gap) if placed else max(position, 0.0))
    limit = 1.0
    for number in range(count - 1, -1, -1):
        placed[number] = min(placed[number], limit)
        limit = placed[number] - gap
    return tuple(placed)
