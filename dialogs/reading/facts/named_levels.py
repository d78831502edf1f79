"""Levels that go by another name: "NCLC 5 en anglais", "TEF niveau 9"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dialogs.reading.facts.lexicon import lexicon, pattern, phrase_at
from dialogs.reading.text import word_set, words
from dialogs.situation import TESTS, tests_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialogs.reading.facts.message import Message, Span
    from dialogs.reading.facts.score_segments import Segment

LEVELS = ("clb", "nclc")
HIGHEST_LEVEL = 12
_LEVELS_OF = {("nclc", "english"): "clb", ("clb", "french"): "nclc"}
"""Levels that are called by the other language's name: IRCC's French says NCLC of both."""
_LANGUAGE_NEAR = 6
_CALLED = word_set("level levels niveau niveaux")
_LEVEL = "(?:nclc|clb|level|niveau)"
_IN = "(?: (?:in|en|au|on|for|pour))? (?:(?P<{0}_french><tests.french>)|<tests.english>)"
_TWO_LEVELS = pattern(
    rf"{_LEVEL} (?P<first>\d{{1,2}}){_IN.format('first')}"
    rf"(?: ,)?(?: (?:and|et))?(?: {_LEVEL})? (?P<second>\d{{1,2}}){_IN.format('second')}"
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def renamed(message: Message, span: Span, test: str) -> str:
    """The test whose levels are told, by the language that is named beside them."""
    return _LEVELS_OF.get((test, _language_beside(message, span)), test)


def tells_levels(test: str, segment: Segment) -> bool:
    """``TEF niveau 9 partout``: the levels of a test whose scores are far larger."""
    called = _CALLED.intersection(words(segment.text))
    numbers = [float(number.replace(",", ".")) for number in _NUMBER.findall(segment.text)]
    small = all(number <= HIGHEST_LEVEL for number in numbers)
    return test in tests_of("french") and test not in LEVELS and bool(called) and small


def is_no_score(test: str, segment: Segment) -> bool:
    """``TEF, 2 columns``: one number that is far too small for a test's scores, and no level."""
    if test not in tests_of("french") or test in LEVELS or tells_levels(test, segment):
        return False
    numbers = [float(number.replace(",", ".")) for number in _NUMBER.findall(segment.text)]
    return len(numbers) == 1 and numbers[0] <= HIGHEST_LEVEL


def two_levels(message: Message) -> Iterator[tuple[Span, str, int]]:
    """``NCLC 6 en anglais et 9 en français``: each level with the test of its language."""
    for span in message.find(_TWO_LEVELS):
        for name in ("first", "second"):
            test = "nclc" if span.named(f"{name}_french") else "clb"
            yield span, test, int(span.named(name))


def _language_beside(message: Message, span: Span) -> str:
    """The language that is named right beside levels (``NCLC 5 en anglais``); else nothing.

    What stands between must be of these levels alone: no mark, and no other test.
    """
    places = range(max(0, span.start - _LANGUAGE_NEAR), span.end + _LANGUAGE_NEAR)
    nearest: dict[int, str] = {}
    for at in places:
        for language in ("english", "french"):
            if not phrase_at(message.words, at, f"tests.{language}"):
                continue
            after = at >= span.end
            first, last = (span.end, at) if after else (at + 1, span.start)
            between = message.words[first:last]
            if not {",", ".", "?", "and", "et", *TESTS}.intersection(between):
                nearest.setdefault(len(between) if after else len(between) - 1, language)
    return nearest[min(nearest)] if nearest else _own_language(message, span.start)


def _own_language(message: Message, start: int) -> str:
    """The language that the sentence speaks of: "my English is weak, CLB 6 in all"."""
    begin, _ = message.sentence(start)
    for at in range(start - 1, begin, -1):
        if message.words[at] in TESTS:
            return ""
        for language in ("english", "french"):
            named = phrase_at(message.words, at, f"tests.{language}")
            if named and message.words[at - 1] in lexicon("people.my"):
                return language
    return ""
