"""What the total would be at each level of the first official language: before a test is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.completions import LEVELS_OF
from scoring.profile import OpenLanguageResult
from scoring.ranges import total_range
from scoring.vocabulary import ABILITIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoring.profile import OpenProfile
    from scoring.rules import Rules
    from scoring.vocabulary import OfficialLanguage


def totals_by_level(
    profile: OpenProfile, language: OfficialLanguage, rules: Rules
) -> Mapping[int, tuple[int, int]]:
    """The least and the greatest total with the same level in all four abilities of a language.

    The levels go from what the Federal Skilled Worker Program asks to the first that gives the
    most points. All else that is open stays open.

    Raises:
        ValueError: the birth date is after the day of the rules.
    """
    points = rules.crs.without_spouse.first_language
    least: int = rules.entries["fsw/minimum"].value("clb")
    return {
        level: total_range(_at(level, profile, language), rules)
        for level in range(least, points.index(max(points)) + 1)
    }


def _at(level: int, profile: OpenProfile, language: OfficialLanguage) -> OpenProfile:
    everywhere = {str(ability): level for ability in ABILITIES}
    result = OpenLanguageResult.model_validate({"test": LEVELS_OF[language], **everywhere})
    return profile.model_copy(update={"first_language": result})
