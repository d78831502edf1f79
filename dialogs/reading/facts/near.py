"""What stands beside the words of a fact: denials, dates, words that say it is not done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.reading.facts.lexicon import lexicon, phrase_at
from dialogs.reading.facts.persons import Person
from dialogs.reading.months import month_named

if TYPE_CHECKING:
    from collections.abc import Collection

    from dialogs.reading.facts.message import Message

_LONGEST_DATE = 12
_DATE_MARKS = frozenset("/,:")
_LONGEST_DENIAL = 7
_BOTH_REACH = 6
_HOLDS_REACH = 9
_LONGEST_NEARLY = 4
_ABOUT = frozenset({"about", "question", "questions", "sur", "concernant"})


def whose(message: Message, start: int, end: int | None = None) -> tuple[Person, ...]:
    """Whose something is: "we both have a master", "a bachelor both" are said of two."""
    after = None if end is None else phrase_at(message.words, end, "people.both")
    if end is not None and after:
        message.pass_over(end, after)
        return Person.ME, Person.SPOUSE
    first = max(0, start - _BOTH_REACH)
    for at in range(start - 1, first - 1, -1):
        if message.words[at] in lexicon("people.they") or message.words[at] in ".?":
            first = at + 1
            break
    for at in range(first, start):
        end = phrase_at(message.words, at, "people.both")
        if end:
            message.pass_over(at, end)
            return Person.ME, Person.SPOUSE
    return (message.persons[start],)


def denied_from(message: Message, start: int) -> int | None:
    """Where the denial of what begins at ``start`` begins; None where nothing denies it.

    Only small words may stand between: "I don't have a nomination" denies one, "I am not sure,
    but I have a nomination" does not.
    """
    at = start - 1
    while at >= max(0, start - _LONGEST_DENIAL):
        word = message.words[at]
        if word in lexicon("denials.no"):
            return at
        if word not in lexicon("denials.between"):
            return None
        at -= 1
    return None


def holds(message: Message, start: int) -> bool:
    """Whether words such as "I have" or "with" stand shortly before."""
    for at in range(start - 1, max(0, start - _HOLDS_REACH) - 1, -1):
        word = message.words[at]
        if word in ",.?" or word in _ABOUT:
            return False
        if word in lexicon("people.holds"):
            return True
    return False


def answered_after(message: Message, end: int) -> tuple[bool, int] | None:
    """Yes or no right after the words of a fact ("ECA: yes", "nomination none"), and its end."""
    at = end
    while at < len(message.words) and message.words[at] in {":", "is", "est", "=", "has", "been"}:
        at += 1
    for name, answer in (
        ("denials.pending", False),
        ("denials.no_after", False),
        ("denials.yes_after", True),
    ):
        stop = phrase_at(message.words, at, name)
        if stop and message.told(at, stop) and not (at == end and _opens_another(message, stop)):
            return answer, stop
    return None


def _opens_another(message: Message, stop: int) -> bool:
    """ "eca no siblings": a denial without a mark before it belongs to what follows."""
    return (
        message.words[stop - 1] in {"no", "aucun", "aucune", "none"}
        and stop < len(message.words)
        and message.words[stop] not in ",.?"
    )


def date_until(message: Message, start: int, fillers: Collection[str]) -> int:
    """Where words that could be of a date end; at once where none is of a day, month or year."""
    end, last = start, start
    while end < min(len(message.words), start + _LONGEST_DATE) and message.told(end, end + 1):
        word = message.words[end]
        dated = word[0].isdecimal() or month_named(word) is not None
        if not dated and word not in fillers and word not in _DATE_MARKS:
            break
        end += 1
        last = end if dated else last
    return last


def nearly_from(message: Message, start: int) -> int:
    """Where ``less than`` or ``presque`` before a length begins: so long it is not yet."""
    for at in range(max(0, start - _LONGEST_NEARLY), start):
        if phrase_at(message.words, at, "work.nearly") == start and message.told(at, start):
            return at
    return start
