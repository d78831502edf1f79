"""What is shown of one thing of the score, of one program, and of the questions that are left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from messages.card import bar
from messages.points import sections
from messages.programs import programs
from messages.telling import named
from scoring.vocabulary import PROGRAMS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dialogs.replies_explained import LinesExplained, ProgramsExplained, QuestionsLeft
    from messages.words import Words
    from scoring.explain import Line


def lines_facts(reply: LinesExplained, words: Words) -> dict[str, Any]:
    """The facts of the ``lines_explained`` screen."""
    score, result = reply.score, reply.score.result
    if result is None:
        return {"sections": (), "capped": (), "grid": (), "rules": None}
    whole = sections(result, score.lines, words)
    return {
        "sections": sections(result, reply.lines, words, score.profile),
        "capped": {section.name for section in whole if section.capped},
        "grid": _grid(reply.lines, words),
        "rules": result.rules,
        "checked": words.law.checked,
    }


def programs_facts(reply: ProgramsExplained, words: Words) -> dict[str, Any]:
    """The facts of the ``programs_explained`` screen."""
    score, result = reply.score, reply.score.result
    if result is None:
        return {"programs": (), "grid": ()}
    shown = programs(score, words)
    wanted = [
        each for name, each in zip(PROGRAMS, shown, strict=True) if reply.program in (None, name)
    ]
    return {
        "programs": wanted,
        "grid": _grid(score.lines, words) if reply.program == "fsw" else (),
        "points": result.programs.fsw.points,
        "open_questions": score.open_questions,
        "unknown": named(score.unknown, words) if score.unknown else None,
        "checked": words.law.checked,
    }


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
