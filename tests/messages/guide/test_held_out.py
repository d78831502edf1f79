"""Questions that nobody saw who wrote the ways of asking, through the whole conversation."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from dialogs.conversation import LANGUAGES, Language
from dialogs.wishes import WISHES
from messages.guide.asked import elsewhere, telling, ways_to_ask
from messages.guide.entries import entries
from messages.guide.terms import spelled
from tests.figures import note
from tests.messages.guide.asked_for import OTHER_INTENTS, asked_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FIRST, AMONG_THREE, REJECTED = 0.85, 0.95, 0.95
LEAST, LEAST_OUT_OF_SCOPE = 200, 110
KNOWN = {*entries(), *WISHES, *OTHER_INTENTS}


class Totals(NamedTuple):
    """What a run may tell: whoever improves the search sees no question, not even of a failure."""

    asked: int
    first: float
    among: float
    others: int
    rejected: float


class Unseen:
    """A context that tells of an error within it its kind alone: pytest would print the words."""

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, kind: type[BaseException] | None, *error: object) -> None:
        __tracebackhide__ = True
        if kind is not None and issubclass(kind, Exception):
            problem = f"a held-out question ends in {kind.__name__}"
            raise AssertionError(problem) from None


def held_out(language: Language) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    return tomllib.loads(Path(__file__).with_name(f"held_out_{language}.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_held_out_questions_are_many_and_name_what_there_is(language: Language) -> None:
    asked, others = held_out(language)["asked"], held_out(language)["out_of_scope"]
    different = len({each["words"] for each in asked})
    different_others = len({each["words"] for each in others})
    not_known = len({meant for each in asked for meant in each["means"]} - KNOWN)
    assert different >= LEAST
    assert different_others >= LEAST_OUT_OF_SCOPE
    assert not_known == 0


def learned_from(language: Language) -> Iterator[str]:
    """Every way of asking that the search learned from: by chance some are held out, too."""
    for ways in ways_to_ask(language).values():
        yield from ways
    yield from elsewhere(language)
    yield from telling(language)


def measured(language: Language) -> Totals:
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
    return Totals(
        len(found), first / len(found), among / len(found), len(others), rejected / len(others)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_asked_is_found_and_what_is_out_of_scope_is_not(language: Language) -> None:
    with Unseen():
        totals = measured(language)
    note(
        f"{language}: {totals.asked} held-out questions, right first {totals.first:.1%},"
        f" among three {totals.among:.1%};"
        f" {totals.others} out of scope, rejected {totals.rejected:.1%}"
    )
    assert totals.first >= FIRST
    assert totals.among >= AMONG_THREE
    assert totals.rejected >= REJECTED
