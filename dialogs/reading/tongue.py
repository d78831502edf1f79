"""The language of somebody's words: told by its commonest words and by its accents.

Short words that may be of either follow the setting: "oui", "ok", "CRS", a name, a number.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from dialogs.conversation import LANGUAGES, Language
from dialogs.reading.text import LONGEST, phrase, word_set

if TYPE_CHECKING:
    from collections.abc import Mapping

_ACCENTED = re.compile(r"[àâæçèéêëîïôœùûÀÂÆÇÈÉÊËÎÏÔŒÙÛ]")
_TELLING = 2
_ENOUGH = 2
"""What the words of another language must weigh more than those of the setting."""


class _Marks(NamedTuple):
    telling: frozenset[str]
    words: frozenset[str]


def tongue(text: str, setting: Language) -> Language:
    """The language in which something is said; the setting where that is not clear."""
    if text.startswith("/"):
        return setting
    weights = _weights(text)
    clearest = max(LANGUAGES, key=lambda language: weights[language])
    clear = weights[clearest] - weights[setting] >= _ENOUGH
    return clearest if clear else setting


def is_in(text: str, language: Language) -> bool:
    """Whether words of this language are in a text, and no more of another."""
    weights = _weights(text)
    return 0 < weights[language] == max(weights.values())


def _weights(text: str) -> dict[Language, int]:
    """How much of a text is surely of each language."""
    beginning = text.strip()[:LONGEST]
    said = phrase(beginning).split()
    weights = {language: _weight(said, marks) for language, marks in _marks().items()}
    weights["fr"] += _ACCENTED.search(beginning) is not None  # once: names have several
    return weights


def _weight(said: list[str], marks: _Marks) -> int:
    return sum(
        _TELLING if word in marks.telling else 1
        for word in said
        if word in marks.telling or word in marks.words
    )


@cache
def _marks() -> Mapping[Language, _Marks]:
    source = files("dialogs.reading").joinpath("tongue.toml").read_text(encoding="utf-8")
    table = tomllib.loads(source)
    return {
        language: _Marks(word_set(table[language]["telling"]), word_set(table[language]["words"]))
        for language in LANGUAGES
    }
