"""Which of several readings is meant, by its place: "the first one", "le deuxième", "2"."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from dialogs.reading.text import phrase, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

_PLACES = (
    word_set("first 1st premier premiere 1er 1ere"),
    word_set("second 2nd deuxieme seconde 2eme 2e"),
    word_set("third 3rd troisieme 3eme 3e"),
    word_set("fourth 4th quatrieme 4eme 4e"),
    word_set("fifth 5th cinquieme 5eme 5e"),
)
_LAST = word_set("last dernier derniere")
_THAT_ONE = word_set(
    "yes yep yeah oui ouais ok that this it is correct right exact c est ca celui celle la"
)
_AROUND = word_set(
    "the one option number no choice choose i le la les choix numero option je choisis prends"
)


def by_place(text: str, options: Sequence[T], *, digits: bool) -> T | None:
    """The option that stands where the words say; None where they say no place.

    ``digits`` is whether a number alone is a place, and not an answer itself.
    """
    said = phrase(text).split()
    if not said or not options:
        return None
    if len(options) == 1 and _THAT_ONE.issuperset(set(said) - {"one"}):
        return options[0]
    telling = [word for word in said if word not in _AROUND]
    if len(telling) != 1:
        return None
    if telling[0] in _LAST:
        return options[-1]
    if digits and telling[0].isascii() and telling[0].isdecimal() and len(telling[0]) == 1:
        place = int(telling[0]) - 1
        return options[place] if 0 <= place < len(options) else None
    found = next((at for at, words in enumerate(_PLACES) if telling[0] in words), None)
    return options[found] if found is not None and found < len(options) else None
