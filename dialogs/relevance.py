"""When a question matters: predicates over the answers that stand before it.

A predicate says False while what it depends on is unanswered, so the questionnaire asks things
in their order; an answer of "I don't know yet" keeps open what it could still make matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.profile import covered_by_study, profile_of
from dialogs.situation import TESTS, Situation
from scoring.calendar import YEAR
from scoring.occupations import CERTIFICATE_TEERS, occupations
from scoring.plan import exchange
from scoring.profile import Profile
from scoring.programs.fsw import fsw
from scoring.round_causes import category_fields
from scoring.rules import rules_on
from scoring.standing import standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoring.result import FswUnmet
    from scoring.rules import Rules

_REQUIRED = {"marital_status", "birth_date", "education"}
_BEFORE_THE_GRID = _REQUIRED | {"job_offer"}


def always(_: Situation) -> bool:
    """Matters to everybody."""
    return True


def in_couple(at: Situation) -> bool:
    """Married or common-law."""
    return at.in_couple


def with_spouse(at: Situation) -> bool:
    """The spouse or partner comes along and counts in the score."""
    return at.with_spouse


def after_secondary(at: Situation) -> bool:
    """Studied beyond secondary school."""
    return at.choice("education") not in (None, "none", "secondary")


def needs_assessment(at: Situation) -> bool:
    """Has education that Canadian study does not cover."""
    return at.choice("education") not in (None, "none") and not covered_by_study(at)


def spouse_needs_assessment(at: Situation) -> bool:
    """The spouse comes along and has education."""
    return at.with_spouse and at.choice("spouse_education") not in (None, "none")


def took_first_test(at: Situation) -> bool:
    """Named the test of the first official language."""
    return at.choice("first_language_test") in TESTS


def took_second_test(at: Situation) -> bool:
    """Named the test of the second official language."""
    return at.choice("second_language_test") in TESTS


def spouse_took_test(at: Situation) -> bool:
    """The spouse comes along and has taken a test."""
    return at.with_spouse and at.choice("spouse_language_test") in TESTS


def spouse_took_second_test(at: Situation) -> bool:
    """The spouse has taken a test of the other official language, too."""
    return at.choice("spouse_second_language_test") in TESTS


def any_experience(at: Situation) -> bool:
    """Has worked, or may have."""
    return _worked(at, "canadian_experience", "foreign_experience")


def spouse_any_experience(at: Situation) -> bool:
    """The spouse comes along and has worked, or may have."""
    questions = ("spouse_canadian_experience", "spouse_foreign_experience")
    return at.with_spouse and _worked(at, *questions)


def _worked(at: Situation, *questions: str) -> bool:
    return any(at.is_unknown(q) or (at.number(q) or 0) > 0 for q in questions)


def works_in_canada(at: Situation) -> bool:
    """Works in Canada now."""
    return at.choice("current_work") == "canada"


def teer(at: Situation, question: str = "occupation") -> int | None:
    """The TEER category of the occupation; None while unknown."""
    code = at.choice(question)
    return None if code is None else occupations()[code].teer


def certificate_possible(at: Situation) -> bool:
    """Works in TEER 2 or 3, where certificates of qualification exist, or may do so."""
    return teer(at) in (None, *CERTIFICATE_TEERS)


def spouse_certificate_possible(at: Situation) -> bool:
    """The spouse works in TEER 2 or 3, or may do so."""
    return spouse_any_experience(at) and teer(at, "spouse_occupation") in (
        None,
        *CERTIFICATE_TEERS,
    )


def year_in_canada(at: Situation) -> bool:
    """Has a year or more of skilled work in Canada."""
    return (at.number("canadian_experience") or 0) >= YEAR


def spouse_year_in_canada(at: Situation) -> bool:
    """The spouse comes along and has a year or more of skilled work in Canada."""
    return at.with_spouse and (at.number("spouse_canadian_experience") or 0) >= YEAR


def year_of_skilled_work(at: Situation) -> bool:
    """Has a year or more of work, in an occupation of TEER 0 to 3 or not known."""
    return _skilled_year(at, "")


def spouse_year_of_skilled_work(at: Situation) -> bool:
    """The spouse comes along and has such a year of work."""
    return at.with_spouse and _skilled_year(at, "spouse_")


def _skilled_year(at: Situation, whose: str) -> bool:
    questions = (f"{whose}canadian_experience", f"{whose}foreign_experience")
    months = sum(at.number(question) or 0 for question in questions)
    enough = months >= YEAR or any(at.is_unknown(question) for question in questions)
    return enough and teer(at, f"{whose}occupation") in (None, *rules_on(at.today).skilled_teer)


def in_trade(at: Situation) -> bool:
    """Works in an occupation of the Federal Skilled Trades groups."""
    code = at.choice("occupation")
    return code in rules_on(at.today).fst.trades


def has_offer(at: Situation) -> bool:
    """Has a job offer in skilled work."""
    return at.choice("job_offer") in ("skilled", "senior_management")


def relative_decides(at: Situation) -> bool:
    """Adaptability points, a relative's among them, would decide the pass mark of the FSW grid."""
    if at.flag("sibling_in_canada") or not _lacks_points_alone(at):
        return False
    return _fsw_unmet(at, relative=True, spouse_studied=_spouse_long_education(at)) == set()


