"""The day on which the Express Entry profile was submitted, told in passing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.reading.facts.findings import question_of
from dialogs.reading.facts.lexicon import pattern
from dialogs.reading.facts.near import date_until, denied_from
from dialogs.reading.facts.tokens import UNITS
from dialogs.reading.moments import read_moment
from dialogs.reading.outcome import Ambiguous, Reading, Understood, Unreadable
from dialogs.reading.text import word_set

if TYPE_CHECKING:
    from dialogs.conversation import Answer
    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.message import Message

_PROFILE = (
    "(?:(?:express entry|ee) )?(?:profile|profil)(?: (?:(?:d )?entree express|express entry|ee))?"
)
_IS = "(?:is|was|has been|have been|been|got|a ete|est|ete|am|im|suis|sommes)"
_SUBMITTED = pattern(
    rf"<papers.submitted> (?:my|our|mon|notre|an|un) {_PROFILE}"
    rf"|{_PROFILE} (?:{_IS} )?<papers.submitted>"
    rf"|{_PROFILE}(?: (?:is|dates|date|est))?(?= (?:from|since|depuis|du|de|d) )"
    rf"|(?:{_PROFILE} )?(?:{_IS} )?(?:<papers.entered> )?<papers.pool>"
)
_DATE_WORDS = word_set(
    "since from on at in as of the le la du de d en depuis st nd rd th er around about utc h "
    "already deja vers environ a"
)
_ENDS_A_MOMENT = word_set("st nd rd th er am pm utc gmt z h")
_ZONES = word_set("est edt cst cdt mst mdt pst pdt ast nst ist cet cest wat")
"""A time of another zone than UTC is left out, and the day alone taken."""
_LENGTHS = frozenset(UNITS.values()) | word_set("days jours weeks semaines")
_HARDLY_A_DAY = frozenset({"date_unreadable", "date_incomplete"})
_NEAR = frozenset({"today", "yesterday", "hier"})
_SO_LONG = word_set("for depuis since about environ already deja a few quelques un une one il y")


def read_profile_day(found: Findings) -> None:
    """A day, with its time where that is told; of a month, or of so many, the day is asked for."""
    for span in found.message.find(_SUBMITTED):
        question = question_of("profile_submitted", span.person)
        if question is None or denied_from(found.message, span.start) is not None:
            continue
        read = _day(found, span.end)
        if read is not None:
            found.take(span.start, read[0], question, read[1])


def _day(found: Findings, start: int) -> tuple[int, Reading[Answer]] | None:
    """Where the words of a day end, and what they say; None where there are none."""
    message = found.message
    end = date_until(message, start, _DATE_WORDS)
    if _LENGTHS.intersection(message.words[end : end + 1]):
        end -= 1  # "3 May, 29 years old": the last number is no year.
    written = _written(found, start, _past(message, end, _ENDS_A_MOMENT)) if end > start else None
    if written is not None and not isinstance(written[1], Unreadable):
        return written
    length = _length_until(message, start)
    if length:
        return length, Unreadable("date_incomplete")
    near = max(end, _past(message, start, _DATE_WORDS))
    if _NEAR.intersection(message.words[near : near + 1]):
        return near + 1, read_moment(message.words[near], found.at.today)
    return written


def _written(found: Findings, start: int, end: int) -> tuple[int, Reading[Answer]] | None:
    """The longest stretch from ``start`` that is a day; else what a part of one lacks."""
    message, lacking = found.message, None
    for stop in range(end, start, -1):
        if _ZONES.intersection(message.words[stop : stop + 1]):
            continue
        reading = read_moment(message.text(start, stop).strip(" ,:"), found.at.today)
        if isinstance(reading, Understood):
            return stop, Understood(reading.value)
        if isinstance(reading, Ambiguous):
            return stop, Ambiguous(reading.options, reading.reason)
        if reading.reason not in _HARDLY_A_DAY:
            return stop, reading
        if reading.reason == "date_incomplete":
            lacking = end, reading
    return lacking


def _length_until(message: Message, start: int) -> int:
    """Where "for 3 months" ends; 0 where no such length is told."""
    at = _past(message, start, _SO_LONG)
    counted = message.words[at : at + 1]
    at += bool(counted) and counted[0].isdecimal()
    told = at > start and _LENGTHS.intersection(message.words[at : at + 1])
    return at + 1 if told else 0


def _past(message: Message, start: int, words: frozenset[str]) -> int:
    """The first token from there on that is none of these."""
    at = start
    while at < len(message.words) and message.words[at] in words:
        at += 1
    return at
