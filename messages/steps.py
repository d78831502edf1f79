"""Steps of a plan in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from messages.answers import OWN_LEVELS, level_name, test_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from messages.words import Words
    from scoring.plan import Action


def ends(actions: Sequence[Action]) -> list[Action]:
    """Of the steps of one thing (a year, two, three …) only the furthest and the nearest."""
    steps: dict[str, list[Action]] = {}
    for action in actions:
        steps.setdefault(action.id.rstrip("0123456789"), []).append(action)
    kept = [id(step) for each in steps.values() for step in (each[0], each[-1])]
    return [action for action in actions if id(action) in kept]


def action_path(action: str) -> tuple[tuple[str, ...], int | None]:
    """Where the words of an action stand, and the number its id ends with.

    ``first_language.listening_9`` is said by ``[first_language] listening`` with 9 as ``amount``.
    """
    *fields, last = action.split(".")
    name, _, amount = last.rpartition("_")
    if last.isdigit():
        return tuple(fields), int(last)
    if name and amount.isdigit():
        return (*fields, name), int(amount)
    return (*fields, last), None


def action_name(action: Action, words: Words) -> str:
    """An action of a plan in words."""
    path, amount = action_path(action.id)
    facts = _result_facts(action, path[-1], words)
    return words.say(
        "actions",
        *path,
        amount=amount,
        funds=action.changes.get("settlement_funds"),
        **facts,
    )


def _result_facts(action: Action, name: str, words: Words) -> dict[str, Any]:
    """For a better language result: its language, its test, and the score to reach."""
    changed = action.changes
    result = changed.get("first_language") or changed.get("second_language")
    if "spouse" in changed:
        result = changed["spouse"].get("language")
    if not isinstance(result, dict):
        return {}
    test = result["test"]
    return {
        "language": words.say("tests", "languages", test_language(test)),
        "level_name": level_name(test, words),
        "test": words.say("tests", test, "name"),
        "score": None if test in OWN_LEVELS else result.get(name.removeprefix("language_")),
    }
