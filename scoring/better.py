"""What would give a line of the score more: for each fact that it rests on, the next step up.

Each fact is changed alone, from the step above what is known on, and the line is scored anew. So a
line that needs two facts at once names neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scoring.calendar import YEAR
from scoring.completions import LEVELS_OF
from scoring.crs import crs
from scoring.language import test_facts
from scoring.occupations import CERTIFICATE_TEERS
from scoring.profile import LanguageResult
from scoring.standing import LEVELS, YEARS, standing
from scoring.vocabulary import EDUCATIONS, studies_within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.profile import Profile, Spouse
    from scoring.rules import Rules
    from scoring.standing import Standing
    from scoring.vocabulary import Education, OfficialLanguage

    Change = tuple[str, str | int, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Better:
    """One fact changed, and what the line gives then."""

    fact: str
    """``english`` or ``french`` to a level in all four abilities; ``education`` to its name;
    ``canadian_experience`` or ``foreign_experience`` to full years; the name of what is
    there or not; the same of the spouse as ``spouse_education`` and so on."""
    to: str | int
    points: int


def better(
    section: str, item: str, profile: Profile, rules: Rules, speaks: OfficialLanguage = "english"
) -> tuple[Better, ...]:
    """What gives a line of the CRS more than now: of each fact the next step, and the best.

    ``speaks`` is the language that comes first while there is no result.
    """
    now = _points(section, item, profile, rules)
    steps: dict[str, list[Better]] = {}
    for fact, to, changed in _changes(profile, rules, speaks):
        points = _points(section, item, profile.model_copy(update=changed), rules)
        known = steps.setdefault(fact, [])
        if points > (known[-1].points if known else now):
            known.append(Better(fact, to, points))
    ends = ((found[0], found[-1]) for found in steps.values() if found)
    return tuple(dict.fromkeys(each for pair in ends for each in pair))


def _points(section: str, item: str, profile: Profile, rules: Rules) -> int:
    result = crs(profile, standing(profile, rules), rules.crs)
    points: int = getattr(result, section).items[item]
    return points


def _changes(profile: Profile, rules: Rules, speaks: OfficialLanguage) -> Iterator[Change]:
    """Every step up of every fact, one at a time; of each fact the nearest first."""
    now = standing(profile, rules)
    if profile.has_eca is False:
        yield "has_eca", "yes", {"has_eca": True}
    for education in _above(profile.education):
        yield "education", education, {"education": education, "has_eca": True}
    yield from _languages(profile, now, speaks)
    for field, years in (
        ("canadian_experience", now.canadian_years),
        ("foreign_experience", now.foreign_years),
    ):
        for more in range(years + 1, YEARS):
            yield field, more, {f"{field}_months": more * YEAR}
    if not profile.trade_certificate and now.teer in CERTIFICATE_TEERS:
        yield "trade_certificate", "yes", {"trade_certificate": True}
    for field in ("sibling_in_canada", "provincial_nomination"):
        yield field, "yes", {field: True}
    for study in studies_within(profile.education):
        yield "canadian_study", study, {"canadian_study": study}
    if now.spouse is not None:
        yield from _of_spouse(now.spouse, now.spouse_language, now.spouse_years)


def _languages(profile: Profile, now: Standing, speaks: OfficialLanguage) -> Iterator[Change]:
    spoken = _spoken(profile.first_language) or speaks
    other: OfficialLanguage = "french" if spoken == "english" else "english"
    yield from _to_levels("first_language", spoken, now.first)
    yield from _to_levels("second_language", other, now.second)


def _to_levels(field: str, spoken: OfficialLanguage, levels: tuple[int, ...]) -> Iterator[Change]:
    """The language at each level that the weakest ability does not reach yet, in all four."""
    for level in range(min(levels) + 1, LEVELS):
        a, b, c, d = (float(max(level, now)) for now in levels)
        result = LanguageResult(
            test=LEVELS_OF[spoken], listening=a, reading=b, writing=c, speaking=d
        )
        yield spoken, level, {field: result}


def _spoken(language: object) -> OfficialLanguage | None:
    return test_facts()[language.test].language if isinstance(language, LanguageResult) else None


def _of_spouse(spouse: Spouse, levels: tuple[int, ...], years: int) -> Iterator[Change]:
    def changed(**fields: Any) -> dict[str, Any]:
        return {"spouse": spouse.model_copy(update=fields)}

    if spouse.has_eca is False:
        yield "spouse_has_eca", "yes", changed(has_eca=True)
    for education in _above(spouse.education or "none"):
        yield "spouse_education", education, changed(education=education, has_eca=True)
    spoken = _spoken(spouse.language) or "english"
    fact = f"spouse_{spoken}"
    for _, level, fields in _to_levels("language", spoken, levels):
        yield fact, level, changed(**fields)
    for more in range(years + 1, YEARS):
        yield "spouse_canadian_experience", more, changed(canadian_experience_months=more * YEAR)


def _above(education: Education) -> tuple[Education, ...]:
    return EDUCATIONS[EDUCATIONS.index(education) + 1 :]
