"""Years less or more that are supposed of an age: "5 years younger", "2 ans de plus".

It is told as the age there would be, which the readers of facts understand.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from dialogs.reading.numbers import take_number
from dialogs.reading.text import phrase
from scoring.calendar import completed_years

if TYPE_CHECKING:
    from dialogs.situation import Situation

_ENGLISH = re.compile(
    r"\bi(?:['’]m| am| was| were)?\s+(?:only\s+)?(?P<count>\d{1,2}|[a-z]{2,5})\s+years?\s+"
    r"(?P<way>younger|older)\b",
    re.IGNORECASE,
)
_FRENCH = re.compile(
    r"\bj['’\s]?(?:avais|ai|aurais)\s+(?P<count>\d{1,2}|[a-z]{2,6})\s+ans?\s+de\s+"
    r"(?P<way>moins|plus)(?=\W*$|\W+(?:et|avec|ou)\b)",
    re.IGNORECASE,
)
_LESS = frozenset({"younger", "moins"})


def with_another_age(text: str, at: Situation) -> str:
    """The supposition with the age in it; as it is where none is known or supposed so."""
    found = _ENGLISH.search(text) or _FRENCH.search(text)
    born = at.choice("birth_date")
    counted = None if found is None else take_number(phrase(found["count"]).split(), 0)
    if found is None or born is None or counted is None:
        return text
    now = int(born) if born.isdigit() else completed_years(date.fromisoformat(born), at.today)
    years = int(counted[0])
    age = now - years if found["way"].lower() in _LESS else now + years
    return f"{text[: found.start()]}I am {age}{text[found.end() :]}"
