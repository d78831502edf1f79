"""A result line by line: the points, the most possible, and the rule that gave them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from scoring.parameters.tree import Entry, Source, tree
from scoring.standing import spouse_counts
from scoring.vocabulary import ABILITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from scoring.crs import CrsTables
    from scoring.profile import OpenProfile
    from scoring.programs.fsw import FswTables
    from scoring.result import Result
    from scoring.rules import Rules

__all__ = ["Line", "Rule", "Source", "lines", "rule_of"]


@dataclass(frozen=True, slots=True)
class Rule:
    """Where a line's points come from."""

    key: str
    """The parameter, ``"crs/core/age"``."""
    title: str
    reference: str
    since: date
    sources: tuple[Source, ...]
    confirmed: bool
    checked: date
    """The last day on which evidence showed the rule as it is applied."""


@dataclass(frozen=True, slots=True)
class Line:
    """One item of a result."""

    section: str
    """``core``, ``spouse``, ``transferability``, ``additional`` or ``fsw``."""
    item: str
    points: int
    maximum: int
    """The most the item gives anybody in this person's column (with or without a spouse)."""
    rule: Rule


def lines(profile: OpenProfile, result: Result, rules: Rules) -> tuple[Line, ...]:
    """Every item of the CRS and of the FSW grid, in the order of the result."""
    with_spouse = spouse_counts(profile)
    crs = result.crs
    sections = {
        "core": ("crs/core", crs.core.items, _core_maxima(rules.crs, with_spouse=with_spouse)),
        "spouse": ("crs/spouse", crs.spouse.items, _spouse_maxima(rules.crs, counts=with_spouse)),
        "transferability": (
            "crs/transferability",
            crs.transferability.items,
            _transferability_maxima(rules.crs),
        ),
        "additional": ("crs/additional", crs.additional.items, _additional_maxima(rules.crs)),
        "fsw": ("fsw", result.programs.fsw.items, _fsw_maxima(rules.fsw)),
    }
    return tuple(
        Line(section, item, points, maxima[item], rule_of(rules.entries[f"{folder}/{item}"]))
        for section, (folder, items, maxima) in sections.items()
        for item, points in items.items()
    )


@lru_cache(maxsize=1024)
def rule_of(entry: Entry) -> Rule:
    """The rule behind a parameter's values, as it is shown to people."""
    parameter = tree().parameters[entry.key]
    return Rule(
        key=entry.key,
        title=parameter.title,
        reference=parameter.reference,
        since=entry.since,
        sources=entry.sources,
        confirmed=entry.confirmed,
        checked=entry.checked,
    )


def _core_maxima(tables: CrsTables, *, with_spouse: bool) -> Mapping[str, int]:
    column = tables.with_spouse if with_spouse else tables.without_spouse
    return {
        "age": max(column.age),
        "education": max(column.education.values()),
        "first_language": len(ABILITIES) * max(column.first_language),
        "second_language": column.second_language_cap,
        "canadian_experience": max(column.canadian_experience),
    }


def _spouse_maxima(tables: CrsTables, *, counts: bool) -> Mapping[str, int]:
    if not counts:
        return {"education": 0, "language": 0, "canadian_experience": 0}
    return {
        "education": max(tables.spouse.education.values()),
        "language": len(ABILITIES) * max(tables.spouse.language),
        "canadian_experience": max(tables.spouse.canadian_experience),
    }


def _transferability_maxima(tables: CrsTables) -> Mapping[str, int]:
    each = tables.transferability
    return {
        "education_language": _most(each.education_language),
        "education_canadian_experience": _most(each.education_canadian_experience),
        "foreign_experience_language": _most(each.foreign_experience_language),
        "foreign_experience_canadian_experience": _most(
            each.foreign_experience_canadian_experience
        ),
        "certificate_language": max(each.certificate_points),
    }


def _most(rows: Iterable[Iterable[int]]) -> int:
    return max(max(row) for row in rows)


def _additional_maxima(tables: CrsTables) -> Mapping[str, int]:
    each = tables.additional
    return {
        "sibling": each.sibling,
        "french": max(each.french, each.french_and_english),
        "canadian_study": max(each.canadian_study.values()),
        "job_offer": max(each.job_offer.values()),
        "provincial_nomination": each.provincial_nomination,
    }


def _fsw_maxima(tables: FswTables) -> Mapping[str, int]:
    return {
        "language": len(ABILITIES) * max(tables.first_language) + tables.second_language,
        "education": max(tables.education.values()),
        "experience": max(tables.experience),
        "age": max(tables.age),
        "arranged_employment": tables.arranged_employment,
        "adaptability": tables.adaptability.cap,
    }
