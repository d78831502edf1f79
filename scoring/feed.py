"""Reads IRCC's own file of rounds, English or French: bytes to rounds, pure.

A row that cannot be read is told by its place and field, and left out; the rest is kept. What
a round may lack, the tie-break and the count of the pool, is told and left out alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.feed_cells import (
    FIRST,
    NEXT_DAY,
    is_empty,
    is_french,
    quoted,
    read_day,
    read_moment,
    read_number,
)
from scoring.feed_pool import read_pool
from scoring.feed_row import Problem, Reading
from scoring.feed_text import Broken, rows_of
from scoring.round_names import kind_of
from scoring.rounds import OFFICIAL, Round

if TYPE_CHECKING:
    from datetime import date, datetime

TIE_BREAK = "tie_break"
"""What ``Row.unread`` names it."""

_MOST_INVITATIONS = 1_000_000
_HIGHEST_SCORE = 1200
_LONGEST_NAME = 200
_NUMBER = re.compile(r"[0-9]{1,5}[a-z]?")


@dataclass(frozen=True, slots=True)
class Row:
    """One round as the file has it."""

    round: Round
    unread: frozenset[str]
    """Which of its tie-break and its pool could not be read, and so may be other than None."""
    french: bool


@dataclass(frozen=True, slots=True)
class Feed:
    """What a file says."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    """What was left out, and why."""
    remarks: tuple[Problem, ...]
    """What looks odd, and was taken all the same."""


def read_feed(content: bytes, today: date) -> Feed:
    """Reads a file. Of rows with one number the first counts.

    Raises:
        NoRoundsError: the content is no file of rounds; the reason in words.
    """
    rows: dict[str, Row] = {}
    problems: list[Problem] = []
    remarks: list[Problem] = []
    for place, cells in enumerate(rows_of(content), 1):
        if isinstance(cells, Broken):
            problems.append(Problem(place, "", "", cells.reason))
            continue
        reading = Reading(place, cells)
        row = _row(reading, today)
        if row is not None:
            first = rows.setdefault(row.round.number, row)
            if first != row:
                reason = "stands in the file before, with other facts; those were taken"
                reading.refuse("drawNumber", reason)
            elif first is not row:
                reading.remark("drawNumber", "stands in the file twice")
        problems += reading.problems
        remarks += reading.remarks
    return Feed(tuple(rows.values()), tuple(problems), tuple(remarks))


def _row(reading: Reading, today: date) -> Row | None:
    """The round of a row; None where a fact that it needs cannot be read."""
    number = reading.needed("drawNumber", _number)
    reading.number = number or ""
    held_on = _held_on(reading, today)
    name = reading.needed("drawName", _name)
    invitations = reading.needed("drawSize", lambda cell: read_number(cell, 1, _MOST_INVITATIONS))
    cutoff = reading.needed("drawCRS", lambda cell: read_number(cell, 1, _HIGHEST_SCORE))
    if not (number and held_on and name and invitations and cutoff):
        return None
    kind = kind_of(name, reading.if_there("drawText2"))
    if kind == "other":
        reading.remark("drawName", f"{quoted(name)} is no kind that is known; taken as another")
    held = Round(
        number=number,
        on=held_on,
        kind=kind,
        name=name,
        invitations=invitations,
        cutoff=cutoff,
        tie_break=_tie_break(reading, held_on),
        sources=(OFFICIAL,),
        pool=read_pool(reading, held_on),
    )
    french = is_french(reading.if_there("drawDateFull"))
    return Row(held, frozenset(reading.unread), french)


def _number(cell: str) -> str:
    number = cell.strip().casefold()
    if not _NUMBER.fullmatch(number):
        raise ValueError(f"{quoted(cell)} is not the number of a round")
    return number


def _name(cell: str) -> str:
    name = " ".join(cell.split())
    if not name:
        raise ValueError("is empty")
    if len(name) > _LONGEST_NAME or not name.isprintable():
        raise ValueError(f"{quoted(name)} is not the name of a round")
    return name


def _held_on(reading: Reading, today: date) -> date | None:
    """The day, which stands in the row twice; where one cannot be read, the other counts."""
    full = reading.if_there("drawDateFull")
    short = "drawDate" if reading.if_there("drawDate") or not full else "drawDateFull"
    held_on = reading.needed(short, read_day)
    if held_on is None:
        return None
    if not FIRST <= held_on <= today + NEXT_DAY:
        reason = f"{held_on} is before the first round" if held_on < FIRST else "is in the future"
        reading.refuse(short, reason)
        return None
    try:
        differs = bool(full) and read_day(full) != held_on
    except ValueError as error:
        reading.remark("drawDateFull", str(error))
        return held_on
    if differs:
        reason = f"{quoted(full)} is not {held_on}, which drawDate says"
        reading.refuse("drawDateFull", reason)
        return None
    return held_on


def _tie_break(reading: Reading, held_on: date) -> datetime | date | None:
    known = len(reading.problems)
    moment = reading.needed(
        "drawCutOff", lambda cell: None if is_empty(cell) else read_moment(cell, held_on)
    )
    if len(reading.problems) > known:
        reading.unread.add(TIE_BREAK)
    return moment
