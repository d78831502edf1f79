"""The size of the family told in passing, as a number or by its children."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.reading.counts import LARGEST_FAMILY, SMALLEST_FAMILY
from dialogs.reading.facts.lexicon import pattern
from dialogs.reading.outcome import Understood
from scoring.vocabulary import COUPLES

if TYPE_CHECKING:
    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.message import Message, Span

_SIZE = pattern(
    r"<family.family_of>(?: <family.is>)?(?: :)? (?P<size>\d{1,2})(?: <family.people>)?"
    r"(?! (?:years|months|<people.child>|k|\$|%))"
    r"|(?P<people>\d{1,2}) <family.people>"
)
_BY_AGE = pattern(
    r"(?:<family.family_of>(?: :)? )?(?P<adults>[1-9]) (?:adults?|adultes?)"
    r"(?:(?: (?:and|et|,|\+))? (?P<children>\d) <people.child>)?"
)
_ANYBODY = frozenset({"people", "persons", "person", "personnes", "personne"})
_SON_OF = frozenset({"have", "has", "had", "got", "with", "and", "ve"})
_WE = frozenset({"we", "are", "sommes", "family", "famille", "for", "pour"})
_CHILDREN = pattern(
    r"(?:with |avec |d )?(?:(?P<none><family.none>)|(?P<count>\d{1,2}|a|an|un|une|one))"
    r" (?:little |small |jeunes? |petits? )?<people.child>(?: a charge)?"
)
_CHILD_OF_AGE = pattern(
    r"(?:my|our|the|a|1|mon|ma|notre|un|une)? ?\d{1,2} (?:years|months) old <people.child>"
)
_NO_DEPENDANTS = pattern("<family.none> <family.dependant>")


def read_family(found: Findings) -> None:
    """How many people the family counts; children need to know whether there is a spouse."""
    message = found.message
    for span in message.find(_BY_AGE):
        size = int(span.named("adults")) + int(span.named("children") or 0)
        if size <= LARGEST_FAMILY:
            found.take(span.start, span.end, "family_size", Understood(str(size)))
    for span in message.find(_SIZE):
        if span.named("people") and not _of_a_family(found, span):
            continue
        size = int(span.named("size") or span.named("people"))
        if SMALLEST_FAMILY <= size <= LARGEST_FAMILY:
            found.take(span.start, span.end, "family_size", Understood(str(size)))
    children: int | None = None
    spans = []
    for span in message.find(_CHILDREN):
        if _his(message, span):
            continue
        counted = span.named("count")
        number = 0 if span.named("none") else int(counted) if counted.isdecimal() else 1
        children = (children or 0) + number
        spans.append(span)
    for span in message.find(_CHILD_OF_AGE):
        children = (children or 0) + 1
        spans.append(span)
    for span in message.find(_NO_DEPENDANTS):
        children = children or 0
        spans.append(span)
    if children is None or not (found.in_couple or _alone(found)):
        return
    for span in spans:
        message.take(span.start, span.end)
    size = children + (2 if found.in_couple else 1)
    if not found.has("family_size") and size <= LARGEST_FAMILY:
        found.add("family_size", Understood(str(size)))


def _his(message: Message, span: Span) -> bool:
    """``elle a son EDE``: French for hers, and no son."""
    said = message.words[span.start : span.end]
    before = message.words[max(0, span.start - 1) : span.start]
    return said == ["a", "son"] and _SON_OF.isdisjoint(before) and message.language == "fr"


def _of_a_family(found: Findings, span: Span) -> bool:
    """Whether so many people are a family: by their name, by themselves, or by what is asked."""
    message = found.message
    if message.words[span.end - 1] not in _ANYBODY or found.question == "family_size":
        return True
    around = (*message.words[max(0, span.start - 2) : span.start],)
    return message.clause(span.start) == (span.start, span.end) or bool(_WE.intersection(around))


def _alone(found: Findings) -> bool:
    """Whether it is known that there is no spouse."""
    doubt = found.asked_back.get("marital_status")
    if doubt is not None:
        return not COUPLES.intersection(map(str, doubt.options))
    return found.choice("marital_status") not in (None, *COUPLES)
