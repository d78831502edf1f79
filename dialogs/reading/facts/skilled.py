"""Work that is hardly skilled by its title or its place: how much of it counts is asked back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.reading.facts.findings import question_of
from dialogs.reading.facts.lexicon import lexicon, phrase_at
from dialogs.reading.outcome import Ambiguous
from scoring.occupations import occupations
from scoring.rules import rules_on

if TYPE_CHECKING:
    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.stretches import Stretch


def hardly_skilled(found: Findings, stretch: Stretch) -> bool:
    """Whether the clause of a length names a counter, a till or the like, and nobody who leads.

    ``tim hortons here 1 year``: Express Entry counts work in some training categories only.
    """
    message = found.message
    begin, stop = message.clause(stretch.start)
    if lexicon("work.leads").intersection(message.words[begin:stop]):
        return False
    named = False
    for at in range(begin, stop):
        end = phrase_at(message.words, at, "work.unskilled")
        message.pass_over(at, end or at)
        named = named or end > 0
    titled = any(begin <= title < stop for title in found.titles)
    return named or (titled and _title_is_unskilled(found, stretch))


def _title_is_unskilled(found: Findings, stretch: Stretch) -> bool:
    """Whether the occupation that a title most likely means is in no skilled category."""
    doubt = found.asked_back.get(question_of("occupation", stretch.person) or "")
    if not isinstance(doubt, Ambiguous):
        return False
    likeliest = occupations().get(str(doubt.options[0]))
    return likeliest is not None and likeliest.teer not in rules_on(found.at.today).skilled_teer
