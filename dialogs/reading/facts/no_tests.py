"""Tests that were not taken, and languages that are not spoken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.reading.facts.findings import question_of
from dialogs.reading.facts.lexicon import pattern, phrase_at
from dialogs.reading.facts.moods import Mood
from dialogs.reading.facts.persons import Person
from dialogs.reading.outcome import Ambiguous, Understood
from dialogs.reading.text import word_set
from dialogs.situation import TESTS, tests_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dialogs.conversation import Answer
    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.message import Message, Span
    from dialogs.reading.outcome import Reading
    from scoring.vocabulary import OfficialLanguage

_NAMES = "|".join(TESTS)
_NAMED: tuple[tuple[OfficialLanguage, str], ...] = (
    ("french", "tests.french"),
    ("english", "tests.english"),
)
_NOT_YET = word_set("take taken took passe done wrote write written fait encore yet")
_INSTEAD = frozenset({",", "but", "its", "it", "is", "mais", "c", "est", "un", "le"})
_NO_TEST = pattern(
    "<denials.no>(?: <denials.between>| <tests.took>| take| write){0,4}"
    f" (?:(?P<test>{_NAMES})|<tests.any_test>)(?P<yet> (?:test |exam )?<denials.yet>)?"
)
_NO_TEST_AFTER = pattern(
    f"(?P<test>{_NAMES})(?: canada)?(?:(?: :)? (?P<yet>not yet|pas encore|not taken|not done"
    "|pas fait|pas passe|non passe)"
    "(?: (?:passe|fait|taken|done))?"
    "| : (?:none|no|nil|aucun|non))"
)
_NO_LANGUAGE = pattern(
    "<denials.no>(?P<yet> encore| yet)?(?: <tests.speak>)*"
    " (?:(?P<french><tests.french>)|(?P<english><tests.english>))"
    "(?! (?:first|degree|name|well|fluently|good|very|bien|couramment|much))"
    "(?: test| at all| du tout)?(?P<later> yet| so far| encore| pour l instant)?"
)
_NO_SECOND = pattern(
    "<denials.no>(?: <tests.speak>){0,3} <tests.second>(?: test| at all| du tout)?"
    "|<tests.second>(?: test)?(?: :| is)? <denials.no_after>"
)
_NONE_AFTER = pattern(
    "(?:(?P<french><tests.french>)|(?P<english><tests.english>)) : <denials.no_after>"
)


@dataclass(frozen=True, slots=True)
class NoTest:
    """A test that was not taken, or a language that is not spoken."""

    person: Person
    language: OfficialLanguage | None
    """The one whose test it is; None of a test without a name."""
    reading: Reading[Answer]


def read_no_tests(found: Findings) -> list[NoTest]:
    """No test yet, or a language that is not spoken; noted once it is known what was taken."""
    message = found.message
    none: list[NoTest] = []
    for pattern_ in (_NO_TEST, _NO_TEST_AFTER):
        for span in list(message.find(pattern_, (Mood.TOLD, Mood.WISHED))):
            if not _scored(message, span.end) and span.person is not Person.OTHER:
                message.take(span.start, span.end)
                reading = _taken_instead(message, span) or _not_taken(message, span)
                none.append(NoTest(span.person, _language_of(message, span), reading))
    for span in message.find(_NO_SECOND):
        question = question_of("second_language", span.person)
        if question is not None:
            found.take(span.start, span.end, f"{question}_test", Understood("none"))
    for pattern_ in (_NO_LANGUAGE, _NONE_AFTER):
        for span in list(message.find(pattern_)):
            if _is_rejected(message, span):
                continue
            not_yet = pattern_ is _NO_LANGUAGE and (span.named("yet") or span.named("later"))
            if span.person is not Person.OTHER:
                message.take(span.start, span.end)
                language: OfficialLanguage = "french" if span.named("french") else "english"
                reading = Understood("unknown" if not_yet else "none")
                none.append(NoTest(span.person, language, reading))
    return none


def _taken_instead(message: Message, span: Span) -> Understood[Answer] | None:
    """``not IELTS, CELPIP``: the other test of the language that follows at once."""
    at = span.end
    while at < len(message.words) and message.words[at] in _INSTEAD:
        at += 1
    language = _language_of(message, span)
    other = message.words[at] if at < len(message.words) else ""
    if language is None or not span.named("test") or other not in tests_of(language):
        return None
    message.take(span.end, at + 1)
    return Understood(other)


def _is_rejected(message: Message, span: Span) -> bool:
    """``not the French, something else``: what was offered, and not that it is not spoken."""
    opens = span.start == 0 or message.words[span.start - 1] in ",.?"
    return opens and message.words[span.start : span.start + 2] in (["not", "the"], ["pas", "le"])


def note_no_tests(found: Findings, none: Iterable[NoTest]) -> None:
    """Put each where it belongs beside the results that are told or known.

    Who has a result of a language does not lack its other test; a test without a name is the one
    that is asked for, else the one that is missing.
    """
    for each in none:
        question = _question_of(found, each)
        if question is None or isinstance(found.answers.get(question), str):
            continue
        if not found.has(question.replace("_test", "_scores")):
            found.add(question, each.reading)


def _question_of(found: Findings, none: NoTest) -> str | None:
    if none.language is None:
        if found.question is not None and found.question.endswith("_language_test"):
            return found.question
        first = question_of("first_language", none.person)
        taken = found.choice(f"{first}_test") in TESTS
        missing = question_of("second_language", none.person) if taken else first
        return None if missing is None else f"{missing}_test"
    return _question_of_language(found, none.person, none.language == "french")


def _language_of(message: Message, span: Span) -> OfficialLanguage | None:
    """The language of a test, by its name or by the words for it."""
    if span.named("test"):
        return "french" if span.named("test") in tests_of("french") else "english"
    for language, name in _NAMED:
        if any(phrase_at(message.words, at, name) for at in range(span.start, span.end)):
            return language
    return None


def _not_taken(message: Message, span: Span) -> Reading[Answer]:
    """Not yet where the words say so; else it may never be."""
    if span.named("yet") or _NOT_YET.intersection(message.words[span.start : span.end]):
        return Understood("unknown")
    return Ambiguous(("unknown", "none"), "choice_ambiguous")


def _scored(message: Message, end: int) -> bool:
    """Whether a number follows: "not IELTS 7 but 8" denies a score."""
    return any(word[0].isdecimal() for word in message.words[end : end + 1])


def _question_of_language(found: Findings, person: Person, french: bool) -> str | None:
    """The question about a test of one language, as far as the first language is known."""
    first = found.choice(f"{question_of('first_language', person)}_test")
    first_is_french = first in tests_of("french") or (
        first not in TESTS and found.message.language == "fr"
    )
    question = question_of(
        "first_language" if french == first_is_french else "second_language", person
    )
    return None if question is None else f"{question}_test"
