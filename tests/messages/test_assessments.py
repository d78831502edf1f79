"""Whose studies a note about an assessment (ECA) means, and that it says nothing of no studies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dialogs.questionnaire import walk
from dialogs.screens import score_card
from messages.render import render
from tests.dialogs.talk import MARRIED_ABROAD, TODAY, finished
from tests.messages.telegram import read

if TYPE_CHECKING:
    from dialogs.conversation import Language

LATE = "2019-01-01"
ASSUMED = {
    "own": ("that your education is covered", "supposé que vos études ont"),
    "spouse": ("that your partner’s education is", "que les études de votre conjoint ou conjointe"),
    "both": ("your education and your partner’s are", "que vos études et celles de votre conjoint"),
}
MISSING = {
    "own": ("your studies abroad give no", "vos études à l’étranger ne donnent pas"),
    "spouse": ("your partner’s studies abroad give", "les études faites à l’étranger par votre"),
    "both": ("your studies and your partner’s abroad", "vos études à l’étranger et celles de"),
}


def notes(language: Language, **changed: str) -> list[str]:
    answers = finished({**MARRIED_ABROAD, **changed}).conversation.answers
    shown = read(render(score_card(walk(answers, TODAY)), language, TODAY).text).text
    text = shown.replace("\N{NO-BREAK SPACE}", " ")
    return [line for line in text.splitlines() if "(ECA)" in line or "(EDE)" in line]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("own", "spouse", "assumed", "missing"),
    [
        ("yes", "yes", None, None),
        ("no", "yes", None, "own"),
        (LATE, "yes", None, "own"),
        ("yes", "no", None, "spouse"),
        ("no", "no", None, "both"),
        ("no", "unknown", "spouse", "own"),
        ("unknown", "no", "own", "spouse"),
        ("unknown", "unknown", "both", None),
    ],
)
def test_a_note_says_whose_studies_it_means(
    own: str, spouse: str, assumed: str | None, missing: str | None, language: Language
) -> None:
    said = notes(language, has_eca=own, spouse_has_eca=spouse)
    at = 0 if language == "en" else 1
    for whose, sentences in ((assumed, ASSUMED), (missing, MISSING)):
        told = {name: sum(each[at] in line for line in said) for name, each in sentences.items()}
        assert {name for name, times in told.items() if times} == ({whose} if whose else set())
        assert max(told.values()) <= 1


@pytest.mark.parametrize("language", ["en", "fr"])
def test_studies_that_are_not_known_are_not_taken_for_assessed(language: Language) -> None:
    assert notes(language, spouse_education="unknown") == []
