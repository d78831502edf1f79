"""Language test results as people write them, in English and French."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from dialogs.reading.dates import read_past_date
from dialogs.reading.months import month_named
from dialogs.reading.outcome import Ambiguous, Reading, Understood, Unreadable
from dialogs.reading.score_limits import checked
from dialogs.reading.score_marks import four_scores
from dialogs.reading.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_TESTS = re.compile(r"(?<![a-z])(ielts|celpip|pte|tef|tcf|clb|nclc)(?![a-z])")
_OF_DIGITS = frozenset({"ielts", "celpip", "clb", "nclc"})
_TOGETHER = re.compile(r"[2-9]{4}")
"""``8777``: four scores of one digit each, so likely that it is asked back."""
_SAME_SCALE = {"clb": "nclc", "nclc": "clb"}
_CEFR = re.compile(r"(?<![a-z])[abc][12](?!\d)")
_YEAR = r"(?:19|20)\d\d"
_NUMERIC_DATE = re.compile(
    rf"(?<![\d.])(?:{_YEAR}[-/.]\d{{1,2}}(?:[-/.]\d{{1,2}})?"
    rf"|\d{{1,2}}[-/.]\d{{1,2}}[-/.]{_YEAR}|\d{{1,2}}[-/]{_YEAR})(?!\d)"
)
_LONE_YEAR = re.compile(rf"(?<![\d.]){_YEAR}(?![\d.])")
_RELATIVE = re.compile(
    r"(?<![a-z\d.,])(?:(?:\d{1,2}|[a-z]+) (?:days?|weeks?|months?|years?) ago"
    r"|il y a (?:\d{1,2}|[a-z]+) (?:jours?|semaines?|mois|ans?|annees?)"
    r"|yesterday|today|hier|aujourd'?hui)(?![a-z])"
)
_WORD = re.compile(r"[a-z]{3,}")
_DAY_BEFORE = re.compile(r"(?<![\d.,])\d{1,2}(?:st|nd|rd|th|er)? (?:of |de )?$")
_AFTER_MONTH = re.compile(rf"\.?,? ?(?:\d{{1,2}}(?:st|nd|rd|th|er)?,? )?{_YEAR}(?![\d.])")


def read_scores(text: str, test: str, today: date) -> Reading[dict[str, Any]]:
    """The four scores of one test, and the day it was taken where the text says it.

    Four numbers are listening, reading, writing and speaking; labels may change the order; one
    number is enough with a word such as "all". A month alone is its first day. Words that are
    no date ("tomorrow") are refused by name.
    """
    folded = fold(text)
    if test in _OF_DIGITS and _TOGETHER.fullmatch(folded):
        apart = read_scores(" ".join(folded), test, today)
        return Ambiguous((apart.value,), "unsure") if isinstance(apart, Understood) else apart
    named = set(_TESTS.findall(folded))
    if named and not named & {test, _SAME_SCALE.get(test)}:
        return Unreadable("scores_of_another_test", {"test": test, "given": min(named)})
    if _CEFR.search(folded):
        return Unreadable("scores_cefr")
    tried = [(four_scores(text, rest, test), written) for rest, written in _dates_apart(folded)]
    found, written = next((try_ for try_ in tried if isinstance(try_[0], Understood)), tried[0])
    if not isinstance(found, Understood):
        return found if isinstance(found, Unreadable) else Unreadable("scores_labels_unclear")
    scores = checked(test, found.value)
    if not written or not isinstance(scores, Understood):
        return scores
    return _dated(scores.value, read_past_date(written, today))


def _dated(scores: dict[str, Any], taken: Reading[date]) -> Reading[dict[str, Any]]:
    if isinstance(taken, Unreadable):
        return taken
    if isinstance(taken, Ambiguous):
        options = tuple({**scores, "taken_on": day.isoformat()} for day in taken.options)
        return Ambiguous(options, taken.reason)
    return Understood({**scores, "taken_on": taken.value.isoformat()})


def _dates_apart(folded: str) -> Iterator[tuple[str, str]]:
    """The text without its date, and the date; each way to tell them apart, likeliest first."""
    relative = _RELATIVE.search(folded)
    if relative is not None:
        yield _cut(folded, *relative.span())
        return
    for pattern in (_NUMERIC_DATE, _LONE_YEAR):
        dates = list(pattern.finditer(folded))
        month = _month_span(folded)
        if len(dates) == 1 and (pattern is _NUMERIC_DATE or month is None):
            yield _cut(folded, *dates[0].span())
            return
    month = _month_span(folded)
    if month is None:
        yield folded, ""
        return
    start, end = month
    after = _AFTER_MONTH.match(folded, end)
    end = after.end() if after else end
    day = _DAY_BEFORE.search(folded, 0, start)
    if day:
        yield _cut(folded, day.start(), end)
    yield _cut(folded, start, end)


def _cut(folded: str, start: int, end: int) -> tuple[str, str]:
    return folded[:start] + " " + folded[end:], folded[start:end]


def _month_span(folded: str) -> tuple[int, int] | None:
    for found in _WORD.finditer(folded):
        a_number = found[0] == "sept" and not _AFTER_MONTH.match(folded, found.end())
        if month_named(found[0]) and not a_number:
            return found.span()
    return None
