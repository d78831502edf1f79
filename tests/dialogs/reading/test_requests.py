"""Requests that name something, as people write them in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.questions import BY_ID
from dialogs.reading.requests import (
    Change,
    FindOccupation,
    WhyLine,
    WhyProgram,
    read_request,
)
from scoring.explain import lines
from scoring.profile import Profile
from scoring.rules import rules_on
from scoring.score import score
from tests.dialogs.talk import TODAY

if TYPE_CHECKING:
    from dialogs.conversation import Language

SAID: tuple[tuple[Language, str, object], ...] = (
    ("en", "why only 25 for my degree?", 25),
    ("en", "why do i get only 110 for my age", 110),
    ("en", "how many points do I get for my english", None),
    ("en", "How come my Canadian experience gives me no points", None),
    ("en", "why is my wife's education worth so few points", None),
    ("fr", "pourquoi seulement 25 pour mon diplôme ?", 25),
    ("fr", "combien de points pour mon âge", None),
    ("fr", "pourquoi mon expérience à l'étranger ne donne rien", None),
)
PROGRAMS: tuple[tuple[Language, str, str | None], ...] = (
    ("en", "why am I not eligible for FSW?", "fsw"),
    ("en", "why am i not eligible for the canadian experience class", "cec"),
    ("en", "why not FST", "fst"),
    ("en", "which programs am I eligible for?", None),
    ("en", "am I eligible for express entry", None),
    ("fr", "pourquoi je ne suis pas admissible à la CEC ?", "cec"),
    ("fr", "pourquoi pas le programme des travailleurs qualifiés", "fsw"),
    ("fr", "je suis admissible à quels programmes ?", None),
)
CHANGES: tuple[tuple[Language, str, str], ...] = (
    ("en", "change my education", "education"),
    ("en", "I want to change my age", "birth_date"),
    ("en", "my marital status is wrong", "marital_status"),
    ("en", "please correct my ielts", "first_language_test"),
    ("en", "edit my work abroad", "foreign_experience"),
    ("fr", "modifier mon âge", "birth_date"),
    ("fr", "je veux changer ma profession", "occupation"),
    ("fr", "mon diplôme est faux", "education"),
    ("fr", "corriger mon expérience au canada", "canadian_experience"),
)
NONE: tuple[tuple[Language, str], ...] = (
    ("en", "why do you ask?"),
    ("en", "why is french worth so many points"),
    ("en", "what is the canadian experience class"),
    ("en", "how do I change my job in canada without losing points"),
    ("en", "can my wife be eligible for cec"),
    ("en", "master"),
    ("en", "why"),
    ("fr", "pourquoi cette question ?"),
    ("fr", "c'est quoi la CEC ?"),
    ("fr", "pourquoi est-ce que ma femme doit passer un test"),
    ("fr", "licence"),
)


@pytest.mark.parametrize(("language", "text", "points"), SAID)
def test_why_a_line_has_its_points(language: Language, text: str, points: int | None) -> None:
    request = read_request(text, language)
    assert isinstance(request, WhyLine)
    assert request.points == points


@pytest.mark.parametrize(("language", "text", "program"), PROGRAMS)
def test_why_a_program_is_shut(language: Language, text: str, program: str | None) -> None:
    request = read_request(text, language)
    assert isinstance(request, WhyProgram)
    assert request.program == program


@pytest.mark.parametrize(("language", "text", "question"), CHANGES)
def test_an_answer_to_change(language: Language, text: str, question: str) -> None:
    request = read_request(text, language)
    assert isinstance(request, Change)
    assert request.questions[0] == question


@pytest.mark.parametrize(("language", "text"), NONE)
def test_other_words_are_no_request(language: Language, text: str) -> None:
    assert read_request(text, language) is None


@pytest.mark.parametrize("words", [*SAID, *PROGRAMS, *CHANGES])
def test_either_language_is_read_whatever_the_setting(words: tuple[Language, str, object]) -> None:
    other: Language = "fr" if words[0] == "en" else "en"
    assert read_request(words[1], other) == read_request(words[1], words[0])


def test_what_things_stand_for_exists() -> None:
    person = Profile.model_validate(
        {"marital_status": "single", "age": 29, "education": "bachelor"}
    )
    rules = rules_on(TODAY)
    known = {(line.section, line.item) for line in lines(person, score(person, rules), rules)}
    for _, text, _ in SAID:
        request = read_request(text, "en")
        assert isinstance(request, WhyLine)
        assert set(request.lines) <= known
    for _, text, _ in CHANGES:
        changed = read_request(text, "en")
        assert isinstance(changed, Change)
        assert set(changed.questions) <= set(BY_ID)


@given(st.text(max_size=300), st.sampled_from(["en", "fr"]))
def test_any_text_is_read_or_left(text: str, language: Language) -> None:
    request = read_request(text, language)
    assert request is None or isinstance(request, WhyLine | WhyProgram | Change | FindOccupation)
