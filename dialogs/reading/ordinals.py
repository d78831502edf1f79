"""Which of a list of choices is meant, by its place: "the first one", "la deuxième", "no. 3"."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dialogs.conversation import LANGUAGES
from dialogs.reading.text import phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

NONE = -1
"""None of the choices."""
_LONGEST = 8
_NAMED = ("first", "second", "third", "fourth", "fifth")


def read_ordinal(text: str, count: int, *, digits: bool = False) -> int | None:
    """The place of one of ``count`` choices, from 0, or ``NONE``; None where none is told.

    ``digits`` is whether a number alone is a place, and not an answer itself. An only choice may
    be pointed at: "that one".
    """
    said = phrase(text).split()
    if not said or len(said) > _LONGEST:
        return None
    listed = _listed()
    if " ".join(said) in listed["none"]:
        return NONE
    if count == 1 and listed["that_one"].issuperset(said):
        return 0
    words = [word for word in said if word not in listed["around"]]
    if len(words) != 1 or (not digits and len(said) == 1 and words[0].isdecimal()):
        return None
    if words[0] in listed["last"]:
        return count - 1
    place = _ordinals().get(words[0])
    return place if place is not None and place < count else None


@cache
def _ordinals() -> Mapping[str, int]:
    """Words for places, with the place from 0."""
    ordinals = {str(place + 1): place for place in range(9)}
    for place, name in enumerate(_NAMED):
        ordinals |= dict.fromkeys(_listed()[name], place)
    return ordinals


@cache
def _listed() -> Mapping[str, frozenset[str]]:
    """The words of all languages, by what they mean."""
    tables: dict[str, frozenset[str]] = {}
    for language in LANGUAGES:
        source = files("dialogs.reading").joinpath(f"ordinals_{language}.toml")
        for name, said in tomllib.loads(source.read_text(encoding="utf-8")).items():
            tables[name] = tables.get(name, frozenset()) | frozenset(map(phrase, said))
    return tables
