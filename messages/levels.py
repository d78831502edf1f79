"""The Canadian levels of a language result on a day, as the score counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.language import NO_LEVELS, Levels, levels
from scoring.profile import LanguageResult
from scoring.rules import rules_on

if TYPE_CHECKING:
    from datetime import date

    from scoring.profile import OpenLanguage, OpenLanguageResult


def has_expired(result: OpenLanguageResult, on: date) -> bool:
    """Whether a result is too old to count."""
    return result.taken_on is not None and result.taken_on <= rules_on(on).tests_expired


def reached(language: OpenLanguage | None, on: date) -> Levels:
    """What each ability counts as: nothing without a result that is accepted and still valid."""
    if language is None or isinstance(language, str) or has_expired(language, on):
        return NO_LEVELS
    result = LanguageResult.model_validate(language.model_dump())
    return levels(result, rules_on(on).levels) or NO_LEVELS
