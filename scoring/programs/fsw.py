"""The Federal Skilled Worker class: minimal requirements and the selection grid (IRPR 75 to 83)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.parameters.tables import by_name, names, number, steps
from scoring.result import Fsw
from scoring.standing import AGES, LEVELS, YEARS
from scoring.vocabulary import CANADIAN_STUDIES, EDUCATIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoring.parameters.tree import Entry
    from scoring.profile import Profile
    from scoring.result import FswUnmet
    from scoring.standing import Standing


@dataclass(frozen=True, slots=True)
class Adaptability:
    """The elements of adaptability, in points; together capped."""

    cap: int
    spouse_clb: int
    spouse_language: int
    study: frozenset[str]
    """The Canadian credentials of two academic years or more."""
    own_study: int
    spouse_study: int
    own_work_months: int
    own_work: int
    spouse_work_months: int
    spouse_work: int
    relative: int
    arranged_employment: int


@dataclass(frozen=True, slots=True)
class FswTables:
    """The requirements and the grid in force on a day."""

    skilled_teer: frozenset[int]
    months: int
    clb: int
    pass_mark: int
    first_language: tuple[int, ...]
    second_language_clb: int
    second_language: int
    education: Mapping[str, int]
    experience: tuple[int, ...]
    age: tuple[int, ...]
    arranged_employment: int
    adaptability: Adaptability


def fsw(profile: Profile, standing: Standing, tables: FswTables, *, funds_met: bool) -> Fsw:
    """Holds a person against the class on a day."""
    first = tables.first_language
    a, b, c, d = standing.first
    has_offer = profile.job_offer not in {None, "none"}
    language = first[a] + first[b] + first[c] + first[d]
    if min(standing.second) >= tables.second_language_clb:
        language += tables.second_language
    education = tables.education[standing.education]
    experience = tables.experience[standing.work_years]
    age = tables.age[standing.age]
    arranged = tables.arranged_employment if has_offer else 0
    adaptability = _adaptability(profile, standing, tables.adaptability, has_offer=has_offer)
    points = language + education + experience + age + arranged + adaptability
    unmet: list[FswUnmet] = []
    skilled = standing.teer in tables.skilled_teer
    if standing.work_months < tables.months or not profile.continuous_experience or not skilled:
        unmet.append("experience")
    if standing.first_least < tables.clb:
        unmet.append("language")
    if standing.education == "none":
        unmet.append("education")
    if points < tables.pass_mark:
        unmet.append("points")
    if not funds_met:
        unmet.append("funds")
    if profile.settling_in_quebec:
        unmet.append("quebec")
    items = {
        "language": language,
        "education": education,
        "experience": experience,
        "age": age,
        "arranged_employment": arranged,
        "adaptability": adaptability,
    }
    return Fsw(not unmet, points, items, tuple(unmet))


def _adaptability(
    profile: Profile, standing: Standing, tables: Adaptability, *, has_offer: bool
) -> int:
    points = 0
    spouse = standing.spouse
    if spouse is not None:
        if min(standing.spouse_language) >= tables.spouse_clb:
            points += tables.spouse_language
        if spouse.canadian_study in tables.study:
            points += tables.spouse_study
        if standing.spouse_months >= tables.spouse_work_months:
            points += tables.spouse_work
    if profile.canadian_study in tables.study:
        points += tables.own_study
    if standing.canadian_months >= tables.own_work_months:
        points += tables.own_work
    if profile.relative_in_canada or profile.sibling_in_canada:  # a sibling is a relative too
        points += tables.relative
    if has_offer:
        points += tables.arranged_employment
    return min(points, tables.cap)


def fsw_tables(entries: Mapping[str, Entry], skilled_teer: frozenset[int]) -> FswTables:
    """Compiles the parameters in force into tables.

    Raises:
        ParameterError: a parameter has not the shape its file describes.
    """
    minimum = entries["fsw/minimum"]
    language = entries["fsw/language"]
    second = language.part("second")
    return FswTables(
        skilled_teer=skilled_teer,
        months=number(minimum, "months"),
        clb=number(minimum, "clb"),
        pass_mark=number(minimum, "pass_mark"),
        first_language=steps(language, "first", LEVELS),
        second_language_clb=number(second, "clb"),
        second_language=number(second, "points"),
        education=by_name(entries["fsw/education"], "points", EDUCATIONS),
        experience=steps(entries["fsw/experience"], "points", YEARS),
        age=steps(entries["fsw/age"], "points", AGES),
        arranged_employment=number(entries["fsw/arranged_employment"], "points"),
        adaptability=_adaptability_tables(entries["fsw/adaptability"]),
    )


def _adaptability_tables(entry: Entry) -> Adaptability:
    spouse_language = entry.part("spouse_language")
    own_work = entry.part("own_work")
    spouse_work = entry.part("spouse_work")
    return Adaptability(
        cap=number(entry, "cap"),
        spouse_clb=number(spouse_language, "clb"),
        spouse_language=number(spouse_language, "points"),
        study=names(entry, "study", CANADIAN_STUDIES),
        own_study=number(entry, "own_study"),
        spouse_study=number(entry, "spouse_study"),
        own_work_months=number(own_work, "months"),
        own_work=number(own_work, "points"),
        spouse_work_months=number(spouse_work, "months"),
        spouse_work=number(spouse_work, "points"),
        relative=number(entry, "relative"),
        arranged_employment=number(entry, "arranged_employment"),
    )
