"""What somebody has or has not: a nomination, a job offer, a certificate; who is not there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.reading.facts.findings import question_of
from dialogs.reading.facts.lexicon import lexicon, pattern, phrase_at
from dialogs.reading.facts.moods import Mood
from dialogs.reading.facts.near import answered_after, denied_from, holds
from dialogs.reading.facts.persons import Person
from dialogs.reading.facts.places import place_at
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
    _Kind("provincial_nomination", pattern("(?P<name><papers.nomination>)"), _YES, _NO),
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
_LOST_REACH = 7
_BEEN = frozenset({"am", "im", "was", "been", "got", "suis", "ete", "ai"})
_ENGLISH_JOBS = frozenset({"designation", "designe", "offre"})
"""French names that are words of English, too: a job's designation is no nomination."""


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
    lost = _lost(message, span.end)
    if lost:
        found.take(span.start, lost, question, kind.lacked)
        return
    after = answered_after(message, _past_province(message, span.end))
    if after is not None:
        found.take(span.start, after[1], question, kind.held if after[0] else kind.lacked)
        return
    told = message.told(span.start, span.end)
    if span.named("name") in _ENGLISH_JOBS and message.language == "en":
        return
    if kind.only_lacked or not told or _applies(message, span) or not _cued(message, kind, span):
        return
    found.take(span.start, span.end, question, kind.held)


def _past_province(message: Message, end: int) -> int:
    """``nomination du Nouveau-Brunswick obtenue``: where the province after the name ends."""
    led = end + (
        message.words[end : end + 1] in (["du"], ["de"], ["of"], ["from"], ["by"], ["par"])
    )
    place = place_at(message.words, led)
    return place[1] if place is not None and place[0] else end


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


def _lost(message: Message, end: int) -> int:
    """Where words end that say it was refused or taken back; 0 where none do."""
    _, stop = message.sentence(end - 1)
    for at in range(end, min(stop, end + _LOST_REACH)):
        after = phrase_at(message.words, at, "denials.lost")
        if after and message.told(at, after):
            return after
    return 0


def _applies(message: Message, span: Span) -> bool:
    """Whether it is only applied for, or spoken of in general."""
    begin, stop = message.clause(span.start)
    around = (*range(begin, span.start), *range(span.end, stop))
    return any(phrase_at(message.words, at, "papers.applying") for at in around)


def _cued(message: Message, kind: _Kind, span: Span) -> bool:
    if not kind.needs_cue or holds(message, span.start):
        return True
    return bool(_BEEN.intersection(message.words[max(0, span.start - 2) : span.start]))
