"""Occupations: a NOC 2021 code, or the unit groups whose titles come closest to some words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dialogs.reading.occupations.search import closest
from dialogs.reading.outcome import Ambiguous, Reading, Understood, Unreadable
from dialogs.reading.text import fold
from scoring.occupations import occupations

if TYPE_CHECKING:
    from dialogs.conversation import Language

_CODE = re.compile(r"(?:noc|cnp|code|teer|fmr|2021|[ :#.,-])*(\d+)")
_OLD_DIGITS, _DIGITS = 4, 5
_SHOWN_DIGITS = 12


def read_occupation(text: str, language: Language) -> Reading[str]:
    """The five digits of a NOC 2021 unit group, or up to five groups to choose from.

    A code is taken at its word. A title never is, however well it fits: duties decide which
    group somebody works in, so the closest groups are offered, the best first.
    """
    folded = fold(text)
    code = _CODE.fullmatch(folded)
    if code:
        return _coded(code[1])
    found = closest(folded, language)
    return Ambiguous(found, "occupation_title") if found else Unreadable("occupation_not_found")


def _coded(digits: str) -> Reading[str]:
    if digits in occupations():
        return Understood(digits)
    given = {"given": digits[:_SHOWN_DIGITS]}
    if len(digits) == _OLD_DIGITS:
        return Unreadable("noc_four_digits", given)
    if len(digits) == _DIGITS:
        return Unreadable("noc_unknown", given)
    return Unreadable("noc_five_digits", given)
