"""Whether words are a job title that is known, word for word and in the singular."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from functools import cache

from dialogs.conversation import LANGUAGES
from dialogs.reading.occupations.titles import titles
from dialogs.reading.text import phrase, words
from dialogs.situation import TESTS


def is_title(text: str) -> bool:
    """Whether a text is a title and nothing else."""
    return is_known(phrase(text))


def is_known(said: str) -> bool:
    """Whether these folded words, joined by spaces, are a title in whatever language."""
    known, sought = _titles(), hash(_singular(said))
    at = bisect_left(known, sought)
    return at < len(known) and known[at] == sought


def _singular(title: str) -> str:
    return " ".join(
        word[:-1] if len(word) > 3 and word.endswith("s") else word for word in title.split()
    )


@cache
def _titles() -> array[int]:
    """The titles of all languages, each word in the singular, in order by their hashes.

    These tell strangers from titles as surely as the texts, in a tenth of the memory.
    """
    singular = (
        _singular(" ".join(words(title))) for language in LANGUAGES for title, _ in titles(language)
    )
    return array("q", sorted({hash(title) for title in singular}))


def speaks_of_a_test(text: str) -> bool:
    """``supprime mon IELTS``: words about a language test, and no title such as IELTS trainer."""
    said = phrase(text)
    return not set(TESTS).isdisjoint(said.split()) and not is_known(said)
