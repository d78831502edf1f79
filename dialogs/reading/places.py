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


def read_place(text: str, count: int) -> int | None:
    """The place of one of ``count`` choices, from 0, or ``NONE``; None where none is told.

    A number alone is no place: it may be an answer.
    """
    said = phrase(text).split()
    if not said or len(said) > _LONGEST:
        return None
    listed = _listed()
    if " ".join(said) in listed["none"]:
        return NONE
    words = [word for word in said if word not in listed["around"]]
    if len(words) != 1 or (len(said) == 1 and words[0].isdecimal()):
        return None
    if words[0] in listed["last"]:
        return count - 1
    place = _ordinals().get(words[0])
    return place if place is not None and place < count else None


@cache
def _ordinals() -> Mapping[str, int]:
    """Words for places, with the place from 0."""
    ordinals = {str(place + 1): place for place in range(9)}
    for name in ("first", "second", "third", "fourth", "fifth"):
        place = ("first", "second", "third", "fourth", "fifth").index(name)
        ordinals |= dict.fromkeys(_listed()[name], place)
    return ordinals


@cache
def _listed() -> Mapping[str, frozenset[str]]:
    """The words of all languages, by what they mean."""
    tables: dict[str, frozenset[str]] = {}
    for language in LANGUAGES:
        source = files("dialogs.reading").joinpath(f"places_{language}.toml")
        for name, said in tomllib.loads(source.read_text(encoding="utf-8")).items():
            tables[name] = tables.get(name, frozenset()) | frozenset(map(phrase, said))
    return tables
