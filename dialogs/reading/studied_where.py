"""A place alone, where it is asked what somebody studied in Canada: "in India", "McGill"."""

from __future__ import annotations

from dialogs.conversation import UNKNOWN
from dialogs.reading.facts.places import place_at
from dialogs.reading.outcome import Ambiguous, Reading, Understood, Unreadable
from dialogs.reading.text import phrase, word_set

_NONE = "none"
_AROUND = word_set(
    "in at from the my i it was is did studied study graduated degree no university college all "
    "a au aux en de du la le l les mon ma j ai etudie fait c est etait non universite tout dans"
)
_MOST_WORDS = 9


def read_studied_where(text: str, choices: tuple[str, ...]) -> Reading[str]:
    """None in Canada for a place abroad; for one in Canada it is asked how long it was."""
    said = phrase(text).split()
    places: list[bool] = []
    at = 0
    while at < len(said) <= _MOST_WORDS:
        place = place_at(said, at)
        if place is None and said[at] not in _AROUND:
            return Unreadable("choice_unreadable")
        if place is not None:
            places.append(place[0])
        at = at + 1 if place is None else place[1]
    if any(places):
        studied = tuple(choice for choice in choices if choice not in (_NONE, UNKNOWN))
        return Ambiguous(studied, "choice_ambiguous")
    return Understood(_NONE) if places else Unreadable("choice_unreadable")
