"""Where the scores of a test stand in a message: the words and numbers around its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.reading.facts.lexicon import lexicon, phrase_at
from dialogs.reading.months import month_named
from dialogs.reading.outcome import Reading, Unreadable
from dialogs.reading.score_words import HARMLESS
from dialogs.reading.scores import read_scores
from dialogs.reading.text import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from typing import Any

    from dialogs.reading.facts.message import Message

ABILITY = {
    **dict.fromkeys(word_set("listening listning l co lis ecouter ecoute"), "listening"),
    **dict.fromkeys(word_set("reading r ce rea lire lecture"), "reading"),
    **dict.fromkeys(word_set("writing writting w ee pe wri ecrire ecriture redaction"), "writing"),
    **dict.fromkeys(word_set("speaking speking spoken s eo po spe parler"), "speaking"),
}
"""The ability that a word names by itself."""
_LABELS = ABILITY.keys() | word_set(
    "lrws comprehension expression orale ecrite production oral ecrit"
)
_ENDS_A_NUMBER = word_set(
    "years months weeks yo old k points pts kids children child enfants enfant brothers sisters "
    "% $ € times attempts people personnes members thousand lakhs lakh cad usd hours"
)
_DATES = word_set("ago last yesterday il y dernier derniere")
_PAST = frozenset({"last", "dernier", "derniere"})
_UNITS = frozenset({"years", "months", "weeks", "days"})
_MARKS = frozenset(",:/")
_OF = frozenset({"of", "for", "de", "d"})
_PLURAL = re.compile(r"^([^\d]*\d{1,2})s$")
_CEFR = re.compile(r"[abc] [12]")
_TOGETHER = re.compile(r"[4-9]{4}")
_BANDS = ("ielts", "celpip", "clb", "nclc")
_LONGEST = 44
_MOST_TRIES = 16
_TALKATIVE = frozenset(
    {"scores_leftover", "scores_too_many", "scores_none_found", "date_incomplete"}
)
"""Reasons that a shorter piece of the message may not have."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The tokens that a reading of scores comes from."""

    start: int
    end: int
    text: str
    reading: Reading[dict[str, Any]]


def segment_of(message: Message, start: int, end: int, test: str, today: date) -> Segment | None:
    """The scores beside the name of a test (``start`` to ``end``): after it, else before it."""
    end = _past_owner(message, end)
    after = _after(message, end)
    if _numbers(message, end, after):
        stops = [(end, stop) for stop in _stops(message, end, after)]
        found = _longest(message, stops, test, today)
        return found and Segment(end, _with_four(message, found.end), found.text, found.reading)
    if _CEFR.match(" ".join(message.words[end : end + 2])):
        return Segment(start, end + 2, "", Unreadable("scores_cefr"))
    before = _before(message, start)
    if _numbers(message, before, start):
        begins = [
            at for at in range(before, start) if _is_number(message, at) or _is_label(message, at)
        ]
        return _from_left(
            message, _longest(message, [(at, end) for at in begins], test, today, True)
        )
    return None


def _past_owner(message: Message, end: int) -> int:
    """``IELTS of my wife``: where the owner's name ends."""
    at = end
    while at < len(message.words) and message.words[at] in _OF | lexicon("people.my"):
        at += 1
    owner = at > end and phrase_at(message.words, at, "people.spouse")
    return owner or end


def _with_four(message: Message, end: int) -> int:
    """``all four`` and ``all 4`` say no number more."""
    every = message.words[end - 1] in lexicon("tests.every")
    return end + 1 if every and message.words[end : end + 1] in (["4"], ["four"]) else end


def _from_left(message: Message, found: Segment | None) -> Segment | None:
    """The words before the first number belong to it: ``an overall band of 7.5 in IELTS``."""
    if found is None:
        return None
    start = found.start
    while start > 0 and _belongs(message, start - 1) and message.words[start - 1].isalpha():
        start -= 1
    return Segment(start, found.end, found.text, found.reading)


def labelled(message: Message) -> Iterator[tuple[int, int]]:
    """Runs of tokens in which all four abilities stand with their scores, without a test."""
    at = 0
    while at < len(message.words):
        end = _after(message, at)
        labels = sum(_is_label(message, place) for place in range(at, end))
        numbers = _numbers(message, at, end)
        if labels >= 4 and numbers >= 4:
            yield at, end
        at = max(end, at + 1)


