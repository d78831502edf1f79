"""Where the keys of the buttons stand."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from bot.terminal.layout import lay_out
from bot.terminal.letters import Keyboard
from messages.message import Button, Message

WHY = Button("Why?", "why:x:1")
NBSP = "\u00a0"


def shown(message: Message, width: int = 60) -> list[str]:
    console = Console(file=io.StringIO(), width=width, highlight=False)
    for line in lay_out(message, Keyboard([message])):
        line.show(console, width)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


def change(title: str, question: str) -> Button:
    return Button(f"✎ {title}", f"change:{question}")


REVIEW_TEXT = (
    "<b>Your answers</b>\n\n"
    "Marital status: <b>Married</b>\n"
    "<i>About you</i>\n"
    f"Date of birth{NBSP}: <b>29 years old</b>\n\n"
    "To change an answer, press its button."
)
REVIEW = (change("Marital status", "marital_status"), change("Date of birth", "birth_date"))
RESUME = Button("Continue", "cmd:resume")


def test_the_review_has_its_keys_beside_the_answers() -> None:
    assert shown(Message(REVIEW_TEXT, (REVIEW, (RESUME,)))) == [
        "Your answers",
        "",
        "   a  Marital status: Married",
        "About you",
        f"   b  Date of birth{NBSP}: 29 years old",
        "",
        "To change an answer, press its button.",
        "",
        "   c  Continue",
    ]


@pytest.mark.parametrize(
    "buttons",
    [
        (*REVIEW, change("Education", "education")),
        tuple(reversed(REVIEW)),
        (change("Date", "birth_date"),),
    ],
)
def test_a_review_that_does_not_match_line_by_line_stays_apart(buttons: tuple[Button]) -> None:
    lines = shown(Message(REVIEW_TEXT, (buttons, (RESUME,))))
    assert lines[2] == "Marital status: Married"
    assert [line[6:] for line in lines if line.startswith("   ")] == [
        *(button.label for button in buttons),
        "Continue",
    ]


CHOICES = (
    (Button("Bachelor’s", "a:education:bachelor:1"),),
    (Button("Bachelor’s, or more", "a:education:more:1"),),
    (Button("Master’s", "a:education:master:1"),),
    (WHY,),
)


def test_a_bullet_that_explains_a_choice_stands_at_its_key() -> None:
    text = (
        "<b>Your education?</b>\n\n"
        "• <b>Bachelor’s, or more</b>: a very long explanation that does not fit in one line\n"
        "• <b>Mastery</b>: of something else\n\n"
        "That is all."
    )
    assert shown(Message(text, CHOICES)) == [
        "Your education?",
        "",
        "• Mastery: of something else",
        "",
        "That is all.",
        "",
        "   a  Bachelor’s",
        "   b  Bachelor’s, or more: a very long explanation that does",
        "      not fit in one line",
        "   c  Master’s",
        "   ?  Why?",
    ]


@pytest.mark.parametrize("label", ["21232 Software developers and pro…", "21232 Programmers"])
def test_a_label_that_was_cut_for_phones_is_shown_whole(label: str) -> None:
    text = "Which?\n• <code>21232</code> Software developers and programmers (TEER 1)"
    button = Button(label, "a:occupation:21232:b")
    assert shown(Message(text, ((button,), (WHY,)))) == [
        "Which?",
        "",
        "   a  21232 Software developers and programmers (TEER 1)",
        "   ?  Why?",
    ]


def test_tiny_buttons_stand_in_one_line() -> None:
    tiny = tuple(Button(str(n), f"a:family_size:{n}:1") for n in range(1, 4))
    back = Button("‹ Back", "back:family_size:1")
    assert shown(Message("How many?", (tiny, (back, WHY)))) == [
        "How many?",
        "",
        "   a  1    b  2    c  3",
        "   <  Back    ?  Why?",
    ]


def test_a_long_bullet_hangs_together_and_a_plain_message_is_plain() -> None:
    assert shown(Message("• one two three four five\n\n\nend\n"), width=20) == [
        "• one two three four",
        "  five",
        "",
        "end",
    ]


def test_a_line_is_never_broken_at_a_no_break_space() -> None:
    text = f"aaaa bbbb{NBSP}: « \u202fcccc\u202f»"
    assert shown(Message(text), width=10) == ["aaaa", f"bbbb{NBSP}: «", "\u202fcccc\u202f»"]


def test_styles_survive() -> None:
    console = Console(
        file=io.StringIO(), width=60, force_terminal=True, color_system="standard", highlight=False
    )
    message = Message("a <b>bold</b> word", ((Button("Go", "cmd:x"),),))
    for line in lay_out(message, Keyboard([message])):
        line.show(console, 60)
    assert isinstance(console.file, io.StringIO)
    text = console.file.getvalue()
    assert "\x1b[1mbold\x1b[0m" in text
    assert "\x1b[1;32m   a  \x1b[0mGo" in text
