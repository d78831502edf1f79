"""Which kind of round IRCC's name of it means, in English or French.

Names come in many versions ("Trades Occupations, 2026-Version 3"), so key words tell.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import dropwhile
from typing import TYPE_CHECKING

from scoring.parameters.tree import tree
from scoring.rounds import KIND_NAMED

if TYPE_CHECKING:
    from scoring.rounds import RoundKind

_VERSION = re.compile(r"\d+|version|v\d+")


def kind_of(name: str, programs: str = "") -> RoundKind:
    """The kind that a name means; ``other`` where no key word tells.

    Args:
        name: as IRCC writes it.
        programs: the programs that IRCC names beside it. The French words for the trades of the
            program are also those of the category; what is for that program alone is ``fst``.
    """
    words = folded(name)
    kind = next((kind for kind, phrases in _kinds() if _any_in(phrases, words)), None)
    if kind == "trade" and _for_trades_program_alone(programs):
        return "fst"
    return kind or "other"


def folded(text: str) -> list[str]:
    """The words of a text in small letters without accents; marks only part words."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = (char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return "".join(letters).split()


@cache
def _kinds() -> tuple[tuple[RoundKind, tuple[str, ...]], ...]:
    """Each kind with its phrases, in the order in which they count."""
    entry = tree().parameters["round_names"].entries[-1]
    read = []
    for name, *phrases in entry.value("kinds"):
        if name not in KIND_NAMED:
            raise entry.error(f"kinds: {name}", f"must be one of {', '.join(KIND_NAMED)}")
        read.append((KIND_NAMED[name], tuple(phrases)))
    return tuple(read)


def _any_in(phrases: tuple[str, ...], words: list[str]) -> bool:
    return any(_is_in(phrase, words) for phrase in phrases)


def _is_in(phrase: str, words: list[str]) -> bool:
    wanted = phrase.removeprefix("=").split()
    if phrase.startswith("="):
        return wanted == _without_version(words)
    places = range(len(words) - len(wanted) + 1)
    return any(_match(wanted, words[place : place + len(wanted)]) for place in places)


def _match(wanted: list[str], words: list[str]) -> bool:
    return all(
        word.startswith(key[:-1]) if key.endswith("*") else word == key
        for key, word in zip(wanted, words, strict=True)
    )


def _without_version(words: list[str]) -> list[str]:
    kept = list(dropwhile(_VERSION.fullmatch, reversed(words)))
    return kept[::-1]


def _for_trades_program_alone(programs: str) -> bool:
    words = folded(programs)
    trades = _any_in(("trade*", "metier*"), words)
    others = _any_in(("canadian", "canadienne", "worker", "workers", "qualifies"), words)
    return trades and not others
