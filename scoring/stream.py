"""Profiles as JSON Lines in, results out: what becomes of one line.

A bad line never stops the others: it gives its number and what is wrong with each field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from pydantic import ValidationError

from scoring.errors import FieldError, problems, problems_on
from scoring.profile import OpenProfile, Profile, profile_from_json
from scoring.ranges import open_result
from scoring.score import score

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoring.profile import AnyProfile
    from scoring.rules import Rules

Outcome: TypeAlias = tuple[dict[str, Any], bool]
"""What is written for a line, and whether the line was good."""


def score_line(line: str | bytes, number: int, rules: Rules) -> Outcome:
    """The result of the profile on a line; ``number`` counts lines from 1."""
    return outcome(line, number, rules, Profile, lambda profile: score(profile, rules).as_json())


def range_line(line: str | bytes, number: int, rules: Rules) -> Outcome:
    """The range of the profile with open questions on a line."""
    return outcome(line, number, rules, OpenProfile, lambda profile: open_result(profile, rules))


def outcome(
    line: str | bytes,
    number: int,
    rules: Rules,
    model: type[AnyProfile],
    answer: Callable[[AnyProfile], dict[str, Any]],
) -> Outcome:
    """What ``answer`` makes of the profile on a line, or what is wrong with the line."""
    try:
        profile = profile_from_json(line, model)
    except ValidationError as error:
        return _refused(number, problems(error))
    if ahead := problems_on(profile, rules.on):
        return _refused(number, ahead)
    return answer(profile), True


def _refused(number: int, errors: list[FieldError]) -> Outcome:
    return {"line": number, "errors": errors}, False
