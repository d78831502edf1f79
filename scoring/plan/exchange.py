"""The couple with roles exchanged, whether that gains or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.plan.changes import apply
from scoring.plan.couple import age_is_known, exchanged, unknown_of_spouse
from scoring.plan.model import Exchange
from scoring.plan.scored import open_programs
from scoring.score import score
from scoring.standing import spouse_counts

if TYPE_CHECKING:
    from scoring.profile import Profile
    from scoring.rules import Rules


def exchange(profile: Profile, rules: Rules) -> Exchange | None:
    """How the couple stands with roles exchanged; None without a spouse who counts."""
    spouse = profile.spouse
    if spouse is None or not spouse_counts(profile):
        return None
    needs = unknown_of_spouse(spouse)
    if not age_is_known(spouse):
        return Exchange(total=None, changes={}, programs=(), needs=needs)
    changes = exchanged(profile, rules)
    result = score(apply(profile, changes), rules)
    return Exchange(result.crs.total, changes, open_programs(result), needs)
