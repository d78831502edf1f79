"""Buttons of a question's card: its choices, keeping an answer, one step back, why it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.conversation import UNKNOWN, card_code
from messages.answers import choice_label, option_label, shorten, shown, stored
from messages.message import Button
from messages.rows import arrange

if TYPE_CHECKING:
    from dialogs.replies import Ask
    from messages.rows import Rows
    from messages.words import Words


def card_buttons(reply: Ask, words: Words) -> Rows:
    """The rows of a card."""
    question, card = reply.question, card_code(reply.card)
    rows = arrange(
        [Button(label, f"a:{question}:{value}:{card}") for value, label in _choices(reply, words)]
    )
    if reply.current is not None:
        answer = shown(question, reply.current, words)
        label = shorten(words.say("buttons", "card", "keep", answer=answer))
        rows += ((Button(label, f"keep:{question}:{card}"),),)
    steps = ("back", "why") if reply.can_go_back else ("why",)
    last = [
        Button(words.say("buttons", "card", step), f"{step}:{question}:{card}") for step in steps
    ]
    return (*rows, tuple(last))


def _choices(reply: Ask, words: Words) -> list[tuple[str, str]]:
    """The values to pick from, each with its label."""
    question = reply.question
    if reply.options is not None:
        offered = [(stored(value), option_label(question, value, words)) for value in reply.options]
    else:
        offered = [(choice, choice_label(question, choice, words)) for choice in reply.choices]
    if reply.can_skip and UNKNOWN not in (value for value, _ in offered):
        offered.append((UNKNOWN, words.say("buttons", "card", "skip")))
    return offered