def spouse_study_decides(at: Situation) -> bool:
    """The spouse's study in Canada would decide the pass mark of the FSW grid."""
    relative = at.flag("relative_in_canada") or False
    if not _spouse_long_education(at) or not _lacks_points_alone(at, relative=relative):
        return False
    return _fsw_unmet(at, relative=relative, spouse_studied=True) == set()


def spouse_may_have_studied(at: Situation) -> bool:
    """The spouse's education may be from Canada: assessed, or earned there."""
    studied = at.choice("spouse_education") not in (None, "none", "secondary")
    return at.with_spouse and studied and at.choice("spouse_has_eca") != "no"


def relative_decides_for_spouse(at: Situation) -> bool:
    """A relative would decide the pass mark with the spouse as principal applicant."""
    return _exchanged(at, exchange.relative_decides)


def spouse_funds_count(at: Situation) -> bool:
    """The spouse would show funds that the person is not asked for: an offer is a person's own."""
    return _exchanged(at, exchange.funds_matter)


def _exchanged(at: Situation, holds: Callable[[Profile, Rules], bool]) -> bool:
    """Whether something holds of the couple with roles exchanged, as far as it is known."""
    if not at.with_spouse or not at.standing.keys() >= _REQUIRED:
        return False
    return holds(profile_of(at, Profile), rules_on(at.today))


def category_work_counts(at: Situation) -> bool:
    """Work in the occupation decides whether rounds of its category are open."""
    return "category_experience_months" in _category_fields(at)


def category_work_in_canada_counts(at: Situation) -> bool:
    """Work in the occupation in Canada decides it, as some categories take no other."""
    return "category_canadian_months" in _category_fields(at)


def _category_fields(at: Situation) -> tuple[str, ...]:
    if not at.standing.keys() >= _REQUIRED or at.choice("occupation") is None:
        return ()
    return category_fields(profile_of(at, Profile), rules_on(at.today))


def funds_count(at: Situation) -> bool:
    """Settlement funds are asked: not authorized to work in Canada with a job offer."""
    return not (has_offer(at) and at.flag("authorized_to_work"))


def _spouse_long_education(at: Situation) -> bool:
    """Whether the spouse has a credential of two years or more, which Canadian study could be."""
    short = (None, "none", "secondary", "one_year")
    return at.with_spouse and at.choice("spouse_education") not in short


def _lacks_points_alone(at: Situation, *, relative: bool = False) -> bool:
    """Whether nothing but points of the FSW grid are lacking, as far as it is known."""
    return at.standing.keys() >= _BEFORE_THE_GRID and _fsw_unmet(at, relative=relative) == {
        "points"
    }


def _fsw_unmet(
    at: Situation, *, relative: bool = False, spouse_studied: bool = False
) -> set[FswUnmet]:
    """What the FSW program lacks with these facts, funds and destination aside."""
    rules = rules_on(at.today)
    profile = profile_of(at, Profile)
    changes: dict[str, object] = {"relative_in_canada": relative}
    if spouse_studied and profile.spouse is not None:
        changes["spouse"] = profile.spouse.model_copy(update={"canadian_study": "two_year"})
    profile = profile.model_copy(update=changes)
    return {*fsw(profile, standing(profile, rules), rules.fsw, funds_met=True).unmet} - {"quebec"}
