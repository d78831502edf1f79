"""What is wrong with a profile, field by field, in plain words."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypedDict

from scoring.fields import PLAIN
from scoring.profile import LanguageResult, OpenProfile, Profile, Spouse

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from pydantic import ValidationError

LANGUAGE_FIELDS = ("first_language", "second_language", "language")


class FieldError(TypedDict):
    """One problem, as the command prints it."""

    field: str
    """Dotted path, ``"first_language.listening"``; empty when it is about the whole line."""
    message: str


_MESSAGES = {
    "missing": "is required",
    "bool_type": "must be true or false",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "finite_number": "must be a number",
    "string_type": "must be a text in quotes",
    "invalid_key": "must be a text in quotes",
}
_NO_RESULT = 'must be a language result (an object) or "none"'
_COLUMN = re.compile(r"column (\d+)")


def problems(error: ValidationError) -> list[FieldError]:
    """Every problem of a profile that did not validate, in the order of its fields."""
    return [_problem(details) for details in error.errors(include_url=False)]


def problems_on(profile: OpenProfile, on: date) -> list[FieldError]:
    """What a profile that is fine by itself cannot have on a date: a birth that is still ahead."""
    people = {"birth_date": profile, "spouse.birth_date": profile.spouse}
    return [
        {"field": field, "message": f"is after {on}, the day of the score"}
        for field, person in people.items()
        if person is not None and person.birth_date is not None and person.birth_date > on
    ]


def _problem(details: Any) -> FieldError:
    # Tags of a union, such as "(result)", are no fields.
    path = [str(part) for part in details["loc"] if not str(part).startswith("(")]
    return {"field": ".".join(path), "message": _message(details, path)}


def _message(details: Any, path: Sequence[str]) -> str:
    kind, context = details["type"], details.get("ctx", {})
    if details["input"] is None and kind != PLAIN and path:
        return _MESSAGES["missing"]  # null is the same as left out
    match kind:
        case "extra_forbidden":
            return _undeclared(path)
        case "literal_error":
            return _not_a_choice(context["expected"])
        case "greater_than_equal":
            return f"must be {context['ge']} or more"
        case "less_than_equal":
            return f"must be {context['le']} or less"
        case "model_type":
            return _not_an_object(path)
        case "json_invalid":
            return _not_json(context["error"])
        case _:
            return _MESSAGES.get(kind) or str(details["msg"])


def _not_a_choice(expected: str) -> str:
    """From pydantic's list ``'a', 'b' or 'c'``."""
    if expected == "'none'":
        return _NO_RESULT
    return f"must be one of {expected.replace(chr(39), '')}"


def _not_an_object(path: Sequence[str]) -> str:
    if path and path[-1] in LANGUAGE_FIELDS:
        return _NO_RESULT
    return "must be a JSON object"


def _not_json(error: str) -> str:
    column = _COLUMN.search(error)
    at = f" (column {column[1]})" if column else ""
    return f"is not valid JSON{at}: give one object with the fields of a profile"


def _undeclared(path: Sequence[str]) -> str:
    *parents, name = path
    if parents and parents[-1] in LANGUAGE_FIELDS:
        model: Any = LanguageResult
        what = "a language result"
    elif parents:
        model, what = Spouse, "a spouse"
    else:
        model, what = Profile, "a profile"
    near = get_close_matches(name, model.model_fields, n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return f"is not a field of {what}{hint}"
