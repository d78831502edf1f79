"""One row of IRCC's file while it is read: its cells, and what is found wrong in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the file that is not as it should be."""

    row: int
    """From 1, in the order of the file."""
    number: str
    """Of the round, as far as it is known."""
    field: str
    """As IRCC names it; empty for the whole row."""
    reason: str

    def __str__(self) -> str:
        """One line: the row, the round, the field, the reason."""
        which = f" (round {self.number})" if self.number else ""
        return f"row {self.row}{which}{', ' if self.field else ''}{self.field}: {self.reason}"


@dataclass(slots=True)
class Reading:
    """One row being read, and what is found wrong in it."""

    row: int
    cells: Mapping[str, Any]
    """By their names in small letters."""
    number: str = ""
    """Of the round, once it is known."""
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    """Facts that a round may lack, and that could not be read."""

    def refuse(self, name: str, reason: str) -> None:
        """Note why something is left out."""
        self.problems.append(Problem(self.row, self.number, name, reason))

    def remark(self, name: str, reason: str) -> None:
        """Note what looks odd, and is taken all the same."""
        self.remarks.append(Problem(self.row, self.number, name, reason))

    def text(self, name: str) -> str:
        """A cell; numbers count as text.

        Raises:
            ValueError: it is not there, or neither text nor a number.
        """
        if name.casefold() not in self.cells:
            raise ValueError("is missing")
        value = self.cells[name.casefold()]
        if value is None:
            return ""
        if not isinstance(value, str):
            raise ValueError("is neither text nor a number")
        return value

    def needed(self, name: str, read: Callable[[str], T]) -> T | None:
        """What is read in a cell; None, and a problem, where it cannot be."""
        try:
            return read(self.text(name))
        except ValueError as error:
            self.refuse(name, str(error))
            return None

    def if_there(self, name: str) -> str:
        """A cell that may be missing; empty where it is."""
        value = self.cells.get(name.casefold())
        return value if isinstance(value, str) else ""
