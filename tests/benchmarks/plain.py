"""The calculator that anybody would write first: singles, one English test, the rules of 2026.

Only a measure for ``score``: no dates, no programs, no reasons. Its figures are those that IRCC
publishes for applicants without a spouse.
"""

from __future__ import annotations

from typing import Any

_AGE = dict(
    zip(range(30, 45), (105, 99, 94, 88, 83, 77, 72, 66, 61, 55, 50, 39, 28, 17, 6), strict=True)
)
_AGE |= {18: 99, 19: 105, **dict.fromkeys(range(20, 30), 110)}
_EDUCATION = {
    "secondary": 30,
    "one_year": 90,
    "two_year": 98,
    "bachelor": 120,
    "two_or_more": 128,
    "master": 135,
    "professional": 135,
    "doctoral": 150,
}
_LEVEL = {4: 6, 5: 6, 6: 9, 7: 17, 8: 23, 9: 31}
_CANADIAN_WORK = (0, 40, 53, 64, 72, 80)
_ONE_CREDENTIAL = ("one_year", "two_year", "bachelor")
_SKILLS = ("listening", "reading", "writing", "speaking")


def plain_total(fields: dict[str, Any]) -> int:
    """The CRS total of a person in JSON."""
    levels = [fields["first_language"][skill] for skill in _SKILLS]
    canadian = fields["canadian_experience_months"] // 12
    abroad = fields["foreign_experience_months"] // 12
    education = fields["education"]
    core = _AGE.get(fields["age"], 0) + _EDUCATION.get(education, 0)
    core += sum(34 if level >= 10 else _LEVEL.get(level, 0) for level in levels)
    core += _CANADIAN_WORK[min(canadian, 5)]
    language = 2 if min(levels) >= 9 else 1 if min(levels) >= 7 else 0
    work = min(canadian, 2)
    schooling = (
        0 if education in ("none", "secondary") else 1 if education in _ONE_CREDENTIAL else 2
    )
    foreign = 2 if abroad >= 3 else 1 if abroad else 0
    transferable = min(50, _both(schooling, language) + _both(schooling, work))
    transferable += min(50, _both(foreign, language) + _both(foreign, work))
    return core + min(100, transferable)


def _both(first: int, second: int) -> int:
    return {0: 0, 1: 13, 2: 25, 4: 50}[first * second]
