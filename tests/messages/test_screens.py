"""Every screen of the catalogue, in every language."""

from __future__ import annotations

import re
from dataclasses import fields
from functools import cache
from textwrap import wrap
from typing import TYPE_CHECKING, get_args

import pytest

from dialogs import replies
from dialogs.conversation import LANGUAGES, Language
from dialogs.questions import QUESTIONS
from dialogs.replies import Ask, Notice, Page, Reply, Score
from messages.catalogue import catalogue
from messages.render import render
from tests.messages.telegram import read, utf16_length

if TYPE_CHECKING:
    from collections.abc import Mapping

    from syrupy.assertion import SnapshotAssertion

    from messages.message import Message

MOST_UNITS = 4096
MOST_BYTES = 64
LONGEST_LABEL = 48
WIDEST_ROW = 42
TERMINAL_WIDTH, TERMINAL_HEIGHT = 60, 30


@cache
def screens() -> Mapping[str, Reply]:
    return catalogue()


@cache
def shown(name: str, language: Language) -> Message:
    return render(screens()[name], language)


def every_screen() -> list[tuple[str, Language]]:
    return [(name, language) for name in screens() for language in LANGUAGES]


each_screen = pytest.mark.parametrize(("name", "language"), every_screen())


@each_screen
def test_is_html_that_telegram_takes(name: str, language: Language) -> None:
    found = read(shown(name, language).text)
    assert found.faults == []
    assert 0 < utf16_length(found.text) <= MOST_UNITS


@each_screen
def test_reads_well(name: str, language: Language) -> None:
    text = read(shown(name, language).text).text
    assert "\n\n\n" not in text
    assert text == text.strip()
    for leftover in ("{{", "}}", "{%", "Undefined", " ,", " .", "()", "  –  "):
        assert leftover not in text.replace("<b>Tom & Zoé</b>", "")
    assert not re.search("None(?!, or less than 1 year)", text)


@each_screen
def test_buttons_can_be_sent_and_read(name: str, language: Language) -> None:
    buttons = [button for row in shown(name, language).buttons for button in row]
    for button in buttons:
        assert 0 < len(button.data.encode()) <= MOST_BYTES
        assert 0 < len(button.label.strip()) <= LONGEST_LABEL
    assert len({button.data for button in buttons}) == len(buttons)
    assert len({button.label for button in buttons}) == len(buttons)


@each_screen
def test_rows_fit_a_phone(name: str, language: Language) -> None:
    if name.startswith("review"):
        return  # a long list stands in two columns whatever its labels
    for row in shown(name, language).buttons:
        assert len(row) == 1 or sum(len(button.label) for button in row) <= WIDEST_ROW


@each_screen
def test_a_question_stays_on_the_screen_of_a_terminal(name: str, language: Language) -> None:
    if name.split(maxsplit=1)[0] not in ("question", "answered", "problem"):
        return
    message = shown(name, language)
    paragraphs = read(message.text).text.split("\n")
    wrapped = sum(max(1, len(wrap(paragraph, TERMINAL_WIDTH))) for paragraph in paragraphs)
    assert wrapped + sum(map(len, message.buttons)) <= TERMINAL_HEIGHT


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_answer_shows_the_problem_an_example_and_the_question(language: Language) -> None:
    lines = read(shown("problem choice_unreadable", language).text).text.split("\n")
    assert [bool(line) for line in lines] == [True, True, False, True]


@pytest.mark.parametrize("name", [name for name, _ in every_screen()][::2])
def test_both_languages_offer_the_same(name: str) -> None:
    data = [
        {button.data for row in shown(name, language).buttons for button in row}
        for language in LANGUAGES
    ]
    own_language = {f"lang:{language}" for language in LANGUAGES}
    assert data[0] - own_language == data[1] - own_language


@pytest.mark.parametrize(
    "name", [name for name in catalogue() if "notice" not in name and name != "news"]
)
def test_both_languages_differ(name: str) -> None:
    assert shown(name, "en").text != shown(name, "fr").text


def test_news_are_the_words_of_those_who_wrote_them() -> None:
    assert shown("news", "en").text == shown("news", "fr").text
    assert "&lt;i&gt;A &amp; B&lt;/i&gt;" in shown("news", "en").text


def test_the_catalogue_holds_every_kind_of_reply() -> None:
    kinds = {type(reply) for reply in screens().values()}
    assert kinds == set(get_args(replies.Reply))


def test_the_catalogue_holds_every_question_and_variant_of_a_card() -> None:
    cards = [reply for reply in screens().values() if isinstance(reply, Ask)]
    assert {card.question for card in cards} == {question.id for question in QUESTIONS}
    for field in ("echo", "problem", "notice", "options", "current", "why", "can_go_back"):
        assert any(getattr(card, field) for card in cards), field
        assert not all(getattr(card, field) for card in cards), field


def test_the_catalogue_holds_every_variant_of_the_score_card() -> None:
    cards = [reply for reply in screens().values() if isinstance(reply, Score)]
    assert {card.low == card.high for card in cards} == {True, False}
    for field in (each.name for each in fields(Score)):
        if field in ("result", "echo", "changed_from", "unknown", "eligibility_known"):
            assert len({bool(getattr(card, field)) for card in cards}) == 2, field


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_is_shown_by_some_screen(language: Language) -> None:
    pages = {reply.name for reply in screens().values() if isinstance(reply, Page)}
    assert {"help"} <= pages
    assert any(isinstance(reply, Notice) for reply in screens().values())


@pytest.mark.parametrize("name", ["score, single", "score, couple", "explanation, couple"])
def test_points_of_a_section_are_not_more_than_it_can_give(name: str) -> None:
    lines = re.findall(
        r"(?::|→) (?:<b>)?([\d,]+)(?:</b>)? of (?:at most )?([\d,]+)", shown(name, "en").text
    )
    assert len(lines) > 5
    for points, most in lines:
        assert int(points.replace(",", "")) <= int(most.replace(",", ""))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", list(catalogue()))
def test_looks_as_it_did(name: str, language: Language, snapshot: SnapshotAssertion) -> None:
    message = shown(name, language)
    rows = [" | ".join(f"{b.label} [{b.data}]" for b in row) for row in message.buttons]
    assert "\n".join([message.text, "", *rows]).replace("\N{NO-BREAK SPACE}", "~") == snapshot
