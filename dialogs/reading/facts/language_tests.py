"""Results of language tests told in passing, and which of the two languages they are of."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dialogs.reading.facts.exceptions import with_exceptions
from dialogs.reading.facts.findings import question_of
from dialogs.reading.facts.language_results import Result, assign, best_of
from dialogs.reading.facts.lexicon import pattern, phrase_at
from dialogs.reading.facts.named_levels import (
    HIGHEST_LEVEL,
    LEVELS,
    is_no_score,
    renamed,
    tells_levels,
    two_levels,
)
from dialogs.reading.facts.near import denied_from, whose
from dialogs.reading.facts.no_tests import note_no_tests, read_no_tests
from dialogs.reading.facts.persons import Person
from dialogs.reading.facts.score_corrections import corrected, corrections
from dialogs.reading.facts.score_segments import Segment, labelled, segment_of
from dialogs.reading.outcome import Ambiguous, Reading, Understood, Unreadable
from dialogs.reading.score_limits import checked
from dialogs.reading.scores import read_scores
from dialogs.situation import TESTS
from scoring.vocabulary import ABILITIES

if TYPE_CHECKING:
    from dialogs.conversation import Answer
    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.message import Message

_SPELLINGS = {
    "ielst": "ielts",
    "ilets": "ielts",
    "ilts": "ielts",
    "ielt": "ielts",
    "celip": "celpip",
}
_TEST = pattern(f"(?P<test>{'|'.join((*TESTS, *_SPELLINGS))})")
_WHOSE = pattern(
    "(?:[,:;] |and |et )*(?:me|mine|moi|(?:<people.my> )?(?P<spouse><people.spouse>))"
    "(?: :| is| has| a| got| est)*(?= [0-9])"
)
_SLOT = pattern("(?P<second><tests.second>)|(?P<first><tests.first>)")
_TOOK = pattern(
    f"<tests.took>(?: (?:my|the|mon|le|l|already|deja|an|un))* (?P<test>{'|'.join(TESTS)})"
)
_WILL_TAKE = (["je"], ["on"], ["nous"])
"""``je passe le TEF`` is still to come, unlike "j'ai passé"."""
_MOST_NAMED = 8
"""Names of tests in one message; nobody tells of more."""
_NUMBER = r"\d+(?:[.,]\d+)?"


def read_tests(found: Findings) -> None:
    """All results of the person and of the spouse, each put where it belongs."""
    none = read_no_tests(found)
    results = [*_paired(found), *_named(found), *_unnamed(found), *_taken(found)]
    results += corrections(found)
    for person in (Person.ME, Person.SPOUSE):
        own = [result for result in results if result.person is person]
        languages = dict.fromkeys(result.language for result in own)
        assign(found, person, [best_of(own, language) for language in languages])
    note_no_tests(found, none)


def _paired(found: Findings) -> list[Result]:
    """A level in each of the two languages, told together."""
    results: list[Result] = []
    for span, test, level in list(two_levels(found.message)):
        everywhere: dict[str, Any] = {"test": test, **dict.fromkeys(ABILITIES, level)}
        if level <= HIGHEST_LEVEL:
            reading: Reading[Answer] = Ambiguous((everywhere,), "level_everywhere")
            results.append(Result(span.person, test, reading, None))
        found.message.take(span.start, span.end)
    return results


def _named(found: Findings) -> list[Result]:
    message = found.message
    results: list[Result] = []
    for span in list(message.find(_TEST))[:_MOST_NAMED]:
        if span.person is Person.OTHER or not message.free(span.start, span.end):
            continue
        test = _SPELLINGS.get(span.named("test"), span.named("test"))
        test = renamed(message, span, test)
        if _not_accepted(found, span.start, span.end, span.person):
            continue
        segment = segment_of(message, span.start, span.end, test, found.at.today)
        if segment is not None and is_no_score(test, segment):
            segment = None
        if segment is not None and denied_from(message, min(span.start, segment.start)) is not None:
            continue
        if segment is not None and tells_levels(test, segment):
            test = "nclc"
            segment = segment_of(message, span.start, span.end, test, found.at.today)
        end = span.end
        if segment is not None:
            slot = _slot(message, min(span.start, segment.start), segment.end)
            reading = _judged(found, span.person, test, segment)
            message.take(segment.start, segment.end)
            reading, stop = with_exceptions(message, segment.end, test, reading, found.at.today)
            message.take(segment.end, stop)
            results += [Result(who, test, reading, slot) for who in whose(message, span.start)]
            _take_name_before(message, span.start)
            end = max(end, segment.end)
        others = _others(found, test, end)
        if segment is not None or others:
            message.take(span.start, span.end)
        results += others
    return results


def _others(found: Findings, test: str, at: int) -> list[Result]:
    """``IELTS: me 8 7 7 7, wife 6 6 6 6``: results of one test by whose they are."""
    message = found.message
    results: list[Result] = []
    while (whose := _WHOSE.match(message.said, message.place(at))) is not None:
        start, end = message.tokens_of(whose.start(), whose.end())
        segment = segment_of(message, start, end, test, found.at.today)
        if segment is None or segment.start < end:
            break
        person = Person.SPOUSE if whose["spouse"] else Person.ME
        reading = _judged(found, person, test, segment)
        message.take(segment.start, segment.end)
        results.append(Result(person, test, reading, None))
        at = segment.end
    return results


def _take_name_before(message: Message, start: int) -> None:
    """``IELTS CLB 9``: the levels of a test that is named, too."""
    if start and message.words[start - 1] in TESTS and message.told(start - 1, start):
        message.take(start - 1, start)


def _unnamed(found: Findings) -> list[Result]:
    """Four scores with their abilities: of the test that stands, else of the one with halves."""
    message = found.message
    results: list[Result] = []
    for start, end in list(labelled(message)):
        person = message.persons[start]
        question = question_of("first_language", person)
        if question is None:
            continue
        standing = found.at.choice(f"{question}_test")
        test = (
            standing if standing in TESTS else "ielts" if ".5" in message.text(start, end) else None
        )
        if test is None:
            continue
        for stop in range(end, start, -1):
            reading = read_scores(message.text(start, stop), test, found.at.today)
            if isinstance(reading, Understood):
                message.take(start, stop)
                results.append(
                    Result(person, test, Understood({"test": test, **reading.value}), None)
                )
                break
    return results


def _taken(found: Findings) -> list[Result]:
    """A test that was taken, without its scores."""
    results = []
    for span in found.message.find(_TOOK):
        before = found.message.words[max(0, span.start - 1) : span.start]
        passed = before not in _WILL_TAKE and not (before and before[0].isdecimal())
        lacked = denied_from(found.message, span.start) is not None
        if span.person is not Person.OTHER and passed and not lacked:
            found.message.take(span.start, span.end)
            results.append(Result(span.person, span.named("test"), None, None))
    return results


def _judged(found: Findings, person: Person, test: str, segment: Segment) -> Reading[Answer]:
    """The scores in stored form; a single number is a level for all, or only an overall score."""
    match segment.reading:
        case Understood(value):
            return Understood({"test": test, **value})
        case Ambiguous(options, reason):
            return Ambiguous(tuple({"test": test, **option} for option in options), reason)
        case Unreadable("scores_need_four", {"given": 1}):
            return corrected(found, person, test, segment) or _single(
                test, segment, segment.reading
            )
        case problem:
            return problem


def _single(test: str, segment: Segment, problem: Unreadable) -> Reading[Answer]:
    number = re.findall(_NUMBER, segment.text)[:1]
    given = float(number[0].replace(",", ".")) if number else -1.0
    if test in LEVELS and given == int(given) and 0 <= given <= HIGHEST_LEVEL:
        everywhere: dict[str, Any] = {"test": test, **dict.fromkeys(ABILITIES, int(given))}
        return Ambiguous((everywhere,), "level_everywhere")
    if test in LEVELS and number:
        level = checked(test, dict.fromkeys(map(str, ABILITIES), Decimal(str(given))))
        return level if isinstance(level, Unreadable) else problem
    if test not in LEVELS and number and (given * 2).is_integer():
        return Unreadable("scores_overall_only", {"given": number[0]})
    return problem


def _not_accepted(found: Findings, start: int, end: int, person: Person) -> bool:
    """IELTS Academic and the like, which do not count."""
    message = found.message
    stop = phrase_at(message.words, end, "tests.academic")
    question = question_of("first_language", person)
    if not stop or question is None:
        return False
    while stop < len(message.words) and message.words[stop][0].isdecimal():
        stop += 1
    found.take(start, stop, f"{question}_test", Unreadable("test_not_accepted"))
    return True


def _slot(message: Message, start: int, end: int) -> str | None:
    """The words that call a result first or second language, near its scores."""
    begin, _ = message.sentence(start)
    _, stop = message.sentence(max(start, end - 1))
    for span in message.find(_SLOT):
        if begin <= span.start < stop:
            between = (*message.words[span.end : start], *message.words[end : span.start])
            if not any(word in TESTS for word in between):
                message.take(span.start, span.end)
                return "second" if span.named("second") else "first"
    return None
