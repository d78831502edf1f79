"""What somebody has or has not: a nomination, a job offer, a certificate, family in Canada."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.reading.facts.findings import question_of
from dialogs.reading.facts.lexicon import lexicon, pattern
from dialogs.reading.facts.near import answered_after, denied_from, holds
from dialogs.reading.facts.places import place_at
from dialogs.reading.facts.scopes import Mood, Person, phrase_at
from dialogs.reading.outcome import Ambiguous, Reading, Understood

if TYPE_CHECKING:
    import re

    from dialogs.conversation import Answer
    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.message import Message, Span

_YES, _NO = Understood("yes"), Understood("no")
_SIBLINGS = (
    "<people.sibling>(?: (?:or|and|nor|ni|ou|et)(?: <denials.no>)?(?: (?:de|d|a|any))*"
    " <people.sibling>)*"
)
_IN_CANADA = "(?: (?:living |who lives |who live |lives )?(?:in|at|au|a|within) canada)?"
_OR = frozenset({"or", "nor", "ni", "ou"})
_REACH = 9


@dataclass(frozen=True, slots=True)
class _Kind:
    """Something that is held or not, and what either means for its question."""

    question: str
    named: re.Pattern[str]
    held: Reading[Answer]
    lacked: Reading[Answer]
    needs_cue: bool = True
    """Whether only words such as "I have" tell that it is held."""
    only_lacked: bool = False
    also: str | None = None
    """Another question that its lack answers."""


_KINDS = (
    _Kind(
        "provincial_nomination",
        pattern("(?P<name><papers.nomination>)"),
        _YES,
        _NO,
    ),
    _Kind(
        "job_offer",
        pattern("(?:valid |skilled |permanent )?(?P<name><papers.offer>)"),
        Ambiguous(("senior_management", "skilled"), "choice_ambiguous"),
        Understood("none"),
    ),
    _Kind(
        "trade_certificate",
        pattern("(?P<name><papers.certificate>)"),
        _YES,
        _NO,
        needs_cue=False,
    ),
    _Kind(
        "sibling_in_canada",
        pattern(f"(?P<name>{_SIBLINGS}){_IN_CANADA}"),
        _YES,
        _NO,
        only_lacked=True,
    ),
    _Kind(
        "relative_in_canada",
        pattern(f"(?P<name><people.relatives>){_IN_CANADA}"),
        _YES,
        _NO,
        only_lacked=True,
        also="sibling_in_canada",
    ),
)
_BEEN = frozenset({"am", "im", "was", "been", "got", "suis", "ete", "ai"})
_ENGLISH_JOBS = frozenset({"designation", "designe", "offre"})
"""French names that are words of English, too: a job's designation is no nomination."""
_ONLY_CHILD = pattern("only child|enfant unique|fils unique|fille unique")
_SIBLING = pattern("(?P<name><people.sibling>)")
_RELATIVE = pattern("(?P<name><people.relative>)")


def read_holdings(found: Findings) -> None:
    """From left to right, so that "no nomination or job offer" denies both."""
    message = found.message
    mentions = [
        (span.start, kind, span)
        for kind in _KINDS
        for span in message.find(kind.named, (Mood.TOLD, Mood.WISHED))
    ]
    denied: set[int] = set()
    for _, kind, span in sorted(mentions, key=lambda mention: mention[0]):
        if message.free(span.start, span.end):
            _hold(found, kind, span, denied)
    for span in message.find(_ONLY_CHILD):
        found.take(span.start, span.end, "sibling_in_canada", _NO)
    _in_canada(found, _SIBLING, "sibling_in_canada")
    _in_canada(found, _RELATIVE, "relative_in_canada")


def _hold(found: Findings, kind: _Kind, span: Span, denied: set[int]) -> None:
    message = found.message
    person = Person.ME if kind.only_lacked else span.person
    question = question_of(kind.question, person)
    if question is None:
        return
    start = _denied_from(message, span.start, denied)
    if start is not None:
        end = phrase_at(message.words, span.end, "denials.yet") or span.end
        found.take(start, end, question, kind.lacked)
        denied.add(end)
        if kind.also is not None:
            found.add(kind.also, _NO)
        return
    after = answered_after(message, span.end)
    if after is not None:
        found.take(span.start, after[1], question, kind.held if after[0] else kind.lacked)
        return
    told = message.told(span.start, span.end)
    if span.named("name") in _ENGLISH_JOBS and message.language == "en":
        return
    if kind.only_lacked or not told or _applies(message, span) or not _cued(message, kind, span):
        return
    found.take(span.start, span.end, question, kind.held)


def _denied_from(message: Message, start: int, denied: set[int]) -> int | None:
    """Where the denial begins, its own or that of what stands before "or"."""
    own = denied_from(message, start)
    if own is not None:
        return own
    at = start - 1
    while at >= 0 and message.words[at] in lexicon("denials.between"):
        at -= 1
    chained = at >= 0 and message.words[at] in _OR and at in denied
    return at if chained else None


def _applies(message: Message, span: Span) -> bool:
    """Whether it is only applied for, or spoken of in general."""
    begin, stop = message.clause(span.start)
    around = (*range(begin, span.start), *range(span.end, stop))
    return any(phrase_at(message.words, at, "papers.applying") for at in around)


def _cued(message: Message, kind: _Kind, span: Span) -> bool:
    if not kind.needs_cue or holds(message, span.start):
        return True
    return bool(_BEEN.intersection(message.words[max(0, span.start - 2) : span.start]))


def _in_canada(found: Findings, named: re.Pattern[str], question: str) -> None:
    """A brother, sister or other relative who lives in Canada or is Canadian."""
    message = found.message
    for span in message.find(named):
        words = message.words
        if phrase_at(words, span.end, "papers.in_law") or words[span.start - 1 : span.start] in (
            ["beau"],
            ["belle"],
        ):
            continue
        end = _there(message, span.end)
        if end is None:
            continue
        start = span.start
        while start > 0 and words[start - 1] in _BEFORE and message.told(start - 1, start):
            start -= 1
        found.take(start, end, question, _YES)


_BEFORE = frozenset(
    {
        "my",
        "a",
        "an",
        "1",
        "2",
        "one",
        "i",
        "have",
        "ve",
        "got",
        "mon",
        "ma",
        "un",
        "une",
        "j",
        "ai",
        "ive",
        "mes",
    }
)


_IS = frozenset({"is", "s", "are", "has", "est", "sont", "a", "an", "la", "une", "un", "and", "et"})
_LIVES = lexicon("work.at_place") | {"lives", "live", "living", "vit", "habite", "is", "an"}


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
    return end
