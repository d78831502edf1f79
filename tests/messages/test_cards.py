"""What a question card or a notice says when more, or less, is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from dialogs.replies import Ask, Notice
from messages.catalogue import catalogue
from messages.render import render
from tests.messages.telegram import read

if TYPE_CHECKING:
    from dialogs.conversation import Answers, Language


def text(reply: Ask | Notice, language: Language) -> str:
    return read(render(reply, language).text).text.replace("\N{NO-BREAK SPACE}", " ")


def ask(question: str, answers: Answers | None = None, **shown: Any) -> Ask:
    return Ask(question, (), 1, 1, 18, answers or {}, **shown)


@pytest.mark.parametrize(
    ("answers", "language", "question"),
    [
        ({"first_language_test": "ielts"}, "en", "And French: do you"),
        ({"first_language_test": "tcf"}, "en", "And English: do you"),
        ({"first_language_test": "tcf"}, "fr", "Et l’anglais : avez-vous"),
        ({"first_language_test": "clb"}, "fr", "Et le français : avez-vous"),
        ({"first_language_test": "unknown"}, "en", "And the other official language: do you"),
        ({}, "fr", "Et l’autre langue officielle : avez-vous"),
    ],
)
def test_the_other_language_is_named_once_the_first_is_known(
    answers: Answers, language: Language, question: str
) -> None:
    assert question in text(ask("second_language_test", answers), language)


@pytest.mark.parametrize(
    ("test", "french"),
    [
        ("ielts", "vos résultats à l’IELTS General Training ?"),
        ("tef", "vos résultats au TEF Canada ?"),
        ("nclc", "vos niveaux NCLC en français ?"),
    ],
)
def test_french_names_each_test_with_its_own_article(test: str, french: str) -> None:
    card = ask("first_language_scores", {"first_language_test": test}, details={"test": test})
    assert french in text(card, "fr")


def test_one_occupation_is_asked_about_and_several_are_compared() -> None:
    one = ask("occupation", options=("21231",), options_reason="occupation_title")
    assert "Is it this one? Your duties decide, not your job title." in text(one, "en")
    assert "Est-ce bien celle-ci ? Ce sont vos tâches" in text(one, "fr")
    two = ask("occupation", options=("21231", "21232"), options_reason="occupation_title")
    assert "Which of these is closest to your work?" in text(two, "en")


def test_only_what_is_missing_is_asked_for() -> None:
    assert "your age and your education" in text(Notice("improve_needs_answers"), "en")
    missing = Notice("improve_needs_answers", {"missing": ("education",)})
    assert text(missing, "en") == "To say what would help you, I first need your education."
    assert text(missing, "fr").endswith("il me manque encore vos études.")


def test_a_nomination_that_meets_the_end_of_its_section_says_so() -> None:
    shown = catalogue()
    for name, stops in (("improvements, single", False), ("improvements, couple", True)):
        said = read(render(shown[name], "en").text).text
        assert said.count("stop at 600") == int(stops)
        assert "(that part stops at 600)" not in said  # the line below it says why
        every = read(render(shown[f"{name}, all"], "en").text).text
        assert ("(that part stops at 600)" in every) == stops


def test_the_money_asked_is_the_same_in_the_hint_and_on_the_button() -> None:
    message = render(catalogue()["answered family_size 1"], "en")
    assert "$15,263" in message.text
    assert "$15,263" in message.buttons[0][0].label
