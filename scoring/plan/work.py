"""More work, in Canada and abroad."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scoring.calendar import YEAR, whole_months
from scoring.occupations import occupations
from scoring.plan import takes
from scoring.plan.candidate import Candidate
from scoring.work_ahead import with_work_in_canada

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scoring.plan.changes import Fields
    from scoring.plan.takes import Takes
    from scoring.profile import OpenProfile, Profile, Spouse
    from scoring.rules import Rules


def own_work(profile: Profile, rules: Rules) -> Iterator[Candidate]:
    """The person's further years of skilled work, in Canada and abroad."""
    crs = rules.crs
    points = (crs.with_spouse.canadian_experience, crs.transferability.canadian_experience)
    months = profile.canadian_experience_months or 0
    for later in _paying_years(months, points):
        yield Candidate(
            f"canadian_experience_months.{later}",
            "canadian_experience",
            canadian_work(profile, rules, later - months),
            frozenset({"canadian_experience"}),
            takes_in_canada(profile, rules, later - months),
        )
    in_canada, months = months, profile.foreign_experience_months or 0
    # The FSW grid counts both together, so its years may be complete between those of the CRS.
    grid = _paying_years(in_canada + months, (rules.fsw.experience,))
    steps = {*_paying_years(months, (crs.transferability.foreign_experience,))}
    for later in sorted(steps.union(both - in_canada for both in grid)):
        yield Candidate(
            f"foreign_experience_months.{later}",
            "foreign_experience",
            foreign_work(profile, later - months),
            frozenset({"foreign_experience"}),
            takes_abroad(profile, rules, later - months),
        )


def spouse_work(spouse: Spouse, rules: Rules) -> Iterator[Candidate]:
    """The spouse's further years of work in Canada."""
    months = spouse.canadian_experience_months or 0
    for later in _paying_years(months, (rules.crs.spouse.canadian_experience,)):
        yield Candidate(
            f"spouse.canadian_experience_months_{later}",
            "spouse_experience",
            {"spouse": {"canadian_experience_months": later}},
            frozenset({"spouse.canadian_experience"}),
            takes.work(rules, "canadian_work", later - months).by_spouse(),
        )


def canadian_work(profile: OpenProfile, rules: Rules, added: int) -> Fields:
    """What months of work in Canada change: they are recent, and a year of them is continuous."""
    return {**with_work_in_canada(profile, added, rules), **_continuous(profile, added)}


def foreign_work(profile: OpenProfile, added: int) -> Fields:
    """What months of work abroad change."""
    months = (profile.foreign_experience_months or 0) + added
    return {"foreign_experience_months": months, **_continuous(profile, added)}


def takes_in_canada(profile: OpenProfile, rules: Rules, added: int) -> Takes:
    """What work in Canada takes; who is at it already may have a permit that ends too soon."""
    if profile.current_work != "canada":
        authorized = "_authorized" if profile.authorized_to_work else ""
        return _skilled(takes.work(rules, f"canadian_work{authorized}", added), profile, rules)
    by = takes.work(rules, "canadian_work_going_on", added)
    until = profile.work_permit_until
    if until is None:
        return by
    left = whole_months(rules.on, until)
    facts = {**by.assumption.facts, "permit_months": left}
    caution = "permit_ends_first" if left < added else None
    return replace(by, assumption=replace(by.assumption, facts=facts), caution=caution)


def takes_abroad(profile: OpenProfile, rules: Rules, added: int) -> Takes:
    """What work abroad takes."""
    if profile.current_work == "abroad":
        return takes.work(rules, "foreign_work_going_on", added)
    return _skilled(takes.work(rules, "foreign_work", added), profile, rules)


def _skilled(by: Takes, profile: OpenProfile, rules: Rules) -> Takes:
    """New work must be skilled, which that of the occupation is not where its TEER is 4 or 5."""
    code = profile.occupation
    teer = profile.teer if code is None else occupations()[code].teer
    if teer is None or teer in rules.skilled_teer:
        return by
    return replace(by, caution="work_must_be_skilled")


def _continuous(profile: OpenProfile, added: int) -> Fields:
    if added < YEAR or profile.continuous_experience:
        return {}
    return {"continuous_experience": True}


def _paying_years(months: int, points: Sequence[Sequence[int]]) -> Iterator[int]:
    """The months of every further whole year that pays more than the year before."""
    for years in range(months // YEAR + 1, len(points[0])):
        if any(table[years] > table[years - 1] for table in points):
            yield YEAR * years
