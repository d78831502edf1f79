"""Tests that were not taken, and languages that are not spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.reading.facts.findings import question_of
from dialogs.reading.facts.lexicon import pattern
from dialogs.reading.facts.moods import Mood
from dialogs.reading.outcome import Ambiguous, Understood
from dialogs.situation import TESTS, tests_of

if TYPE_CHECKING:
    from dialogs.conversation import Answer
    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.message import Message, Span
    from dialogs.reading.facts.persons import Person
    from dialogs.reading.outcome import Reading

_NAMES = "|".join(TESTS)
_TAKING = frozenset({"taken", "took", "passe", "done", "wrote"})
_NO_TEST = pattern(
    "<denials.no>(?: <denials.between>| <tests.took>){0,4}"
    f" (?:(?P<test>{_NAMES})|<tests.any_test>)(?P<yet> (?:test |exam )?<denials.yet>)?"
)
_NO_TEST_AFTER = pattern(
    f"(?P<test>{_NAMES})(?:(?: :)? (?P<yet>not yet|pas encore|not taken|not done)"
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


def read_no_tests(found: Findings) -> None:
    """No test yet, or a language that is not spoken."""
    message = found.message
    for pattern_ in (_NO_TEST, _NO_TEST_AFTER):
        for span in message.find(pattern_, (Mood.TOLD, Mood.WISHED)):
            question = _question_of_test(found, span)
            if question is not None and not _scored(message, span.end):
                found.take(span.start, span.end, question, _not_taken(message, span))
    for span in message.find(_NO_SECOND):
        question = question_of("second_language", span.person)
        if question is not None:
            found.take(span.start, span.end, f"{question}_test", Understood("none"))
    for span in message.find(_NO_LANGUAGE):
        not_yet = bool(span.named("yet") or span.named("later"))
        _no_language(found, span, "unknown" if not_yet else "none")
    for span in message.find(_NONE_AFTER):
        _no_language(found, span, "none")


def _no_language(found: Findings, span: Span, answer: str) -> None:
    question = _question_of_language(found, span.person, bool(span.named("french")))
    if question is not None:
        found.take(span.start, span.end, question, Understood(answer))


def _question_of_test(found: Findings, span: Span) -> str | None:
    """The question about a test; of a test without a name the one that is open, if it is one."""
    named = span.named("test")
    if not named and found.question is not None and found.question.endswith("_language_test"):
        return found.question
    return _question_of_language(found, span.person, named in tests_of("french"))


def _not_taken(message: Message, span: Span) -> Reading[Answer]:
    """Not yet where the words say so; else it may never be."""
    if span.named("yet") or _TAKING.intersection(message.words[span.start : span.end]):
        return Understood("unknown")
    return Ambiguous(("unknown", "none"), "choice_ambiguous")


def _scored(message: Message, end: int) -> bool:
    """Whether a number follows: "not IELTS 7 but 8" denies a score."""
    return any(word[0].isdecimal() for word in message.words[end : end + 1])


def _question_of_language(found: Findings, person: Person, french: bool) -> str | None:
    """The question about a test of one language, as far as the first language is known."""
    first = found.at.choice(f"{question_of('first_language', person)}_test")
    first_is_french = first in tests_of("french") or (
        first not in TESTS and found.message.language == "fr"
    )
    question = question_of(
        "first_language" if french == first_is_french else "second_language", person
    )
    return None if question is None else f"{question}_test"
