"""A place, where it is asked what somebody studied in Canada: "in India", "3 years in Manitoba"."""

from __future__ import annotations

from dialogs.conversation import UNKNOWN
from dialogs.reading.choice_words import YEARS
from dialogs.reading.facts.places import places_among
from dialogs.reading.outcome import Ambiguous, Reading, Understood, Unreadable
from dialogs.reading.text import phrase, word_set

_NONE = "none"
_AROUND = word_set(
    "in at from the my i it was is did studied study graduated degree no university college all "
    "a au aux en de du la le l les mon ma j ai etudie fait c est etait non universite tout dans "
    "yes oui study for pendant there"
)
_MOST_WORDS = 9
_LENGTHS = {
    "1": "one_year",
    "2": "two_year",
    **dict.fromkeys(("3", "4", "5", "6"), "three_or_more_years"),
}


def read_studied_where(text: str, choices: tuple[str, ...]) -> Reading[str]:
    """None in Canada for a place abroad; for one in Canada by its length, which else is asked."""
    said = phrase(text).split()
    years = [at for at in range(1, len(said)) if said[at] in YEARS and said[at - 1].isdecimal()]
    lengths = [said[at - 1] for at in years]
    others = [word for at, word in enumerate(said) if not {at, at + 1}.intersection(years)]
    places = places_among(others, _AROUND) if len(said) <= _MOST_WORDS else None
    if places is None:
        return Unreadable("choice_unreadable")
    in_canada = any(place.in_canada for place in places)
    if lengths:
        studied_for = _LENGTHS.get(lengths[0]) if in_canada and len(lengths) == 1 else None
        if studied_for is None or studied_for not in choices:
            return Unreadable("choice_unreadable")
        return Understood(studied_for)
    if in_canada:
        studied = tuple(choice for choice in choices if choice not in (_NONE, UNKNOWN))
        return Ambiguous(studied, "choice_ambiguous")
    return Understood(_NONE) if places else Unreadable("choice_unreadable")
