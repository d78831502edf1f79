"""The score from what is known while questions are still open: what is not known counts nothing.

What no score can be without (status, age, education) is filled in where it is open: at nothing for
the lines of the score, at its best for the programs, so that no program is shut by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialogs.profile import profile_fields
from dialogs.questions import BY_ID
from dialogs.replies import Score
from dialogs.unsettled import reasons
from scoring.explain import lines
from scoring.profile import OpenProfile, Profile
from scoring.ranges import total_range
from scoring.rules import rules_on
from scoring.score import score

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dialogs.questionnaire import Walk
    from dialogs.unsettled import Reasons
    from scoring.explain import Line
    from scoring.rules import Rules

_COLUMN = ("marital_status", "spouse_status")
"""What decides in which of two columns the points of the core stand."""
_EDUCATION = ("education", "canadian_study", "has_eca")
_FIRST = ("first_language_test", "first_language_scores")
_SECOND = ("second_language_test", "second_language_scores")
_RESTS_ON: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("core", "age"): (*_COLUMN, "birth_date"),
    ("core", "education"): (*_COLUMN, *_EDUCATION),
    ("core", "first_language"): (*_COLUMN, *_FIRST),
    ("core", "second_language"): (*_COLUMN, *_SECOND),
    ("core", "canadian_experience"): (*_COLUMN, "canadian_experience"),
    ("spouse", "education"): ("spouse_education", "spouse_has_eca"),
    ("spouse", "language"): ("spouse_language_test", "spouse_language_scores"),
    ("spouse", "canadian_experience"): ("spouse_canadian_experience",),
    ("transferability", "education_language"): (*_EDUCATION, *_FIRST),
    ("transferability", "education_canadian_experience"): (*_EDUCATION, "canadian_experience"),
    ("transferability", "foreign_experience_language"): ("foreign_experience", *_FIRST),
    ("transferability", "foreign_experience_canadian_experience"): (
        "foreign_experience",
        "canadian_experience",
    ),
    ("transferability", "certificate_language"): ("trade_certificate", *_FIRST),
    ("additional", "sibling"): ("sibling_in_canada",),
    ("additional", "french"): (*_FIRST, *_SECOND),
    ("additional", "canadian_study"): ("canadian_study",),
    ("additional", "job_offer"): ("job_offer",),
    ("additional", "provincial_nomination"): ("provincial_nomination",),
}
"""The questions whose answers a line of the CRS counts."""


def score_so_far(walked: Walk) -> Score | None:
    """A score card while questions of the score are open; None while nothing is known.

    Its total is that of what is known, its programs are shut by what is known alone.
    """
    if not walked.standing:
        return None
    rules = rules_on(walked.at.today)
    fields = profile_fields(walked.at)
    open_profile = OpenProfile.model_validate(fields)
    low, high = total_range(open_profile, rules)
    least = _filled(fields, rules, best=False)
    result = score(least, rules)
    return Score(
        profile=open_profile,
        result=result,
        low=low,
        high=high,
        lines=lines(least, result, rules),
        eligibility_known=False,
        unknown=(),
        today=walked.at.today,
        not_known=tuple(each for each in BY_ID if each not in walked.standing),
        reasons=_reasons(_filled(fields, rules, best=True), open_profile, rules),
        open_questions=len(walked.open),
    )


def open_of(about: Iterable[Line], walked: Walk) -> tuple[str, ...]:
    """The questions that lines count and that have no answer yet, in the order of the questions."""
    wanted = {each for line in about for each in _RESTS_ON.get((line.section, line.item), ())}
    return tuple(each.id for each in walked.open if each.id in wanted)


def scored_so_far(walked: Walk) -> Profile:
    """The person as the lines of such a card are scored."""
    return _filled(profile_fields(walked.at), rules_on(walked.at.today), best=False)


def _filled(fields: Mapping[str, Any], rules: Rules, *, best: bool) -> Profile:
    ages = rules.fsw.age
    age = ages.index(max(ages) if best else min(ages))
    filled = {"marital_status": "single", "education": "doctoral" if best else "none", **fields}
    if "birth_date" not in fields and "age" not in fields:
        filled["age"] = age
    if "spouse" in fields:
        filled["spouse"] = {"education": "none", **filled["spouse"]}
    return Profile.model_validate(filled)


def _reasons(best: Profile, known: OpenProfile, rules: Rules) -> Reasons:
    """What is against each program, with what no score can be without where it is open."""
    found = reasons(best, score(best, rules), rules)
    education = ("education",) if known.education is None else ()
    age = () if known.birth_date or known.age is not None else ("birth_date",)
    status = ("marital_status",) if known.marital_status is None else ()
    fsw = dict(found["fsw"])
    for code, missing in (("education", education), ("points", (*education, *age, *status))):
        certain = fsw.get(code) == () and not status
        if missing and not certain:
            fsw[code] = (*missing, *fsw.get(code, ()))
    return {**found, "fsw": fsw}
