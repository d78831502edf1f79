"""The entries of the guide as they stand in their files, read and checked once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from messages.typography import set_type
from messages.words import FOLDER
from scoring.parameters.tree import tree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from dialogs.conversation import Language
    from scoring.parameters.tree import Source

SECTIONS = (
    "basics",
    "programs",
    "language",
    "education",
    "work",
    "spouse",
    "money",
    "extra",
    "rounds",
    "invitation",
    "changes",
    "people",
    "improve",
    "bot",
)
"""The files, in the order of the table of contents."""

_ABOUT_ITSELF = "bot"
"""The section that needs no sources."""
_MOST_LINKS = 2
_SHARED_KEYS = {"sources", "parameters", "checked", "see", "offers", "explains"}
_OWN_KEYS = {"title", "aliases", "text", "you"}


class GuideError(Exception):
    """A mistake in a file of the guide. Says the file, the entry and what to mend."""

    def __init__(self, file: Path, entry: str, mend: str) -> None:
        shown = f"messages/{file.relative_to(FOLDER)}" if file.is_relative_to(FOLDER) else file
        super().__init__(f"{shown} [{entry}]: {mend}")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the languages share of one entry."""

    id: str
    section: str
    sources: tuple[Source, ...]
    parameters: tuple[str, ...]
    """Parameters whose numbers it shows, beside those that its texts read by name."""
    checked: date | None
    """The day on which what it says was last seen to be so, beside the numbers."""
    see: tuple[str, ...]
    """Related entries."""
    offers: tuple[str, ...]
    """Wishes, offered as buttons."""
    explains: str | None
    """The wish that it explains: whoever does not ask about it wants it done."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One entry in one language: templates of plain text, but for the aliases."""

    title: str
    aliases: tuple[str, ...]
    """The ways in which people ask for it, beside those of ``asked/``."""
    text: str
    you: str


@cache
def entries() -> Mapping[str, Entry]:
    """Every entry by its id, in the order of sections and files.

    Raises:
        GuideError: a file is not as ``messages.guide`` describes.
    """
    return read_entries(FOLDER)


@cache
def wordings(language: Language) -> Mapping[str, Wording]:
    """The words of every entry in a language.

    Raises:
        GuideError: an entry has no words, words have no entry, or a text is missing.
    """
    return read_wordings(FOLDER, language, entries())


def file_of(entry: Entry, language: Language) -> Path:
    """The file in which the words of an entry stand."""
    return FOLDER / language / "guide" / f"{entry.section}.toml"


def read_entries(folder: Path) -> Mapping[str, Entry]:
    """The entries of a folder such as that of ``messages``.

    Raises:
        GuideError: a file is not as ``messages.guide`` describes.
    """
    found: dict[str, Entry] = {}
    for section in SECTIONS:
        file = folder / "guide" / f"{section}.toml"
        for id_, given in _read(file).items():
            if id_ in found:
                raise GuideError(file, id_, f"stands in {found[id_].section}.toml, too; rename one")
            found[id_] = _entry(file, id_, given)
    for entry in found.values():
        for other in entry.see:
            if other not in found:
                file = folder / "guide" / f"{entry.section}.toml"
                raise GuideError(file, entry.id, f"see: there is no entry `{other}`")
    return found


def read_wordings(
    folder: Path, language: Language, known: Mapping[str, Entry]
) -> Mapping[str, Wording]:
    """The words of these entries in a language, from a folder such as that of ``messages``.

    Raises:
        GuideError: an entry has no words, words have no entry, or a text is missing.
    """
    found: dict[str, Wording] = {}
    for section in SECTIONS:
        file = folder / language / "guide" / f"{section}.toml"
        given = _read(file)
        wanted = {id_ for id_, entry in known.items() if entry.section == section}
        for id_ in sorted(wanted ^ set(given)):
            raise GuideError(file, id_, "stands in only one of the two files of its section")
        found |= {id_: _wording(file, id_, words, language) for id_, words in given.items()}
    return found


def _read(file: Path) -> dict[str, Any]:
    try:
        with file.open("rb") as opened:
            return tomllib.load(opened)
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise GuideError(file, "the file", f"is not valid TOML: {problem}") from None


def _entry(file: Path, id_: str, given: Mapping[str, Any]) -> Entry:
    _only(file, id_, given, _SHARED_KEYS)
    known = tree()
    for source in given.get("sources", ()):
        if source not in known.sources:
            raise GuideError(file, id_, f"sources: `{source}` is not in sources.toml")
    for key in given.get("parameters", ()):
        if key not in known.parameters:
            raise GuideError(file, id_, f"parameters: there is no {key}.toml")
    if not given.get("sources") and file.stem != _ABOUT_ITSELF:
        raise GuideError(file, id_, "sources is missing; name at least one")
    for name in ("see", "offers"):
        if len(given.get(name, ())) > _MOST_LINKS:
            raise GuideError(file, id_, f"{name}: at most {_MOST_LINKS}")
    return Entry(
        id=id_,
        section=file.stem,
        sources=tuple(known.sources[source] for source in given.get("sources", ())),
        parameters=tuple(given.get("parameters", ())),
        checked=given.get("checked"),
        see=tuple(given.get("see", ())),
        offers=tuple(given.get("offers", ())),
        explains=given.get("explains"),
    )


def _wording(file: Path, id_: str, given: Mapping[str, Any], language: Language) -> Wording:
    _only(file, id_, given, _OWN_KEYS)
    for key in ("title", "text"):
        if not isinstance(given.get(key), str) or not given[key].strip():
            raise GuideError(file, id_, f"{key} is missing; add it")
    aliases = given.get("aliases", ())
    if not aliases or not all(isinstance(alias, str) for alias in aliases):
        raise GuideError(file, id_, "aliases: list the ways in which people ask for it")
    return Wording(
        title=set_type(given["title"].strip(), language),
        aliases=tuple(aliases),
        text=set_type(given["text"].strip(), language),
        you=set_type(given.get("you", "").strip(), language),
    )


def _only(file: Path, id_: str, given: Mapping[str, Any], known: set[str]) -> None:
    for key in given:
        if key not in known:
            raise GuideError(file, id_, f"`{key}` is not a key of an entry; remove it")
