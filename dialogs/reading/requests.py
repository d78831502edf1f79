"""Requests that name something: why a line has its points, what to change, the code of a job.

"Why only 25 for my degree?", "pourquoi je ne suis pas admissible à la CEC ?", "change my
education". The words stand in ``requests_en.toml`` and ``requests_fr.toml``, what they stand for
in ``requests.toml``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeAlias

from dialogs.conversation import LANGUAGES, Language
from dialogs.reading.abbreviations import written_out
from dialogs.reading.text import phrase
from dialogs.reading.title_asked import TitleWords, title_asked
from dialogs.situation import one_of
from scoring.vocabulary import PROGRAMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from scoring.vocabulary import OfficialLanguage, ProgramName

LONGEST = 160
"""Characters of a request; a longer message is a story."""
_POINTS_DIGITS = 3
_POSSESSIVE = re.compile(r" s(?= )")
_SPOUSE = "spouse"
_TESTS = ("first_language_test", "first_language_scores")
_OTHER_TESTS = ("second_language_test", "second_language_scores")
_WHOLE = {
    "first_language": _TESTS,
    "second_language": _OTHER_TESTS,
    "english": (*_TESTS, *_OTHER_TESTS),
    "french": (*_TESTS, *_OTHER_TESTS),
    "experience": ("canadian_experience", "foreign_experience"),
    "spouse": ("marital_status", "spouse_status"),
}
"""All questions about a thing of which a request means the first."""
_OFFICIAL: tuple[OfficialLanguage, ...] = ("english", "french")
_MOST_OPENING = 2
"""Words that may stand before what opens a request: "and why", "please change"."""


@dataclass(frozen=True, slots=True)
class WhyLine:
    """Why something of the score has its points."""

    lines: tuple[tuple[str, str], ...]
    """Section and item of each line it may be about."""
    points: int | None = None
    """The points that the words name, if any."""
    own: bool = True
    """Whether it surely is of the person's own score, and not of what gives points at all."""
    spoken: OfficialLanguage | None = None
    """The official language it is about, if it is about one: of the lines, those of that one."""


@dataclass(frozen=True, slots=True)
class WhyProgram:
    """Whether and why a program is open or shut."""

    program: ProgramName | None
    """None for all of them."""


@dataclass(frozen=True, slots=True)
class Change:
    """To answer a question again."""

    questions: tuple[str, ...]
    """The questions that tell it, the first that matters is meant."""
    spoken: OfficialLanguage | None = None
    """The official language it is about: of the questions, those of that one."""


@dataclass(frozen=True, slots=True)
class FindOccupation:
    """To be told the codes that a job may have."""

    title: str


Request: TypeAlias = WhyLine | WhyProgram | Change | FindOccupation


def read_request(text: str, language: Language) -> Request | None:
    """The request that the words make, looked for in the person's language first."""
    said = _POSSESSIVE.sub("s", written_out(text)) if len(text) <= LONGEST else ""
    if not said:
        return None
    for spoken in (language, *(other for other in LANGUAGES if other != language)):
        request = _read(f" {said} ", _words(spoken))
        if request is not None:
            return request
    return None


def named_line(text: str, language: Language) -> WhyLine | None:
    """The lines of the score that words name which ask why; None where they name none."""
    said = f" {_POSSESSIVE.sub('s', written_out(text[:LONGEST]))} "
    thing = _longest(said, _words(language).things)
    lines = () if thing is None else tuple(map(_pair, _stands_for(thing).get("lines", ())))
    return WhyLine(lines, _number(said), spoken=_spoken(thing)) if lines else None


def named_language(text: str, language: Language) -> OfficialLanguage | None:
    """The official language that words name by itself or by its tests; None for none."""
    thing = _longest(f" {written_out(text[:LONGEST])} ", _words(language).things)
    return _spoken(thing)


def named_questions(text: str, language: Language) -> frozenset[str]:
    """The questions that tell the things which words name, each by its longest name."""
    said = f" {_POSSESSIVE.sub('s', written_out(text[:LONGEST]))} "
    found = [each for each in _words(language).things if each in said]
    longest = [
        name for name in found if not any(name != other and name in other for other in found)
    ]
    things = [_words(language).things[name] for name in longest]
    return frozenset(
        question
        for thing in things
        for question in (thing, *_stands_for(thing).get("questions", ()), *_WHOLE.get(thing, ()))
    )


def leaves_out(text: str, language: Language) -> bool:
    """Whether words leave something out: "not the age", "sauf l'âge"."""
    return _has(f" {written_out(text[:LONGEST])} ", _words(language).leaving_out)


def asks_why_asked(text: str, language: Language) -> bool:
    """Whether words ask why a question is asked, or what it is, rather than about its subject."""
    said = f" {written_out(text)} " if len(text) <= LONGEST else ""
    for spoken in (language, *(other for other in LANGUAGES if other != language)):
        words = _words(spoken)
        if said in words.why_asked["whole"]:
            return True
        if _has(said, words.why_asked["why"]) and _has(said, words.why_asked["asked"]):
            return _has(said, words.why_asked["surely"]) or not _has(said, words.why_asked["not"])
    return False


