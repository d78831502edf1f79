"""Questions whether a kind of round is one for oneself: "why not healthcare?".

"Am I eligible for trades draws?", "les rondes pour le français me sont-elles ouvertes ?". The words
stand in ``own_rounds.toml``, both languages in one list. Whatever says more is another question.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dialogs.reading.targets import vocabulary
from dialogs.reading.text import fold, words
from dialogs.reading.word_lists import phrases_of, words_of

if TYPE_CHECKING:
    from scoring.rounds import RoundKind

_words, _phrases = partial(words_of, "own_rounds"), partial(phrases_of, "own_rounds")
_LONGEST = 120
_CATEGORIES = frozenset({"healthcare", "stem", "trade", "transport", "agriculture"})
"""Kinds whose names alone mean their rounds, whatever is asked of them."""
_MEANT_OTHERWISE = frozenset({"general", "pnp", "cec", "fsw", "fst", "education"})
"""Kinds named like a program, a nomination or studies, unless rounds are spoken of."""


def read_own_rounds(text: str) -> RoundKind | None:
    """The kind of round of which it is asked whether it is for oneself; None for anything else."""
    if len(text) > _LONGEST or text.startswith("/"):
        return None
    known, said = vocabulary(), words(fold(text))
    of_rounds = not (known.rounds | _words("category")).isdisjoint(said)
    likely, why_not = _says(said, "chances"), _says(said, "why") and _says(said, "not")
    inside = any(f" {each} " in f" {' '.join(said)} " for each in _phrases("in"))
    asks_open = _says(said, "open") and (_says(said, "own") or of_rounds)
    open_ = asks_open or (inside and of_rounds)
    if _says(said, "elsewhere") or not (open_ or likely or why_not):
        return None
    cues = ("open", "chances", "why", "not", "own", "category", "around")
    without = frozenset().union(*map(_words, cues))
    kind = known.kinds.get(known.telling([word for word in said if word not in without]))
    if of_rounds or kind in _CATEGORIES:
        return kind
    return None if open_ or kind in _MEANT_OTHERWISE else kind


def _says(said: list[str], key: str) -> bool:
    return not _words(key).isdisjoint(said)
