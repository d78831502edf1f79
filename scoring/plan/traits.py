"""What decides the CRS total, one value a group of actions, and which of them a group owns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoring.plan.candidate import Group
    from scoring.profile import Profile
    from scoring.standing import FourLevels, Standing
    from scoring.vocabulary import CanadianStudy, Education, JobOffer

Values: TypeAlias = tuple[Any, ...]
"""Some neighbouring traits."""


class Traits(NamedTuple):
    """What decides the total of a person whose age and household are given."""

    first: FourLevels
    second: FourLevels
    education: Education
    canadian_study: CanadianStudy
    canadian_years: int
    foreign_years: int
    trade_certificate: bool
    job_offer: JobOffer
    spouse_education: Education
    spouse_language: FourLevels
    spouse_years: int


_OWNED: Mapping[Group, tuple[int, int]] = {
    "first_language": (0, 1),
    "second_language": (1, 2),
    "education": (2, 4),
    "canadian_experience": (4, 5),
    "foreign_experience": (5, 6),
    "trade_certificate": (6, 7),
    "job_offer": (7, 8),
    "spouse_education": (8, 9),
    "spouse_language": (9, 10),
    "spouse_experience": (10, 11),
}
"""Which traits each group of actions changes: from the first to before the last."""

GROUPS: tuple[Group, ...] = tuple(_OWNED)
"""The groups of actions that change traits, in the order of those."""


def traits(profile: Profile, person: Standing) -> Traits:
    """The traits of a person, by how they stand on a day."""
    return Traits(
        first=person.first,
        second=person.second,
        education=person.education,
        canadian_study=profile.canadian_study or "none",
        canadian_years=person.canadian_years,
        foreign_years=person.foreign_years,
        trade_certificate=bool(profile.trade_certificate),
        job_offer=profile.job_offer or "none",
        spouse_education=person.spouse_education,
        spouse_language=person.spouse_language,
        spouse_years=person.spouse_years,
    )


def owned(person: Traits, group: Group) -> Values:
    """The traits that a group of actions changes."""
    start, end = _OWNED[group]
    return person[start:end]
