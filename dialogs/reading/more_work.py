"""More work that is supposed on top of what somebody has: "one more year", "six mois de plus".

It is told as all of the work there would be, which the readers of facts understand.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dialogs.reading.facts.places import place_at
from dialogs.reading.numbers import take_number
from dialogs.reading.text import phrase, word_set
from scoring.calendar import YEAR

if TYPE_CHECKING:
    from dialogs.situation import Situation

_COUNT = r"(?:\d{1,2}|an?|une?|another|[a-zé]{2,7})"
_ENGLISH = re.compile(
    rf"\b(?:(?P<before>{_COUNT})\s+(?:more|extra|additional|further)\s+(?P<unit>years?|months?)"
    rf"|(?P<another>another)\s+(?:(?P<several>{_COUNT})\s+)?(?P<kind>years?|months?)"
    rf"|(?P<after>{_COUNT})\s+(?P<what>years?|months?)\s+more)\b",
    re.IGNORECASE,
)
_FRENCH = re.compile(
    rf"\b(?:encore\s+(?P<before>{_COUNT})\s+(?P<unit>ans?|ann[ée]es?|mois)"
    rf"|(?P<after>{_COUNT})\s+(?P<what>ans?|ann[ée]es?|mois)\s+"
    r"(?:de\s+plus|suppl[ée]mentaires?|en\s+plus))(?!\w)",
    re.IGNORECASE,
)
_NOT_WORK = word_set(
    "wait waiting older old age later study studying studies school college university diploma "
    "degree master masters phd certificate attends attendre patiente age vieux vieille etudie "
    "etudes ecole cegep universite diplome formation master maitrise doctorat "
    "wife husband spouse partner femme mari conjoint conjointe"
)
_HERE = word_set("canada canadian canadien canadienne here ici")
_AWAY = word_set("abroad outside foreign overseas home country etranger hors pays etrangere")
WORK_BY_COUNTRY = {"canada": "canadian_experience", "abroad": "foreign_experience"}
"""The question about work by the country it is in."""


def with_the_work_there_is(text: str, at: Situation) -> str:
    """The supposition with all of the work in it; as it is where no more of it is supposed.

    Where it is not said or known in which country it would be, nothing is changed.
    """
    found = _ENGLISH.search(text) or _FRENCH.search(text)
    said = phrase(text).split()
    if found is None or not _NOT_WORK.isdisjoint(said):
        return text
    more = _months(found)
    told = _where(said)
    where = told or _known_where(at)
    if more is None or where is None:
        return text
    months = (at.number(WORK_BY_COUNTRY[where]) or 0) + more
    place = "" if told else " in Canada" if where == "canada" else " abroad"
    whole = f" {months} months of work experience{place} "
    return text[: found.start()] + whole + text[found.end() :]


def _months(found: re.Match[str]) -> int | None:
    named = found.groupdict()
    unit = named["unit"] or named.get("kind") or named["what"] or ""
    count = named["before"] or named.get("several") or named["after"] or "one"
    words = phrase(count).split()
    if words in (["a"], ["an"], ["un"], ["une"], ["another"]):
        number = 1
    else:
        taken = take_number(words, 0)
        if taken is None or taken[0] != int(taken[0]):
            return None
        number = int(taken[0])
    return number if unit.lower().startswith("mo") else number * YEAR


def _where(said: list[str]) -> str | None:
    """The country that the words name."""
    if not _AWAY.isdisjoint(said):
        return "abroad"
    if not _HERE.isdisjoint(said):
        return "canada"
    places = [place for at in range(len(said)) if (place := place_at(said, at)) is not None]
    return None if not places else "canada" if places[0][0] else "abroad"


def _known_where(at: Situation) -> str | None:
    """Where somebody works now, or has worked, if it was in one of the two only."""
    now = at.choice("current_work")
    if now in WORK_BY_COUNTRY:
        return now
    worked = [where for where, question in WORK_BY_COUNTRY.items() if at.number(question)]
    return worked[0] if len(worked) == 1 else None
