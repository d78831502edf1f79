"""What a text is compared by: its words, the pairs of them in order, and the parts of its words.

The pairs tell "in the pool" from "my pool"; the parts, three letters each, find words in spite of
slips, endings and compounds.
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from messages.guide.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dialogs.conversation import Language

_PART = 3
"""Letters of a part; a word has a blank on either side."""
_PART_MARK = "~"
"""Before a part, so that it is no word."""
_PAIR_MARK = "+"
"""Between two words, so that they are none; before the first of a text and after the last."""


class Features(NamedTuple):
    """How often each word, each pair of words and each part of a word stands in a text."""

    words: Counter[str]
    pairs: Counter[str]
    parts: Counter[str]


class Reader:
    """Takes texts of one language apart. To be used by one thread at a time."""

    def __init__(self, language: Language, alike: Iterable[str]) -> None:
        """``alike`` as ``Terms`` takes it."""
        self._terms = Terms(language, alike)

    def of(self, written: Sequence[str]) -> Features:
        """The features of words as ``terms.spelled`` gives them."""
        terms = self._terms.of(written)
        return Features(
            Counter(terms),
            Counter(map(_PAIR_MARK.join, pairwise(["", *terms, ""]))),
            Counter(part for word in written for part in _parts(word)),
        )


def weighed(features: Features, rarity: Mapping[str, float], rarest: float) -> dict[str, float]:
    """The weight of each feature that has a rarity; those of each kind make a vector of length 1.

    A feature that nobody asks with is as rare as the rarest. It has no weight, yet makes the
    others lighter.
    """
    weights: dict[str, float] = {}
    for counted in features:
        all_of_kind = {
            name: (1 + math.log(times)) * rarity.get(name, rarest)
            for name, times in counted.items()
        }
        length = math.sqrt(sum(weight * weight for weight in all_of_kind.values()))
        weights |= {name: all_of_kind[name] / length for name in all_of_kind if name in rarity}
    return weights


def _parts(word: str) -> list[str]:
    padded = f" {word} "
    return [_PART_MARK + padded[at : at + _PART] for at in range(max(1, len(padded) - _PART + 1))]
