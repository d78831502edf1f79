"""What people do in each unit group, in a line, and where that is shown."""

from __future__ import annotations

import re
from textwrap import wrap
from typing import TYPE_CHECKING

import pytest

from dialogs.conversation import LANGUAGES, UNKNOWN, Language
from dialogs.replies import Ask, Echo
from messages.render import render
from messages.words import words
from scoring.occupations import occupations
from tests.messages.telegram import read, utf16_length

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_LINE = 90
MOST_UNITS = 4096
PHONE_WIDTH, TWO_SCREENS = 40, 60
MOST_OFFERED = 5

each_language = pytest.mark.parametrize("language", LANGUAGES)


def duties(language: Language) -> Mapping[str, str]:
    """The line of each unit group."""
    said = words(language)
    return {code: said.say("duties", code) for code in said.keys("duties")}


def title(code: str, language: Language) -> str:
    group = occupations()[code]
    return group.title(language)


def longest(language: Language) -> tuple[str, ...]:
    """The unit groups that take most room on a card."""
    lines = duties(language)
    room = {code: len(line) + len(title(code, language)) for code, line in lines.items()}
    return tuple(sorted(room, key=room.__getitem__)[-MOST_OFFERED:])


def text(card: Ask, language: Language) -> str:
    return read(render(card, language).text).text


def offered(codes: tuple[str, ...], language: Language, question: str = "occupation") -> str:
    reason = "occupation_title"
    return text(Ask(question, (), 1, 13, 42, {}, options=codes, options_reason=reason), language)


def after(answer: str, language: Language, question: str = "occupation") -> str:
    """The card after an occupation was given."""
    return text(Ask("trade_certificate", (), 1, 14, 42, {}, echo=Echo(question, answer)), language)


@each_language
def test_every_unit_group_has_its_line_and_nothing_else_has(language: Language) -> None:
    assert tuple(duties(language)) == tuple(occupations())


@each_language
def test_every_line_is_one_short_line_without_a_full_stop(language: Language) -> None:
    for code, line in duties(language).items():
        assert len(line) <= LONGEST_LINE, code
        assert re.fullmatch(r"[A-ZÀ-Ý][^\n]+[^.…\s]", line), code


@each_language
def test_no_two_lines_are_alike(language: Language) -> None:
    plain = [re.sub(r"\W", "", line).casefold() for line in duties(language).values()]
    assert len(set(plain)) == len(occupations())


@each_language
def test_no_line_only_repeats_the_title(language: Language) -> None:
    for code, line in duties(language).items():
        new = set(re.findall(r"\w+", line.casefold()))
        assert len(new - set(re.findall(r"\w+", title(code, language).casefold()))) >= 3, code


def test_every_french_line_starts_with_an_infinitive() -> None:
    for code, line in duties("fr").items():
        assert re.match(r"(?:Se )?\w+(?:er|ir|re)\b", line), code


@each_language
def test_occupations_to_choose_from_come_with_their_duties(language: Language) -> None:
    codes = ("21231", "21232", "21234")
    for question in ("occupation", "spouse_occupation"):
        lines = offered(codes, language, question).split("\n")
        for code in codes:
            where = next(n for n, line in enumerate(lines) if line.startswith(f"• {code} "))
            assert lines[where + 1] == duties(language)[code]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Your duties decide, not your job title."),
        ("fr", "Ce sont vos tâches qui décident, pas le titre de votre poste."),
    ],
)
def test_that_duties_decide_is_said_once(language: Language, sentence: str) -> None:
    assert offered(longest(language), language).count(sentence) == 1


@each_language
def test_the_five_longest_fit_two_screens_of_a_phone_and_one_message(language: Language) -> None:
    card = offered(longest(language), language)
    assert utf16_length(card) <= MOST_UNITS
    lines = sum(max(1, len(wrap(line, PHONE_WIDTH))) for line in card.split("\n"))
    assert lines <= TWO_SCREENS


@each_language
def test_the_chosen_occupation_is_repeated_with_its_duties(language: Language) -> None:
    for question in ("occupation", "spouse_occupation"):
        lines = after("31301", language, question).split("\n")
        assert "31301" in lines[0]
        assert lines[1] == duties(language)["31301"]


@each_language
def test_an_occupation_not_known_has_no_duties(language: Language) -> None:
    lines = after(UNKNOWN, language).split("\n")
    assert lines[0].startswith("✓")
    assert lines[1] == ""
