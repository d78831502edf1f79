"""Work told in passing: how long, and whether in Canada or abroad."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dialogs.offers import window
from dialogs.reading.durations import full_time_hours
from dialogs.reading.facts.findings import question_of
from dialogs.reading.facts.lengths_of_work import (
    ABOUT_WORK,
    JOINS,
    OTHER_WORK,
    around,
    is_work,
)
from dialogs.reading.facts.lexicon import lexicon, pattern
from dialogs.reading.facts.part_time import is_part_time
from dialogs.reading.facts.parts import apart, only_skilled
from dialogs.reading.facts.persons import Person
from dialogs.reading.facts.skilled import hardly_skilled
from dialogs.reading.facts.stretches import Place, Stretch, stretches
from dialogs.reading.facts.uncounted import ask_what_counts
from dialogs.reading.outcome import Ambiguous, Understood, Unreadable
from dialogs.reading.text import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.message import Message

WORK_QUESTIONS = {True: "canadian_experience", False: "foreign_experience"}
"""The question about work by whether it was in Canada."""

_NOTHING = "<denials.no>(?: <work.beside_no>){0,5}"
_NIL = "(?: :)? (?:none|nil|zero|nulle|aucune|0)"
_NONE_THERE = {
    there: pattern(
        f"{_NOTHING} <work.{place}>(?: <work.experience>)?(?: <denials.yet>)?"
        f"|<work.{place}> <work.experience>{_NIL}"
    )
    for there, place in ((True, "canada"), (False, "abroad"))
}
_NONE_AT_ALL = pattern(
    "(?:<work.no_experience>|<work.never_worked>)(?: <denials.yet>)?"
    r"(?!(?: (?:or|nor|and|ou|ni|et) <studies.any>)? <work.somewhere>)(?! \d)"
    "|<work.fresher>"
)
_HERE = frozenset({"here", "ici"})
_TAKEN_BESIDE = word_set(
    "of in at for as experience exp work worked working experiences de d en au aux a la le l job "
    "total full time years i have with been ive ai travaille travail professionnelle about over "
    "than more least pendant since depuis skilled professional relevant employed employment "
    "enseigne exerce exercais"
)


def read_work(found: Findings) -> None:
    """No work where it is denied; then every length, added up by place."""
    _denied(found)
    told = stretches(found.message, found.at.today)
    all_ = [_not_by_greeting(found, stretch) for stretch in told if is_work(found, stretch)]
    for person in (Person.ME, Person.SPOUSE):
        _read_of(found, person, [stretch for stretch in all_ if stretch.person is person])
    ask_what_counts(found, told)


def _not_by_greeting(found: Findings, stretch: Stretch) -> Stretch:
    """``electrician here, 8 years``: who introduces themselves so does not say where they work."""
    place, message = stretch.place, found.message
    if place is None or not place.start or message.words[place.start] not in _HERE:
        return stretch
    introduced = not message.free(place.start - 1, place.start)
    return replace(stretch, place=None) if introduced else stretch


def _denied(found: Findings) -> None:
    message = found.message
    for in_canada, pattern_ in _NONE_THERE.items():
        for span in message.find(pattern_):
            question = question_of(WORK_QUESTIONS[in_canada], span.person)
            words = message.words[span.start : span.end]
            about = set(words) & (lexicon("work.experience") | {"worked", "canadian"})
            if question and (about or found.question in ABOUT_WORK):
                found.take(span.start, span.end, question, Understood("0"))
    for span in message.find(_NONE_AT_ALL):
        for name in WORK_QUESTIONS.values():
            question = question_of(name, span.person)
            if question:
                found.take(span.start, span.end, question, Understood("0"))


def _read_of(found: Findings, person: Person, told: Sequence[Stretch]) -> None:
    if found.question is not None and found.question.removeprefix("spouse_") in OTHER_WORK:
        if told:
            _sum(found, found.question, told)
        return
    told = only_skilled(found.message, apart(found.message, told))
    placed = [stretch for stretch in told if _in_canada(found, stretch) is not None]
    unplaced = [stretch for stretch in told if _in_canada(found, stretch) is None]
    of_them = any(stretch.is_part for stretch in placed)
    for in_canada, name in WORK_QUESTIONS.items():
        question = question_of(name, person)
        own = [stretch for stretch in placed if _in_canada(found, stretch) is in_canada]
        if question is not None and own:
            _sum(found, question, own)
    if of_them and unplaced:
        _rest(found, person, unplaced, placed)
    elif unplaced:
        _unplaced(found, person, unplaced, placed)


def _in_canada(found: Findings, stretch: Stretch) -> bool | None:
    """Where a stretch was; the open question tells of one whose place is not told."""
    if stretch.place is not None:
        return stretch.place.in_canada
    asked = (found.question or "").removeprefix("spouse_")
    return next((there for there, name in WORK_QUESTIONS.items() if name == asked), None)


def _sum(found: Findings, question: str, told: Sequence[Stretch]) -> None:
    months = 0
    for stretch in told:
        part_time = is_part_time(found.message, stretch, full_time_hours(found.at.today))
        _take(found, stretch)
        if part_time is not None:
            found.message.take(*part_time)
            found.add(question, Unreadable("part_time", {"hours": full_time_hours(found.at.today)}))
            return
        if not isinstance(stretch.reading, Understood):
            if isinstance(stretch.reading, Unreadable):
                found.add(question, stretch.reading)
            else:
                options = tuple(map(str, stretch.reading.options))
                found.add(question, Ambiguous(options, stretch.reading.reason))
            return
        months += stretch.months
    within = str(_within(found, question, months))
    if months and any(hardly_skilled(found, stretch) for stretch in told):
        found.add(question, Ambiguous((within, "0"), "skilled_work"))
    elif months and any(stretch.months == 0 for stretch in told):
        found.add(question, Ambiguous((within, "0"), "several"))
    else:
        found.add(question, Understood(within))


def _within(found: Findings, question: str, months: int) -> int:
    """The months that fall into the window that the question asks about."""
    most = window(question, found.at)
    if months > most:
        found.remarks[question] = "window_capped"
    return min(months, most)


def _rest(
    found: Findings, person: Person, unplaced: Sequence[Stretch], placed: Sequence[Stretch]
) -> None:
    """What is left of the total is where the part is not."""
    total = sum(stretch.months for stretch in unplaced)
    for in_canada, name in WORK_QUESTIONS.items():
        question = question_of(name, person)
        own = [stretch for stretch in placed if _in_canada(found, stretch) is in_canada]
        other = sum(stretch.months for stretch in placed)
        if question is not None and not own and total >= other:
            left = str(_within(found, question, total - other))
            guessed = in_canada and left != "0"  # the rest of work abroad may be abroad as well
            found.add(question, Ambiguous((left, "0"), "several") if guessed else Understood(left))
    for stretch in unplaced:
        _take(found, stretch)


def _unplaced(
    found: Findings, person: Person, unplaced: Sequence[Stretch], placed: Sequence[Stretch]
) -> None:
    """Work without a place is asked back: in Canada, or abroad.

    Beside work abroad in the same message it stays what it is: not understood.
    """
    here, abroad = (question_of(name, person) for name in WORK_QUESTIONS.values())
    total = _total(found.message, unplaced)
    whole = bool(placed) and total == sum(stretch.months for stretch in placed)
    if here is None or abroad is None or (found.has(abroad) and not found.has(here) and not whole):
        return
    for stretch in unplaced:
        _take(found, stretch)
    inexact = next(
        (each.reading for each in unplaced if isinstance(each.reading, Unreadable)), None
    )
    if not total and inexact is not None and not found.has(here):
        found.add(here, inexact)
    if not total or whole or found.question in ("occupation", "spouse_occupation"):
        return
    full = full_time_hours(found.at.today)
    if any(is_part_time(found.message, stretch, full) is not None for stretch in unplaced):
        found.add(here, Unreadable("part_time", {"hours": full}))
    elif not found.has(here) and found.at.choice(here) is None:
        found.add(here, Ambiguous(("0", str(_within(found, here, total))), "work_where"))
    elif not found.has(abroad):
        options = (str(_within(found, abroad, total)), "0")
        found.add(abroad, Ambiguous(options, "work_abroad"))


def _total(message: Message, told: Sequence[Stretch]) -> int:
    """Lengths that "and" joins are added up; else the longest tells of the others, too."""
    total = told[0].months
    for earlier, later in pairwise(told):
        joined = JOINS.intersection(message.words[earlier.end : later.start])
        total = total + later.months if joined else max(total, later.months)
    return total


def _take(found: Findings, stretch: Stretch) -> None:
    """A length is understood, and the words about work around it."""
    message = found.message
    message.take(stretch.start, stretch.end)
    if stretch.place is not None:
        _take_place(message, stretch.place)
    begin, stop = around(message, stretch)
    for at in range(begin, stop):
        if message.words[at] in _TAKEN_BESIDE and message.told(at, at + 1):
            message.take(at, at + 1)


def _take_place(message: Message, place: Place) -> None:
    start = place.start
    while (
        start > 0
        and message.words[start - 1] in lexicon("work.at_place")
        and message.told(start - 1, start)
    ):
        start -= 1
    message.take(start, place.end)
