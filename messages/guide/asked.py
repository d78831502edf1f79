"""Everything that can be asked for, with the ways in which people ask for it.

Entries of the guide by their titles, aliases and ``asked/``, wishes by their labels, the phrases
of the intents and ``asked/wishes.txt``; what people ask elsewhere, ``asked/elsewhere.txt``; what
they tell about themselves, ``asked/telling.txt``, and say before they ask, ``asked/before.txt``.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

from dialogs.intents import phrases
from dialogs.wishes import WISHES
from messages.guide.entries import SECTIONS, GuideError, wordings
from messages.words import FOLDER, words

if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from pathlib import Path

    from dialogs.conversation import Language
    from messages.guide.learned import Thing

_TEMPLATES = re.compile(r"{{.*?}}|{%.*?%}|{#.*?#}", re.DOTALL)
_GREETINGS = frozenset({"start"})
"""Wishes that are not looked up by likeness: a good morning is no question."""


def ways_to_ask(language: Language) -> Mapping[Thing, list[str]]:
    """The ways to ask for each thing; things in the order of the guide, wishes last.

    Raises:
        GuideError: a file of the guide is not as ``messages.guide`` describes.
    """
    own = wordings(language)
    further: dict[str, list[str]] = {}
    for section in SECTIONS:
        further |= _further(_asked(language, section), own)
    ways: dict[Thing, list[str]] = {
        ("entry", id_): [_TEMPLATES.sub(" ", each.title), *each.aliases, *further.get(id_, ())]
        for id_, each in own.items()
    }
    said = words(language)
    asked = _further(_asked(language, "wishes"), WISHES)
    for phrase, wish in phrases(language):
        label = said.find("buttons", "command", wish)
        if label is not None and wish not in _GREETINGS:
            ways.setdefault(("wish", wish), [label, *asked.get(wish, ())]).append(phrase)
    for wish, further_ways in asked.items():
        label = said.find("buttons", "command", wish)
        if label is not None and ("wish", wish) not in ways:
            ways["wish", wish] = [label, *further_ways]
    return ways


def elsewhere(language: Language) -> list[str]:
    """What people ask, or say, that nothing here answers."""
    return _lines(_asked(language, "elsewhere"))


def telling(language: Language) -> list[str]:
    """What people tell about themselves, asking nothing."""
    return _lines(_asked(language, "telling"))


def before(language: Language) -> list[str]:
    """What people say before they ask, asking nothing."""
    return _lines(_asked(language, "before"))


def synonyms(language: Language) -> list[str]:
    """Words that mean the same: a line a meaning, commas between them."""
    return words(language).say("search", "alike").splitlines()


def fingerprint(language: Language) -> str:
    """Tells whether what was learned is still what stands in the files."""
    asked = [[*thing, *ways] for thing, ways in ways_to_ask(language).items()]
    others = [each(language) for each in (elsewhere, telling, before, synonyms)]
    whole = json.dumps([asked, *others])
    return hashlib.sha256(whole.encode()).hexdigest()


def _lines(file: Path) -> list[str]:
    lines = map(str.strip, file.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _asked(language: Language, name: str) -> Path:
    return FOLDER / language / "guide" / "asked" / f"{name}.txt"


def _further(file: Path, known: Container[str]) -> Mapping[str, list[str]]:
    """Ways of asking, a line each, below the ids of what they ask for in brackets."""
    given: dict[str, list[str]] = {}
    ways: list[str] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            id_ = line.strip("[] ")
            if id_ not in known:
                raise GuideError(file, id_, "there is no such entry")
            ways = given.setdefault(id_, [])
        elif line.strip() and not line.startswith("#"):
            ways.append(line.strip())
    return given
