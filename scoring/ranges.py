"""The least and the greatest CRS total of a person with open questions.

An unknown field could take any value, so the exact range is that over every way to complete the
profile. It is found without trying them all: once it is settled whether a spouse counts and
which official language comes first, the total never falls when a single answer gets better, so
the completion with the worst answers gives the least and that with the best the greatest. Age
alone goes up and down; its points are added on their own, so its worst and best years do.
A test without its date, and an assessment without its own, count as valid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from pydantic import ValidationError

from scoring.completions import least_and_greatest
from scoring.profile import Profile
from scoring.score import score

if TYPE_CHECKING:
    from scoring.profile import OpenProfile
    from scoring.rules import Rules

Fields: TypeAlias = dict[str, Any]


def total_range(profile: OpenProfile, rules: Rules) -> tuple[int, int]:
    """The least and the greatest total over every value that the unknown fields could take.

    Raises:
        ValueError: the birth date is after the day of the rules.
    """
    return least_and_greatest(profile, rules)


def open_result(profile: OpenProfile, rules: Rules) -> Fields:
    """The range in the public JSON form, with the result itself where nothing required is unknown.

    Raises:
        ValueError: the birth date is after the day of the rules.
    """
    low, high = total_range(profile, rules)
    span = {"low": low, "high": high}
    try:
        complete = Profile.complete(profile)
    except ValidationError:
        return {
            "on": rules.on.isoformat(),
            "rules": rules.since.isoformat(),
            "crs": {
                "total": None,
                "range": span,
                "core": None,
                "spouse": None,
                "transferability": None,
                "additional": None,
            },
            "programs": None,
            "notes": [],
        }
    result = score(complete, rules).as_json()
    return {**result, "crs": {**result["crs"], "range": span}}
