"""Whether the words of a message are told as true.

"Do I need IELTS 7?" asks, "if I had a PhD" supposes, "I want to study" wishes: none of them
tells a fact.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from dialogs.reading.facts.lexicon import lexicon, phrase_at

if TYPE_CHECKING:
    from collections.abc import Sequence


class Mood(Enum):
    """How words are meant."""

    TOLD = "as true"
    ASKED = "as a question"
    SUPPOSED = "as a supposition"
    WISHED = "as wished, planned, required or heard"


_ENDS = frozenset(".?")
_GREETINGS = frozenset(
    {"hi", "hello", "hey", "bonjour", "bonsoir", "salut", "coucou", "cc", "allo"}
)


def moods(words: Sequence[str]) -> list[Mood]:
    """For each token, how it is meant."""
    found = [Mood.TOLD] * len(words)
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and words[end] not in _ENDS:
            end += 1
        _sentence(words, found, start, end)
        start = end + 1
    return found


def _sentence(words: Sequence[str], moods: list[Mood], start: int, end: int) -> None:
    """The moods of one sentence, up to its end mark."""
    now = Mood.TOLD
    asks = end < len(words) and words[end] == "?"
    opened = False
    whether = 0
    for at in range(start, end):
        whether = max(whether, phrase_at(words, at, "moods.whether"))
        if whether and words[at] == "," and not _supposes_on(words, at + 1, end):
            now, whether = Mood.TOLD, 0
        first = at == start or words[at - 1] == ","
        opens = Mood.ASKED if at < whether else _opens(words, at, start, first)
        if opens is Mood.ASKED or (opens is not None and now is Mood.TOLD):
            now, opened = opens, opened or opens is Mood.ASKED
        elif (now is Mood.WISHED and _tells_again(words, at, first)) or (
            now is Mood.ASKED and _tells_after_asking(words, start, at)
        ):
            now = Mood.TOLD
        moods[at] = now
    if asks and not opened:
        _ask(words, moods, start, end)


def _supposes_on(words: Sequence[str], at: int, end: int) -> bool:
    """Whether what follows the comma still belongs to the question: "…, with a master's"."""
    return at < end and words[at] in {"with", "avec", "if", "si", "when", "quand", "and", "et"}


def _opens(words: Sequence[str], at: int, start: int, first: bool) -> Mood | None:
    """The mood that begins with a token, if one does."""
    if phrase_at(words, at, "moods.asks") or phrase_at(words, at, "moods.asks_inside"):
        return Mood.ASKED
    if at == start and (
        phrase_at(words, at, "moods.asks_first") or phrase_at(words, at, "moods.does_first")
    ):
        return Mood.ASKED
    if first and words[at] in {"is", "are", "do", "does", "can", "should", "which"}:
        return Mood.ASKED
    if phrase_at(words, at, "moods.supposes"):
        return Mood.SUPPOSED
    return Mood.WISHED if phrase_at(words, at, "moods.wishes") else None


def _tells_again(words: Sequence[str], at: int, first: bool) -> bool:
    """A wish ends with its clause, or where something is told after all."""
    tells = phrase_at(words, at, "moods.tells") or phrase_at(words, at, "moods.but")
    return bool(first or tells)


def _tells_after_asking(words: Sequence[str], start: int, at: int) -> bool:
    """``can you tell my score im 24``: who asks for a score may go on with facts."""
    if not phrase_at(words, at, "moods.tells") or words[at - 1] in lexicon("moods.binds"):
        return False
    return any(phrase_at(words, each, "moods.score") for each in range(start, at))


def _ask(words: Sequence[str], moods: list[Mood], start: int, end: int) -> None:
    """A question without a word that asks: all of it, or what follows the last comma.

    "I'm 31, single, ok?" tells before it asks; "IELTS 7?" only asks.
    """
    while start < end and (words[start] in _GREETINGS or words[start] == ","):
        start += 1
    if start == end:
        return
    tells = phrase_at(words, start, "moods.tells") or words[start] in lexicon("people.me")
    comma = max((at for at in range(start, end) if words[at] == ","), default=start)
    begin = comma if tells else start
    moods[begin:end] = [Mood.ASKED] * (end - begin)
