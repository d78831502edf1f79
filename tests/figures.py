"""Figures that tests measure: gathered as they pass, and shown below the results."""

from __future__ import annotations

LINES: list[str] = []
"""One line a promise, in the order in which the tests ran."""


def figure(promise: str, **measured: object) -> None:
    """Note what was measured for a promise."""
    values = ", ".join(f"{value} {name.replace('_', ' ')}" for name, value in measured.items())
    note(f"{promise}: {values}")


def note(line: str) -> None:
    """Note a figure that is a line of its own, once."""
    if line not in LINES:
        LINES.append(line)
