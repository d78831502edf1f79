"""Representative answers to why: lines of a score, programs, and what is left to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs import screens
from dialogs.explaining import lines_explained
from dialogs.questionnaire import walk
from dialogs.replies import Score
from dialogs.replies_explained import LinesExplained, ProgramsExplained, QuestionsLeft
from dialogs.so_far import score_so_far
from messages.people import ABROAD, COUPLE, SHUT_OUT, TODAY, UNSURE, first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialogs.conversation import Answers
    from dialogs.replies import Reply
    from scoring.explain import Line

_PEOPLE = {"single": ABROAD, "couple": COUPLE, "unsure": UNSURE, "shut out": SHUT_OUT}
_SOME = {"core": "education", "transferability": "education_language", "fsw": "age"}


def explained() -> Iterator[tuple[str, Reply]]:
    """Each by its name in the catalogue."""
    for name, answers in _PEOPLE.items():
        walked = walk(answers, TODAY)
        card = _card(answers)
        if card is None:
            continue
        yield f"lines explained, {name}", lines_explained(walked, card, _some(card), so_far=False)
        yield f"programs explained, {name}", ProgramsExplained(card, None)
        yield f"selection grid explained, {name}", ProgramsExplained(card, "fsw")
    for count in (1, 4, 8):
        walked = walk(first(ABROAD, count), TODAY)
        card = score_so_far(walked)
        if card is None:
            continue
        name = f"after {count} answers"
        yield f"lines explained, {name}", lines_explained(walked, card, _some(card), so_far=True)
        yield f"programs explained, {name}", ProgramsExplained(card, None, so_far=True)
        yield f"selection grid explained, {name}", ProgramsExplained(card, "fsw", so_far=True)
    single = _card(ABROAD)
    if single is not None:
        yield "lines explained, none", LinesExplained(single, ())
    yield "questions left", QuestionsLeft(7, 11)
    yield "questions left, one", QuestionsLeft(17, 1)
    yield "questions left, none", QuestionsLeft(18, 0)


def _some(card: Score) -> tuple[Line, ...]:
    return tuple(line for line in card.lines if _SOME.get(line.section) == line.item)


def _card(answers: Answers) -> Score | None:
    card = screens.score_card(walk(answers, TODAY))
    return card if isinstance(card, Score) else None
