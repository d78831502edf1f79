"""Whether a figure told in a sentence is surely meant as the answer to the open question.

A fact is read wherever it stands: "in 2 years I want to leave" has a length of time, "give me 5
minutes" a number. As the answer it counts where the words name what is asked, or say nothing else.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from dialogs.question import Kind
from dialogs.reading.facts.lexicon import lexicon
from dialogs.reading.fillers import others_beside
from dialogs.reading.numbers import take_number
from dialogs.reading.text import fold, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.question import Question

_GROUPS = {Kind.DURATION: "months", Kind.AMOUNT: "money", Kind.FAMILY: "family"}
_NAMED = {
    Kind.DURATION: ("work.experience",),
    Kind.AMOUNT: ("money.funds",),
    Kind.FAMILY: ("family.family_of",),
}
"""Words that say what a figure is of."""
_MARKS = "$€£₹₦₱¥"
_LONGEST_PHRASE = 4


class Meant(Enum):
    """How surely a figure is meant as the answer."""

    SURELY = "it is the answer"
    PERHAPS = "it is asked back"
    HARDLY = "it is none"


def meant(question: Question, text: str) -> Meant:
    """How surely a figure in the text is meant; what is no figure is taken at its word."""
    group = _GROUPS.get(question.kind)
    if group is None:
        return Meant.SURELY
    said = words(fold(text))
    others = others_beside(_without_numbers(said), group)
    if not others or _names(said, _NAMED[question.kind]):
        return Meant.SURELY
    if question.kind is not Kind.AMOUNT:
        return Meant.PERHAPS
    currency = any(mark in text for mark in _MARKS) or _names(said, ("money.canadian",))
    return Meant.PERHAPS if currency else Meant.HARDLY


def _without_numbers(said: Sequence[str]) -> list[str]:
    left: list[str] = []
    at = 0
    while at < len(said):
        taken = take_number(said, at)
        if taken is None:
            left.append(said[at])
        at = at + 1 if taken is None else taken[1]
    return left


def _names(said: Sequence[str], names: Sequence[str]) -> bool:
    """Whether one of the named phrases of the lexicon is among the words."""
    listed = frozenset().union(*map(lexicon, names))
    return any(
        " ".join(said[at:end]) in listed
        for at in range(len(said))
        for end in range(at + 1, min(at + _LONGEST_PHRASE, len(said)) + 1)
    )
