"""More months of work in Canada: all of them count, and the newest ones as recent."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoring.profile import OpenProfile
    from scoring.rules import Rules


def with_work_in_canada(profile: OpenProfile, added: int, rules: Rules) -> dict[str, int]:
    """The fields of a profile that ``added`` months of work in Canada change."""
    recent = profile.recent_canadian_experience_months or 0
    return {
        "canadian_experience_months": (profile.canadian_experience_months or 0) + added,
        "recent_canadian_experience_months": max(recent, min(recent + added, rules.recent_months)),
    }
