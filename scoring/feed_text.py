"""IRCC's file of rounds from bytes to rows: what it is written in, and what of it can be read.

The file has been UTF-8 and Windows-1252, with and without a mark in front; its rows stand in a
list or under names, and a download may end in the middle of one.
"""

from __future__ import annotations

import codecs
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_TWICE = ("Ã", "Â")
"""What UTF-8 looks like once it was taken for Windows-1252."""
_ROWS = "rounds"
_MOST_BROKEN = 50
"""Damaged rows after which what follows is not looked at: it is no such file."""

# Numbers stay as they are written: the rows are text anyway, and none can grow out of bounds.
# Line breaks inside a text are let through, as people paste them.
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str, strict=False)


class NoRoundsError(Exception):
    """The content is no file of rounds at all; says why."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that is not JSON, or ends too early."""

    reason: str


def rows_of(content: bytes) -> Iterator[Mapping[str, Any] | Broken]:
    """The rows in their order, as far as they can be read; keys in small letters.

    Raises:
        NoRoundsError: there is nothing that could be rows.
    """
    text = _text(content)
    if not text.strip():
        raise NoRoundsError("is empty")
    try:
        read = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        return _what_is_whole(text, error)
    except RecursionError:
        raise NoRoundsError("is nested too deep to be a file of rounds") from None
    return map(_row, _rows(read))


def _text(content: bytes) -> str:
    if content.startswith(_UTF16):
        return content.decode("utf-16", errors="replace")
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return content[: error.start].decode()
        return content.decode("cp1252", errors="replace")
    return _once(text.removeprefix("\ufeff"))


def _once(text: str) -> str:
    """Without the second encoding, where there is one."""
    if any(mark in text for mark in _TWICE):
        try:
            return text.encode("cp1252").decode()
        except UnicodeError:
            return text
    return text


def _rows(read: Any) -> list[Any]:
    """The rows: of a list, or of an object that holds them under "rounds" or each by a name."""
    if isinstance(read, dict):
        named = {str(key).strip().casefold(): value for key, value in read.items()}
        if _ROWS in named:
            return _rows(named[_ROWS])
        lists = [value for value in read.values() if isinstance(value, list)]
        read = lists[0] if lists else [row for row in read.values() if isinstance(row, dict)]
    if not isinstance(read, list) or not read:
        raise NoRoundsError("holds no rounds")
    return read


def _row(read: Any) -> Mapping[str, Any] | Broken:
    if not isinstance(read, dict):
        return Broken("is not an object with the facts of a round")
    return {str(key).strip().casefold(): value for key, value in read.items()}


def _what_is_whole(
    text: str, trouble: json.JSONDecodeError
) -> Iterator[Mapping[str, Any] | Broken]:
    """The rows of a damaged file that are not damaged themselves."""
    start = _first_row(text)
    if start < 0:
        raise NoRoundsError("is not JSON, or was cut off before its first round")
    return _each_row(text, start, trouble)


def _first_row(text: str) -> int:
    """Where the first row begins: inside a list, or inside the object around it."""
    if not text.lstrip().startswith(("{", "[")):
        return -1
    outer = text.find("[")
    if outer < 0:
        outer = text.find("{")
    return -1 if outer < 0 else text.find("{", outer + 1)


def _each_row(
    text: str, start: int, trouble: json.JSONDecodeError
) -> Iterator[Mapping[str, Any] | Broken]:
    broken = 0
    while start >= 0 and broken < _MOST_BROKEN:
        try:
            read, end = _DECODER.raw_decode(text, start)
        except json.JSONDecodeError as error:
            end = max(error.pos, start + 1)
            yield _broken(error)
            broken += 1
        except RecursionError:
            yield Broken("is not the row of a round, nor is what follows")
            return
        else:
            yield _row(read)
        start = text.find("{", end)
    if not broken:
        yield _broken(trouble)
    if start >= 0:
        yield Broken("and what follows was not read: too much of the file is damaged")


def _broken(error: json.JSONDecodeError) -> Broken:
    return Broken(f"is not whole JSON ({error.msg.lower()} in line {error.lineno})")
