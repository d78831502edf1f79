"""The number of people in a family, as people write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.reading.numbers import take_number
from dialogs.reading.outcome import Reading, Understood, Unreadable
from dialogs.reading.text import fold, phrase, word_set, words

if TYPE_CHECKING:
    from collections.abc import Sequence

SMALLEST_FAMILY, LARGEST_FAMILY = 1, 20
"""People of a family that can immigrate together; more is a slip."""

_ALONE = frozenset(
    {
        *("just me", "only me", "me", "me only", "me alone", "myself", "just myself", "alone"),
        *("i am alone", "i m alone", "by myself", "single", "single person", "solo", "only myself"),
        *("moi", "moi seul", "moi seule", "seul", "seule", "juste moi", "seulement moi", "solo"),
        *("que moi", "je suis seul", "je suis seule", "moi uniquement", "tout seul", "toute seule"),
    }
)
_COUPLE = frozenset(
    {
        *("couple", "a couple", "un couple", "we are a couple", "nous sommes un couple"),
        *("both of us", "nous deux", "us two", "the two of us"),
    }
)
_SELF = word_set("me i myself moi je my we mon ma mes nous")
SPOUSE = word_set(
    "wife husband spouse partner hubby femme mari conjoint conjointe epoux epouse compagnon "
    "compagne"
)
CHILDREN = word_set(
    "kid kids child children son sons daughter daughters baby babies enfant enfants fils fille "
    "filles bebe bebes gosse gosses"
)
ADULTS = word_set("adult adults adultes adulte")
_FAMILY = word_set("famille couple")
_FILLERS = word_set(
    "just a an the of we are is there s our us people person persons persones personne personnes "
    "members member family size in total with and plus m am only including myself "
    "nous sommes on est une un la le les de notre famille membres au en tout taille avec et y "
    "compris il y a c d seulement moi me i my mon ma mes"
)


def read_family_size(text: str) -> Reading[int]:
    """How many people the family counts, the person included."""
    said = phrase(text)
    if said in _ALONE:
        return Understood(1)
    if said in _COUPLE:
        return Understood(2)
    folded = fold(text)
    tokens = words(folded)
    relatives = SPOUSE | CHILDREN | ADULTS
    size = _sum_of(tokens) if relatives.intersection(tokens) else _plain_count(tokens)
    if size is None:
        return Unreadable("family_size_unreadable")
    if folded.startswith("-") or not SMALLEST_FAMILY <= size <= LARGEST_FAMILY:
        given = -size if folded.startswith("-") else size
        return Unreadable(
            "family_size_out_of_range",
            {"given": given, "minimum": SMALLEST_FAMILY, "maximum": LARGEST_FAMILY},
        )
    return Understood(size)


def _plain_count(tokens: Sequence[str]) -> int | None:
    """The one whole number of the text: ``"a family of 4"``, ``"nous sommes quatre"``."""
    counts: list[int] = []
    at = 0
    while at < len(tokens):
        article = tokens[at] in {"un", "une"} and _FAMILY.intersection(tokens[at + 1 :])
        taken = None if article else take_number(tokens, at)
        if taken is None and tokens[at] not in _FILLERS:
            return None
        if taken is not None:
            if taken[0] != int(taken[0]) or taken[0] >= 1000:
                return None
            counts.append(int(taken[0]))
        at = at + 1 if taken is None else taken[1]
    return counts[0] if len(counts) == 1 else None


def _sum_of(tokens: Sequence[str]) -> int | None:
    """People named one by one: ``"me, my wife and two kids"``, ``"2 adults and 1 child"``."""
    adults = 0
    spouse = 1 if SPOUSE.intersection(tokens) else 0
    children = 0
    at = 0
    while at < len(tokens):
        taken = take_number(tokens, at)
        following = tokens[taken[1]] if taken and taken[1] < len(tokens) else ""
        if taken is not None and following in CHILDREN | ADULTS:
            if taken[0] != int(taken[0]) or taken[0] >= 1000:
                return None
            adults += int(taken[0]) if following in ADULTS else 0
            children += int(taken[0]) if following in CHILDREN else 0
            at = taken[1] + 1
        elif tokens[at] in CHILDREN:
            children += 1
            at += 1
        elif tokens[at] in SPOUSE | _SELF | _FILLERS:
            at += 1
        else:
            return None
    if adults:
        return adults + children
    return 1 + spouse + children if spouse or _SELF.intersection(tokens) else None
