"""Occupations: a NOC 2021 code, or the unit groups whose titles come closest to some words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.reading.occupations.codes import codes_in, is_old
from dialogs.reading.occupations.further import NO_TITLES
from dialogs.reading.occupations.search import CLEARLY, LIKE, MOST, closest
from dialogs.reading.outcome import Ambiguous, Reading, Understood, Unreadable
from dialogs.reading.text import fold
from scoring.law_events import law_events
from scoring.occupations import occupations

if TYPE_CHECKING:
    from dialogs.conversation import Language
    from dialogs.reading.occupations.further import FurtherTitles

_DIGITS = 5
_SHOWN_DIGITS = 12


def read_occupation(
    text: str, language: Language, further: FurtherTitles = NO_TITLES
) -> Reading[str]:
    """The five digits of a NOC 2021 unit group, or up to five groups to choose from.

    A code is taken at its word, unless a title beside it says something else. A title never is,
    however well it fits: duties decide which group somebody works in, so the closest groups are
    offered, the best first.
    """
    named = codes_in(fold(text))
    known = [number for number in named.numbers if number in occupations()]
    found = closest(named.beside, language, CLEARLY if known else LIKE, further)
    if len(known) == 1 and (not found or known[0] in found):
        return Understood(known[0])
    if known:
        return Ambiguous(tuple(dict.fromkeys([*known, *found]))[:MOST], "occupation_title")
    if not named.numbers:
        return Ambiguous(found, "occupation_title") if found else Unreadable("occupation_not_found")
    if found:
        return Ambiguous(found, "old_noc_title" if is_old(named.numbers[0]) else "no_noc_title")
    return _refused(named.numbers[0])


def _refused(number: str) -> Unreadable:
    given = {"given": number[:_SHOWN_DIGITS]}
    if is_old(number):
        since = law_events()["noc_2021"].on.isoformat()
        return Unreadable("noc_four_digits", {**given, "since": since})
    if len(number) == _DIGITS:
        return Unreadable("noc_unknown", given)
    return Unreadable("noc_five_digits", given)
