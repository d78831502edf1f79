"""Work that is said to be part-time, in words or by its hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.reading.facts.lexicon import pattern, phrase_at

if TYPE_CHECKING:
    from dialogs.reading.facts.message import Message
    from dialogs.reading.facts.stretches import Stretch

_HOURS_A_WEEK = pattern(
    r"(?P<hours>\d{1,2}) (?:h|hr|hrs|hour|hours|heures)"
    r" (?:(?:(?:/|per|a|1|each|every|par|chaque|la) )?weeks|weekly)"
)


def is_part_time(message: Message, stretch: Stretch, full: int) -> tuple[int, int] | None:
    """The words that say part-time in the clause of a length; None without any.

    ``full`` is how many hours a week are full-time.
    """
    begin, stop = message.clause(stretch.start)
    for at in range(begin, stop):
        end = phrase_at(message.words, at, "work.part_time")
        if end:
            return at, end
    return _few_hours(message, begin, stop, full)


def _few_hours(message: Message, begin: int, stop: int, full: int) -> tuple[int, int] | None:
    """``20 hrs/week``: fewer hours than full-time work has."""
    for span in message.find(_HOURS_A_WEEK):
        if begin <= span.start < stop and int(span.named("hours")) < full:
            return span.start, span.end
    return None
