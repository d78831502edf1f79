"""What a question card shows, from its reply and the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dialogs.conversation import UNKNOWN
from dialogs.question import Kind
from dialogs.questions import BY_ID
from dialogs.situation import TESTS
from messages.answers import (
    choice_help,
    choice_label,
    occupation_facts,
    option_label,
    shown,
    test_language,
)
from messages.titles import first_forms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialogs.replies import Ask, Echo, Problem
    from messages.words import Words

_BAR_LENGTH = 10
_FULL, _EMPTY = "▰", "▱"
_FIRST_TESTS = {
    "second_language_test": "first_language_test",
    "spouse_second_language_test": "spouse_language_test",
}
"""Which question tells the language that a second test is not of."""
_ALL_OF_IT = {
    "recent_canadian_experience": "canadian_experience",
    "spouse_recent_canadian_experience": "spouse_canadian_experience",
}
"""Which question tells all the work that recent work is part of."""
_CATEGORY_EXAMPLE = 18
"""Months of work in a category, likewise."""
_RECENT_EXAMPLE = 20
"""Months of recent work in an example, where there are as many in all."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The answer just given, as it was understood."""

    title: str
    answer: str
    remark: str | None
    warning: str | None


@dataclass(frozen=True, slots=True)
class Help:
    """What one choice means."""

    label: str
    text: str


def card(reply: Ask, words: Words) -> dict[str, Any]:
    """The facts of the ``ask`` screen."""
    facts = question_facts(reply, words)
    test_range = _test_range(reply, words)
    asks_for_text = reply.problem is not None or test_range is not None
    return {
        "ask": _said(reply.question, "ask", words, facts),
        "hint": _said(reply.question, "hint", words, facts),
        "why": _said(reply.question, "why", words, facts) if reply.why else None,
        "example": _said(reply.question, "example", words, facts) if asks_for_text else None,
        "taken": taken(reply.echo, words),
        "problem": problem(reply.problem, reply.question, words, facts),
        "notice": _notice(reply, words),
        "brief": reply.brief,
        "asks_for_words": not (reply.options or set(reply.choices) - {UNKNOWN}),
        "number": reply.number,
        "total": reply.total,
        "bar": bar(reply.number, reply.total),
        "low": reply.low,
        "high": reply.high,
        "test_range": test_range,
        "helps": [] if reply.options else _helps(reply, words),
        "asking_back": _asking_back(reply, words),
        "groups": _groups(reply, words),
        "current": None if reply.current is None else shown(reply.question, reply.current, words),
    }


def _notice(reply: Ask, words: Words) -> str | None:
    if reply.notice is None:
        return None
    return words.say("notices", "notices", reply.notice, filled=reply.filled)


def bar(number: int, total: int) -> str:
    """The progress as a row of small blocks; the last fills when the last question is asked."""
    full = max(1, round(_BAR_LENGTH * number / max(total, number)))
    return _FULL * full + _EMPTY * (_BAR_LENGTH - full)


def taken(echo: Echo | None, words: Words) -> Taken | None:
    """The line that repeats an answer."""
    if echo is None:
        return None
    warning = ("notices", "warnings", echo.warning or "")
    return Taken(
        title=_title(echo, words),
        answer=shown(echo.question, echo.answer, words, echo.levels),
        remark=_remark(echo, words),
        warning=words.say(*warning) if echo.warning else None,
    )


def _title(echo: Echo, words: Words) -> str:
    """The name of the question; an age alone is not called a date."""
    aged = ("questions", echo.question, "aged")
    if words.find(*aged) and str(echo.answer).isdecimal():
        return words.say(*aged)
    return words.say("questions", echo.question, "title")


def _remark(echo: Echo, words: Words) -> str | None:
    """What stands below the line: on a test, or the duties of an occupation."""
    if isinstance(echo.answer, dict):
        remark = ("tests", str(echo.answer["test"]), "remark")
        return words.say(*remark) if words.find(*remark) else None
    if BY_ID[echo.question].kind is Kind.OCCUPATION and echo.answer != UNKNOWN:
        return str(occupation_facts(echo.answer, words)["duties"])
    return None


