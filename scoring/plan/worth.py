"""What the traits of each group are worth: all they decide about the total, in numbers.

Whatever else a person changes, the total never falls when none of these numbers does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from scoring.standing import LEVELS

if TYPE_CHECKING:
    from scoring.plan.candidate import Group
    from scoring.rules import Rules
    from scoring.standing import FourLevels

Worth: TypeAlias = tuple[int, ...]
Worths: TypeAlias = Mapping["Group", Callable[..., Worth]]


class Reach(NamedTuple):
    """What the lowest of four levels reaches."""

    tier: int
    beside_certificate: int
    """The tier beside a certificate of qualification."""
    english: bool
    """Whether it is enough as English beside French, for the points of both."""
    french: bool
    """Whether it is enough as French, for the points of that."""


def reaches(rules: Rules) -> Sequence[Reach]:
    """All that a lowest level can reach, upwards: the worth of a language names its place."""
    each = [_reach(rules, level) for level in range(LEVELS)]
    return [reach for reach, before in zip(each, [None, *each], strict=False) if reach != before]


def _reach(rules: Rules, level: int) -> Reach:
    tiers, further = rules.crs.transferability, rules.crs.additional
    return Reach(
        tiers.language[level],
        tiers.certificate_language[level],
        level >= further.english_clb,
        level >= further.nclc,
    )


def worths(rules: Rules, steps: Sequence[Reach], *, with_spouse: bool) -> Worths:
    """For each group, the worth of the traits it owns.

    Args:
        rules: those of the day.
        steps: all that a lowest level can reach.
        with_spouse: whether there is a spouse who counts.
    """
    crs = rules.crs
    column = crs.with_spouse if with_spouse else crs.without_spouse
    tiers, further, spouse = crs.transferability, crs.additional, crs.spouse

    by_first, by_second = column.first_language, column.second_language
    step_of = [steps.index(reach) for reach in (_reach(rules, level) for level in range(LEVELS))]

    def first(levels: FourLevels) -> Worth:
        a, b, c, d = levels
        return by_first[a] + by_first[b] + by_first[c] + by_first[d], step_of[min(levels)]

    def second(levels: FourLevels) -> Worth:
        a, b, c, d = levels
        points = by_second[a] + by_second[b] + by_second[c] + by_second[d]
        return min(points, column.second_language_cap), step_of[min(levels)]

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
