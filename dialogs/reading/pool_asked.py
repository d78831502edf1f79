"""Questions how many people of the pool stand above a total: "how many people above 490?"."""

from __future__ import annotations

import re

from dialogs.reading.numbers import join_thousands
from dialogs.reading.targets import LEAST, MOST
from dialogs.reading.text import fold

_LONGEST = 100
_MANY = re.compile(r"\b(?:how many|number of|combien|nombre de)\b")
_PEOPLE = re.compile(
    r"\b(?:people|persons?|candidate?s?|candidats?|profiles?|applicants?|others?|are|sont"
    r"|personnes?|gens|profils?|monde)\b"
)
_ABOVE = re.compile(
    r"\b(?:above|over|more than|higher than|ahead of|beyond|better than|exceed"
    r"|au.dessus|plus de|plus que|superieure?s? a|devant|depassent)\b"
)
_AT_LEAST = re.compile(
    r"\b(?:at least|or (?:more|above|higher|over)|au moins|(?:et|ou) plus)\b|\d\+"
)
_OF_OTHER_THINGS = re.compile(
    r"\b(?:invit\w*|draws?|rounds?|tirages?|rondes?|years?|ans?|annees?|months?|mois|days?|jours?"
    r"|hours?|heures?|dollars?|euros?|cad|child\w*|enfants?|points? (?:for|pour|do|does))\b|[$€%]"
)
_NUMBER = re.compile(r"\b\d+")


def read_pool_asked(text: str) -> int | None:
    """The total above which it is asked how many people there are; None for anything else."""
    if len(text) > _LONGEST or text.startswith("/"):
        return None
    said = join_thousands(fold(text))
    if not (_MANY.search(said) and _PEOPLE.search(said)) or _OF_OTHER_THINGS.search(said):
        return None
    numbers = [int(each) for each in _NUMBER.findall(said)]
    if len(numbers) != 1 or not LEAST <= numbers[0] <= MOST:
        return None
    if _AT_LEAST.search(said):
        return numbers[0] - 1
    return numbers[0] if _ABOVE.search(said) else None
