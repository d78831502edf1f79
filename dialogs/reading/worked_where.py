"""Work that was only elsewhere, where it is asked how long it was: "no sir, only India"."""

from __future__ import annotations

from dialogs.reading.facts.places import places_among
from dialogs.reading.text import phrase, word_set

_AROUND = word_set(
    "no not never none only just all always sir madam in at from i my me we it was is have has "
    "been am im m still now currently yet live living she s worked work working job jobs "
    "experience exp there he she his her and the "
    "non pas jamais aucun aucune seulement uniquement juste tout toujours monsieur madame en au "
    "aux a dans suis encore vis j ai je il elle travaille travail mon ma experience la le et"
)
_DENIES = word_set(
    "no not never none only just all non pas jamais aucune aucun seulement uniquement"
)
_MOST_WORDS = 10


def only_elsewhere(text: str, *, in_canada: bool) -> bool:
    """Whether the words deny work in Canada (or abroad) and name places on the other side alone."""
    said = phrase(text).split()
    if len(said) > _MOST_WORDS or _DENIES.isdisjoint(said):
        return False
    places = places_among(said, _AROUND)
    return bool(places) and all(place.in_canada is not in_canada for place in places or ())
