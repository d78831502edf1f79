"""Short forms and slips of the phone written out, so that a request is known in any spelling."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dialogs.reading.text import phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST_PHRASE = 4
"""Words of the longest short form."""


def written_out(text: str) -> str:
    """The phrase of a text with its short forms written out.

    >>> written_out("C koi ma note ??")
    'c est quoi ma note'
    >>> written_out("jveux savoir")
    'je veux savoir'
    """
    said = phrase(text).split()
    known = _written_out()
    whole: list[str] = []
    at = 0
    while at < len(said):
        ends = range(min(at + _LONGEST_PHRASE, len(said)), at, -1)
        end = next((end for end in ends if " ".join(said[at:end]) in known), None)
        if end is None:
            whole.append(said[at])
            at += 1
        else:
            whole.append(known[" ".join(said[at:end])])
            at = end
    return " ".join(whole)


@cache
def _written_out() -> Mapping[str, str]:
    source = files("dialogs.reading").joinpath("abbreviations.toml").read_text(encoding="utf-8")
    table: Mapping[str, Mapping[str, str]] = tomllib.loads(source)
    return {**table["words"], **table["phrases"]}
