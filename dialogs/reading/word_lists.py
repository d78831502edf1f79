"""Lists of words of both languages in one file beside the readers, folded when read."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dialogs.reading.text import phrase

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@cache
def phrases_of(file: str, key: str) -> tuple[str, ...]:
    """The folded phrases under ``key`` of ``<file>.toml``."""
    return tuple(map(phrase, _table(file)[key]))


@cache
def words_of(file: str, key: str) -> frozenset[str]:
    """The single words of these phrases."""
    return frozenset(word for said in phrases_of(file, key) for word in said.split())


@cache
def _table(file: str) -> Mapping[str, Sequence[str]]:
    source = files("dialogs.reading").joinpath(f"{file}.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)
