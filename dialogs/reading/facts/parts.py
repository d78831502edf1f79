"""Lengths of work that are part of another: "9 years in Morocco, 2 of them in Canada"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dialogs.reading.outcome import Understood
from dialogs.reading.text import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.reading.facts.message import Message
    from dialogs.reading.facts.stretches import Stretch

_LIMITS = word_set("but only of which dont mais seulement")
_SKILLED = word_set("skilled qualified qualifie qualifiee qualifies qualifiees")
_NEAR = 4
"""Words between a length and what it was: "1 year of it skilled"."""


def apart(message: Message, told: Sequence[Stretch]) -> list[Stretch]:
    """The lengths with none counted twice, where a whole with a place has parts with places.

    A part on the whole's own side of the border is in it already, and understood; one on the other
    side is taken from it. What has no place stays as it is.
    """
    found: list[Stretch] = []
    for stretch in told:
        whole = found[-1] if found else None
        within = (
            stretch.is_part
            and stretch.place is not None
            and whole is not None
            and whole.place is not None
            and isinstance(whole.reading, Understood)
        )
        if not within or whole is None or whole.place is None or stretch.place is None:
            found.append(stretch)
        elif whole.place.in_canada is stretch.place.in_canada:
            message.take(stretch.start, stretch.place.end)
        else:
            left = max(0, whole.months - stretch.months)
            found[-1:] = [replace(whole, reading=Understood(left)), stretch]
    return found


def only_skilled(message: Message, told: Sequence[Stretch]) -> list[Stretch]:
    """The lengths with a whole cut down to what is said to be skilled of it.

    ``3 years in Canada but only 1 year skilled`` counts one year, where the three were.
    """
    found = list(told)
    for whole, part in pairwise(told):
        limits = _LIMITS.intersection(message.words[whole.end : part.end])
        after = message.words[part.end : part.end + _NEAR]
        if limits and _SKILLED.intersection(after) and isinstance(part.reading, Understood):
            message.take(whole.start, whole.end)
            kept = replace(part, place=part.place or whole.place, is_part=False)
            found = [kept if each is part else each for each in found if each is not whole]
    return found
