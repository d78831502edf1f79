"""The names of the months in English and French, with their short and common wrong spellings."""

from __future__ import annotations

from rapidfuzz import fuzz, process

_NAMES = {
    1: "january jan januari janury janvier janv janvrier",
    2: "february feb febr febuary feburary fevrier fev fevr fevier",
    3: "march mar mars",
    4: "april apr aprl avril avr",
    5: "may mai",
    6: "june jun juin",
    7: "july jul juillet juil juill jly",
    8: "august aug aout aou agust",
    9: "september sept sep septembre setember setembre",
    10: "october oct octobre",
    11: "november nov novembre",
    12: "december dec decembre decembr",
}
_MONTHS = {name: month for month, names in _NAMES.items() for name in names.split()}
_LONG_NAMES = [name for name in _MONTHS if len(name) >= 5]
_SHORTEST_GUESS, _LONGEST_GUESS = 6, 12
_ALIKE = 82
"""How much of 100 a slip is like the name."""


def month_named(word: str) -> int | None:
    """The month a folded word names, 1 to 12; long words may have a letter wrong."""
    if word in _MONTHS:
        return _MONTHS[word]
    if not _SHORTEST_GUESS <= len(word) <= _LONGEST_GUESS:
        return None
    close = process.extractOne(word, _LONG_NAMES, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return _MONTHS[close[0]] if close else None
