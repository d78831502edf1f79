"""Whether an answer is about the spouse, by its first words: "she has none", "mon mari non"."""

from __future__ import annotations

import re

from dialogs.reading.text import phrase

OF_ONESELF = frozenset(
    {
        *("birth_date", "education", "canadian_study", "has_eca", "occupation"),
        *("first_language_test", "first_language_scores"),
        *("second_language_test", "second_language_scores"),
        *("canadian_experience", "foreign_experience", "recent_canadian_experience"),
        *("continuous_experience", "trade_experience", "trade_certificate"),
    }
)
"""Questions about the person alone, which nothing about the spouse answers."""
_OPENING = re.compile(
    r"(?:and |but |et |mais )?(?:he|she|hes|shes|elle|il(?! (?:y|faut|me|n y|m en|est))"
    r"|my (?:wife|husband|spouse|partner)|ma (?:femme|conjointe|partenaire)"
    r"|mon (?:mari|conjoint|epouse|epoux|partenaire)) "
)


def is_of_spouse(text: str) -> bool:
    """Whether the words begin with the spouse.

    >>> is_of_spouse("il a pas passé de test")
    True
    >>> is_of_spouse("il y a 3 ans")
    False
    """
    return _OPENING.match(phrase(text) + " ") is not None
