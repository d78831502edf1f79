"""What is read of hundreds of messages in both languages, and what is not."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dialogs.conversation import LANGUAGES, Language
from dialogs.reading.facts import Facts, read_facts
from dialogs.situation import Situation
from scoring.vocabulary import ABILITIES

if TYPE_CHECKING:
    from collections.abc import Mapping

TODAY = date(2026, 11, 23)
LEAST_MESSAGES = 100


def table(language: Language) -> list[dict[str, Any]]:
    text = Path(__file__).with_name(f"facts_{language}.toml").read_text(encoding="utf-8")
    rows: list[dict[str, Any]] = tomllib.loads(text)["messages"]
    return rows


ROWS = [(language, row) for language in LANGUAGES for row in table(language)]


def expanded(answers: Mapping[str, str], given: Mapping[str, Any]) -> dict[str, Any]:
    """The answers of a row with their scores in full."""
    return {
        question: scores(question, answer, {**given, **answers})
        if question.endswith("_scores")
        else answer
        for question, answer in answers.items()
    }


def scores(question: str, short: str, answers: Mapping[str, Any]) -> dict[str, Any]:
    """``"8 7.5 7 7 2025-03-01"`` as a result of the test before it."""
    test = answers[question.replace("_scores", "_test")]
    values, taken_on = short.split()[: len(ABILITIES)], short.split()[len(ABILITIES) :]
    result: dict[str, Any] = {"test": test}
    for ability, value in zip(ABILITIES, values, strict=True):
        result[ability] = float(value) if test == "ielts" else int(value)
    return {**result, "taken_on": taken_on[0]} if taken_on else result


def read(row: Mapping[str, Any], language: Language) -> Facts:
    given = expanded(row.get("given", {}), {})
    return read_facts(row["said"], Situation(given, TODAY), language, row.get("question"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_is_large(language: Language) -> None:
    assert len(table(language)) >= LEAST_MESSAGES
    said = [row["said"] for row in table(language)]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize(("language", "row"), ROWS, ids=[row["said"][:60] for _, row in ROWS])
def test_exactly_this_is_read(language: Language, row: dict[str, Any]) -> None:
    facts = read(row, language)
    given = row.get("given", {})
    assert facts.answers == expanded(row.get("answers", {}), given)
    assert {question: each.reason for question, each in facts.problems.items()} == row.get(
        "problems", {}
    )
    assert facts.asked_back.keys() == row.get("asked_back", {}).keys()
    for question, asked in row.get("asked_back", {}).items():
        ambiguous = facts.asked_back[question]
        if isinstance(asked, str):
            assert ambiguous.reason == asked
        elif question.endswith("_scores"):
            known = {**given, **facts.answers}
            assert list(ambiguous.options) == [scores(question, each, known) for each in asked]
        else:
            assert list(ambiguous.options) == asked
    assert list(facts.leftover) == row.get("leftover", [])
