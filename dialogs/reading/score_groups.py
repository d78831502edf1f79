"""One score for several abilities: ``9 in listening and reading, 8 in writing and speaking``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scoring.vocabulary import ABILITIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

_FOUR = frozenset(map(str, ABILITIES))
_ORAL, _WRITTEN = r"(?:de l'|a l'|l')?(?:orale?|auditive)", r"(?:de l'|a l'|l')?(?:ecrite?s?)"
_WAYS = rf"(?: (?:{_ORAL}s? et {_WRITTEN}|{_WRITTEN}s? et {_ORAL}s?)| (?:{_ORAL}|{_WRITTEN}))?"
_IN_FRENCH = re.compile(
    rf"(?<![a-z])(?:(?P<understood>comprehensions?)|(?P<produced>expressions?|productions?)){_WAYS}"
    r"(?![a-z'])"
)
_ONE_WAY = re.compile(rf" (?:{_ORAL}|{_WRITTEN})$")


def in_single_abilities(text: str) -> str:
    """``compréhension`` or ``compréhension orale et écrite``, folded, as the two that it is.

    Only where both halves of the abilities are named so: ``expression`` alone is often the oral.
    """
    both = [found for found in _IN_FRENCH.finditer(text) if not _is_one(found)]
    if {found.lastgroup for found in both} != {"understood", "produced"}:
        return text
    return _IN_FRENCH.sub(_apart, text)


def _is_one(found: re.Match[str]) -> bool:
    return _ONE_WAY.search(found[0]) is not None and " et " not in found[0]


def _apart(found: re.Match[str]) -> str:
    if _is_one(found):
        return found[0]
    return "listening and reading" if found["understood"] else "writing and speaking"


def shared(items: Sequence[tuple[str, Decimal | None]]) -> dict[str, Decimal] | None:
    """Each ability with the number before it, or behind it, that it shares with others.

    None unless all four are named once each, and all numbers stand on the same side.
    """
    labels = [kind for kind, value in items if value is None]
    if len(labels) != len(_FOUR) or set(labels) != _FOUR:
        return None
    first, last = items[0][1], items[-1][1]
    if (first is None) == (last is None):
        return None
    found = dict(_grouped(items if first is not None else items[::-1]))
    return found if found.keys() == _FOUR else None


def _grouped(items: Sequence[tuple[str, Decimal | None]]) -> Iterator[tuple[str, Decimal]]:
    """The abilities behind each number, where at least one is."""
    number: Decimal | None = None
    alone = False
    for kind, value in items:
        if value is not None:
            if alone:
                return
            number, alone = value, True
        elif number is not None:
            alone = False
            yield kind, number
