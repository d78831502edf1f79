"""Lengths of work that are part of another: "9 years in Morocco, 2 of them in Canada"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.reading.outcome import Understood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.reading.facts.message import Message
    from dialogs.reading.facts.stretches import Stretch


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
