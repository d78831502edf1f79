"""Codes of occupations in a text: NOC 2021's of five digits, and those of four it had before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogs.reading.text import word_set, words

_OLD_DIGITS, _DIGITS = 4, 5
_OLD = re.compile(r"(?:0\d|[1-9][1-7])\d\d")
"""Management, or a skill type and a level from A (1) to D (7). No year looks so."""
_LABELS = word_set(
    "noc cnp code codes number numero num no n teer feer version v unit group groupe base old new "
    "ancien ancienne nouveau nouvelle national occupational classification"
)
_TEER = ("teer", "feer")
_VERSIONS = word_set("2021 2016 2011 2006 1.0 1.1 1.2 1.3")


@dataclass(frozen=True, slots=True)
class Codes:
    """The numbers of a text that may be codes, and what it says beside them."""

    numbers: tuple[str, ...]
    """Five digits or four in words; alone, a number of any length."""
    beside: str


def codes_in(folded: str) -> Codes:
    """The codes that a folded text names."""
    said = _without_labels(words(folded))
    numbers = [word for word in said if word[0].isdigit()]
    versions = _VERSIONS.intersection(numbers)
    if len(versions) < len(numbers):
        said = [word for word in said if word not in versions]
        numbers = [word for word in numbers if word not in versions]
    if len(numbers) == len(said):
        return Codes(_alone(numbers), "")
    named = tuple(dict.fromkeys(filter(_looks_like_a_code, numbers)))
    return Codes(named, " ".join(word for word in said if word not in named) if named else folded)


def is_old(number: str) -> bool:
    """Whether a number looks like a code of NOC 2016 or before."""
    return _OLD.fullmatch(number) is not None


def _looks_like_a_code(number: str) -> bool:
    return is_old(number) or (len(number) == _DIGITS and number.isdigit())


def _without_labels(said: list[str]) -> list[str]:
    """``NOC 21231, TEER 1`` is 21231."""
    return [
        word
        for before, word in zip(["", *said], said, strict=False)
        if word not in _LABELS and not (before in _TEER and len(word) == 1)
    ]


def _alone(numbers: list[str]) -> tuple[str, ...]:
    """Nothing but numbers: ``21 231`` and ``21,231`` are one."""
    digits = "".join(re.findall(r"\d", " ".join(numbers)))
    if len(digits) == _DIGITS:
        return (digits,)
    return tuple(dict.fromkeys(numbers))
