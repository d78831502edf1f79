"""The job title of which a message asks the code: "NOC code for a nurse", "comptable CNP ?"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.reading.occupations.known import is_title

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 6
"""Words of a title; more are a story."""


@dataclass(frozen=True, slots=True)
class TitleWords:
    """What stands around a title, in one language; the phrases between spaces."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    beside: tuple[str, ...]
    """What a title follows that is known word for word; others may follow by chance."""
    around: frozenset[str]
    """Words that are no part of it."""


def title_asked(said: str, words: TitleWords) -> str | None:
    """The title in a message between spaces; None where there is none."""
    for phrase in words.before:
        title = _behind(phrase, said, words)
        if title is not None:
            return title
    for phrase in words.after:
        if said.endswith(phrase):
            return _stripped(said.removesuffix(phrase).split(), words)
    behind = (_behind(phrase, said, words) for phrase in words.beside)
    return next((title for title in behind if title is not None and is_title(title)), None)


def _behind(phrase: str, said: str, words: TitleWords) -> str | None:
    _, found, rest = said.partition(phrase)
    return _stripped(rest.split(), words) if found else None


def _stripped(title: Sequence[str], words: TitleWords) -> str | None:
    """The words of a title without those around it; None where these are all, or far too many."""
    begin, end = 0, len(title)
    while begin < end and title[begin] in words.around:
        begin += 1
    while begin < end and title[end - 1] in words.around:
        end -= 1
    return " ".join(title[begin:end]) if 0 < end - begin <= _LONGEST else None
