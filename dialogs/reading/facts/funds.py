"""Settlement funds told in passing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dialogs.reading.facts.lexicon import lexicon, pattern, phrase_at
from dialogs.reading.facts.near import denied_from
from dialogs.reading.facts.persons import Person
from dialogs.reading.money import read_amount
from dialogs.reading.outcome import Understood, Unreadable

if TYPE_CHECKING:
    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.message import Message, Span

_AMOUNT = pattern(
    r"(?:(?P<sign>[$€£₹₦₱¥]|<money.canadian>|<money.foreign>) )?"
    r"(?P<number>\d{1,3}(?: \d{3})+|\d+(?:[.,]\d+)*)"
    r"(?: (?P<times>k|thousand|grand|mille|millions?))?"
    r"(?: (?:of|de|d))?(?: (?P<unit>\$|€|£|<money.canadian>|<money.foreign>))*"
    r"(?! (?:years|months|weeks|days|hours|points|heures|jours)(?: |$))"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_REACH = 8
_HAVE = frozenset({"have", "got", "ive", "saved", "ai", "avons", "dispose", "possede"})
_LEAST_UNNAMED = 1_000


def read_funds(found: Findings) -> None:
    """An amount beside a word such as savings, or one of dollars that is no wage.

    "I don't have 20,000 dollars" says what somebody has not: how much they have is asked.
    """
    message = found.message
    for span in message.find(_AMOUNT):
        if denied_from(message, span.start) is not None:
            continue
        if span.person is Person.OTHER or _near(message, span, "money.salary"):
            continue
        named = _near(message, span, "money.funds") or found.question == "settlement_funds"
        currency = span.named("sign") or span.named("unit")
        in_dollars = currency == "$" or currency in lexicon("money.canadian")
        named = named or (bool(currency) and not in_dollars and _is_had(message, span))
        if not named and not in_dollars:
            continue
        if not in_dollars and _YEAR.fullmatch(span.named("number")) and not span.named("times"):
            continue
        reading = read_amount(message.text(span.start, span.end))
        if isinstance(reading, Understood):
            if named or reading.value >= _LEAST_UNNAMED:
                found.take(span.start, span.end, "settlement_funds", Understood(str(reading.value)))
                _take_names(message, span)
        elif isinstance(reading, Unreadable) and named:
            found.take(span.start, span.end, "settlement_funds", reading)
            _take_names(message, span)


def _is_had(message: Message, span: Span) -> bool:
    """Whether somebody says that they have the amount, not that somebody asks for it."""
    return bool(_HAVE.intersection(message.words[max(0, span.start - 3) : span.start]))


def _near(message: Message, span: Span, name: str) -> bool:
    begin, stop = message.clause(span.start)
    around = range(max(begin, span.start - _REACH), min(stop, span.end + _REACH))
    return any(phrase_at(message.words, at, name) for at in around)


def _take_names(message: Message, span: Span) -> None:
    begin, stop = message.clause(span.start)
    for at in range(begin, stop):
        end = phrase_at(message.words, at, "money.funds")
        if end and message.told(at, end):
            message.take(at, end)
