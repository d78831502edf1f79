"""Which open question narrows the range of totals most, whatever its answer turns out to be.

Knowing a field narrows the range to that of its value; what it narrows in the worst case is what
the value that leaves most open does. Values are tried only as far as they differ. Points that
an answer adds by itself, in the column with a spouse and in that without, move the least and the
greatest total alike but for their difference, so of such answers those with the least and the
greatest difference stand for all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from scoring.completions import (
    LEVELS_OF,
    MANY_MONTHS,
    completed_result,
    least_and_greatest,
    may_be_in_couple,
    may_be_single,
)
from scoring.profile import OpenLanguageResult, OpenSpouse
from scoring.results_that_differ import results_that_differ
from scoring.vocabulary import (
    ABILITIES,
    CANADIAN_STUDIES,
    COUPLES,
    EDUCATIONS,
    JOB_OFFERS,
    studies_within,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scoring.profile import OpenLanguage, OpenProfile
    from scoring.rules import Rules
    from scoring.vocabulary import CanadianStudy, Education

Open: TypeAlias = "tuple[str, Sequence[Any]]"
"""An open field, and values of it that stand for all."""

Range: TypeAlias = tuple[int, int]

_YES_NO = (True, False)


def narrowing(profile: OpenProfile, rules: Rules) -> tuple[tuple[str, int], ...]:
    """The open fields that matter, each with the points by which it narrows the range at least.

    A field matters when some value of it changes the range. Most points come first; fields of
    the spouse, ``"spouse.education"``, count once there is one.

    Raises:
        ValueError: the birth date is after the day of the rules.
    """
    whole = least_and_greatest(profile, rules)
    found = []
    for field, ways in _known(profile, rules):
        points = _narrowed(whole, (least_and_greatest(way, rules) for way in ways))
        if points is not None:
            found.append((field, points))
    return tuple(sorted(found, key=lambda each: -each[1]))


def _narrowed(whole: Range, ranges: Iterator[Range]) -> int | None:
    """By how many points the widest range is narrower than the whole; None if all are the whole.

    No more are looked at once one is the whole and another is not.
    """
    met: set[Range] = set()
    for each in ranges:
        met.add(each)
        if whole in met and len(met) > 1:
            return 0
    if met <= {whole}:
        return None
    return whole[1] - whole[0] - max(high - low for low, high in met)


def _known(profile: OpenProfile, rules: Rules) -> Iterator[tuple[str, list[OpenProfile]]]:
    """Every open field, with the profiles in which it is known."""
    for field, values in _own(profile, rules):
        yield field, [profile.model_copy(update={field: value}) for value in values]
    spouse = profile.spouse or OpenSpouse()
    if profile.spouse is not None or profile.marital_status in COUPLES:
        for field, values in _of_spouse(spouse):
            partners = [spouse.model_copy(update={field: value}) for value in values]
            ways = [profile.model_copy(update={"spouse": partner}) for partner in partners]
            yield f"spouse.{field}", ways


def _own(profile: OpenProfile, rules: Rules) -> Iterator[Open]:
    if profile.marital_status is None:
        single = ["single"] if may_be_single(profile) else []
        yield "marital_status", single + (["married"] if may_be_in_couple(profile) else [])
    if profile.age is None and profile.birth_date is None:
        yield "age", _ages(rules)
    yield from _studies(profile)
    first, second = profile.first_language, profile.second_language
    if _is_open(first):
        yield "first_language", results_that_differ(first, second, rules, first=True)
    if _is_open(second):
        yield "second_language", results_that_differ(second, first, rules, first=False)
    for field, values in _plain(rules):
        if getattr(profile, field) is None:
            yield field, values


def _of_spouse(spouse: OpenSpouse) -> Iterator[Open]:
    for field in ("accompanying", "canadian"):
        if getattr(spouse, field) is None:
            yield field, _YES_NO
    yield from _studies(spouse)
    if _is_open(spouse.language):
        yield "language", _ends(spouse)
    if spouse.canadian_experience_months is None:
        yield "canadian_experience_months", (0, MANY_MONTHS)


def _plain(rules: Rules) -> Iterator[Open]:
    """Fields whose values hang on no other field."""
    columns, tables = (rules.crs.with_spouse, rules.crs.without_spouse), rules.crs.transferability
    experience = [column.canadian_experience for column in columns]
    yield "canadian_experience_months", _months(*experience, tables.canadian_experience)
    yield "foreign_experience_months", _months(tables.foreign_experience)
    yield "trade_certificate", _YES_NO
    yield "job_offer", JOB_OFFERS
    yield "provincial_nomination", _YES_NO
    yield "sibling_in_canada", _YES_NO


def _months(*tables: Sequence[int]) -> list[int]:
    """Months of work, one for all that the tables treat alike."""
    rows = list(zip(*tables, strict=True))
    return [12 * rows.index(row) for row in dict.fromkeys(rows)]


def _ages(rules: Rules) -> list[int]:
    points = zip(rules.crs.with_spouse.age, rules.crs.without_spouse.age, strict=True)
    differences = [with_ - without for with_, without in points]
    return [differences.index(pick(differences)) for pick in (min, max)]


def _studies(person: OpenProfile | OpenSpouse) -> Iterator[Open]:
    education, study = person.education, person.canadian_study
    if education is None:
        yield "education", [each for each in reversed(EDUCATIONS) if _agree(each, study)]
    if person.has_eca is None:
        yield "has_eca", _YES_NO
    if study is None:
        yield "canadian_study", [each for each in CANADIAN_STUDIES if _agree(education, each)]


def _agree(education: Education | None, study: CanadianStudy | None) -> bool:
    return education is None or study is None or study in studies_within(education)


def _is_open(given: OpenLanguage | None) -> bool:
    if isinstance(given, OpenLanguageResult):
        return any(getattr(given, ability) is None for ability in ABILITIES)
    return given is None


def _ends(spouse: OpenSpouse) -> list[OpenLanguage]:
    """The spouse's worst and best result: what lies between only adds points by itself."""
    if isinstance(spouse.language, OpenLanguageResult):
        return [completed_result(spouse.language, best=best) for best in _YES_NO]
    anything = OpenLanguageResult(test=LEVELS_OF["english"])
    return ["none", completed_result(anything, best=True)]
