"""The couple with roles exchanged, whether that gains or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.plan.changes import apply
from scoring.plan.couple import exchanged
from scoring.plan.couple_needs import age_is_known, unknown_of_spouse
from scoring.plan.model import Exchange
from scoring.plan.scored import open_programs
from scoring.score import score
from scoring.standing import spouse_counts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.profile import Profile
    from scoring.rules import Rules

_COULD_LIFT = {
    "language": {"language"},
    "education": {"education", "has_eca"},
    "experience": {
        "canadian_experience_months",
        "foreign_experience_months",
        "continuous_experience",
        "occupation",
    },
}
"""The unknown fields of a spouse that could remove what is against them; points, any of them."""


def exchange(profile: Profile, rules: Rules) -> Exchange | None:
    """How the couple stands with roles exchanged; None without a spouse who counts."""
    spouse = profile.spouse
    if spouse is None or not spouse_counts(profile):
        return None
    needs = unknown_of_spouse(spouse, rules)
    if not age_is_known(spouse):
        return Exchange(total=None, changes={}, programs=(), needs=needs)
    changes = exchanged(profile, rules)
    result = score(apply(profile, changes), rules)
    needs = (*needs, *_unknown_of_household(profile, rules))
    return Exchange(result.crs.total, changes, open_programs(result), needs, result)


def relative_decides(profile: Profile, rules: Rules) -> bool:
    """Whether a relative in Canada would open the FSW program with roles exchanged.

    False without a spouse who counts and whose age is known.
    """
    spouse = profile.spouse
    if spouse is None or not spouse_counts(profile) or not age_is_known(spouse):
        return False
    without = _against(profile, rules, relative=False)
    return bool(without) and not _against(profile, rules, relative=True)


def funds_matter(profile: Profile, rules: Rules) -> bool:
    """Whether funds may be all that the FSW program still asks for with roles exchanged.

    A person who may work in Canada and has an offer need show none, but the spouse would.
    False without a spouse who counts and whose age is known.
    """
    spouse = profile.spouse
    if spouse is None or not spouse_counts(profile) or not age_is_known(spouse):
        return False
    unknown = {need.removeprefix("spouse.") for need in unknown_of_spouse(spouse, rules)}
    against = _against(profile, rules, relative=profile.relative_in_canada is not False)
    return all(unknown & _COULD_LIFT.get(code, unknown) for code in against)


def _unknown_of_household(profile: Profile, rules: Rules) -> Iterator[str]:
    if profile.relative_in_canada is None and relative_decides(profile, rules):
        yield "relative_in_canada"
    if funds_matter(profile, rules):
        yield from (n for n in ("family_size", "settlement_funds") if getattr(profile, n) is None)


def _against(profile: Profile, rules: Rules, *, relative: bool) -> set[str]:
    """What is against the spouse in the FSW program, funds and destination aside."""
    changes = {**exchanged(profile, rules), "relative_in_canada": relative}
    unmet = score(apply(profile, changes), rules).programs.fsw.unmet
    return {code for code in unmet if code not in {"funds", "quebec"}}
