"""Answers as they are shown: on buttons, in the echo of the next card, in the review."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from dialogs.conversation import UNKNOWN, Answer
from dialogs.question import Kind
from dialogs.questions import BY_ID
from dialogs.situation import tests_of
from messages.titles import first_forms
from messages.typography import set_type
from messages.words import MissingWordsError, Words
from scoring.occupations import occupations
from scoring.vocabulary import ABILITIES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

OWN_LEVELS = ("clb", "nclc")
"""Results given as Canadian levels, already converted."""

_LONGEST_LABEL = 40


def choice_label(
    question: str, choice: str, words: Words, details: Mapping[str, Any] | None = None
) -> str:
    """The label of a choice, from the question's own set or the one that serves all."""
    if question == "settlement_funds" and choice.isdigit() and int(choice):
        return words.say("choices", "settlement_funds", "labels", "at_least", amount=int(choice))
    label = _label(question, choice, words, details or {})
    if label is None:
        raise MissingWordsError(words.language, ("choices", _set(question, words), choice))
    return label


def choice_help(question: str, choice: str, words: Words) -> str | None:
    """What a label leaves unsaid, if anything."""
    path = ("choices", _set(question, words), "help", choice)
    return words.say(*path) if words.find(*path) else None


def stored(option: Answer) -> str:
    """A reading to pick from, as its button carries it; scores as the person could type them."""
    if isinstance(option, str):
        return option.replace(":", "")
    typed = [f"{option[ability]:g}" for ability in ABILITIES]
    return " ".join([*typed, str(option.get("taken_on", ""))]).rstrip()


def option_label(question: str, option: Answer, words: Words) -> str:
    """A reading to pick from, short enough for a button."""
    if isinstance(option, dict):
        return _result_label(option, words)
    if BY_ID[question].kind is Kind.OCCUPATION:
        facts = occupation_facts(option, words)
        brief = {**facts, "title": first_forms(str(facts["title"]))}
        return shorten(words.say("questions", "occupation", "option", **brief))
    return shown(question, option, words)


def _result_label(option: Mapping[str, Any], words: Words) -> str:
    """One of several results: by its date, else by the scores or levels that tell it apart."""
    if option.get("taken_on"):
        return words.formats.date(option["taken_on"])
    if len({option[ability] for ability in ABILITIES}) > 1:
        return " / ".join(words.formats.number(option[ability]) for ability in ABILITIES)
    name = level_name(str(option["test"]), words)
    return words.say("terms", "basis", "said", "all_four", name=name, level=option["listening"])


def shown(
    question: str, answer: Answer, words: Words, levels: Mapping[str, int] | None = None
) -> str:
    """A stored answer in words."""
    if isinstance(answer, dict):
        return scores_shown(answer, words, levels)
    kind = BY_ID[question].kind
    if answer == UNKNOWN:
        return choice_label(question, answer, words)
    if kind is Kind.BIRTH and answer.isdigit():
        return words.say("questions", "birth_date", "age", age=int(answer))
    if kind in (Kind.BIRTH, Kind.FUTURE):
        return words.formats.date(answer)
    if kind is Kind.MOMENT and answer[0].isdigit():
        return words.formats.moment(answer) if "T" in answer else words.formats.date(answer)
    if kind is Kind.ZONE:
        return _label(question, answer, words, {}) or words.formats.zone(answer)
    if kind is Kind.OCCUPATION:
        return words.say("questions", "occupation", "group", **occupation_facts(answer, words))
    if kind is Kind.ASSESSMENT and answer not in ("yes", "no"):
        return words.say("questions", question, "issued", date=answer)
    if kind is Kind.DURATION and answer != "0":
        return words.formats.months(int(answer))
    if kind is Kind.AMOUNT and answer != "0":
        return words.formats.money(int(answer))
    if kind is Kind.FAMILY:
        return words.formats.number(int(answer))
    return choice_label(question, answer, words)


def scores_shown(
    result: Mapping[str, Any], words: Words, levels: Mapping[str, int] | None = None
) -> str:
    """A language result: each score beside its Canadian level, and the day of the test."""
    test = str(result["test"])
    name = level_name(test, words)
    parts = [
        words.say(
            "tests",
            "shown",
            "score" if levels is None or test in OWN_LEVELS else "score_and_level",
            ability=words.say("tests", "abilities", ability),
            score=result[ability],
            name=name,
            level=None if levels is None else levels[ability],
        )
        for ability in ABILITIES
    ]
    taken_on = result.get("taken_on")
    return words.say(
        "tests",
        "shown",
        "result",
        test=words.say("tests", test, "name"),
        scores=", ".join(parts),
        taken_on=date.fromisoformat(taken_on) if isinstance(taken_on, str) else taken_on,
    )


def level_name(test: str, words: Words) -> str:
    """CLB or NCLC, as the language of the screen calls the levels of this test."""
    return words.say("tests", "levels", test_language(test))


def test_language(test: str) -> str:
    """The official language that a test is of."""
    return "french" if test in tests_of("french") else "english"


def occupation_facts(code: str, words: Words) -> dict[str, Any]:
    """What is known of a NOC 2021 unit group, in the language of the screen."""
    group = occupations()[code]
    return {
        "code": code,
        "title": set_type(group.title(words.language), words.language),
        "teer": group.teer,
        "duties": words.say("duties", code),
    }


def shorten(text: str) -> str:
    """A text cut to the width of a button, at a word where there is one."""
    if len(text) <= _LONGEST_LABEL:
        return text
    head, _, cut = text[:_LONGEST_LABEL].rpartition(" ")
    return (head or cut[:-1]).rstrip(" ,;:-–(") + "…"


def shortened(texts: Sequence[str]) -> list[str]:
    """Each text cut to the width of a button; those that would be the same, in their middle."""
    short = [shorten(text) for text in texts]
    return [
        _cut_inside(text) if short.count(label) > 1 else label
        for text, label in zip(texts, short, strict=True)
    ]


def _cut_inside(text: str) -> str:
    if len(text) <= _LONGEST_LABEL:
        return text
    head, _, _ = text[: _LONGEST_LABEL // 2 + 5].rpartition(" ")
    _, _, tail = text[len(head) - _LONGEST_LABEL + 1 :].partition(" ")
    return f"{head}… {tail}"


def _set(question: str, words: Words) -> str:
    return words.find("questions", question, "choices") or "common"


def _label(question: str, choice: str, words: Words, details: Mapping[str, Any]) -> str | None:
    for chosen_set in (_set(question, words), "common"):
        path = ("choices", chosen_set, "labels", choice)
        if words.find(*path) is not None:
            return words.say(*path, **details)
    return None