def _longest(
    message: Message,
    places: list[tuple[int, int]],
    test: str,
    today: date,
    nearest: bool = False,
) -> Segment | None:
    """The longest piece that reads as scores, else the one that tells what is wrong."""
    failed: list[Segment] = []
    for start, end in places[:_MOST_TRIES]:
        text = _in_digits(message.text(start, end), test)
        segment = Segment(start, end, text, read_scores(text, test, today))
        unread = isinstance(segment.reading, Unreadable)
        if _reason(segment) == "date_incomplete" or (
            unread and _opens_with_a_month(message, start, end)
        ):
            text = _in_digits(_without_month(message, start, end), test)
            segment = Segment(start, end, text, read_scores(text, test, today))
        if not isinstance(segment.reading, Unreadable):
            return segment
        failed.append(segment)
    telling = [each for each in failed if _reason(each) not in _TALKATIVE]
    if not telling:
        return None
    return telling[-1] if nearest else telling[0]


def _opens_with_a_month(message: Message, start: int, end: int) -> bool:
    """``last October 8 7 7 7``: no number stands before the month, so that none is its day."""
    for at in range(start, end):
        if message.words[at][0].isdecimal():
            return False
        if month_named(message.words[at]) is not None:
            return True
    return False


def _without_month(message: Message, start: int, end: int) -> str:
    """The text without a month that no year stands beside: the scores are told, the day is not."""
    kept: list[str] = []
    for at in range(start, end):
        if message.words[at] in _PAST or month_named(message.words[at]) is not None:
            kept.append(message.text(start, at))
            start = at + 1
    return " ".join((*kept, message.text(start, end)))


def _reason(segment: Segment) -> str:
    return segment.reading.reason if isinstance(segment.reading, Unreadable) else ""


def _in_digits(text: str, test: str) -> str:
    """``8777`` as four bands, where the test has bands of one digit."""
    text = _PLURAL.sub(r"\1 each", text)
    numbers = re.findall(r"\d+(?:[.,]\d+)*", text)
    if test not in _BANDS or len(numbers) != 1 or not _TOGETHER.fullmatch(numbers[0]):
        return text
    return text.replace(numbers[0], " ".join(numbers[0]))


def _stops(message: Message, start: int, end: int) -> list[int]:
    """Where the piece may stop, the longest first: after numbers, labels and dates."""
    return [
        at + 1
        for at in range(end - 1, start - 1, -1)
        if _is_number(message, at)
        or _is_label(message, at)
        or message.words[at] in lexicon("tests.every") | lexicon("tests.overall") | _DATES
        or month_named(message.words[at])
    ]


def _after(message: Message, start: int) -> int:
    """Where the words that can belong to scores end, from here on."""
    at = start
    while at < min(len(message.words), start + _LONGEST) and _belongs(message, at):
        at += 1
    return at


def _before(message: Message, end: int) -> int:
    at = end
    while at > max(0, end - _LONGEST) and _belongs(message, at - 1):
        at -= 1
    return at


def _belongs(message: Message, at: int) -> bool:
    if not message.told(at, at + 1):
        return False
    word = message.words[at]
    if word == ".":
        following = message.words[at + 1 : at + 2]
        return bool(set(following) & (_LABELS | lexicon("tests.overall")))
    return (
        _is_number(message, at)
        or _is_label(message, at)
        or word in HARMLESS - {"ielts", "celpip", "pte", "tef", "tcf", "clb", "nclc"}
        or word in _MARKS
        or word in _DATES
        or word in lexicon("tests.every") | lexicon("tests.overall")
        or month_named(word) is not None
        or (word in _UNITS and message.words[at + 1 : at + 2] == ["ago"])
        or (word in _UNITS and _is_after_il_y_a(message, at - 1))
    )


def _is_number(message: Message, at: int) -> bool:
    if not message.words[at][0].isdecimal():
        return False
    following = message.words[at + 1 : at + 3]
    if following[1:] == ["ago"] or _is_after_il_y_a(message, at):
        return True
    return not _ENDS_A_NUMBER.intersection(following[:1])


def _is_after_il_y_a(message: Message, at: int) -> bool:
    return message.words[max(0, at - 3) : at] == ["il", "y", "a"]


def _is_label(message: Message, at: int) -> bool:
    return message.words[at] in _LABELS


def _numbers(message: Message, start: int, end: int) -> int:
    """How many tokens are numbers and no years."""
    return sum(
        _is_number(message, at) and not re.fullmatch(r"(?:19|20)\d\d", message.words[at])
        for at in range(start, end)
    )
