"""JSON Lines from a file or a pipe: one read, one worked on, one written, then the next."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Work: TypeAlias = "Callable[[bytes, int], tuple[dict[str, Any], bool]]"
"""From a line and its number, counted from 1, to what is written and whether the line was good."""

LONGEST = 2**20
"""Bytes; a profile has a thousand at most."""

_BOM = b"\xef\xbb\xbf"


def work_through(file: BinaryIO, work: Work) -> bool:
    """Write an object for every line that is not blank; whether all lines were good."""
    all_good = True
    out = sys.stdout.buffer
    for number, line in _numbered(file):
        if line is None:
            reason = f"the line is longer than {LONGEST} bytes; one profile a line is expected"
            answer: dict[str, Any] = {"line": number, "errors": [{"field": "", "message": reason}]}
            good = False
        else:
            answer, good = work(line, number)
        out.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
        out.flush()
        all_good = all_good and good
    return all_good


def _numbered(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers, without blank ones; None for one that is too long to be held."""
    number = 0
    while line := file.readline(LONGEST + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(_BOM)
        if len(line) > LONGEST and not line.endswith(b"\n"):
            while (rest := file.readline(LONGEST)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        elif line.strip():
            yield number, line
