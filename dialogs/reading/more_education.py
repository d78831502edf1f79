"""Education that is supposed beside what somebody has: it is added, unless it is to replace it.

Two or more credentials of which one is of three or more years are a level of their own (IRCC, CRS
criteria); otherwise the highest counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dialogs.situation import one_of
from scoring.vocabulary import EDUCATIONS

if TYPE_CHECKING:
    from scoring.vocabulary import Education

_REPLACES = re.compile(
    r"\b(?:only|just|merely|instead|rather|(?:counted|assessed|evaluated|recogni[sz]ed|considered)\W+as"
    r"|no\W+longer|didn\W?t|did\W+not|never|seulement|juste|simplement|[ée]valu[ée]e?|reconnue?"
    r"|compt[ée]e?|au\W+lieu|[àa]\W+la\W+place|n['’]\W?(?:ai|avais|aurais)\W+qu|plus\W+que|jamais)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:second|another|more|extra|additional|again|plus|two|2|deux|deuxi[èe]me|autre|encore"
    r"|stud(?:y|ied|ies)|d(?:o|id|oing)|fais(?:ais)?|fa(?:is|sse)|ajout\w+|add(?:ed)?|compl[eè]te"
    r"|completed?|finish(?:ed)?|termin\w+|su(?:is|ivais)\W+une?)\b",
    re.IGNORECASE,
)
_SECOND_COUNTS: frozenset[Education] = frozenset({"one_year", "two_year", "bachelor"})
_NOTHING_MORE: frozenset[Education] = frozenset({"none", "secondary"})
_LONG: Education = "bachelor"
_BOTH: Education = "two_or_more"


def with_what_they_have(have: str | None, supposed: str, text: str) -> str | None:
    """The education that both give together; None where the supposed one stands for itself.

    Args:
        have: the education as it is, None while it is not known.
        supposed: the education that was supposed.
        text: the words that suppose it.
    """
    old, new = one_of(EDUCATIONS, have), one_of(EDUCATIONS, supposed)
    if old is None or new is None or new in _NOTHING_MORE or _REPLACES.search(text):
        return None
    both = _together(old, new, another=_ANOTHER.search(text) is not None)
    return None if both == new else both


def _together(old: Education, new: Education, *, another: bool) -> Education:
    if {old, new} <= _SECOND_COUNTS and _LONG in (old, new) and (old != new or another):
        return _BOTH
    return max(old, new, key=EDUCATIONS.index)
