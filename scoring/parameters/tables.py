"""Turns the numbers of a parameter file into tables to look up, and checks them on the way.

Keys of a table of steps are whole numbers, ranges ``"20-29"`` and a last, open one ``"45+"``;
together they run from 0 upwards without gap or overlap. The compiled table is a tuple by that
number, as long as it is asked to be: the last step goes on to its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scoring.parameters.tree import Entry

_KEY = re.compile(r"(\d+)(?:-(\d+)|(\+))?")


def steps(entry: Entry, name: str, length: int) -> tuple[int, ...]:
    """A table of steps with one number a step, exactly ``length`` long."""
    return tuple(_whole(entry, name, value) for value in _expanded(entry, name, length))


def paired_steps(entry: Entry, name: str, length: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """A table of steps with two numbers a step: the tables with and without a spouse."""
    pairs = [_pair(entry, name, value) for value in _expanded(entry, name, length)]
    return tuple(with_ for with_, _ in pairs), tuple(without for _, without in pairs)


def by_name(entry: Entry, name: str, names: Iterable[str]) -> dict[str, int]:
    """A table with one number for each of ``names``, and for nothing else."""
    table = _named(entry, name, names)
    return {key: _whole(entry, name, value) for key, value in table.items()}


def paired_by_name(
    entry: Entry, name: str, names: Iterable[str]
) -> tuple[dict[str, int], dict[str, int]]:
    """A table with two numbers for each of ``names``: the tables with and without a spouse."""
    pairs = {key: _pair(entry, name, value) for key, value in _named(entry, name, names).items()}
    return {k: with_ for k, (with_, _) in pairs.items()}, {k: w for k, (_, w) in pairs.items()}


def pair(entry: Entry, name: str) -> tuple[int, int]:
    """Two numbers: with and without a spouse (or whatever the file says)."""
    return _pair(entry, name, entry.value(name))


def number(entry: Entry, name: str) -> int:
    """One whole number."""
    return _whole(entry, name, entry.value(name))


def numbers(entry: Entry, name: str, count: int) -> tuple[int, ...]:
    """A list of exactly ``count`` whole numbers."""
    values = entry.value(name)
    if not isinstance(values, list) or len(values) != count:
        raise entry.error(name, f"must be a list of {count} whole numbers")
    return tuple(_whole(entry, name, value) for value in values)


def grid(entry: Entry, name: str, size: int) -> tuple[tuple[int, ...], ...]:
    """A square of points: a table of ``size`` steps, each a list of ``size`` numbers."""
    rows = _expanded(entry, name, size)
    if len(rows) != size or any(not isinstance(row, list) or len(row) != size for row in rows):
        raise entry.error(name, f"must have {size} rows of {size} whole numbers")
    return tuple(tuple(_whole(entry, name, value) for value in row) for row in rows)


def names(entry: Entry, name: str, known: Iterable[str]) -> frozenset[str]:
    """A list of some of the ``known`` names."""
    values = entry.value(name)
    if not isinstance(values, list) or not set(values) <= set(known):
        raise entry.error(name, f"must be a list with some of {', '.join(known)}")
    return frozenset(values)


def _named(entry: Entry, name: str, names: Iterable[str]) -> Mapping[str, Any]:
    table = _table(entry, name)
    wanted = set(names)
    if missing := wanted - set(table):
        raise entry.error(name, f"lacks {', '.join(sorted(missing))}; add it")
    if extra := set(table) - wanted:
        raise entry.error(name, f"{', '.join(sorted(extra))} is not known here; remove it")
    return table


def _expanded(entry: Entry, name: str, length: int) -> list[Any]:
    table = _table(entry, name)
    expanded: list[Any] = []
    for key, value in table.items():
        match = _KEY.fullmatch(key)
        if match is None:
            raise entry.error(f"{name}.{key}", 'must be a number, a range "3-5" or an end "6+"')
        first, last = int(match[1]), int(match[2] or match[1])
        if first != len(expanded) or last < first:
            mend = f"must start at {len(expanded)}: steps go upwards without gap or overlap"
            raise entry.error(f"{name}.{key}", mend)
        expanded += [value] * (last - first + 1)
    if not 0 < len(expanded) <= length:
        raise entry.error(name, f"must have steps from 0 to {length - 1} at most")
    return expanded + [expanded[-1]] * (length - len(expanded))


def _table(entry: Entry, name: str) -> Mapping[str, Any]:
    table = entry.value(name)
    if not isinstance(table, Mapping):
        raise entry.error(name, "must be a table")
    return table


def _pair(entry: Entry, name: str, value: object) -> tuple[int, int]:
    if not isinstance(value, list) or len(value) != 2:
        raise entry.error(name, "must hold pairs: [with spouse, without spouse]")
    return _whole(entry, name, value[0]), _whole(entry, name, value[1])


def _whole(entry: Entry, name: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise entry.error(name, f"{value!r} must be a whole number")
    return value
