"""From standing answers to the profile of the scoring room.

A field is left out while it is open: not yet asked, or answered with "I don't know yet". What
does not matter to a person (no study in Canada after secondary school only, no assessment where
Canadian study covers the education) is filled in, since it is known.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from dialogs.situation import one_of
from scoring.calendar import YEAR
from scoring.occupations import CERTIFICATE_TEERS, occupations
from scoring.profile import LanguageResult
from scoring.standing import by_study_alone
from scoring.vocabulary import CANADIAN_STUDIES, EDUCATIONS

if TYPE_CHECKING:
    from dialogs.situation import Situation
    from scoring.profile import AnyProfile

YES_NO = (
    "trade_certificate",
    "provincial_nomination",
    "sibling_in_canada",
    "continuous_experience",
    "authorized_to_work",
    "relative_in_canada",
    "settling_in_quebec",
)
NUMBERS = {
    "canadian_experience": "canadian_experience_months",
    "foreign_experience": "foreign_experience_months",
    "recent_canadian_experience": "recent_canadian_experience_months",
    "trade_experience": "trade_experience_months",
    "family_size": "family_size",
    "settlement_funds": "settlement_funds",
    "category_experience_months": "category_experience_months",
    "category_canadian_months": "category_canadian_months",
}
_QUESTIONS = {
    **{field: question for question, field in NUMBERS.items()},
    "first_language": "first_language_test",
    "second_language": "second_language_test",
    "spouse.accompanying": "spouse_status",
    "spouse.canadian": "spouse_status",
    "spouse.language": "spouse_language_test",
    "spouse.canadian_experience_months": "spouse_canadian_experience",
}
"""The question that fills a field, where their names differ."""
_SPOUSE_STATUS = {
    "accompanying": {"canadian": False, "accompanying": True},
    "staying": {"canadian": False, "accompanying": False},
    "canadian": {"canadian": True, "accompanying": True},
}


def question_of(field: str) -> str:
    """The question that fills a profile field; that of a spouse is ``"spouse.education"``."""
    return _QUESTIONS.get(field, field.replace(".", "_"))


def profile_fields(at: Situation) -> dict[str, Any]:
    """The profile in its JSON form, open fields left out."""
    fields: dict[str, Any] = {}
    _put(fields, "marital_status", at.choice("marital_status"))
    fields |= _birth(at, "birth_date")
    if at.in_couple:
        fields["spouse"] = _spouse(at)
    fields |= _education(at)
    _put(fields, "first_language", _language(at, "first_language"))
    _put(fields, "second_language", _language(at, "second_language"))
    for question, field in NUMBERS.items():
        _put(fields, field, at.number(question))
    fields |= _recent_work(at)
    for question in YES_NO:
        _put(fields, question, at.flag(question))
    for question in ("job_offer", "current_work", "work_permit_until"):
        _put(fields, question, at.choice(question))
    occupation = at.choice("occupation")
    if occupation is not None:
        fields["occupation"] = occupation
        if occupations()[occupation].teer not in CERTIFICATE_TEERS:
            fields["trade_certificate"] = False
    return fields


def profile_of(at: Situation, model: type[AnyProfile]) -> AnyProfile:
    """What is known, as a profile.

    Raises:
        pydantic.ValidationError: a required answer is open.
    """
    fields = profile_fields(at)
    _with_results(fields, "first_language", "second_language")
    if "spouse" in fields:
        _with_results(fields["spouse"], "language", "second_language")
    return model.model_validate(fields)


def _with_results(fields: dict[str, Any], *languages: str) -> None:
    """Results that were checked a moment ago are not checked again: that takes half of the time."""
    for language in languages:
        scores = fields.get(language)
        if isinstance(scores, dict):
            fields[language] = _result(tuple(scores.items()))


@lru_cache(maxsize=512)
def _result(scores: tuple[tuple[str, Any], ...]) -> LanguageResult:
    return LanguageResult.model_validate(dict(scores))


def _recent_work(at: Situation) -> dict[str, Any]:
    """All work in Canada is recent where it is less than a year and goes on now.

    How much of it is recent is asked only of a year or more.
    """
    months = at.number("canadian_experience")
    goes_on = at.choice("current_work") == "canada"
    if not goes_on or months is None or at.number("recent_canadian_experience") is not None:
        return {}
    return {"recent_canadian_experience_months": months} if months < YEAR else {}


def covered_by_study(at: Situation) -> bool:
    """Whether Canadian study covers the education by itself, without a credential assessment."""
    education = one_of(EDUCATIONS, at.choice("education"))
    study = one_of(CANADIAN_STUDIES, at.choice("canadian_study"))
    return education is not None and by_study_alone(education, study) == education


def _spouse(at: Situation) -> dict[str, Any]:
    fields: dict[str, Any] = dict(_SPOUSE_STATUS.get(at.choice("spouse_status") or "", {}))
    if not at.with_spouse:
        return fields
    education = at.choice("spouse_education")
    if education is not None:
        fields["education"] = education
        _put(fields, "canadian_study", _spouse_study(at, education))
    fields |= _assessment(at, "spouse_education", "spouse_has_eca")
    _put(fields, "language", _language(at, "spouse_language"))
    _put(fields, "canadian_experience_months", at.number("spouse_canadian_experience"))
    return fields | _exchange(at)


def _spouse_study(at: Situation, education: str) -> str | None:
    """The spouse's study in Canada; none where the education is not assessed.

    The question about the assessment asks whether it was earned in Canada, too.
    """
    if education in ("none", "secondary"):
        return "none"
    study = at.choice("spouse_canadian_study")
    return study if study or at.choice("spouse_has_eca") == "yes" else "none"


def _exchange(at: Situation) -> dict[str, Any]:
    """What only comparing the spouse as principal applicant needs."""
    fields = _birth(at, "spouse_birth_date")
    _put(fields, "second_language", _language(at, "spouse_second_language"))
    recent = at.number("spouse_recent_canadian_experience")
    _put(fields, "recent_canadian_experience_months", recent)
    _put(fields, "foreign_experience_months", at.number("spouse_foreign_experience"))
    _put(fields, "occupation", at.choice("spouse_occupation"))
    _put(fields, "trade_certificate", at.flag("spouse_trade_certificate"))
    _put(fields, "continuous_experience", at.flag("spouse_continuous_experience"))
    return fields


def _birth(at: Situation, question: str) -> dict[str, Any]:
    birth = at.choice(question)
    if birth is None:
        return {}
    return {"age": int(birth)} if birth.isdigit() else {"birth_date": birth}


def _education(at: Situation) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    education = at.choice("education")
    if education is None:
        return fields
    fields["education"] = education
    study = "none" if education in ("none", "secondary") else at.choice("canadian_study")
    _put(fields, "canadian_study", study)
    if covered_by_study(at):
        return {**fields, "has_eca": True}
    assessment = _assessment(at, "education", "has_eca")
    issued = at.choice("has_eca")
    if issued not in (None, "yes", "no"):
        fields["eca_issued_on"] = issued
    return fields | assessment


def _assessment(at: Situation, education: str, question: str) -> dict[str, Any]:
    """``has_eca`` as answered; true where there is no education to assess."""
    if at.choice(education) == "none":
        return {"has_eca": True}
    answer = at.choice(question)
    return {} if answer is None else {"has_eca": answer != "no"}


def _language(at: Situation, language: str) -> dict[str, Any] | str | None:
    if at.choice(f"{language}_test") == "none":
        return "none"
    return at.scores(f"{language}_scores")


def _put(fields: dict[str, Any], name: str, value: object) -> None:
    if value is not None:
        fields[name] = value
