"""Buttons under facts that were read: all is right, one is wrong, leave it; whose an age is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.replies_told import AgeOfWhom
from messages.answers import shorten
from messages.facts_read import titles
from messages.message import Button
from messages.rows import alone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialogs.replies_told import FactsRead
    from messages.rows import Rows
    from messages.words import Words

_DOES = {"mine": "confirm", "neither": "cancel", "all_right": "confirm"}
"""What a button does that is not called so."""


def facts_buttons(reply: FactsRead | AgeOfWhom, words: Words) -> Rows:
    """Yes and no, each in a row of its own; a fact a row where it is asked which one is wrong.

    Facts wait to be confirmed whatever is said since.
    """
    if isinstance(reply, AgeOfWhom):
        choices = ("mine", "spouse", "neither")
    elif reply.picking:
        dropped = [
            Button(words.say("buttons", "facts", "drop", title=title), f"facts:drop:{question}")
            for question, title in _droppable(reply, words)
        ]
        return (*alone(dropped), (_button("all_right", words),))
    else:
        choices = ("confirm", *(("pick",) if len(titles(reply)) > 1 else ()), "cancel")
    return alone(_button(choice, words) for choice in choices)


def _button(choice: str, words: Words) -> Button:
    return Button(words.say("buttons", "facts", choice), f"facts:{_DOES.get(choice, choice)}")


def _droppable(reply: FactsRead, words: Words) -> Iterator[tuple[str, str]]:
    """What can be left out: a test goes with its scores."""
    for question in titles(reply):
        yield (
            question.replace("_scores", "_test"),
            shorten(words.say("questions", question, "title")),
        )
