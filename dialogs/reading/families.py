"""The family that a question is about: "for a family of 4", "pour un couple avec 2 enfants".

A question tells nothing of the person, so nothing of it is kept: it only says for whom an answer
is wanted. A family of so many is taken for a couple and their children, as most are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.reading.counts import ADULTS, CHILDREN, LARGEST_FAMILY, SPOUSE
from dialogs.reading.numbers import take_number
from dialogs.reading.text import fold, word_set, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 160
"""Characters of a question; a longer message is a story."""
_COUPLE = 2
_FAMILY = word_set("family famille household foyer menage")
_OF = word_set("of de size with")
_PEOPLE = word_set("people persons person personnes personne members membres")
_TWO = SPOUSE | {"couple"}
_ALONE = word_set("single alone seul seule celibataire")
_BETWEEN = word_set("little small young minor dependent jeunes jeune petits petit petites mineurs")
_SMALL = word_set("a an un une")
_YEARS = word_set("year years old ans an mois months")


@dataclass(frozen=True, slots=True)
class Family:
    """Who would come along: the person, a spouse or partner if any, and children."""

    adults: int | None
    """None where only children were said."""
    children: int


def read_family(text: str) -> Family | None:
    """The family that the words of a question name; None where they name none."""
    if len(text) > _LONGEST:
        return None
    tokens = words(fold(text))
    counted = _counted(tokens)
    adults, children = counted.get("adults"), counted.get("children")
    size = counted.get("size")
    if adults is None and _TWO.intersection(tokens):
        adults = _COUPLE
    if adults is None and _ALONE.intersection(tokens) and size is None:
        adults = 1
    if size is not None and adults is None and children is None:
        adults = min(size, _COUPLE)
        children = size - adults
    elif size is not None:
        adults = adults if adults is not None else max(1, size - (children or 0))
        children = size - adults
    if adults is None and children is None:
        return None
    family = Family(adults, children or 0)
    small = (family.adults or 1) + family.children <= LARGEST_FAMILY
    return family if small and family.children >= 0 and family.adults != 0 else None


def _counted(tokens: Sequence[str]) -> dict[str, int]:
    """How many adults, children and people in all are counted by a number."""
    found: dict[str, int] = {}
    for at, token in enumerate(tokens):
        if token in CHILDREN and (at == 0 or tokens[at - 1] in _SMALL):
            found["children"] = found.get("children", 0) + 1
        taken = None if token in _SMALL else take_number(tokens, at)
        if taken is None or not 1 <= taken[0] <= LARGEST_FAMILY or taken[0] != int(taken[0]):
            continue
        number, after = int(taken[0]), taken[1]
        while after < len(tokens) and tokens[after] in _BETWEEN:
            after += 1
        following = tokens[after] if after < len(tokens) else ""
        before = tokens[max(0, at - 2) : at]
        if following in CHILDREN:
            found["children"] = found.get("children", 0) + number
        elif following in ADULTS:
            found["adults"] = number
        elif following in _PEOPLE or (
            following not in _YEARS
            and _FAMILY.intersection(before)
            and (before[-1] in _OF or before[-1] in _FAMILY)
        ):
            found.setdefault("size", number)
    return found