def problem(
    found: Problem | None, question: str, words: Words, facts: Mapping[str, Any]
) -> str | None:
    """The sentence that says why an answer was not taken."""
    if found is None:
        return None
    details = dict(found.details)
    asked = {each: each == question for each in BY_ID}
    if "ability" in details:
        details["ability"] = words.say("tests", "abilities", details["ability"])
    if "choice" in details:
        details["choice"] = choice_label(question, details["choice"], words)
    for name in ("test", "given"):
        if details.get(name) in TESTS:
            details[name] = words.say("tests", details[name], "name")
    return words.say("problems", found.reason, **{**facts, **details, "asked": asked})


def question_facts(reply: Ask, words: Words) -> dict[str, Any]:
    """What the words of a question may mention."""
    facts: dict[str, Any] = {"answers": reply.answers, **reply.details}
    test = _test(reply)
    if test:
        facts["test"] = words.say("tests", test, "name")
        facts["test_example"] = words.say("tests", test, "example")
        facts["scores"] = words.say("tests", test, "scores")
    if reply.question in _FIRST_TESTS:
        other = _other_language(reply)
        facts["other_is"] = {"english": other == "english", "french": other == "french"}
        facts["other_language"] = words.say("tests", "the_language", other) if other else None
    if reply.question == "canadian_study":
        facts["one_year"] = reply.answers.get("education") == "one_year"
    if reply.question in _ALL_OF_IT:
        facts["recent_example"] = _recent_example(reply)
    if "most" in reply.details:
        facts["months_example"] = min(_CATEGORY_EXAMPLE, int(reply.details["most"]))
        title = str(occupation_facts(str(reply.details["occupation"]), words)["title"])
        facts["occupation"] = first_forms(title)
    return facts


def _said(question: str, key: str, words: Words, facts: Mapping[str, Any]) -> str:
    return words.say("questions", question, key, **facts)


def _test(reply: Ask) -> str | None:
    """The test that a scores question asks about."""
    test_question = BY_ID[reply.question].test_question
    if test_question is None:
        return None
    return str(reply.details.get("test") or reply.answers[test_question])


def _recent_example(reply: Ask) -> int:
    """Months of recent work that are not more than all of it."""
    known = str(reply.answers.get(_ALL_OF_IT[reply.question]))
    return min(_RECENT_EXAMPLE, int(known)) if known.isdigit() else _RECENT_EXAMPLE


def _other_language(reply: Ask) -> str | None:
    """The official language that the first test is not of, once that is named."""
    first = reply.answers.get(_FIRST_TESTS[reply.question])
    if first not in TESTS:
        return None
    return "french" if test_language(str(first)) == "english" else "english"


def _test_range(reply: Ask, words: Words) -> str | None:
    test = _test(reply)
    if test is None:
        return None
    scale = words.law.scales[test]
    return words.say("tests", test, "range", least=scale.least, most=scale.most)


def _helps(reply: Ask, words: Words) -> list[Help]:
    helps = []
    for choice in reply.choices:
        text = choice_help(reply.question, choice, words)
        if text:
            helps.append(Help(choice_label(reply.question, choice, words), text))
    return helps


def _asking_back(reply: Ask, words: Words) -> str | None:
    """The sentence that asks which of several readings is meant."""
    if reply.options is None:
        return None
    labels = [option_label(reply.question, option, words) for option in reply.options]
    return words.say("notices", "options", reply.options_reason or "several", labels=labels)


def _groups(reply: Ask, words: Words) -> list[dict[str, Any]]:
    """Occupations to pick from, each with its code, title, TEER and main duties."""
    if reply.options is None or BY_ID[reply.question].kind is not Kind.OCCUPATION:
        return []
    return [occupation_facts(str(option), words) for option in reply.options]
