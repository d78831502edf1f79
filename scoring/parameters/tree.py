"""Reads the parameter files and checks their frame: titles, dates, sources, nothing undeclared."""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent
REGISTER = "sources.toml"
EVENTS = "events.toml"
"""What happened by date, read by ``scoring.law_events``."""
KINDS = ("official", "official_via", "third_party", "estimate")

_FILE_KEYS = {"title": str, "reference": str}
_ENTRY_KEYS = {"since": date, "sources": list, "confirmed": bool, "checked": date}


class ParameterError(Exception):
    """A mistake in a parameter file. Says the file, the key and what to mend."""

    def __init__(self, file: str, key: str, mend: str) -> None:
        super().__init__(f"{file}: {key}: {mend}")
        self.file = file
        self.key = key
        self.mend = mend


@dataclass(frozen=True, slots=True)
class Source:
    """A document that a number was read in."""

    id: str
    title: str
    where: str
    kind: str
    """``official``, ``official_via`` (re-published unchanged), ``third_party`` or ``estimate``."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A parameter's values from one day on. Equal only to itself, so that it can be a key."""

    key: str
    """The parameter's path, ``"crs/core/age"``."""
    since: date
    sources: tuple[Source, ...]
    confirmed: bool
    checked: date
    note: str
    data: Mapping[str, Any]

    def error(self, key: str, mend: str) -> ParameterError:
        """A mistake found in these values later on, when they are put to use."""
        return ParameterError(f"{self.key}.toml", f"values since {self.since}: {key}", mend)

    def value(self, name: str) -> Any:
        """The value under ``name``; its absence is a ``ParameterError``."""
        try:
            return self.data[name]
        except KeyError:
            raise self.error(name, "is missing; add it") from None

    def part(self, name: str) -> Entry:
        """The table under ``name``, as an entry of its own."""
        data = self.value(name)
        if not isinstance(data, Mapping):
            raise self.error(name, "must be a table")
        return replace(self, data=data)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of the law with its history."""

    key: str
    title: str
    reference: str
    fixed: Mapping[str, Any]
    entries: tuple[Entry, ...]
    """Oldest first."""

    def on(self, day: date) -> Entry | None:
        """The values in force on a day; None before the first."""
        current = None
        for entry in self.entries:
            if entry.since > day:
                break
            current = entry
        return current


@dataclass(frozen=True, slots=True)
class Tree:
    """All parameters by key, and the register of sources by id."""

    parameters: Mapping[str, Parameter]
    sources: Mapping[str, Source]

    def under(self, folder: str) -> dict[str, Parameter]:
        """The parameters of a folder, by what follows its name: ``under("language")["ielts"]``."""
        prefix = f"{folder}/"
        return {
            key.removeprefix(prefix): parameter
            for key, parameter in self.parameters.items()
            if key.startswith(prefix)
        }


@cache
def tree() -> Tree:
    """The project's own parameters, read once."""
    return read_tree(ROOT)


def read_tree(root: Path) -> Tree:
    """Reads every parameter file under a folder.

    Raises:
        ParameterError: a file is not as ``scoring.parameters`` describes.
    """
    sources = _read_sources(root)
    apart = {root / REGISTER, root / EVENTS}
    files = sorted(path for path in root.rglob("*.toml") if path not in apart)
    parameters = (_read_parameter(path, root, sources) for path in files)
    return Tree({parameter.key: parameter for parameter in parameters}, sources)


def read_toml(path: Path, file: str) -> dict[str, Any]:
    """The content of a parameter file, which errors name as ``file``."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise ParameterError(file, "the file", f"is not valid TOML: {problem}") from None


def _read_sources(root: Path) -> dict[str, Source]:
    sources = {}
    for id_, given in read_toml(root / REGISTER, REGISTER).items():
        check_keys(REGISTER, id_, given, {"title": str, "where": str, "kind": str}, extra=False)
        if given["kind"] not in KINDS:
            raise ParameterError(REGISTER, f"{id_}.kind", f"must be one of {', '.join(KINDS)}")
        sources[id_] = Source(id=id_, **given)
    return sources


def _read_parameter(path: Path, root: Path, sources: Mapping[str, Source]) -> Parameter:
    file = path.relative_to(root).as_posix()
    given = read_toml(path, file)
    entries = given.pop("values", [])
    fixed = given.pop("fixed", {})
    check_keys(file, "the file", given, _FILE_KEYS, extra=False)
    if not entries:
        raise ParameterError(file, "values", "is missing; add a [[values]] with its first day")
    key = file.removesuffix(".toml")
    read = tuple(_read_entry(file, key, entry, sources) for entry in entries)
    for before, after in itertools.pairwise(read):
        if after.since <= before.since:
            mend = f"must come after {before.since}, the [[values]] before it"
            raise ParameterError(file, f"values since {after.since}", mend)
    return Parameter(key=key, fixed=fixed, entries=read, **given)


def _read_entry(file: str, key: str, given: dict[str, Any], sources: Mapping[str, Source]) -> Entry:
    check_keys(file, "values", given, _ENTRY_KEYS, extra=True)
    where = f"values since {given['since']}"
    read = named_sources(file, where, given["sources"], sources)
    note = given.get("note", "")
    if not given["confirmed"] and not note:
        raise ParameterError(file, f"{where}: note", "is missing; say what is not confirmed")
    frame = {*_ENTRY_KEYS, "note"}
    return Entry(
        key=key,
        since=given["since"],
        sources=read,
        confirmed=given["confirmed"],
        checked=given["checked"],
        note=note,
        data={name: value for name, value in given.items() if name not in frame},
    )


def named_sources(
    file: str, where: str, ids: list[str], sources: Mapping[str, Source]
) -> tuple[Source, ...]:
    """The sources of these ids: at least one, and each in the register."""
    unknown = [id_ for id_ in ids if id_ not in sources]
    if unknown or not ids:
        mend = f"{', '.join(map(str, unknown)) or 'an empty list'}: name entries of {REGISTER}"
        raise ParameterError(file, f"{where}: sources", mend)
    return tuple(sources[id_] for id_ in ids)


def check_keys(
    file: str, where: str, given: Mapping[str, Any], wanted: Mapping[str, type], *, extra: bool
) -> None:
    """Raise a ``ParameterError`` unless the wanted keys are there, and no others without extra."""
    for name, kind in wanted.items():
        if not isinstance(given.get(name), kind):
            mend = f"is missing or not a {kind.__name__}; give one"
            raise ParameterError(file, f"{where}: {name}", mend)
    if not extra and (undeclared := set(given) - set(wanted)):
        name = min(undeclared)
        raise ParameterError(file, f"{where}: {name}", "is not a key of such a file; remove it")
