"""What a person wants to do: a command, or the same thing in everyday words.

The words stand in ``intents_en.toml`` and ``intents_fr.toml``. A message is an intent when it is
one of the ``exact`` phrases as a whole, has one of the ``within`` phrases inside, or a phrase of
each list of ``together``, in whatever order.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeAlias

from dialogs.conversation import LANGUAGES, Language
from dialogs.reading.abbreviations import written_out
from dialogs.reading.text import phrase, word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COMMANDS = (
    "start",
    "help",
    "score",
    "improve",
    "timeline",
    "chances",
    "rounds",
    "alerts",
    "report",
    "review",
    "resume",
    "restart",
    "language",
    "privacy",
    "export",
    "delete",
)
"""The commands a front end registers, in the order of its menu."""
_LEAD_IN = word_set("and so then well ok et alors donc bon mais")
_LEAD_OUT = word_set("then now please svp stp alors donc maintenant")
LONGEST = 200
"""A longer message is no short wish, however many phrases it holds."""


def read_command(text: str) -> str | None:
    """The name of a command such as ``/score`` or ``/start@bot payload``; None for other text."""
    if not text.startswith("/"):
        return None
    words = text[1:].split(maxsplit=1)
    return words[0].split("@")[0].lower() if words else ""


def read_switch(text: str, language: Language) -> str | None:
    """``alerts_off`` for ``/alerts off``: a command and a word that make another intent of it."""
    command = read_command(text)
    if command is None:
        return None
    intent = read_intent(text.removeprefix("/"), language)
    switched = intent is not None and intent.startswith(f"{command}_")
    return intent if switched else None


def read_intent(text: str, language: Language) -> str | None:
    """The intent that the words express, looked for in the person's language first."""
    if len(text) > LONGEST:
        return None
    as_typed, words = phrase(text), written_out(text)
    bare = _bare(words)
    others = (other for other in LANGUAGES if other != language)
    for tongue in (language, *others):
        exact, within = _phrases(tongue)
        for said in (as_typed, words, bare):
            if said in exact:
                return exact[said]
        padded = f" {as_typed} | {words} "
        for alternatives, intent in within:
            if all(any(said in padded for said in each) for each in alternatives):
                return intent
    return None


def _bare(words: str) -> str:
    """The words without those that only lead in or out: ``et ma note alors``."""
    said = words.split()
    while said and said[0] in _LEAD_IN:
        said.pop(0)
    while said and said[-1] in _LEAD_OUT:
        said.pop()
    return " ".join(said)


def is_intent(text: str, language: Language) -> bool:
    """Whether the words, as a whole, are a phrase for an intent in this language."""
    exact = _phrases(language)[0]
    return phrase(text) in exact or written_out(text) in exact


def phrases(language: Language) -> Iterator[tuple[str, str]]:
    """Everything that expresses an intent in a language, with the intent."""
    exact, within = _phrases(language)
    yield from exact.items()
    for alternatives, intent in within:
        if len(alternatives) == 1:
            yield from ((said.strip(), intent) for said in alternatives[0])


_Within: TypeAlias = tuple[tuple[str, ...], ...]
"""What stands in a message: a phrase of each tuple, with a blank on either side."""


@cache
def _phrases(language: Language) -> tuple[dict[str, str], tuple[tuple[_Within, str], ...]]:
    source = files("dialogs").joinpath(f"intents_{language}.toml").read_text(encoding="utf-8")
    table: dict[str, dict[str, Any]] = tomllib.loads(source)
    exact = {phrase(said): intent for intent, row in table.items() for said in row["exact"]}
    within: list[tuple[_Within, str]] = []
    for intent, row in table.items():
        if "within" in row:
            within.append(((_padded(row["within"]),), intent))
        if "together" in row:
            within.append((tuple(map(_padded, row["together"])), intent))
    return exact, tuple(within)


def _padded(phrases_: Iterable[str]) -> tuple[str, ...]:
    return tuple(f" {phrase(said)} " for said in phrases_)
