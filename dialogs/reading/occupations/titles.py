"""Job titles by language: the official ones of NOC 2021 and those people use every day."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from dialogs.reading.text import fold
from scoring.occupations import occupations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialogs.conversation import Language

_PARENTHESES = re.compile(r"\([^)]*\)")
_MAN_OR_WOMAN = re.compile(r"(?<=[a-z])man/woman\b")
_LISTED = re.compile(r", | and | et ")


def titles(language: Language) -> Iterator[tuple[str, str]]:
    """Every folded title with its unit group, everyday titles first."""
    for code, everyday in everyday_titles(language).items():
        yield from ((fold(title), code) for title in everyday)
    for occupation in occupations().values():
        official = _forms(occupation.title(language))
        yield from ((fold(title), occupation.code) for title in official)


def everyday_titles(language: Language) -> dict[str, list[str]]:
    """Titles people use, by unit group."""
    text = Path(__file__).with_name(f"everyday_{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _forms(official: str) -> Iterator[str]:
    """An official title as it stands, in either gender, and each thing it lists."""
    yield official
    bare = _PARENTHESES.sub("", official)
    parts = [genders(part) for part in _LISTED.split(bare)]
    for gendered in zip(*parts, strict=True):
        yield " ".join(gendered)
        if len(gendered) > 1:
            yield from (part for part in gendered if len(part.split()) > 1)


def genders(part: str) -> tuple[str, str]:
    """``Ingénieurs civils/ingénieures civiles`` in the masculine and in the feminine.

    As many words stand after the stroke as before; any further words belong to both. English
    writes ``Warehouse foreman/woman``.
    """
    if _MAN_OR_WOMAN.search(part):
        return _MAN_OR_WOMAN.sub("man", part), _MAN_OR_WOMAN.sub("woman", part)
    masculine, stroke, after = part.partition("/")
    if not stroke or "/" in after:
        both = part.replace("/", " ")
        return both, both
    count = len(masculine.split())
    feminine, shared = after.split()[:count], after.split()[count:]
    return " ".join([masculine, *shared]), " ".join([*feminine, *shared])
