"""Words typed in a hurry in full: ``g 31 ans``, ``jsuis``, ``y'a 6 mois``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dialogs.reading.text import spelled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_LONGEST_NEXT = 20


def in_full(written: str, following: Sequence[str]) -> str:
    """A piece of a message (no spaces, as spelled) with its first word in full.

    ``following`` are the pieces after it, as typed; some words are short only before others.
    """
    found = _WORD.match(written)
    if found is None:
        return written
    word, rest = found[0], written[found.end() :]
    always, before = _listed()
    if word in always:
        return always[word] + rest
    if word not in before:
        return written
    means, next_words = before[word]
    if rest[:1].isdecimal():
        return f"{means} {rest}"
    if rest or not following:
        return written
    after = _WORD.match(spelled(following[0], _LONGEST_NEXT))
    counted = following[0][0].isdecimal()
    return means if counted or (after is not None and after[0] in next_words) else written


@cache
def _listed() -> tuple[Mapping[str, str], Mapping[str, tuple[str, frozenset[str]]]]:
    """What is short always, and what is so before some words."""
    file = Path(__file__).with_name("short_forms.toml")
    listed = tomllib.loads(file.read_text(encoding="utf-8"))
    before = {
        word: (each["means"], frozenset(each["next"])) for word, each in listed["before"].items()
    }
    return listed["always"], before
