"""Whether a length is one of work, by the words around it, and how far these go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.reading.facts.lexicon import lexicon, phrase_at
from dialogs.reading.facts.no_work import (
    is_of_credential,
    is_schooling,
    is_without_work,
    lasted_otherwise,
    only_there,
)
from dialogs.reading.facts.persons import Person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.message import Message
    from dialogs.reading.facts.stretches import Stretch

_AS = (["as"], ["comme"])
"""``10 years as researcher``: what somebody was for so long is a job."""
_AN_AGE = 12 * 18
"""Months that are more likely an age, where they stand alone."""
OTHER_WORK = (
    "recent_canadian_experience",
    "trade_experience",
    "category_experience_months",
    "category_canadian_months",
)
"""Questions about part of the work: while one is open, lengths are about it."""
ABOUT_WORK = frozenset(
    {
        *("canadian_experience", "foreign_experience", "occupation", *OTHER_WORK),
        *("spouse_canadian_experience", "spouse_foreign_experience"),
        "spouse_recent_canadian_experience",
    }
)
JOINS = frozenset({"and", "et", "then", "puis", "+", "plus"})


def is_work(found: Findings, stretch: Stretch) -> bool:
    """Whether a length is one of work: by a word, a place or the open question, and no other."""
    message = found.message
    if stretch.person is Person.OTHER:
        return False
    begin, stop = around(message, stretch)
    clause = message.clause(stretch.start)
    words = range(begin, stop)
    if _is_of_student(message, stretch):
        return False
    if is_without_work(message, stretch):
        return False
    near = (begin, stop) if stretch.months >= _AN_AGE else clause
    works = any(phrase_at(message.words, at, "work.experience") for at in words) or any(
        near[0] <= title < near[1] for title in found.titles
    )
    if lasted_otherwise(message, stretch) or (stretch.start in found.studies and not works):
        return False
    if not works and (
        is_schooling(message, words, found.question) or is_of_credential(found, stretch)
    ):
        return False
    if any(
        phrase_at(message.words, at, "work.no_work") and message.free(at, at + 1) for at in words
    ):
        return works and _nearer_to_work(message, stretch, begin, stop)
    following = message.words[stretch.end : stretch.end + 1]
    alone = clause == (stretch.start, stretch.end) and stretch.months < _AN_AGE and found.titles
    if alone or lexicon("work.trades").intersection(following) or following in _AS:
        return True
    spanned = message.words[stretch.start] in lexicon("work.since")
    placed = stretch.place is not None and not spanned
    return works or found.question in ABOUT_WORK or (placed and not only_there(message, stretch))


def _nearer_to_work(message: Message, stretch: Stretch, begin: int, stop: int) -> bool:
    """Of "lived" and "worked" in one clause, which is nearer to the length."""

    def nearest(name: str) -> int:
        places = [at for at in range(begin, stop) if phrase_at(message.words, at, name)]
        return min((_gap(at, stretch) for at in places), default=len(message.words))

    return nearest("work.experience") <= nearest("work.no_work")


def _gap(at: int, stretch: Stretch) -> int:
    return stretch.start - at if at < stretch.start else at - stretch.end + 1


def _is_of_student(message: Message, stretch: Stretch) -> bool:
    """``1 year as a student``: work that the Canadian experience leaves out, or no work at all."""
    return any(uncounted_words(message, stretch))


def uncounted_words(message: Message, stretch: Stretch) -> Iterator[tuple[int, int]]:
    """Where words about work that does not count stand beside a length: begin and end."""
    for at in _between_lengths(message, stretch):
        end = phrase_at(message.words, at, "work.student")
        if end:
            yield at, end


def _between_lengths(message: Message, stretch: Stretch) -> range:
    """The clause of a length, as far as no other length stands in it, understood or not."""
    begin, stop = message.clause(stretch.start)
    lengths = [at for at in range(begin, stop) if message.words[at] in {"years", "months"}]
    for at in (each for each in lengths if each < stretch.start):
        joints = [each for each in range(at, stretch.start) if message.words[each] in JOINS]
        begin = joints[-1] if joints else at + 1
    after = [at for at in lengths if at >= stretch.end]
    return range(begin, max(stretch.end, after[0] - 2) if after else stop)


def around(message: Message, stretch: Stretch) -> tuple[int, int]:
    """The clause of a length, as far as no other length stands in it."""
    begin, stop = message.clause(stretch.start)
    for at in range(stretch.start - 1, begin - 1, -1):
        if message.words[at] in {"years", "months"} or not message.free(at, at + 1):
            begin = at + 1
            break
    for at in range(stretch.end, stop):
        if message.words[at] in {"years", "months"}:
            stop = max(stretch.end, at - 2)
            break
    return begin, stop
