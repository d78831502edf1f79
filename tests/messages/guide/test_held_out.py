"""Questions that nobody saw who wrote the ways of asking, through the whole conversation."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dialogs.conversation import LANGUAGES, Language
from dialogs.wishes import WISHES
from messages.guide.asked import elsewhere, telling, ways_to_ask
from messages.guide.entries import entries
from messages.guide.terms import spelled
from tests.messages.guide.asked_for import OTHER_INTENTS, asked_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FIRST, AMONG_THREE, REJECTED = 0.85, 0.95, 0.95
LEAST = 150
KNOWN = {*entries(), *WISHES, *OTHER_INTENTS}


def held_out(language: Language) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    return tomllib.loads(Path(__file__).with_name(f"held_out_{language}.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_held_out_questions_are_many_and_name_what_there_is(language: Language) -> None:
    questions = held_out(language)
    assert len({each["words"] for each in questions["asked"]}) >= LEAST
    assert len({each["words"] for each in questions["out_of_scope"]}) >= LEAST / 2
    assert {meant for each in questions["asked"] for meant in each["means"]} <= KNOWN


def learned_from(language: Language) -> Iterator[str]:
    """Every way of asking that the search learned from: by chance some are held out, too."""
    for ways in ways_to_ask(language).values():
        yield from ways
    yield from elsewhere(language)
    yield from telling(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_asked_is_found_and_what_is_out_of_scope_is_not(
    language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = held_out(language)
    learned = {" ".join(spelled(way)) for way in learned_from(language)}
    new = [each for each in questions["asked"] if " ".join(spelled(each["words"])) not in learned]
    asked = [(frozenset(each["means"]), each["words"]) for each in new]
    found = [(means, asked_for(words, language, means)[:3]) for means, words in asked]
    first = sum(answers[:1] != [] and answers[0] in means for means, answers in found)
    among = sum(not means.isdisjoint(answers) for means, answers in found)
    others = [each["words"] for each in questions["out_of_scope"]]
    others = [words for words in others if " ".join(spelled(words)) not in learned]
    rejected = sum(asked_for(words, language) == [] for words in others)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{language}: {len(found)} held-out questions, right first {first / len(found):.1%},"
            f" among three {among / len(found):.1%};"
            f" {len(others)} out of scope, rejected {rejected / len(others):.1%}\n"
        )
    assert first / len(found) >= FIRST
    assert among / len(found) >= AMONG_THREE
    assert rejected / len(others) >= REJECTED
