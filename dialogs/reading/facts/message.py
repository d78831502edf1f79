"""A message while it is read: its tokens, whose and how they are told, and what is taken of it.

Each reader takes the tokens that it understood; what nobody took is left over.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from dialogs.reading.facts.lexicon import lexicon
from dialogs.reading.facts.moods import Mood, moods
from dialogs.reading.facts.persons import Person, persons
from dialogs.reading.facts.slips import corrected

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from dialogs.conversation import Language
    from dialogs.reading.facts.tokens import Cut

_QUOTED_MARKS = " .,;:!?()\"'…"
_LONGEST_QUOTE = 60
_LONGEST_SUBJECT = 3
_TOLD = Mood.TOLD


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens in a row that are read as one thing, and whose it is."""

    start: int
    end: int
    person: Person
    found: re.Match[str] | None = None

    def named(self, group: str) -> str:
        """What a named group of the pattern caught; empty where it caught nothing."""
        return (self.found and self.found[group]) or ""


class Message:
    """What somebody wrote, as the readers of facts see it."""

    def __init__(
        self,
        cut: Cut,
        language: Language,
        default: Person = Person.ME,
        couple: bool = False,
        also: frozenset[Mood] = frozenset(),
    ) -> None:
        self.cut = cut
        self.language = language
        self.words = [corrected(token.text) for token in cut.tokens]
        self.said = " ".join(self.words)
        self.supposed = Mood.SUPPOSED in also
        self.persons = persons(self.words, default, couple)
        self.moods = [Mood.TOLD if mood in also else mood for mood in moods(self.words)]
        self._taken = [False] * len(self.words)
        self._harmless = [False] * len(self.words)
        self._starts = self._places()

    def _places(self) -> list[int]:
        starts, place = [], 0
        for word in self.words:
            starts.append(place)
            place += len(word) + 1
        return starts

    def find(
        self, pattern: re.Pattern[str], moods: Sequence[Mood] = (Mood.TOLD,)
    ) -> Iterator[Span]:
        """Where a pattern stands among free tokens that are told as true, from left to right."""
        for found in pattern.finditer(self.said):
            start, end = self.tokens_of(found.start(), found.end())
            if self.free(start, end) and all(mood in moods for mood in self.moods[start:end]):
                yield Span(start, end, self.persons[start], found)

    def tokens_of(self, first: int, last: int) -> tuple[int, int]:
        """The tokens of a stretch of ``said``."""
        return bisect_right(self._starts, first) - 1, bisect_right(
            self._starts, max(last - 1, first)
        )

    def place(self, at: int) -> int:
        """Where a token begins in ``said``; its end where there is no such token."""
        return self._starts[at] if at < len(self._starts) else len(self.said)

    def free(self, start: int, end: int) -> bool:
        """Whether nobody took any of these tokens yet."""
        return not any(self._taken[start:end])

    def take(self, start: int, end: int) -> None:
        """These tokens are understood."""
        end = min(end, len(self.words))
        self._taken[start:end] = [True] * (end - start)

    def pass_over(self, start: int, end: int) -> None:
        """These tokens say nothing that could be lost."""
        end = min(end, len(self.words))
        self._harmless[start:end] = [True] * (end - start)

    def passed_over(self, at: int) -> bool:
        """Whether a token was said to say nothing."""
        return self._harmless[at]

    def told(self, start: int, end: int) -> bool:
        """Whether tokens are free and told as true."""
        return self.free(start, end) and all(mood is _TOLD for mood in self.moods[start:end])

    def pass_subject(self, start: int) -> None:
        """A few words up to a mark or to what is understood name a subject or a trade."""
        end = start
        while end < min(len(self.words), start + _LONGEST_SUBJECT) and self.free(end, end + 1):
            if not self.words[end].isalpha() or self.persons[end] is not self.persons[start - 1]:
                break
            end += 1
        ended = end == len(self.words) or self.words[end] in ",./" or not self.free(end, end + 1)
        if ended:
            self.pass_over(start, end)

    def told_at(self, at: int) -> bool:
        """Whether a token is told as true, taken or not."""
        return self.moods[at] is Mood.TOLD

    def is_mark(self, at: int, mark: str) -> bool:
        """Whether a token was typed as this mark."""
        return at < len(self.words) and self.text(at, at + 1) == mark

    def text(self, start: int, end: int) -> str:
        """The spelling of tokens, with all marks in it."""
        if start >= end:
            return ""
        tokens = self.cut.tokens
        return self.cut.spelling[tokens[start].start : tokens[end - 1].end]

    def typed(self, start: int, end: int) -> str:
        """The pieces that tokens come from, as they were typed."""
        chunks = dict.fromkeys(token.chunk for token in self.cut.tokens[start:end])
        return " ".join(self.cut.chunks[chunk] for chunk in chunks)

    def clause(self, at: int) -> tuple[int, int]:
        """The tokens between the marks around a token, commas among them."""
        return self._between(at, ",.?")

    def sentence(self, at: int) -> tuple[int, int]:
        """The tokens of the sentence around a token."""
        return self._between(at, ".?")

    def _between(self, at: int, marks: str) -> tuple[int, int]:
        start = end = at
        while start > 0 and self.words[start - 1] not in marks:
            start -= 1
        while end < len(self.words) and self.words[end] not in marks:
            end += 1
        return start, end

    def left_over(self, harmless: frozenset[str]) -> tuple[str, ...]:
        """What nobody took and what says something, as typed, apart by clauses."""
        known = [a or b for a, b in zip(self._taken, self._harmless, strict=True)]
        lost = [
            mood is Mood.TOLD and token.is_word and not taken and token.text not in harmless
            for token, taken, mood in zip(self.cut.tokens, known, self.moods, strict=True)
        ]
        runs = (self._with_denial(self._with_unit(list(run))) for run in self._runs(lost))
        quotes = (self._quote(run) for run in runs)
        return tuple(dict.fromkeys(quote for quote in quotes if quote))

    def _runs(self, lost: list[bool]) -> Iterator[Iterable[int]]:
        """Lost tokens with the harmless ones between them, up to a mark or to what was taken."""
        parts: list[int] = []
        part = 0
        for at, word in enumerate(self.words):
            part += self._taken[at] or word in ",.?"
            parts.append(part)
        places = [at for at, is_lost in enumerate(lost) if is_lost]
        for _, run in groupby(places, key=parts.__getitem__):
            yield run

    def _with_unit(self, places: list[int]) -> list[int]:
        """A lone number together with the word after it, which says of what."""
        after = places[-1] + 1
        lone = len(places) == 1 and self.words[places[0]][0].isdecimal()
        counted = lone and after < len(self.words) and self.words[after].isalpha()
        return [*places, after] if counted else places

    def _with_denial(self, places: list[int]) -> list[int]:
        """What is said not to be so, together with the word that says it: "pas d'enfant"."""
        at = places[0] - 1
        while at >= 0 and self._free_at(at) and self.words[at] in lexicon("denials.between"):
            at -= 1
        denied = at >= 0 and self._free_at(at) and self.words[at] in lexicon("denials.no")
        return [at, *places] if denied else places

    def _free_at(self, at: int) -> bool:
        return not self._taken[at] and self.words[at] not in ",.?"

    def _quote(self, places: list[int]) -> str:
        quote = self.typed(places[0], places[-1] + 1).strip(_QUOTED_MARKS)
        if len(quote) <= _LONGEST_QUOTE:
            return quote
        return quote[: _LONGEST_QUOTE - 1].rstrip() + "…"
