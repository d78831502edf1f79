"""What a sentence about studies means: credentials by name, by length, and several together."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dialogs.reading.choice_words import in_common
from dialogs.reading.text import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.reading.choice_words import Found

_LENGTH = re.compile(r"\d+ years")
_JOINERS = word_set("and plus et also aussi then puis")
NOUNS = word_set(
    "diploma diplomas certificate certificates degree degrees program programs programme "
    "programmes course courses college university school polytechnic credential study studies "
    "diplome diplomes certificat certificats grade cours universite ecole etudes formation"
)
_VAGUE = NOUNS | word_set("polytechnique trade technical vocational technique a an of de d un une")
"""Words of phrases that only say that there is a credential: its length or name says which."""
_TALK = word_set(
    "i ve have had did done do completed finished studied took got my it is was for in at from the "
    "a an of about full time long only post secondary after canada canadian there here with "
    "j ai eu fait termine fini etudie obtenu mon ma mes c est etait pendant au en dans le la l de "
    "d du un une environ plein temps apres canadien canadienne la bas ici avec"
)
_NOT_DONE = word_set(
    "dropped dropout quit unfinished incomplete abandoned failed pursuing studying progress "
    "ongoing currently since under less moins cours inacheve inachevee abandonne echoue depuis "
    "actuellement"
)
FROM_AFAR = word_set("distance online correspondence ligne")
"""Studies that do not count as Canadian, whoever gave the diploma."""
SHORT_OF_MASTER = frozenset({"secondary", "one_year", "two_year", "bachelor", "two_or_more"})


def credentials(
    tokens: Sequence[str], found: Sequence[Found], by_name: bool, add_up: bool
) -> tuple[str, ...]:
    """The choices that a sentence can mean; none where it tells of studies that are not done.

    A credential's name says more than its length ("a master's of two years"), and both say
    more than "diploma". ``by_name``: only if a name is among them. ``add_up``: a bachelor's and
    a diploma are two credentials.
    """
    inside = {at for one in found for at in range(one.start, one.end)}
    loose = {at: token for at, token in enumerate(tokens) if at not in inside}
    if _NOT_DONE.intersection(loose.values()) or (by_name and not any(map(_is_name, found))):
        return ()
    borders = [-1, *(at for at, token in loose.items() if token in _JOINERS), len(tokens)]
    several = len(borders) > 2
    parts: list[tuple[str, ...]] = []
    for before, after in pairwise(borders):
        here = [one for one in found if before < one.start < after]
        others = {token for at, token in loose.items() if before < at < after}
        parts.append(_part(here, others, several))
    return _together([part for part in parts if part], add_up)


def _part(found: Sequence[Found], others: set[str], several: bool) -> tuple[str, ...]:
    """One credential: by its name, else by its length beside a word such as "diploma"."""
    names = [one.meant for one in found if _is_name(one)]
    lengths = [one.meant for one in found if _is_length(one)]
    vague = [one.meant for one in found if not _is_name(one) and not _is_length(one)]
    if names:
        return _narrowed(in_common(names), lengths)
    if lengths:
        told = bool(vague or others & NOUNS or not (several or others - _TALK))
        return in_common(lengths) if told else ()
    return in_common(vague)


def _narrowed(meant: tuple[str, ...], lengths: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The meanings of a name that go with its length, where there are several."""
    if not lengths or "two_or_more" in meant:
        return meant
    if "none" in meant:
        return in_common([meant, *lengths])
    fitting = tuple(choice for choice in meant if all(choice in other for other in lengths))
    return (fitting if len(meant) > 1 else ()) or meant


def _together(parts: Sequence[tuple[str, ...]], add_up: bool) -> tuple[str, ...]:
    """Several credentials: the highest, asked back unless a bachelor's and a shorter one."""
    higher = [part for part in parts if part not in (("secondary",), ("none",))] or parts
    shorter = all(SHORT_OF_MASTER.issuperset(part) for part in higher)
    if add_up and len(higher) > 1 and shorter and ("bachelor",) in higher:
        return ("two_or_more",)
    return in_common(higher)


def _is_length(found: Found) -> bool:
    return _LENGTH.fullmatch(found.phrase) is not None


def _is_name(found: Found) -> bool:
    return not _is_length(found) and not _VAGUE.issuperset(found.phrase.split())
