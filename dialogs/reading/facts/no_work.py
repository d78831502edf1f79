"""Lengths that are none of work: how long somebody studied, has been married, or somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.reading.facts.lexicon import lexicon, phrase_at

if TYPE_CHECKING:
    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.message import Message
    from dialogs.reading.facts.stretches import Stretch

_SUBJECT = 5
"""Words of a subject between a credential and its length."""
_JOBLESS = frozenset({"unemployed", "jobless", "chomage"})
_ABOUT_STUDIES = frozenset({"canadian_study", "spouse_canadian_study"})


def only_there(message: Message, stretch: Stretch) -> bool:
    """``I am in Toronto for 3 years``: who only is somewhere does not say that they work there."""
    begin, _ = message.clause(stretch.start)
    at = begin if stretch.place is None else stretch.place.start
    while at > begin and message.words[at - 1] in lexicon("work.at_place"):
        at -= 1
    return any(
        phrase_at(message.words, before, name) == at
        for before in range(begin, at)
        for name in ("work.there", "couple.any", "couple.unclear")
    )


def lasted_otherwise(message: Message, stretch: Stretch) -> bool:
    """``married for 3 years``: what stands before the length is what lasted so long."""
    at = stretch.start - 1
    while at >= 0 and message.words[at] in {"for", "since", "depuis", "about", "pendant"}:
        at -= 1
    if at >= 0 and message.words[at] in _JOBLESS:
        return True
    if any(phrase_at(message.words, before, "work.without") == at + 1 for before in range(at + 1)):
        return True
    return (
        at >= 0
        and message.words[at] in lexicon("work.no_work") - lexicon("people.spouse")
        and (at < stretch.start - 1 or message.words[stretch.start] in {"since", "depuis"})
    )


def is_schooling(message: Message, words: range, question: str | None) -> bool:
    """``2 years vocational course in Manila``: what lasted so long was a course.

    So is any length without a word about work, while it is asked what was studied in Canada.
    """
    return question in _ABOUT_STUDIES or any(
        phrase_at(message.words, at, "studies.schooling") and message.free(at, at + 1)
        for at in words
    )


def is_of_credential(found: Findings, stretch: Stretch) -> bool:
    """``a master of engineering (16 months)``: in brackets behind a credential, its length."""
    bracketed = found.message.is_mark(stretch.start - 1, "(")
    return bracketed and any(
        end in found.studies for end in range(stretch.start - _SUBJECT, stretch.start + 1)
    )


def is_without_work(message: Message, stretch: Stretch) -> bool:
    """``7 years, but the last 2 years no work``."""
    after = message.words[stretch.end : stretch.end + 2]
    works = lexicon("work.worked") | lexicon("work.experience")
    return len(after) > 1 and after[0] in lexicon("denials.no") and after[1] in works
