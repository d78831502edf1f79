"""Groups of actions joined into three parts whose points add up.

What one part decides about the points of another is in its tiers alone: skills are counted with
each other by those. Languages are one part, for the points for French ask for both; work and study
another, for their months add up; and all that the spouse does is the third. So no lane but that of
papers belongs to two parts, and a set takes as long as the part that takes longest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, get_args

from scoring.crs import french_points, transferability
from scoring.plan.bundle import Bundle, needed
from scoring.plan.demand import Demand
from scoring.profile import LanguageResult
from scoring.standing import standing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scoring.crs import CrsTables
    from scoring.plan.candidate import Candidate, Group
    from scoring.plan.scored import Start
    from scoring.plan.worth import Worth
    from scoring.profile import Profile

Part: TypeAlias = Literal["languages", "work", "spouse"]
PARTS: tuple[Part, ...] = get_args(Part)

GROUPS_OF: Mapping[Part, tuple[Group, ...]] = {
    "languages": ("first_language", "second_language"),
    "work": (
        "education",
        "canadian_experience",
        "foreign_experience",
        "trade_certificate",
        "job_offer",
    ),
    "spouse": ("spouse_education", "spouse_language", "spouse_experience"),
}


class Points(NamedTuple):
    """What a part brings to the total."""

    core: int = 0
    """Or what it brings to the spouse's section."""
    additional: int = 0
    tiers: tuple[int, ...] = ()
    """Of the skills that are counted with those of the other part."""


class Option(NamedTuple):
    """One choice of a part."""

    effort: int
    cost: float
    months: float
    points: Points
    candidates: tuple[Candidate, ...]


class Base(NamedTuple):
    """What no part changes about the total of a person, and how the parts are summed up."""

    tables: CrsTables
    core: int
    """The points for age."""
    additional: int
    """Those for a sibling and a nomination."""
    core_cap: int
    french_first: bool
    """Whether the first official language is French, or will be once it is tested."""

    def points(self, part: Part, worth: Worth) -> Points:
        """What a part brings.

        Args:
            part: which one.
            worth: the worths of its groups, one after the other.
        """
        further = self.tables.additional
        if part == "spouse":
            return Points(min(sum(worth), self.tables.spouse.cap))
        full = self.additional >= further.cap
        if part == "work":
            education, tier, study, canadian, canadian_tier, foreign_tier, certified, offer = worth
            tiers = (tier, canadian_tier, foreign_tier, certified)
            return Points(education + canadian, 0 if full else study + offer, tiers)
        first, tier, beside_certificate, *first_as, second, as_english, as_french = worth
        english, french = first_as[0], as_french
        if self.french_first:
            english, french = as_english, first_as[1]
        bonus = french_points(further, english=bool(english), french=bool(french))
        return Points(first + second, 0 if full else bonus, (tier, beside_certificate))

    def total(self, languages: Points, work: Points, spouse: Points) -> int:
        """The CRS total with these."""
        return min(self.uncapped(languages, work) + spouse.core, self.tables.cap)

    def uncapped(self, languages: Points, work: Points) -> int:
        """The same without the spouse's points and the cap of the total."""
        core = self.core + languages.core + work.core
        additional = self.additional + languages.additional + work.additional
        language, beside_certificate = languages.tiers
        education, canadian, foreign, certified = work.tiers
        certificate = beside_certificate if certified else None
        tables = self.tables.transferability
        return (
            min(core, self.core_cap)
            + min(additional, self.tables.additional.cap)
            + transferability(tables, education, canadian, foreign, language, certificate).total
        )


def base(profile: Profile, at: Start) -> Base:
    """What no part changes about the total of a person.

    Args:
        profile: the person.
        at: the day, and the language of a first test.
    """
    person, tables = standing(profile, at.rules), at.rules.crs
    column = tables.with_spouse if person.spouse else tables.without_spouse
    further = tables.additional
    sibling = further.sibling if profile.sibling_in_canada else 0
    nomination = further.provincial_nomination if profile.provincial_nomination else 0
    return Base(
        tables=tables,
        core=column.age[person.age],
        additional=sibling + nomination,
        core_cap=column.cap,
        french_first=_french_first(profile, at),
    )


def _french_first(profile: Profile, at: Start) -> bool:
    first, second = profile.first_language, profile.second_language
    if isinstance(first, LanguageResult):
        return first.test in at.rules.french_tests
    if isinstance(second, LanguageResult):
        return second.test in at.rules.english_tests
    return at.speaks == "french"


def options(base: Base, part: Part, offered: Mapping[Group, Sequence[Bundle]]) -> list[Option]:
    """What the groups of a part offer together."""
    joined = _joined_by_spouse if part == "spouse" else _joined
    return [
        Option(taken.effort, taken.cost, taken.months, base.points(part, worth), candidates)
        for candidates, taken, worth in joined([offered[group] for group in GROUPS_OF[part]])
    ]


def _joined(groups: Sequence[Sequence[Bundle]]) -> list[Bundle]:
    """Every choice of some groups together."""
    whole = [Bundle((), Demand(), ())]
    for offered in groups:
        whole = [before.plus(bundle) for before in whole for bundle in offered]
    return whole


def _joined_by_spouse(groups: Sequence[Sequence[Bundle]]) -> list[Bundle]:
    """Every choice that is ever needed where points only add up."""
    whole = [Bundle((), Demand(), ())]
    for offered in groups:
        grown = [before.plus(bundle) for before in whole for bundle in offered]
        whole = needed((each, each.demand, (sum(each.worth),)) for each in grown)
    return whole
