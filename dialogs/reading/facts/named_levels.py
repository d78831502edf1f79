"""Levels that go by another name: "NCLC 5 en anglais", "TEF niveau 9"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dialogs.reading.facts.lexicon import phrase_at
from dialogs.reading.text import word_set, words
from dialogs.situation import TESTS, tests_of

if TYPE_CHECKING:
    from dialogs.reading.facts.message import Message, Span
    from dialogs.reading.facts.score_segments import Segment

LEVELS = ("clb", "nclc")
HIGHEST_LEVEL = 12
_LEVELS_OF = {("nclc", "english"): "clb", ("clb", "french"): "nclc"}
"""Levels that are called by the other language's name: IRCC's French says NCLC of both."""
_LANGUAGE_NEAR = 6
_CALLED = word_set("level levels niveau niveaux")
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
    return nearest[min(nearest)] if nearest else ""
