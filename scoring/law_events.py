"""What happened to Express Entry by date, and what is proposed: ``parameters/events.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from scoring.parameters.tree import (
    EVENTS,
    ROOT,
    ParameterError,
    check_keys,
    named_sources,
    read_toml,
    tree,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from scoring.parameters.tree import Source, Tree

_KEYS = {"on": date, "what": str, "sources": list, "confirmed": bool, "checked": date}
_OPTIONAL = frozenset({"until", "note", "changes", "proposed"})


@dataclass(frozen=True, slots=True)
class LawEvent:
    """One dated event."""

    id: str
    on: date
    until: date | None
    """Its last day, where it ended."""
    what: str
    sources: tuple[Source, ...]
    confirmed: bool
    checked: date
    note: str
    proposed: bool
    """Whether it is a proposal only, not in force."""
    data: Mapping[str, Any]
    """Further numbers of it, by name."""

    def value(self, name: str) -> Any:
        """The number under ``name``; its absence is a ``ParameterError``."""
        try:
            return self.data[name]
        except KeyError:
            raise ParameterError(EVENTS, f"{self.id}.{name}", "is missing; add it") from None


@cache
def law_events() -> Mapping[str, LawEvent]:
    """Every event by its id."""
    return read_law_events(ROOT / EVENTS, tree())


def read_law_events(path: Path, parameters: Tree) -> Mapping[str, LawEvent]:
    """Reads a file of events.

    Raises:
        ParameterError: an event lacks something, or names a parameter that did not change then.
    """
    given = read_toml(path, path.name)
    return {id_: _read(path.name, id_, event, parameters) for id_, event in given.items()}


def _read(file: str, id_: str, given: Mapping[str, Any], parameters: Tree) -> LawEvent:
    check_keys(file, id_, given, _KEYS, extra=True)
    note = given.get("note", "")
    if not given["confirmed"] and not note:
        raise ParameterError(file, f"{id_}.note", "is missing; say what is not confirmed")
    for key in given.get("changes", ()):
        parameter = parameters.parameters.get(key)
        if parameter is None or given["on"] not in (entry.since for entry in parameter.entries):
            mend = f"{key}.toml has no values since {given['on']}; mend one of the two"
            raise ParameterError(file, f"{id_}.changes", mend)
    return LawEvent(
        id=id_,
        on=given["on"],
        until=given.get("until"),
        what=given["what"],
        sources=named_sources(file, id_, given["sources"], parameters.sources),
        confirmed=given["confirmed"],
        checked=given["checked"],
        note=note,
        proposed=given.get("proposed", False),
        data={name: value for name, value in given.items() if name not in {*_KEYS, *_OPTIONAL}},
    )


def reported_changes(on: date) -> tuple[LawEvent, ...]:
    """Changes of the score that are said to be in force on a day, yet could not be confirmed.

    They change no points: whoever shows a score says that it does not count them.
    """
    return tuple(
        event
        for event in law_events().values()
        if event.data.get("touches_score") and not event.confirmed and event.on <= on
    )
