"""Groups of actions joined into three parts whose points add up.

What one part decides about the points of another is in its tiers alone: skills are counted with
each other by those. Languages are one part, for the points for French ask for both; work and study
another, for their months add up; and all that the spouse does is the third. So no lane but that of
papers belongs to two parts, and a set takes as long as the part that takes longest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, get_args

from scoring.crs import french_points, transferability_total, transferred
from scoring.plan.bundle import Bundle, needed
from scoring.plan.demand import Demand
from scoring.profile import LanguageResult
from scoring.standing import standing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scoring.crs import CrsTables
    from scoring.plan.candidate import Candidate, Group
    from scoring.plan.frontier import Price
    from scoring.plan.scored import Start
    from scoring.plan.worth import Reach, Worth
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


Points: TypeAlias = tuple[int, int, tuple[int, ...]]
"""What a part brings to the total: to the core (or the spouse's section), additional points, and
the tiers of the skills that are counted with those of the other part."""
Joined: TypeAlias = "tuple[tuple[Candidate, ...], Price, Worth]"
"""One choice of a part: what it takes, and the worths of the groups, one after the other."""
_Taken: TypeAlias = tuple[float, float, float, float, float, float, int]
"""A ``Demand``, or the like without names."""


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
    reaches: Sequence[Reach]
    """What the worth of a language stands for."""

    def points(self, part: Part, worth: Worth) -> Points:
        """What a part brings.

        Args:
            part: which one.
            worth: the worths of its groups, one after the other.
        """
        if part == "spouse":
            return min(sum(worth), self.tables.spouse.cap), 0, ()
        further = self.tables.additional
        full = self.additional >= further.cap
        if part == "work":
            education, tier, study, canadian, canadian_tier, foreign_tier, certified, offer = worth
            worked = (tier, canadian_tier, foreign_tier, certified)
            return education + canadian, 0 if full else study + offer, worked
        first, first_step, second, second_step = worth
        by_first, by_second = self.reaches[first_step], self.reaches[second_step]
        english, french = by_first.english, by_second.french
        if self.french_first:
            english, french = by_second.english, by_first.french
        bonus = french_points(further, english=english, french=french)
        spoken = (by_first.tier, by_first.beside_certificate)
        return first + second, 0 if full else bonus, spoken

    def total(self, languages: Points, work: Points, spouse: Points) -> int:
        """The CRS total with these."""
        return min(self.uncapped(languages, work) + spouse[0], self.tables.cap)

    def uncapped(self, languages: Points, work: Points) -> int:
        """The same without the spouse's points and the cap of the total."""
        spoken, bonus, (language, beside_certificate) = languages
        worked, further, (education, canadian, foreign, certified) = work
        certificate = beside_certificate if certified else None
        tables = self.tables.transferability
        items = transferred(tables, education, canadian, foreign, language, certificate)
        return (
            min(self.core + spoken + worked, self.core_cap)
            + min(self.additional + bonus + further, self.tables.additional.cap)
            + transferability_total(tables, items)
        )


def base(profile: Profile, at: Start, reaches: Sequence[Reach]) -> Base:
    """What no part changes about the total of a person.

    Args:
        profile: the person.
        at: the day, and the language of a first test.
        reaches: what the worth of a language stands for.
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
        reaches=reaches,
    )


def _french_first(profile: Profile, at: Start) -> bool:
    first, second = profile.first_language, profile.second_language
    if isinstance(first, LanguageResult):
        return first.test in at.rules.french_tests
    if isinstance(second, LanguageResult):
        return second.test in at.rules.english_tests
    return at.speaks == "french"


def joined(part: Part, offered: Mapping[Group, Sequence[Bundle]]) -> list[Joined]:
    """What the groups of a part offer together.

    The spouse's points only ever add up, so there what is never needed is left out.
    """
    whole: list[tuple[tuple[Candidate, ...], _Taken, Worth]] = [((), Demand(), ())]
    for group in GROUPS_OF[part]:
        whole = [
            (candidates + more, _both(taken, added), worth + further)
            for candidates, taken, worth in whole
            for more, added, further in offered[group]
        ]
        if part == "spouse":
            whole = needed((each, each[1], (sum(each[2]),)) for each in whole)
    return [
        (candidates, (max(lanes), cost, effort), worth)
        for candidates, (*lanes, cost, effort), worth in whole
    ]


def _both(one: _Taken, other: _Taken) -> _Taken:
    """As ``Demand.plus``, and quicker for so many."""
    a, b, c, d, papers, cost, effort = one
    e, f, g, h, more_papers, more_cost, more_effort = other
    return (
        a + e,
        b + f,
        c + g,
        d + h,
        max(papers, more_papers),
        cost + more_cost,
        effort + more_effort,
    )