def named_program(text: str, language: Language) -> WhyProgram:
    """The program that words name which ask why it is shut; all where they name none."""
    named = _longest(f" {written_out(text[:LONGEST])} ", _words(language).programs)
    return WhyProgram(next((name for name in PROGRAMS if name == named), None))


@dataclass(frozen=True, slots=True)
class _Words:
    """The phrases of a language, each between spaces."""

    openings: Mapping[str, tuple[str, ...]]
    points: tuple[str, ...]
    few: tuple[str, ...]
    giving: tuple[str, ...]
    mine: tuple[str, ...]
    own: tuple[str, ...]
    leaving_out: tuple[str, ...]
    why_asked: Mapping[str, tuple[str, ...]]
    programs: Mapping[str, str]
    things: Mapping[str, str]
    titles: TitleWords


def _read(said: str, words: _Words) -> Request | None:
    title = title_asked(said, words.titles)
    if title is not None:
        return FindOccupation(title)
    why = _opens(said, words.openings["why"])
    program, thing = _longest(said, words.programs), _longest(said, words.things)
    if program is not None and thing != _SPOUSE and _asks_of_program(said, words, why=why):
        return WhyProgram(next((name for name in PROGRAMS if name == program), None))
    if thing is None:
        return None
    if _opens(said, words.openings["change"]) or _ends(said, words.openings["wrong"]):
        questions = _stands_for(thing).get("questions", [thing])
        return Change(tuple(questions), _spoken(thing)) if questions else None
    points = _number(said)
    mine = _has(said, words.points) and _has(said, words.mine)
    about_points = points is not None or mine or _has(said, words.few)
    asked = (why and about_points) or (points is not None and _doubts(said, words))
    if asked or _has(said, words.openings["how_many"]):
        lines = tuple(_pair(line) for line in _stands_for(thing).get("lines", ()))
        own = asked
        return WhyLine(lines, points, own, _spoken(thing)) if lines else None
    return None


def _doubts(said: str, words: _Words) -> bool:
    """Whether words beside a number ask where it comes from, or find it too few points."""
    few = _has(said, words.few) and _has(said, words.giving)
    return few or _has(said, words.openings["basis"])


def _asks_of_program(said: str, words: _Words, *, why: bool) -> bool:
    """About the person's own eligibility, and not about what a program is."""
    return _has(said, words.openings["eligible"]) and (why or _has(said, words.own))


def _opens(said: str, openings: Iterable[str]) -> bool:
    """Whether one of the phrases begins the message, or nearly so."""
    places = [said.find(opening) for opening in openings]
    return any(place >= 0 and said[:place].count(" ") <= _MOST_OPENING for place in places)


def _ends(said: str, endings: Iterable[str]) -> bool:
    return any(said.endswith(ending) for ending in endings)


def _has(said: str, phrases: Iterable[str]) -> bool:
    return any(each in said for each in phrases)


def _longest(said: str, phrases: Mapping[str, str]) -> str | None:
    found = [each for each in phrases if each in said]
    return phrases[max(found, key=len)] if found else None


def _number(said: str) -> int | None:
    """The first whole number of up to three digits, as points have."""
    numbers = (token for token in said.split() if token.isascii() and token.isdecimal())
    return next((int(token) for token in numbers if len(token) <= _POINTS_DIGITS), None)


def _spoken(thing: str | None) -> OfficialLanguage | None:
    named = None if thing is None else _stands_for(thing).get("spoken")
    return one_of(_OFFICIAL, named)


def _pair(line: str) -> tuple[str, str]:
    section, _, item = line.partition(".")
    return section, item


def _stands_for(thing: str) -> Mapping[str, Any]:
    stands_for: Mapping[str, Any] = _file("requests.toml").get(thing, {})
    return stands_for


@cache
def _words(language: Language) -> _Words:
    table = _file(f"requests_{language}.toml")
    return _Words(
        openings={name: _spaced(listed) for name, listed in table["openings"].items()},
        points=_spaced(table["points"]["words"]),
        few=_spaced(table["points"]["few"]),
        giving=_spaced(table["points"]["giving"]),
        mine=_spaced(table["mine"]["words"]),
        own=_spaced(table["own"]["words"]),
        why_asked={name: _spaced(listed) for name, listed in table["why_asked"].items()},
        leaving_out=_spaced(table["leaving_out"]["words"]),
        programs=_inverted(table["programs"]),
        things=_inverted(table["things"]),
        titles=TitleWords(
            before=_spaced(table["titles"]["before"]),
            after=_spaced(table["titles"]["after"]),
            beside=_spaced(table["titles"]["beside"]),
            around=frozenset(table["titles"]["around"]),
        ),
    )


def _spaced(phrases: Sequence[str]) -> tuple[str, ...]:
    return tuple(f" {phrase(each)} " for each in phrases)


def _inverted(table: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {f" {phrase(each)} ": name for name, listed in table.items() for each in listed}


@cache
def _file(name: str) -> Mapping[str, Any]:
    return tomllib.loads(files("dialogs.reading").joinpath(name).read_text(encoding="utf-8"))
