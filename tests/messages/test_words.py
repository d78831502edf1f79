"""The words: the same keys in every language, and words for everything that can be said."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

import dialogs
from dialogs.conversation import LANGUAGES, UNKNOWN, Language
from dialogs.intents import COMMANDS
from dialogs.question import Kind
from dialogs.questions import BY_ID, QUESTIONS
from dialogs.situation import TESTS, Situation
from messages.answers import choice_label
from messages.catalogue import PAGES
from messages.formats import Formats
from messages.problems import PROBLEMS
from messages.words import FOLDER, MissingWordsError, Words, words
from scoring.result import CecUnmet, FstUnmet, FswUnmet, Note
from scoring.vocabulary import (
    CANADIAN_STUDIES,
    CURRENT_WORKS,
    EDUCATIONS,
    JOB_OFFERS,
    MARITAL_STATUSES,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

each_language = pytest.mark.parametrize("language", LANGUAGES)

CHOICES = {
    "marital_status": MARITAL_STATUSES,
    "spouse_status": ("accompanying", "staying", "canadian"),
    "education": EDUCATIONS,
    "canadian_study": CANADIAN_STUDIES,
    "has_eca": ("yes", "no", UNKNOWN),
    "first_language_test": (*TESTS, UNKNOWN, "none"),
    "second_language_test": (*TESTS, UNKNOWN, "none"),
    "canadian_experience": ("0", "12", "24", "36", "48", "60"),
    "foreign_experience": ("0", "12", "24", "36", "48", "60", "72"),
    "occupation": (UNKNOWN,),
    "trade_certificate": ("yes", "no"),
    "provincial_nomination": ("yes", "no"),
    "sibling_in_canada": ("yes", "no"),
    "spouse_education": EDUCATIONS,
    "spouse_has_eca": ("yes", "no", UNKNOWN),
    "spouse_language_test": (*TESTS, UNKNOWN, "none"),
    "spouse_canadian_experience": ("0", "12", "24", "36", "48", "60"),
    "recent_canadian_experience": ("0", "12", "24", "36"),
    "continuous_experience": ("yes", "no"),
    "trade_experience": ("0", "12", "24", "36", "48", "60"),
    "job_offer": JOB_OFFERS,
    "authorized_to_work": ("yes", "no"),
    "relative_in_canada": ("yes", "no"),
    "spouse_canadian_study": CANADIAN_STUDIES,
    "family_size": ("1", "2", "3", "4", "5", "6", "7"),
    "settlement_funds": ("0", "19001"),
    "settling_in_quebec": ("yes", "no"),
    "current_work": CURRENT_WORKS,
    "time_zone": BY_ID["time_zone"].offered(Situation({}, date(2026, 11, 23))),
    "spouse_second_language_test": (*TESTS, UNKNOWN, "none"),
    "spouse_recent_canadian_experience": ("0", "12", "24", "36"),
    "spouse_foreign_experience": ("0", "12", "24", "36", "48", "60", "72"),
    "spouse_occupation": (UNKNOWN,),
    "spouse_trade_certificate": ("yes", "no"),
    "spouse_continuous_experience": ("yes", "no"),
}
ITEMS = {
    "core": ("age", "education", "first_language", "second_language", "canadian_experience"),
    "spouse": ("education", "language", "canadian_experience"),
    "transferability": (
        "education_language",
        "education_canadian_experience",
        "foreign_experience_language",
        "foreign_experience_canadian_experience",
        "certificate_language",
    ),
    "additional": ("sibling", "french", "canadian_study", "job_offer", "provincial_nomination"),
    "fsw": (
        "language",
        "education",
        "experience",
        "age",
        "arranged_employment",
        "adaptability",
    ),
}


def reasons(*callers: str, position: int = 0) -> set[str]:
    """The literal keys that ``dialogs`` gives to these constructors."""
    found: set[str] = set()
    for file in Path(dialogs.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in callers:
                given = node.args[position : position + 1]
                found |= {
                    part.value
                    for argument in given
                    for part in ast.walk(argument)
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                }
    return found


def leaves(language: Language) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text with its path."""
    said = words(language)
    for path in said.paths():
        yield path, said.find(*path) or ""


