"""What is shown of one thing of the score, of one program, and of the questions that are left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from messages.answers import choice_label
from messages.assessments import own_assumed
from messages.card import bar
from messages.points import sections
from messages.programs import programs
from messages.telling import named
from scoring.vocabulary import PROGRAMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dialogs.replies_explained import LinesExplained, ProgramsExplained, QuestionsLeft
    from messages.words import Words
    from scoring.better import Better
    from scoring.explain import Line

_CONDITIONS = {
    "fsw": ("experience", "language", "education", "points", "funds"),
    "cec": ("experience", "language"),
    "fst": ("trade", "experience", "language", "offer_or_certificate", "funds"),
}
"""What each program asks for, by the codes of what is unmet."""
_TAKEN_AS_GIVEN: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "fsw": {"has_eca": ("education", "points"), "occupation": ("experience",)},
    "cec": {"occupation": ("experience", "language")},
    "fst": {},
}
"""What rests on an answer that the rules read kindly while it is not known."""


def lines_facts(reply: LinesExplained, words: Words) -> dict[str, Any]:
    """The facts of the ``lines_explained`` screen."""
    score, result = reply.score, reply.score.result
    if result is None:
        return {"sections": (), "capped": (), "grid": (), "rules": None, "so_far": False}
    whole = sections(result, score.lines, words)
    return {
        "sections": sections(result, reply.lines, words, score.profile),
        "better": {_name(line, words): _better(line, reply, words) for line in reply.lines},
        "so_far": reply.so_far,
        "low": score.low,
        "high": score.high,
        "open": named(reply.open, words) if reply.open else None,
        "assumed": _assumed(reply, words),
        "capped": {section.name for section in whole if section.capped},
        "grid": _grid(reply.lines, words),
        "rules": result.rules,
        "checked": words.law.checked,
    }


def programs_facts(reply: ProgramsExplained, words: Words) -> dict[str, Any]:
    """The facts of the ``programs_explained`` screen."""
    score, result = reply.score, reply.score.result
    if result is None:
        return {"programs": (), "grid": (), "met": {}}
    shown = programs(score, words)
    wanted = [
        each for name, each in zip(PROGRAMS, shown, strict=True) if reply.program in (None, name)
    ]
    return {
        "programs": wanted,
        "grid": _grid(score.lines, words) if reply.program == "fsw" else (),
        "points": result.programs.fsw.points,
        "met": _met(reply, words),
        "so_far": reply.so_far,
        "open_questions": score.open_questions,
        "unknown": named(score.unknown, words) if score.unknown else None,
        "checked": words.law.checked,
    }


def _name(line: Line, words: Words) -> str:
    return words.say("terms", "items", line.section, line.item)


def _better(line: Line, reply: LinesExplained, words: Words) -> list[tuple[int, str]]:
    """The points that a line would have, and with what."""
    return [
        (each.points, words.say("terms", "better", each.fact, to=_to(each, words)))
        for each in reply.better.get((line.section, line.item), ())
    ]


def _to(better: Better, words: Words) -> str | int:
    if better.fact in ("education", "spouse_education"):
        return words.say("terms", "studies", str(better.to))
    if better.fact == "canadian_study":
        return choice_label("canadian_study", str(better.to), words)
    return better.to


def _assumed(reply: LinesExplained, words: Words) -> str | None:
    """That an assessment was taken as given, where the studies count in a line."""
    result = reply.score.result
    counts = any("education" in line.item and line.section != "spouse" for line in reply.lines)
    if not counts or result is None or not own_assumed(result, reply.score.profile):
        return None
    return words.say("terms", "notes", "eca_assumed", both=False, spouses=False)


def _met(reply: ProgramsExplained, words: Words) -> dict[str, str]:
    """What of each program is met for certain, by its name; only while questions are open."""
    if not reply.so_far:
        return {}
    found = {}
    for program in PROGRAMS:
        given = {
            code
            for field, codes in _TAKEN_AS_GIVEN[program].items()
            if getattr(reply.score.profile, field) is None
            for code in codes
        }
        unsettled = {*given, *reply.score.reasons[program]}
        codes = [code for code in _CONDITIONS[program] if code not in unsettled]
        if codes:
            name = words.say("terms", "programs", program)
            listed = words.formats.listed([words.say("terms", "met", code) for code in codes])
            found[name] = listed
    return found


def left_facts(reply: QuestionsLeft) -> dict[str, Any]:
    """The facts of the ``questions_left`` screen."""
    total = reply.answered + reply.left
    return {"answered": reply.answered, "left": reply.left, "bar": bar(reply.answered, total)}


def _grid(lines: Iterable[Line], words: Words) -> list[tuple[str, int, int]]:
    """The items of the selection grid: name, points, and the most possible."""
    return [
        (words.say("terms", "items", "fsw", line.item), line.points, line.maximum)
        for line in lines
        if line.section == "fsw"
    ]
