"""The Comprehensive Ranking System: how its parameters combine into a score.

A and B depend on whether a spouse counts: the tables come in two columns. C multiplies skills
with each other in three capped groups. D adds points for what is outside the person.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from scoring.parameters.tables import (
    by_name,
    grid,
    number,
    numbers,
    pair,
    paired_by_name,
    paired_steps,
    steps,
)
from scoring.result import Crs, Section
from scoring.standing import AGES, LEVELS, YEARS
from scoring.vocabulary import CANADIAN_STUDIES, EDUCATIONS, JOB_OFFERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoring.parameters.tree import Entry
    from scoring.profile import Profile
    from scoring.standing import Standing


@dataclass(frozen=True, slots=True)
class Column:
    """The core tables for people with, or without, a spouse who counts."""

    cap: int
    age: tuple[int, ...]
    education: Mapping[str, int]
    first_language: tuple[int, ...]
    second_language: tuple[int, ...]
    second_language_cap: int
    canadian_experience: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SpouseTables:
    """The points a spouse brings."""

    cap: int
    education: Mapping[str, int]
    language: tuple[int, ...]
    canadian_experience: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TransferabilityTables:
    """The tiers of each skill, and the points of each pair of tiers."""

    cap: int
    group_cap: int
    education: Mapping[str, int]
    foreign_experience: tuple[int, ...]
    canadian_experience: tuple[int, ...]
    language: tuple[int, ...]
    certificate_language: tuple[int, ...]
    education_language: tuple[tuple[int, ...], ...]
    education_canadian_experience: tuple[tuple[int, ...], ...]
    foreign_experience_language: tuple[tuple[int, ...], ...]
    foreign_experience_canadian_experience: tuple[tuple[int, ...], ...]
    certificate_points: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AdditionalTables:
    """Points for a sibling, French, study, an offer and a nomination."""

    cap: int
    sibling: int
    nclc: int
    """NCLC that French must reach in each ability."""
    english_clb: int
    """CLB that English must reach in each ability for the higher French points."""
    french: int
    french_and_english: int
    canadian_study: Mapping[str, int]
    job_offer: Mapping[str, int]
    provincial_nomination: int


@dataclass(frozen=True, slots=True)
class CrsTables:
    """All tables of the CRS in force on a day."""

    cap: int
    with_spouse: Column
    without_spouse: Column
    spouse: SpouseTables
    transferability: TransferabilityTables
    additional: AdditionalTables


def crs(profile: Profile, standing: Standing, tables: CrsTables) -> Crs:
    """The CRS score of a person on a day."""
    core = _core(standing, tables.with_spouse if standing.spouse else tables.without_spouse)
    spouse = _spouse(standing, tables.spouse) if standing.spouse else _NO_SPOUSE
    transferability = _transferability(profile, standing, tables.transferability)
    additional = _additional(profile, standing, tables.additional)
    total = core.total + spouse.total + transferability.total + additional.total
    return Crs(min(total, tables.cap), core, spouse, transferability, additional)


def _core(standing: Standing, column: Column) -> Section:
    first = column.first_language
    second = column.second_language
    a, b, c, d = standing.first
    e, f, g, h = standing.second
    age = column.age[standing.age]
    education = column.education[standing.education]
    first_language = first[a] + first[b] + first[c] + first[d]
    second_language = min(second[e] + second[f] + second[g] + second[h], column.second_language_cap)
    experience = column.canadian_experience[standing.canadian_years]
    total = age + education + first_language + second_language + experience
    return Section(
        min(total, column.cap),
        {
            "age": age,
            "education": education,
            "first_language": first_language,
            "second_language": second_language,
            "canadian_experience": experience,
        },
    )


_NO_SPOUSE = Section(0, MappingProxyType({"education": 0, "language": 0, "canadian_experience": 0}))


def _spouse(standing: Standing, tables: SpouseTables) -> Section:
    points = tables.language
    a, b, c, d = standing.spouse_language
    education = tables.education[standing.spouse_education]
    language = points[a] + points[b] + points[c] + points[d]
    experience = tables.canadian_experience[standing.spouse_years]
    return Section(
        min(education + language + experience, tables.cap),
        {"education": education, "language": language, "canadian_experience": experience},
    )


def _transferability(
    profile: Profile, standing: Standing, tables: TransferabilityTables
) -> Section:
    level = standing.first_least
    items = transferred(
        tables,
        tables.education[standing.education],
        tables.canadian_experience[standing.canadian_years],
        tables.foreign_experience[standing.foreign_years],
        tables.language[level],
        tables.certificate_language[level] if profile.trade_certificate else None,
    )
    return Section(
        transferability_total(tables, items),
        {
            "education_language": items[0],
            "education_canadian_experience": items[1],
            "foreign_experience_language": items[2],
            "foreign_experience_canadian_experience": items[3],
            "certificate_language": items[4],
        },
    )


def transferred(
    tables: TransferabilityTables,
    education: int,
    canadian: int,
    foreign: int,
    language: int,
    certificate: int | None,
) -> tuple[int, int, int, int, int]:
    """The items of skills counted with each other, by the tier of each.

    A certificate has that of the language beside it; None where there is no certificate.
    """
    return (
        tables.education_language[education][language],
        tables.education_canadian_experience[education][canadian],
        tables.foreign_experience_language[foreign][language],
        tables.foreign_experience_canadian_experience[foreign][canadian],
        0 if certificate is None else tables.certificate_points[certificate],
    )


def transferability_total(
    tables: TransferabilityTables, items: tuple[int, int, int, int, int]
) -> int:
    """What these items come to, within their caps."""
    by_education, by_study_and_work, by_foreign, by_both_works, by_certificate = items
    cap = tables.group_cap
    total = (
        min(by_education + by_study_and_work, cap)
        + min(by_foreign + by_both_works, cap)
        + min(by_certificate, cap)
    )
    return min(total, tables.cap)


def _additional(profile: Profile, standing: Standing, tables: AdditionalTables) -> Section:
    sibling = tables.sibling if profile.sibling_in_canada else 0
    french = french_points(
        tables,
        french=min(standing.french) >= tables.nclc,
        english=min(standing.english) >= tables.english_clb,
    )
    study = tables.canadian_study[profile.canadian_study or "none"]
    offer = tables.job_offer[profile.job_offer or "none"]
    nomination = tables.provincial_nomination if profile.provincial_nomination else 0
    return Section(
        min(sibling + french + study + offer + nomination, tables.cap),
        {
            "sibling": sibling,
            "french": french,
            "canadian_study": study,
            "job_offer": offer,
            "provincial_nomination": nomination,
        },
    )


def french_points(tables: AdditionalTables, *, french: bool, english: bool) -> int:
    """The points for French, by whether either language reaches the level asked of it."""
    if not french:
        return 0
    return tables.french_and_english if english else tables.french


def crs_tables(entries: Mapping[str, Entry]) -> CrsTables:
    """Compiles the parameters in force into tables.

    Raises:
        ParameterError: a parameter has not the shape its file describes.
    """
    caps = entries["crs/caps"]
    with_spouse, without_spouse = _columns(entries)
    return CrsTables(
        cap=number(caps, "total"),
        with_spouse=with_spouse,
        without_spouse=without_spouse,
        spouse=SpouseTables(
            cap=number(caps, "spouse"),
            education=by_name(entries["crs/spouse/education"], "points", EDUCATIONS),
            language=steps(entries["crs/spouse/language"], "points", LEVELS),
            canadian_experience=steps(entries["crs/spouse/canadian_experience"], "points", YEARS),
        ),
        transferability=_transferability_tables(entries),
        additional=_additional_tables(entries),
    )


def _columns(entries: Mapping[str, Entry]) -> tuple[Column, Column]:
    second = entries["crs/core/second_language"]
    both = zip(
        pair(entries["crs/caps"], "core"),
        paired_steps(entries["crs/core/age"], "points", AGES),
        paired_by_name(entries["crs/core/education"], "points", EDUCATIONS),
        paired_steps(entries["crs/core/first_language"], "points", LEVELS),
        paired_steps(second, "points", LEVELS),
        pair(second, "cap"),
        paired_steps(entries["crs/core/canadian_experience"], "points", YEARS),
        strict=True,
    )
    with_spouse, without_spouse = (Column(*column) for column in both)
    return with_spouse, without_spouse


def _transferability_tables(entries: Mapping[str, Entry]) -> TransferabilityTables:
    folder = "crs/transferability"
    tiers = entries[f"{folder}/tiers"]
    size = 3
    return TransferabilityTables(
        cap=number(entries["crs/caps"], "transferability"),
        group_cap=number(tiers, "group_cap"),
        education=by_name(tiers, "education", EDUCATIONS),
        foreign_experience=steps(tiers, "foreign_experience", YEARS),
        canadian_experience=steps(tiers, "canadian_experience", YEARS),
        language=steps(tiers, "language", LEVELS),
        certificate_language=steps(tiers, "certificate_language", LEVELS),
        education_language=grid(entries[f"{folder}/education_language"], "points", size),
        education_canadian_experience=grid(
            entries[f"{folder}/education_canadian_experience"], "points", size
        ),
        foreign_experience_language=grid(
            entries[f"{folder}/foreign_experience_language"], "points", size
        ),
        foreign_experience_canadian_experience=grid(
            entries[f"{folder}/foreign_experience_canadian_experience"], "points", size
        ),
        certificate_points=numbers(entries[f"{folder}/certificate_language"], "points", size),
    )


def _additional_tables(entries: Mapping[str, Entry]) -> AdditionalTables:
    folder = "crs/additional"
    french = entries[f"{folder}/french"]
    alone, with_english = numbers(french, "points", 2)
    return AdditionalTables(
        cap=number(entries["crs/caps"], "additional"),
        sibling=number(entries[f"{folder}/sibling"], "points"),
        nclc=number(french, "nclc"),
        english_clb=number(french, "english_clb"),
        french=alone,
        french_and_english=with_english,
        canadian_study=by_name(entries[f"{folder}/canadian_study"], "points", CANADIAN_STUDIES),
        job_offer=by_name(entries[f"{folder}/job_offer"], "points", JOB_OFFERS),
        provincial_nomination=number(entries[f"{folder}/provincial_nomination"], "points"),
    )
