"""A place, where it is asked whether somebody settles in Quebec: "Toronto", "maybe Montréal"."""

from __future__ import annotations

from dialogs.conversation import UNKNOWN
from dialogs.reading.facts.places import in_quebec, places_among
from dialogs.reading.outcome import Reading, Understood, Unreadable
from dialogs.reading.text import phrase, word_set

_OPEN = word_set("maybe perhaps or either dont know unsure peut etre ou sais possible possibly")
_DENIES = word_set("not outside except but hors pas sauf")
_AROUND = _OPEN | word_set(
    "no yes i we my will ll am im want to go going move moving live living settle stay in at near "
    "think probably most likely with family there city plan planning canada "
    "non oui je nous vais veux irai a au en vivre habiter m installer aller plutot sans doute "
    "probablement chez ville le la les on va d de du"
)
_MOST_WORDS = 12
_SAID_FIRST = {"yes": "yes", "oui": "yes", "no": "no", "non": "no"}


def read_settling_where(text: str) -> Reading[str]:
    """Yes for a place in Quebec, no for one elsewhere in Canada; unknown where it is left open.

    "Non, à Laval" contradicts itself, and is read as neither.
    """
    said = phrase(text).split()
    places = places_among(said, _AROUND | _DENIES) if len(said) <= _MOST_WORDS else None
    # "Outside", without of what, is a place abroad as well.
    abroad = (place.name for place in places or () if not place.in_canada)
    if places is None or not _DENIES.issuperset(abroad):
        return Unreadable("choice_unreadable")
    there = {in_quebec(place.name) for place in places} - {None}
    denied = not _DENIES.isdisjoint(said)
    if len(there) != 1 or (denied and False in there):
        return Unreadable("choice_unreadable")
    if not _OPEN.isdisjoint(said):
        return Understood(UNKNOWN)
    answer = "yes" if there == {True} and not denied else "no"
    contradicted = _SAID_FIRST.get(said[0], answer) != answer
    return Unreadable("choice_unreadable") if contradicted else Understood(answer)