def test_the_languages_have_the_same_keys() -> None:
    english, *others = (set(words(language).paths()) for language in LANGUAGES)
    for other in others:
        assert english == other


def test_the_languages_have_the_same_templates() -> None:
    english, *others = (
        {file.name for file in (FOLDER / language).iterdir()} for language in LANGUAGES
    )
    for other in others:
        assert english == other


def test_the_languages_mention_the_same_facts() -> None:
    french = dict(leaves("fr"))
    for path, text in leaves("en"):
        if path[0] != "formats":
            mentioned = re.findall(r"{{\s*([\w.]+)", text)
            assert sorted(mentioned) == sorted(re.findall(r"{{\s*([\w.]+)", french[path])), path


@each_language
def test_every_question_has_all_its_words(language: Language) -> None:
    for question in QUESTIONS:
        for key in ("title", "ask", "hint", "why", "example"):
            assert words(language).find("questions", question.id, key), (question.id, key)


@each_language
def test_every_choice_has_a_label(language: Language) -> None:
    closed = {question.id for question in QUESTIONS if question.kind is Kind.CHOICE}
    assert closed <= set(CHOICES)
    for question, choices in CHOICES.items():
        labels = [choice_label(question, choice, words(language)) for choice in choices]
        assert len(set(labels)) == len(labels), (question, labels)


@each_language
def test_every_item_of_a_result_has_a_name(language: Language) -> None:
    for section, items in ITEMS.items():
        assert words(language).keys("terms", "items", section) == items


@each_language
def test_every_code_of_a_result_has_a_sentence(language: Language) -> None:
    said = words(language)
    for program, codes in {"fsw": FswUnmet, "cec": CecUnmet, "fst": FstUnmet}.items():
        assert set(said.keys("terms", "unmet", program)) == set(get_args(codes))
        assert said.find("terms", "programs", program)
    assert set(said.keys("terms", "notes")) == set(get_args(Note))


def test_every_reason_of_a_reader_has_a_sentence() -> None:
    sentences = set(words("en").keys("problems"))
    literal = reasons("Unreadable", "Problem")
    assert literal
    assert literal <= sentences
    assert set(PROBLEMS) == sentences


def test_every_way_to_ask_back_has_a_sentence() -> None:
    asked = reasons("Ambiguous", position=1)
    assert asked
    assert asked <= set(words("en").keys("notices", "options"))


def test_every_notice_has_a_line() -> None:
    given = reasons("Notice")
    assert given
    assert given <= set(words("en").keys("notices", "notices"))


@each_language
def test_every_page_has_a_template(language: Language) -> None:
    for page in PAGES:
        assert (FOLDER / language / f"{page}.html.j2").is_file()


@each_language
def test_help_names_every_command(language: Language) -> None:
    page = (FOLDER / language / "help.html.j2").read_text(encoding="utf-8")
    listed = set(re.findall(r"^/(\w+) – ", page, re.MULTILINE))
    assert set(COMMANDS) - {"start"} <= listed


def test_missing_words_are_named_by_file_and_key() -> None:
    with pytest.raises(MissingWordsError, match=r"messages/fr/terms\.toml .* `items\.core\.luck`"):
        words("fr").say("terms", "items", "core", "luck")


def test_a_fact_that_is_not_given_is_an_error_and_not_a_gap() -> None:
    with pytest.raises(Exception, match="months"):
        words("en").say("problems", "recent_more_than_total")


def test_words_are_plain_text() -> None:
    for language in LANGUAGES:
        for path, text in leaves(language):
            assert not re.search(r"</?[a-z]|&\w+;", text), path


@each_language
def test_labels_fit_a_button(language: Language) -> None:
    for path, text in leaves(language):
        if path[0] in ("choices", "buttons") and "help" not in path and "{" not in text:
            assert len(text) <= 38, path


def test_formats_come_with_the_words() -> None:
    assert isinstance(words("en"), Words)
    assert isinstance(words("en").formats, Formats)
