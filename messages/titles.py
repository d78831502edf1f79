"""Titles of occupations, short enough for a button.

French titles give both forms, "Aides-infirmiers/aides-infirmières"; the second takes as many
words as the first, so the first of its words tells where the first form begins.
"""

from __future__ import annotations

_SAME_STEM = 3
"""How many letters two forms of one word share at least."""


def first_forms(title: str) -> str:
    """The title with only the first of two forms: "Directeurs financiers"."""
    first, *others = title.split("/")
    kept = first.split(" ")
    for other in others:
        words = other.split(" ")
        second_form = _length_of_form(kept, words[0])
        last, rest = words[second_form - 1], words[second_form:]
        kept[-1] += last[len(last.rstrip(",;)")) :]
        kept += rest
    return " ".join(kept)


def _length_of_form(before: list[str], second: str) -> int:
    """How many words the form took that ``second`` begins anew."""
    stem = second[:_SAME_STEM].casefold()
    for count, word in enumerate(reversed(before), 1):
        if word.lstrip("(").casefold().startswith(stem):
            return count
    return 1
