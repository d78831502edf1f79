"""What somebody aims at, in words: a total, or the cut-off of the last round of a kind.

``/improve 500``, "how do I get to 500?", "qu'est-ce qu'il me faut pour le dernier tirage CEC ?".
The words stand in ``targets_en.toml`` and ``targets_fr.toml``; both languages are read at once.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeAlias

from dialogs.conversation import LANGUAGES
from dialogs.reading.numbers import from_digits, join_thousands
from dialogs.reading.text import fold, phrase, words
from scoring.rounds import ROUND_KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dialogs.conversation import Language
    from scoring.rounds import RoundKind

LEAST, MOST = 100, 1200
"""What can be meant by a total: below are the points of other things, above is nothing."""
COMMAND = "improve"
_LONGEST = 200
"""A longer message is a story, whatever it names."""
_SENTENCES = re.compile(r"[.?!\n]+\s")
_LONGEST_OPENING = 5
_MOST_UNKNOWN = 4
"""Words that may name a kind of round which is not known."""


@dataclass(frozen=True, slots=True)
class LastRound:
    """The cut-off of the last round is aimed at."""

    kind: RoundKind | None
    """None where the words name no kind."""


@dataclass(frozen=True, slots=True)
class UnknownTarget:
    """A target is asked for by words that name no total and no kind of round."""


Target: TypeAlias = "int | LastRound | UnknownTarget"


def read_target(text: str) -> Target | None:
    """The target that the text asks for; None when it asks for none."""
    if len(text) > _LONGEST:
        return None
    if not text.startswith("/"):
        read = (_asked(_words(sentence)) for sentence in (text, *_SENTENCES.split(text)))
        return next((target for target in read if target is not None), None)
    command, *rest = text[1:].split(maxsplit=1) or [""]
    return _given(_words(*rest)) if rest and command.split("@")[0].lower() == COMMAND else None


def says_no_more(text: str) -> bool:
    """Whether the whole text asks for the way to a target that is known: nothing else is meant.

    "How do I get to 500?", "je veux 480", "what do I need for the last French draw?".
    """
    if len(text) > _LONGEST:
        return False
    known, said = vocabulary(), _words(text)
    for start in range(len(said)):
        if start and " ".join(said[:start]) not in known.before:
            continue
        for end in range(start + 1, min(start + _LONGEST_OPENING, len(said)) + 1):
            surely = known.openings.get(" ".join(said[start:end]))
            target = None if surely is None else _named(said[end:], surely=surely)
            if isinstance(target, LastRound):
                return target.kind is not None and not known.last.isdisjoint(said)
            if isinstance(target, int):
                return True
    return False


def named_target(text: str) -> Target | None:
    """The target that words name which surely ask for a way to one: the highest total, or a round.

    "From 452 to 500" aims at 500.
    """
    said = _words(text[:_LONGEST])
    totals = [total for word in said if (total := _total([word])) is not None]
    if totals:
        return max(totals)
    known = vocabulary()
    if known.rounds.isdisjoint(said):
        return None
    kinds = (known.kinds.get(word) for word in said)
    return LastRound(next((kind for kind in kinds if kind is not None), None))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How rounds and totals are named, in both languages, without accents."""

    openings: Mapping[str, bool]
    """Each opening, and whether it asks how to get somewhere."""
    before: frozenset[str]
    """What may stand before an opening and asks for nothing else."""
    around: frozenset[str]
    last: frozenset[str]
    rounds: frozenset[str]
    kinds: Mapping[str, RoundKind]
    """The words that say something of the name of a kind."""

    def telling(self, said: Sequence[str]) -> str:
        """What is left without the words that say nothing about the kind."""
        return " ".join(word for word in said if word not in self.around | self.last | self.rounds)


def _given(said: Sequence[str]) -> Target | None:
    """What stands after the command."""
    if all(word in vocabulary().around for word in said):
        return None
    kind = vocabulary().kinds.get(vocabulary().telling(said))
    if kind is not None:
        return LastRound(kind)
    return _named(said, surely=True) or _asked(said) or UnknownTarget()


def _asked(said: Sequence[str]) -> Target | None:
    """What stands after an opening; one that names something known before one that does not."""
    known = vocabulary()
    unknown = None
    for start in range(len(said)):
        for end in range(start + 1, min(start + _LONGEST_OPENING, len(said)) + 1):
            surely = known.openings.get(" ".join(said[start:end]))
            target = None if surely is None else _named(said[end:], surely=surely)
            if isinstance(target, UnknownTarget):
                unknown = target
            elif target is not None:
                return target
    return unknown


def _named(said: Sequence[str], *, surely: bool) -> Target | None:
    """A total or a round, with nothing beside it that would make it something else.

    Args:
        said: the words after the opening.
        surely: whether the opening leaves no doubt that a target follows.
    """
    known = vocabulary()
    total = _total([word for word in said if word not in known.around])
    if total is not None:
        return total
    of_rounds = not known.rounds.isdisjoint(said)
    of_last = not known.last.isdisjoint(said)
    kind = known.kinds.get(known.telling(said))
    if kind is not None:
        return LastRound(kind) if of_rounds or (of_last and surely) else None
    if not of_rounds or not (of_last or surely):
        return None
    unknown = known.telling(said).split()
    if not unknown:
        return LastRound(None)
    return UnknownTarget() if surely and of_last and len(unknown) <= _MOST_UNKNOWN else None


def _total(said: Sequence[str]) -> int | None:
    if len(said) != 1 or not said[0][0].isdecimal():
        return None
    value = from_digits(said[0])
    return int(value) if value is not None and LEAST <= value <= MOST and value % 1 == 0 else None


def _words(text: str) -> list[str]:
    return words(join_thousands(fold(text)))


@cache
def vocabulary() -> Vocabulary:
    """The words of both files, read once."""
    tables = [_table(language) for language in LANGUAGES]
    openings = {
        phrase(said): surely
        for key, surely in (("want", False), ("reach", True))
        for table in tables
        for said in table[key]
    }
    before = frozenset(phrase(said) for table in tables for said in table["before"])
    around, last, rounds = (
        frozenset(word for table in tables for said in table[key] for word in phrase(said).split())
        for key in ("around", "last", "rounds")
    )
    without_kinds = Vocabulary(openings, before, around, last, rounds, {})
    kinds = {
        without_kinds.telling(phrase(said).split()): kind
        for kind in ROUND_KINDS
        for table in tables
        for said in table["kinds"].get(kind, ())
    }
    return replace(without_kinds, kinds=kinds)


def _table(language: Language) -> dict[str, Any]:
    source = files("dialogs").joinpath(f"reading/targets_{language}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))
