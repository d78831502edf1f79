"""Every single change a person could make to a profile, before any is scored.

A change is a value: which top-level fields it sets, in JSON form, and what kind of action it is.
Whether it gains anything is not asked here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from scoring.occupations import occupations
from scoring.plan.languages import language_changes
from scoring.standing import spouse_counts
from scoring.vocabulary import CANADIAN_STUDIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scoring.profile import Profile
    from scoring.rules import Rules
    from scoring.vocabulary import CanadianStudy, Education

Fields: TypeAlias = dict[str, Any]

_MOST_CANADIAN_YEARS = 5
_MOST_FOREIGN_YEARS = 3
_MOST_RECENT_MONTHS = 36

_FURTHER: Mapping[Education, tuple[Education, ...]] = {
    "none": ("secondary", "one_year", "two_year", "bachelor"),
    "secondary": ("one_year", "two_year", "bachelor"),
    "one_year": ("two_year", "two_or_more"),
    "two_year": ("two_or_more",),
    "bachelor": ("two_or_more", "master", "doctoral"),
    "two_or_more": ("master", "doctoral"),
    "master": ("doctoral",),
    "professional": ("doctoral",),
}
"""Levels that one more credential leads to. Beside a shorter one, a bachelor's degree makes two
credentials of which one took three years; beside a bachelor's, any other does."""

_WITH_CANADIAN: Mapping[CanadianStudy, Mapping[Education, Education]] = {
    "one_year": {"none": "one_year", "secondary": "one_year", "bachelor": "two_or_more"},
    "two_year": {
        "none": "two_year",
        "secondary": "two_year",
        "one_year": "two_year",
        "bachelor": "two_or_more",
    },
    "three_or_more_years": {
        "none": "bachelor",
        "secondary": "bachelor",
        "one_year": "two_or_more",
        "two_year": "two_or_more",
        "bachelor": "two_or_more",
    },
    "graduate_one_year": {"bachelor": "master", "two_or_more": "master"},
}
"""The level after a Canadian credential, where it differs from the level before."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One change that could be made."""

    id: str
    changes: Fields
    kind: str
    """What kind of action it is, as ``actions.toml`` names them: ``"credential.master"``."""
    months: int | None = None
    """How long it takes, where the change itself says so."""


def candidates(profile: Profile, rules: Rules) -> Iterator[Candidate]:
    """Every change worth scoring, in no particular order; ids are unique."""
    yield from _languages(profile, rules)
    yield from _experience(profile)
    yield from _education(profile, rules)
    if not profile.provincial_nomination:
        changes: Fields = {"provincial_nomination": True}
        yield Candidate("provincial_nomination", changes, "provincial_nomination")
    if (profile.job_offer or "none") == "none":
        yield Candidate("job_offer", {"job_offer": "skilled"}, "job_offer")
    if not profile.trade_certificate and _may_have_a_trade(profile):
        yield Candidate("trade_certificate", {"trade_certificate": True}, "trade_certificate")
    if spouse_counts(profile):
        yield from _spouse(profile, rules)


def _languages(profile: Profile, rules: Rules) -> Iterator[Candidate]:
    first, second = profile.first_language, profile.second_language
    for change in language_changes(first, rules, beside=second, otherwise="english"):
        yield Candidate(
            f"first_language.{change.name}", {"first_language": change.result}, change.kind
        )
    for change in language_changes(second, rules, beside=first, otherwise="french", extra=True):
        yield Candidate(
            f"second_language.{change.name}", {"second_language": change.result}, change.kind
        )


def _experience(profile: Profile) -> Iterator[Candidate]:
    recent = profile.recent_canadian_experience_months or 0
    months = profile.canadian_experience_months or 0
    for later in _next_years(months, _MOST_CANADIAN_YEARS):
        added = later - months
        changes = {
            "canadian_experience_months": later,
            "recent_canadian_experience_months": max(
                recent, min(recent + added, _MOST_RECENT_MONTHS)
            ),
        }
        id_ = f"canadian_experience_months.{later}"
        yield Candidate(id_, changes, "canadian_experience", added)
    months = profile.foreign_experience_months or 0
    for later in _next_years(months, _MOST_FOREIGN_YEARS):
        id_ = f"foreign_experience_months.{later}"
        changes = {"foreign_experience_months": later}
        yield Candidate(id_, changes, "foreign_experience", later - months)


def _education(profile: Profile, rules: Rules) -> Iterator[Candidate]:
    assessed: Fields = {"has_eca": True, "eca_issued_on": None}
    issued = profile.eca_issued_on
    if profile.has_eca is False or (issued is not None and issued <= rules.assessments_expired):
        yield Candidate("has_eca", assessed, "assessment")
    for level in _FURTHER.get(profile.education, ()):
        changes = {"education": level, **assessed}
        yield Candidate(f"education.{level}", changes, f"credential.{level}")
    done = CANADIAN_STUDIES.index(profile.canadian_study or "none")
    for study, levels in _WITH_CANADIAN.items():
        further = study != "graduate_one_year" or profile.education in levels
        if further and CANADIAN_STUDIES.index(study) > done:
            level = levels.get(profile.education, profile.education)
            changes = {"canadian_study": study, "education": level}
            yield Candidate(f"canadian_study.{study}", changes, f"canadian_study.{study}")


def _spouse(profile: Profile, rules: Rules) -> Iterator[Candidate]:
    spouse = profile.spouse
    if spouse is None:
        return
    given = spouse.as_json()

    def changed(name: str, kind: str, fields: Fields, months: int | None = None) -> Candidate:
        return Candidate(f"spouse.{name}", {"spouse": {**given, **fields}}, kind, months)

    second = spouse.second_language
    for change in language_changes(spouse.language, rules, beside=second, otherwise="english"):
        yield changed(f"language_{change.name}", change.kind, {"language": change.result})
    if spouse.has_eca is False:
        yield changed("has_eca", "assessment", {"has_eca": True})
    months = spouse.canadian_experience_months or 0
    for later in _next_years(months, _MOST_CANADIAN_YEARS):
        fields = {"canadian_experience_months": later}
        name = f"canadian_experience_months_{later}"
        yield changed(name, "canadian_experience", fields, later - months)


def _next_years(months: int, most: int) -> list[int]:
    """The months of every further whole year, up to ``most`` years."""
    return [12 * years for years in range(months // 12 + 1, most + 1)]


def _may_have_a_trade(profile: Profile) -> bool:
    code = profile.occupation
    teer = occupations()[code].teer if code else profile.teer
    return teer in {None, 2, 3}
