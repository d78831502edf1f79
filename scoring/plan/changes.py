"""Changes laid over a profile, and a changed profile on a later day.

The public form of a change is whole top-level fields in JSON form. Inside the plan it is a patch:
only what changes, nested as the profile is, so that two patches of one language result or one
spouse can be laid over the same person.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from pydantic import BaseModel

from scoring.calendar import completed_years, months_after
from scoring.crs import crs
from scoring.profile import LanguageResult, Profile, Spouse
from scoring.rules import rules_on
from scoring.score import score
from scoring.standing import AGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from scoring.profile import Language
    from scoring.rules import Rules
    from scoring.standing import Standing

Fields: TypeAlias = dict[str, Any]

_DATES = {"birth_date", "eca_issued_on", "work_permit_until", "taken_on"}


def apply(profile: Profile, changes: Mapping[str, Any]) -> Profile:
    """The profile with these top-level fields, in JSON form, in the place of its own.

    Raises:
        pydantic.ValidationError: the fields do not make a profile.
    """
    return Profile.model_validate({**profile.as_json(), **changes})


def patched(profile: Profile, patches: Iterable[Mapping[str, Any]]) -> Profile:
    """The profile with patches of the plan's own, which are not checked again."""
    for patch in patches:
        profile = profile.model_copy(update=_read_over(profile, patch))
    return profile


def laid_over(given: Mapping[str, Any], patches: Iterable[Mapping[str, Any]]) -> Fields:
    """The top-level fields that the patches change, whole.

    Args:
        given: the profile in JSON form.
        patches: laid over it one after the other.
    """
    changed: Fields = {}
    for patch in patches:
        for name, value in patch.items():
            changed[name] = _nested(changed.get(name, given.get(name)), value)
    return changed


def total_then(profile: Profile, person: Standing, months: int | None, rules: Rules) -> int | None:
    """What a changed profile scores on the day it is done.

    Age moves on; tests and assessments that are valid today stay valid; nothing else changes.

    Args:
        profile: the person after the change.
        person: how they stand today.
        months: how long it takes; None gives None.
        rules: those of today.
    """
    if months is None:
        return None
    later = rules_on(months_after(rules.on, months))
    if later.crs is not rules.crs or later.levels is not rules.levels:
        return score(_kept_valid(profile, rules), later).crs.total
    if profile.birth_date is not None:
        age = min(completed_years(profile.birth_date, later.on), AGES - 1)
        person = replace(person, age=age)
    return crs(profile, person, rules.crs).total


def _read_over(below: BaseModel | None, patch: Mapping[str, Any]) -> Fields:
    """What a patch changes in a model, from its JSON form."""
    return {name: _read(name, value, getattr(below, name, None)) for name, value in patch.items()}


def _read(name: str, value: object, below: object) -> object:
    """A field from its JSON form; of a nested one only what changes need be given."""
    if isinstance(value, dict):
        if isinstance(below, BaseModel):
            return below.model_copy(update=_read_over(below, value))
        fields = _read_over(None, value)
        return (Spouse if name == "spouse" else LanguageResult).model_construct(**fields)
    return date.fromisoformat(value) if name in _DATES and isinstance(value, str) else value


def _kept_valid(profile: Profile, rules: Rules) -> Profile:
    """The same person, whose valid results and assessment have no date any more."""
    fields: Fields = {
        "first_language": _undated(profile.first_language, rules),
        "second_language": _undated(profile.second_language, rules),
        "spouse": _undated_spouse(profile.spouse, rules),
    }
    issued = profile.eca_issued_on
    if issued is not None and issued > rules.assessments_expired:
        fields["eca_issued_on"] = None
    return profile.model_copy(update=fields)


def _undated_spouse(spouse: Spouse | None, rules: Rules) -> Spouse | None:
    if spouse is None:
        return None
    return spouse.model_copy(update={"language": _undated(spouse.language, rules)})


def _undated(result: Language | None, rules: Rules) -> Language | None:
    if not isinstance(result, LanguageResult):
        return result
    if result.taken_on is None or result.taken_on <= rules.tests_expired:
        return result
    return result.model_copy(update={"taken_on": None})


def _nested(below: object, above: object) -> object:
    if isinstance(below, dict) and isinstance(above, dict):
        return below | {name: _nested(below.get(name), value) for name, value in above.items()}
    return above
