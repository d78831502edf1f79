"""An entry of the guide in words: its text, what it says of the person, as of when, its sources."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Template, TemplateError, select_autoescape

from messages.answers import shorten
from messages.environment import Environment
from messages.guide.entries import SECTIONS, GuideError, entries, file_of, wordings
from messages.guide.numbers import Numbers
from messages.message import Button
from messages.sources import source_address, source_name
from messages.words import filters, words
from scoring.parameters.tree import ParameterError
from scoring.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dialogs.conversation import Language
    from dialogs.replies_guide import GuideEntry
    from dialogs.you import You
    from messages.guide.entries import Entry
    from messages.words import Words

_BLANK_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class NamedSource:
    """A source as it stands below an answer."""

    name: str
    address: str | None


def guide_facts(reply: GuideEntry, words: Words) -> dict[str, Any]:
    """What the screen of an entry shows."""
    entry = entries()[reply.id]
    numbers = Numbers(words.day, words.language, reply.record)
    for parameter in entry.parameters:
        numbers.read(parameter)
    facts = {"law": words.law, **numbers.functions}
    return {
        "title": _filled(entry, "title", words.language, facts),
        "text": _filled(entry, "text", words.language, facts),
        "you": _filled(entry, "you", words.language, {**facts, **_of_person(reply.you, words)}),
        "as_of": numbers.as_of(entry.checked),
        "sources": [
            NamedSource(source_name(source, words), source_address(source, words))
            for source in entry.sources
        ],
        "newcomer": reply.newcomer,
    }


def _of_person(you: You, words: Words) -> dict[str, Any]:
    """What the text for a person reads; ``total`` is in words, None before there is a score."""
    total = None
    if you.crs is not None:
        total = words.say("terms", "total", "points", total=you.crs.total)
    elif you.scored:
        total = words.say("terms", "total", "between", low=you.low, high=you.high)
    return {"you": you, "total": total}


def title(id_: str, words: Words) -> str:
    """The title of an entry."""
    facts = {"law": words.law, **Numbers(words.day, words.language, Record.shipped()).functions}
    return _filled(entries()[id_], "title", words.language, facts)


def section_title(section: str | None, words: Words) -> str | None:
    """The name of a section; None for none, or for one that is not there (any more)."""
    return words.find("contents", "sections", section or "")


def contents(section: str | None, words: Words) -> list[Button]:
    """A button for each section, or for each entry of one."""
    if section_title(section, words) is None:
        return [
            Button(words.say("contents", "sections", each), f"section:{each}") for each in SECTIONS
        ]
    ids = [id_ for id_, entry in entries().items() if entry.section == section]
    return [Button(shorten(title(id_, words)), f"guide:{id_}") for id_ in ids]


def related(id_: str, words: Words) -> list[Button]:
    """A button for each related entry."""
    return [Button(shorten(title(other, words)), f"guide:{other}") for other in entries()[id_].see]


def _filled(
    entry: Entry, key: Literal["title", "text", "you"], language: Language, facts: dict[str, Any]
) -> str:
    """A text of an entry with its numbers.

    Raises:
        GuideError: it reads what there is not, or is no template.
    """
    source: str = getattr(wordings(language)[entry.id], key)
    if "{" not in source:
        return source
    try:
        filled = _template(source, language).render(facts)
    except (TemplateError, ParameterError, LookupError, TypeError) as problem:
        raise GuideError(file_of(entry, language), entry.id, f"{key}: {problem}") from problem
    return _BLANK_LINES.sub("\n\n", filled).strip()


@cache
def _template(source: str, language: Language) -> Template:
    return _environment(language).from_string(source)


@cache
def _environment(language: Language) -> Environment:
    # Plain text: what is said here is escaped once, by the screen it is put on.
    environment = Environment(
        autoescape=select_autoescape(default_for_string=False),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    said = words(language)
    environment.filters.update(filters(said.formats))
    environment.filters["programs"] = partial(_programs, said)
    environment.filters["kind"] = partial(said.say, "rounds", "kinds")
    environment.filters["category"] = partial(said.say, "rounds", "categories")
    return environment


def _programs(said: Words, ids: Iterable[str]) -> list[str]:
    """The names of programs."""
    return [said.say("terms", "programs", id_) for id_ in ids]
