"""The words a profile is written in, with the order the law gives them."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

MaritalStatus: TypeAlias = Literal[
    "single", "married", "common_law", "separated", "divorced", "widowed"
]
Education: TypeAlias = Literal[
    "none",
    "secondary",
    "one_year",
    "two_year",
    "bachelor",
    "two_or_more",
    "master",
    "professional",
    "doctoral",
]
CanadianStudy: TypeAlias = Literal[
    "none", "one_year", "two_year", "three_or_more_years", "graduate_one_year"
]
JobOffer: TypeAlias = Literal["none", "senior_management", "skilled"]
CurrentWork: TypeAlias = Literal["none", "canada", "abroad"]
Test: TypeAlias = Literal["ielts", "celpip", "pte", "clb", "tef", "tcf", "nclc"]
OfficialLanguage: TypeAlias = Literal["english", "french"]
ProgramName: TypeAlias = Literal["fsw", "cec", "fst"]
Ability: TypeAlias = Literal["listening", "reading", "writing", "speaking"]

MARITAL_STATUSES: tuple[MaritalStatus, ...] = get_args(MaritalStatus)
COUPLES: frozenset[MaritalStatus] = frozenset({"married", "common_law"})
"""The statuses of a person who has a spouse or common-law partner."""

EDUCATIONS: tuple[Education, ...] = get_args(Education)
CANADIAN_STUDIES: tuple[CanadianStudy, ...] = get_args(CanadianStudy)
JOB_OFFERS: tuple[JobOffer, ...] = get_args(JobOffer)
CURRENT_WORKS: tuple[CurrentWork, ...] = get_args(CurrentWork)
TESTS: tuple[Test, ...] = get_args(Test)
PROGRAMS: tuple[ProgramName, ...] = get_args(ProgramName)
ABILITIES: tuple[Ability, ...] = get_args(Ability)

_STUDIES_WITHIN: dict[Education, tuple[CanadianStudy, ...]] = {
    "none": CANADIAN_STUDIES[:1],
    "secondary": CANADIAN_STUDIES[:1],
    "one_year": CANADIAN_STUDIES[:2],
    "two_year": CANADIAN_STUDIES[:3],
}


def studies_within(education: Education) -> tuple[CanadianStudy, ...]:
    """The Canadian studies that a level of education allows: never more than itself."""
    return _STUDIES_WITHIN.get(education, CANADIAN_STUDIES)
