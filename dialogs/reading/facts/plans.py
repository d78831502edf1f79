"""Where somebody plans to live, as far as it is told: in Quebec, or elsewhere in Canada."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.reading.facts.lexicon import lexicon, pattern, phrase_at
from dialogs.reading.facts.moods import Mood
from dialogs.reading.facts.persons import Person
from dialogs.reading.facts.places import in_quebec, place_at
from dialogs.reading.outcome import Understood

if TYPE_CHECKING:
    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.message import Message

_PLAN = pattern(
    "(?P<before>(?:not|dont|wont|pas) )?<settling.plans>(?P<denied> (?:not|pas))? <settling.live>"
    "(?: (?:<work.at_place>|to|outside|ville))*"
)
_OUTSIDE = frozenset({"hors", "outside"})


def read_plans(found: Findings) -> None:
    """``we want to stay in Quebec``; what is only possible (``maybe``, ``or Toronto``) is not."""
    message = found.message
    for span in message.find(_PLAN, (Mood.TOLD, Mood.WISHED)):
        place = place_at(message.words, span.end)
        if place is None or span.person is Person.OTHER or _is_open(message, span.start, place[1]):
            continue
        there = in_quebec(" ".join(message.words[span.end : place[1]]))
        denied = bool(span.named("before") or span.named("denied"))
        if _OUTSIDE.intersection(message.words[span.start : span.end]):
            denied = not denied
        if there is None or (denied and not there):
            continue
        answer = "yes" if there and not denied else "no"
        found.take(span.start, place[1], "settling_in_quebec", Understood(answer))


def _is_open(message: Message, start: int, end: int) -> bool:
    """Whether words around leave it open."""
    begin, _ = message.clause(start)
    after = message.words[end : end + 1]
    maybe = any(phrase_at(message.words, at, "settling.maybe") for at in range(begin, end))
    return maybe or bool(lexicon("settling.maybe").intersection(after))
