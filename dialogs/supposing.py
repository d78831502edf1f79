"""Suppositions: what a change of the profile would be as answers, and what the score would be.

A supposition never touches the stored answers. It starts from them each time, and only "keep
this" lays its answers over them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialogs.profile import NUMBERS, YES_NO

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialogs.conversation import Answer
    from dialogs.situation import Situation

_CHOICES = ("marital_status", "education", "canadian_study", "job_offer", "occupation")
_SPOUSE_CHOICES = {"education": "spouse_education", "canadian_study": "spouse_canadian_study"}
_SPOUSE_NUMBERS = {"canadian_experience_months": "spouse_canadian_experience"}


def answers_of(changes: Mapping[str, Any], at: Situation) -> dict[str, Answer] | None:
    """The answers that give these changes of the profile; None where no answers do.

    ``changes`` are top-level profile fields in JSON form, as in a plan.
    """
    answers: dict[str, Answer] = {}
    numbers = {field: question for question, field in NUMBERS.items()}
    for field, value in changes.items():
        if field in ("first_language", "second_language"):
            answers |= _language(field, value)
        elif field == "spouse":
            spouse = _spouse(value, at)
            if spouse is None:
                return None
            answers |= spouse
        elif field in numbers:
            answers[numbers[field]] = str(int(value))
        elif field in (*YES_NO, "has_eca"):
            answers[field] = "yes" if value else "no"
        elif field in _CHOICES:
            answers[field] = value
        elif field == "eca_issued_on" and value is not None:
            answers["has_eca"] = value
        elif field != "eca_issued_on":
            return None
    return answers


def _language(field: str, value: Any) -> dict[str, Answer]:
    if value is None or value == "none":
        return {f"{field}_test": "none"}
    return {f"{field}_test": value["test"], f"{field}_scores": dict(value)}


def _spouse(value: Any, at: Situation) -> dict[str, Answer] | None:
    """The answers about the spouse; None for somebody else than the spouse of the answers."""
    if value is None or not at.in_couple:
        return None
    if value.get("canadian"):
        return {"spouse_status": "canadian"}
    if not value.get("accompanying"):
        return {"spouse_status": "staying"}
    answers: dict[str, Answer] = {"spouse_status": "accompanying"}
    for field, question in _SPOUSE_CHOICES.items():
        if value.get(field) is not None:
            answers[question] = value[field]
    for field, question in _SPOUSE_NUMBERS.items():
        if value.get(field) is not None:
            answers[question] = str(int(value[field]))
    if value.get("has_eca") is not None:
        answers["spouse_has_eca"] = "yes" if value["has_eca"] else "no"
    if value.get("language") is not None:
        answers |= _language("spouse_language", value["language"])
    return answers
