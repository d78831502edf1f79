"""What the traits of each group are worth: all they decide about the total, in numbers.

Whatever else a person changes, the total never falls when none of these numbers does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from scoring.plan.candidate import Group
    from scoring.rules import Rules
    from scoring.standing import FourLevels

Worth: TypeAlias = tuple[int, ...]
Worths: TypeAlias = Mapping["Group", Callable[..., Worth]]


def worths(rules: Rules, *, with_spouse: bool) -> Worths:
    """For each group, the worth of the traits it owns.

    Args:
        rules: those of the day.
        with_spouse: whether there is a spouse who counts.
    """
    crs = rules.crs
    column = crs.with_spouse if with_spouse else crs.without_spouse
    tiers, further, spouse = crs.transferability, crs.additional, crs.spouse

    def bonus(levels: FourLevels) -> tuple[int, int]:
        least = min(levels)
        return least >= further.english_clb, least >= further.nclc

    def first(levels: FourLevels) -> Worth:
        least = min(levels)
        points = sum(column.first_language[level] for level in levels)
        tier, beside_certificate = tiers.language[least], tiers.certificate_language[least]
        return points, tier, beside_certificate, *bonus(levels)

    def second(levels: FourLevels) -> Worth:
        points = sum(column.second_language[level] for level in levels)
        return min(points, column.second_language_cap), *bonus(levels)

    return {
        "first_language": first,
        "second_language": second,
        "education": lambda education, study: (
            column.education[education],
            tiers.education[education],
            further.canadian_study[study],
        ),
        "canadian_experience": lambda years: (
            column.canadian_experience[years],
            tiers.canadian_experience[years],
        ),
        "foreign_experience": lambda years: (tiers.foreign_experience[years],),
        "trade_certificate": lambda certified: (int(certified),),
        "job_offer": lambda offer: (further.job_offer[offer],),
        "spouse_education": lambda education: (spouse.education[education],),
        "spouse_language": lambda levels: (sum(spouse.language[level] for level in levels),),
        "spouse_experience": lambda years: (spouse.canadian_experience[years],),
    }
