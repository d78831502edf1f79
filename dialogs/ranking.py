"""What a search for words finds: entries of the guide and wishes, each with how sure it is.

The search itself stands outside, since it knows words; anything that ranks will do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.conversation import Language

HitKind: TypeAlias = Literal["entry", "wish", "section"]


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that words may be about."""

    kind: HitKind
    id: str
    confidence: float
    """From 0, nothing in common, to 1, asked for in its very words."""
    explains: str | None = None
    """The wish that an entry explains, if it does."""


class Ranking(Protocol):
    """Finds what words are about. Safe to be called from any thread."""

    def rank(self, text: str, language: Language) -> Sequence[Hit]:
        """What the words of this language are about, most likely first; empty for nothing."""


class NoRanking:
    """A search that finds nothing, where none is at hand."""

    def rank(self, text: str, language: Language) -> Sequence[Hit]:
        """Nothing."""
        del text, language
        return ()


NO_RANKING = NoRanking()


class Remembering:
    """A search that is asked for the same more than once in handling one event."""

    def __init__(self, ranking: Ranking) -> None:
        """Asks that search, each time for something new."""
        self._ranking = ranking
        self._found: dict[tuple[str, Language], Sequence[Hit]] = {}

    def rank(self, text: str, language: Language) -> Sequence[Hit]:
        """What that search finds."""
        key = text, language
        if key not in self._found:
            self._found[key] = self._ranking.rank(text, language)
        return self._found[key]
