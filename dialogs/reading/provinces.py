"""The province beside a yes or no: "yes from Ontario", "oui de l'Ontario"."""

from __future__ import annotations

from dialogs.reading.facts.places import place_at
from dialogs.reading.text import phrase, word_set

_LEADS_TO_IT = word_set("from of by in the de d du des par l la le en au")


def without_province(text: str) -> str:
    """The words without the province and what leads to it; as they are where it says it all."""
    said = phrase(text).split()
    for at in range(1, len(said)):
        place = place_at(said, at)
        if place is not None and place[0]:
            end = at
            while end and said[end - 1] in _LEADS_TO_IT:
                end -= 1
            return " ".join((*said[:end], *said[place[1] :])) or text
    return text
