"""Which title somebody said word for word."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class WholeTitles:
    """The numbers of titles by all their words.

    Thousands of titles stay in memory, so only the hashes of their words do, in order.
    """

    def __init__(self, numbered: Mapping[tuple[str, ...], int]) -> None:
        hashed = sorted((hash(words), number) for words, number in numbered.items())
        self._hashes: Sequence[int] = array("q", (key for key, _ in hashed))
        self._numbers: Sequence[int] = array("L", (number for _, number in hashed))

    def number(self, words: tuple[str, ...]) -> int | None:
        """The title of these words in this order; None if there is none."""
        key = hash(words)
        at = bisect_left(self._hashes, key)
        found = at < len(self._hashes) and self._hashes[at] == key
        return self._numbers[at] if found else None
