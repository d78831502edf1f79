"""Further job titles, from outside this room: what any search for titles by words must do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.conversation import Language


@dataclass(frozen=True, slots=True)
class Title:
    """One way to call an occupation."""

    code: str
    """The five digits of its unit group."""
    title: str


class FurtherTitles(Protocol):
    """Titles beside those that are shipped. Safe to be called from any thread."""

    def with_words(self, words: Sequence[str], language: Language) -> Sequence[Title]:
        """Titles of a language that hold some of the words, or words that begin so."""


class NoTitles:
    """None beside those that are shipped."""

    def with_words(self, words: Sequence[str], language: Language) -> Sequence[Title]:
        """Nothing."""
        del words, language
        return ()


NO_TITLES = NoTitles()
