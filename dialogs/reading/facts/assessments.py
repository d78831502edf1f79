"""Credential assessments (ECA) told in passing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dialogs.reading.dates import read_past_date
from dialogs.reading.facts.findings import question_of
from dialogs.reading.facts.lexicon import pattern, phrase_at
from dialogs.reading.facts.near import answered_after, date_until, denied_from, holds
from dialogs.reading.facts.persons import Person
from dialogs.reading.outcome import Ambiguous, Reading, Understood, Unreadable
from dialogs.reading.text import word_set
from scoring.rules import rules_on

if TYPE_CHECKING:
    from dialogs.conversation import Answer
    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.message import Span

_ASSESSMENT = pattern("<studies.assessment>(?: (?:from|by|de|with) <studies.assessment>)?")
_OF_QUEBEC = pattern(
    "(?:evaluation comparative|comparative evaluation)(?: (?:du|de|of|from) quebec)?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_WE, _DID = word_set("i we he she"), word_set("did completed finished")
_DATE_WORDS = word_set(
    "issued dated on in done received got obtained was is of le en delivree emise du de recue "
    "obtenue faite since from completed the my last st nd rd th er datee"
)


def read_assessments(found: Findings) -> None:
    """Yes, no, or the day of issue; one that is on its way is none yet, nor is Quebec's one."""
    for span in found.message.find(_OF_QUEBEC):
        question = question_of("has_eca", span.person)
        if question is not None and denied_from(found.message, span.start) is None:
            found.take(span.start, span.end, question, Unreadable("eca_of_quebec"))
    for span in found.message.find(_ASSESSMENT):
        question = question_of("has_eca", span.person)
        if question is None or not found.message.free(span.start, span.end):
            continue
        read = _assessment(found, span)
        if read is None:
            continue
        start, end, reading = read
        dated = span.person is Person.SPOUSE and isinstance(reading, Understood)
        if dated and reading != Understood("no"):
            reading = Understood("yes")
        found.take(start, end, question, reading)


def _assessment(found: Findings, span: Span) -> tuple[int, int, Reading[Answer]] | None:
    """The reading and the tokens it is of; None where an assessment is only named."""
    message = found.message
    denial = denied_from(message, span.start)
    if denial is not None:
        return denial, _with_yet(found, span.end), Understood("no")
    after = answered_after(message, span.end)
    until = date_until(message, span.end if after is None else after[1], _DATE_WORDS)
    for stop in range(until, span.end, -1):
        day = read_past_date(message.text(span.end, stop).strip(" ,:"), found.at.today)
        if isinstance(day, Understood):
            return span.start, stop, Understood(day.value.isoformat())
        if isinstance(day, Ambiguous):
            options = tuple(option.isoformat() for option in day.options)
            return span.start, stop, Ambiguous(options, day.reason)
        if isinstance(day, Unreadable) and day.reason == "date_future":
            return span.start, stop, day
        if isinstance(day, Unreadable) and _may_have_expired(message.words[stop - 1], found):
            return span.start, stop, Unreadable("date_incomplete")
    if after is not None:
        return span.start, after[1], Understood("yes" if after[0] else "no")
    did = message.words[max(0, span.start - 2) : span.start]
    held = holds(message, span.start) or (len(did) > 1 and did[0] in _WE and did[1] in _DID)
    return (span.start, span.end, Understood("yes")) if held else None


def _may_have_expired(year: str, found: Findings) -> bool:
    """``EDE faite en 2019``: so long ago that the day decides whether it still counts."""
    today = found.at.today
    valid_for: int = rules_on(today).entries["validity"].value("credential_assessment_years")
    return _YEAR.fullmatch(year) is not None and int(year) <= today.year - valid_for


def _with_yet(found: Findings, end: int) -> int:
    return phrase_at(found.message.words, end, "denials.yet") or end
