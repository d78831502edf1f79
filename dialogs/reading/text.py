"""Typed text made comparable: one spelling for case, accents, spaces, quotes and digits."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONGEST = 400
"""Characters of an answer. Longer text is a story, not an answer: it folds to nothing."""

_SPELLINGS = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ′´`＇", "'"),
        **dict.fromkeys("–—−‒‐‑", "-"),
        **dict.fromkeys("“”„«»", '"'),
        "œ": "oe",
        "Œ": "oe",
        "æ": "ae",
        "Æ": "ae",
        "½": " 1/2",
        "٫": ".",
        "٬": ",",
        "،": ",",
    }
)
_ACCENTS = dict.fromkeys(range(0x300, 0x370))
_PIECES = re.compile(r"\d+|[^\W\d_]+|[^\s\w]")
_WORDS = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


def fold(text: str) -> str:
    """Lower case without accents, plain ASCII digits and quotes, single spaces, no end mark.

    >>> fold("  J’ai ２９ ans ! ")
    "j'ai 29 ans"
    """
    stripped = text.strip()
    if len(stripped) > LONGEST:
        return ""
    return " ".join(spelled(stripped, LONGEST).split()).rstrip(" .!?;,:").lstrip(" .!?;,:")


def spelled(text: str, longest: int) -> str:
    """The text in plain lower case, at most so many characters; marks and spaces stay."""
    kept = unicodedata.normalize("NFKD", text.translate(_SPELLINGS)).casefold()[:longest]
    kept = kept.translate(_ACCENTS)
    if kept.isascii() and kept.isprintable():
        return kept
    return "".join(map(_plain, kept))


def pieces(folded: str) -> list[str]:
    """Digits, words and single marks, in order: ``"05.03.1994"`` gives five pieces."""
    return _PIECES.findall(folded)


def words(folded: str) -> list[str]:
    """Words and whole numbers with their separators, without marks: ``"2.5 ans"`` gives two."""
    return _WORDS.findall(folded)


def phrase(text: str) -> str:
    """Folded words joined by single spaces: hyphens, quotes and marks make no difference.

    >>> phrase("Master's degree (M.Sc.)")
    'master s degree m sc'
    """
    return " ".join(words(fold(text)))


def word_set(listed: str) -> frozenset[str]:
    """The words of a written list."""
    return frozenset(listed.split())


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if category in {"Mn", "Cf", "Me"}:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category.startswith(("C", "Z")):
        return " "
    return character
