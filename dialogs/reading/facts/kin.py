"""Brothers, sisters and other relatives who live in Canada, told in passing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.reading.facts.lexicon import lexicon, pattern, phrase_at
from dialogs.reading.facts.persons import Person
from dialogs.reading.facts.places import place_at
from dialogs.reading.outcome import Understood
from dialogs.reading.text import word_set

if TYPE_CHECKING:
    import re

    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.message import Message

_ONLY_CHILD = pattern("only child|enfant unique|fils unique|fille unique")
_SIBLING = pattern("<people.sibling>")
_RELATIVE = pattern("<people.relative>")
_OWN = word_set("my a an 1 2 one i have ve got mon ma un une j ai ive mes")
_IS = word_set("is s are has est sont a an la une un and et")
_LIVES = lexicon("work.at_place") | word_set("lives live living vit habite is an")
_LIVING = word_set("lives live living vit habite reside resides")
_REACH = 12
_COUSIN = word_set("cousin cousins cousine cousines")


def read_kin(found: Findings) -> None:
    """Who lives in Canada or is Canadian; that somebody has none is read with what is lacked."""
    for span in found.message.find(_ONLY_CHILD):
        found.take(span.start, span.end, "sibling_in_canada", Understood("no"))
    _in_canada(found, _SIBLING, "sibling_in_canada")
    _in_canada(found, _RELATIVE, "relative_in_canada")


def _in_canada(found: Findings, named: re.Pattern[str], question: str) -> None:
    """A brother, sister or other relative who lives in Canada or is Canadian."""
    message = found.message
    for span in message.find(named):
        words = message.words
        if phrase_at(words, span.end, "papers.in_law") or _is_in_law(message, span.start):
            continue
        if _COUSIN.intersection((*words[span.start - 1 : span.start], *words[span.end :][:1])):
            continue
        end = _there(message, span.end)
        if end is None:
            continue
        start = span.start
        while start > 0 and words[start - 1] in _OWN and message.told(start - 1, start):
            start -= 1
        found.take(start, end, question, Understood("yes"))


def _there(message: Message, start: int) -> int | None:
    """Where the words end that say so; None where they say something else, or nothing."""
    end: int | None = None
    for at in range(start, min(len(message.words), start + _REACH)):
        word = message.words[at]
        if word in ".?" or not message.told(at, at + 1) or word in lexicon("denials.no"):
            break
        if phrase_at(message.words, at, "papers.visitor"):
            return None
        if message.persons[at] is Person.ME and word in lexicon("people.me"):
            break
        before = message.words[at - 1]
        resident = phrase_at(message.words, at, "papers.resident") if before in _IS else 0
        place = place_at(message.words, at) if before in _LIVES else None
        if place is not None and not place[0]:
            break
        if resident or place is not None:
            end = max(resident, place[1] if place else 0)
        if word == "," and end is not None:
            break
        if end is not None and _lives_abroad(message, at):
            return None
    return end


def _lives_abroad(message: Message, at: int) -> bool:
    """``but he lives in France``: a resident who is elsewhere."""
    if message.words[at] not in _LIVING:
        return False
    for place in range(at + 1, min(len(message.words), at + 4)):
        found = place_at(message.words, place)
        if found is not None:
            return not found[0]
    return False


def _is_in_law(message: Message, start: int) -> bool:
    """``beau-frère``: a brother of the spouse's or a sister's husband, who is not asked about."""
    return bool({"beau", "belle"}.intersection(message.words[max(0, start - 1) : start]))
