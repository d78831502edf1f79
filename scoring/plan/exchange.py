"""The couple with roles exchanged, whether that gains or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.plan.changes import apply
from scoring.plan.couple import exchanged
from scoring.plan.couple_needs import age_is_known, unknown_of_couple
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
    needs = unknown_of_couple(profile, rules)
    if not age_is_known(spouse):
        return Exchange(total=None, changes={}, programs=(), needs=needs)
    if profile.relative_in_canada is None and relative_decides(profile, rules):
        needs = (*needs, "relative_in_canada")
    changes = exchanged(profile, rules)
    result = score(apply(profile, changes), rules)
    return Exchange(result.crs.total, changes, open_programs(result), needs, result)


def relative_decides(profile: Profile, rules: Rules) -> bool:
    """Whether a relative in Canada would open the FSW program with roles exchanged.

    False without a spouse who counts and whose age is known.
    """
    spouse = profile.spouse
    if spouse is None or not spouse_counts(profile) or not age_is_known(spouse):
        return False
    return _qualifies(profile, rules, relative=True) and not _qualifies(
        profile, rules, relative=False
    )


def _qualifies(profile: Profile, rules: Rules, *, relative: bool) -> bool:
    """Whether the spouse meets the FSW program, funds and destination aside."""
    changes = {**exchanged(profile, rules), "relative_in_canada": relative}
    unmet = score(apply(profile, changes), rules).programs.fsw.unmet
    return not set(unmet) - {"funds", "quebec"}
