"""Jinja as texts use it: strict about names that are missing, and quick to begin a rendering."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jinja2

if TYPE_CHECKING:
    from collections.abc import MutableMapping


class Environment(jinja2.Environment):
    """Templates in which a name that is missing is an error."""

    def __init__(self, **options: Any) -> None:
        super().__init__(undefined=jinja2.StrictUndefined, **options)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What every template knows, as one dictionary.

        Each rendering copies it, and a chain of dictionaries takes long to copy.
        """
        return {**self.globals, **(d or {})}
