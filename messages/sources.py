"""Sources as they are named to people: in their language, with an address where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from messages.words import Words
    from scoring.parameters.tree import Source


def source_name(source: Source, words: Words) -> str:
    """A source in the language of the screen where there is a name, else by its own title."""
    path = ("terms", "sources", source.id)
    return words.say(*path) if words.find(*path) else source.title


def source_address(source: Source, words: Words) -> str | None:
    """Where it can be read, in the language of the screen where it is in several."""
    address = words.find("terms", "addresses", source.id)
    if address is None and source.where.startswith("https://"):
        return source.where
    return address
