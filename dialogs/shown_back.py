"""What is new of facts, shown back to be confirmed; what is in doubt of them, asked back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from dialogs import pending
from dialogs.questions import QUESTIONS
from dialogs.reading.outcome import Ambiguous
from dialogs.replies import Notice, Problem, Welcome
from dialogs.replies_guide import OccupationsNear
from scoring.calendar import completed_years

if TYPE_CHECKING:
    from dialogs.conversation import Answer
    from dialogs.reading.facts import Facts
    from dialogs.replies import Reply
    from dialogs.turn import Outcome, Turn

_OCCUPATION = "occupation"
_KNOWN = Notice("facts_known")


def show(turn: Turn, facts: Facts, wish: str | None = None) -> Outcome:
    """Show what is new, to be confirmed; ask at once where there is nothing but a doubt.

    ``wish`` is what was wished for beside them, to be fulfilled once they are confirmed.
    """
    told = _of_their_test({**turn.conversation.facts, **facts.answers})
    new = {
        question.id: told[question.id]
        for question in QUESTIONS
        if question.id in told
        and question.id not in (*facts.asked_back, *facts.problems)
        and not is_same(turn, question.id, told[question.id])
    }
    waiting = {q: doubt for q, doubt in turn.conversation.facts_in_doubt.items() if q not in new}
    unclear: dict[str, Ambiguous[Answer]] = {
        **{q: doubt for q, doubt in facts.asked_back.items() if not _is_settled(turn, q, doubt)},
        **{q: Ambiguous((), problem.reason) for q, problem in facts.problems.items()},
    }
    then = turn.with_(facts=new, wish=wish or turn.conversation.wish, started=True)
    welcome = () if turn.conversation.started else (Welcome(turn.conversation.language),)
    if new:
        waits = pending.shown(then, new, facts, {**waiting, **unclear})
        return replace(waits, replies=(*welcome, *waits.replies))
    if unclear:
        doubts = {**then.conversation.doubts, **unclear}
        asked = _asked(then.with_(doubts=doubts), facts, tuple(unclear))
        return replace(asked, replies=(*welcome, *asked.replies))
    if set(facts.asked_back) == {_OCCUPATION}:
        return then.remark(_near(facts.asked_back[_OCCUPATION], kept=False))
    return then.remark(_KNOWN)


def is_nothing_new(reply: Reply) -> bool:
    """Whether a reply says that facts told are known already."""
    return reply == _KNOWN or (isinstance(reply, OccupationsNear) and not reply.kept)


def is_same(turn: Turn, question: str, answer: Answer) -> bool:
    """Whether this is what the person had answered already; an age may agree with a birth date."""
    known = turn.walked.standing.get(question)
    if known == answer:
        return True
    if not question.endswith("birth_date") or not isinstance(answer, str):
        return False
    return answer.isdigit() and isinstance(known, str) and _age(known, turn.today) == int(answer)


def _of_their_test(told: dict[str, Answer]) -> dict[str, Answer]:
    """The facts without scores of another test than the one that is told now."""
    return {
        question: answer
        for question, answer in told.items()
        if not isinstance(answer, dict)
        or told.get(question.replace("_scores", "_test"), answer["test"]) == answer["test"]
    }


def _asked(turn: Turn, facts: Facts, unclear: tuple[str, ...]) -> Outcome:
    """The first doubt that matters, asked at once; else a promise to come back to it."""
    turn = turn.with_(topics=pending.with_topics(turn, unclear))
    question = next((each for each in turn.walked.asked if each.id in unclear), None)
    if question is None:
        return turn.remark(_kept(facts, unclear))
    problem = facts.problems.get(question.id)
    turn = turn.with_(revisiting=question.id)
    if problem is None:
        return turn.ask(question)
    return turn.ask(question, problem=Problem(problem.reason, problem.details))


def _kept(facts: Facts, unclear: tuple[str, ...]) -> Notice | OccupationsNear:
    """That it will be asked in its turn; of a job title alone the occupations that it may mean."""
    doubt = facts.asked_back.get(_OCCUPATION)
    if doubt is None or unclear != (_OCCUPATION,):
        return Notice("facts_later", {"missing": unclear})
    return _near(doubt, kept=True)


def _near(doubt: Ambiguous[Answer], *, kept: bool) -> OccupationsNear:
    return OccupationsNear(tuple(map(str, doubt.options)), kept)


def _is_settled(turn: Turn, question: str, doubt: Ambiguous[Answer]) -> bool:
    """Whether the occupation that stands is one that the title may mean."""
    return question == _OCCUPATION and turn.walked.standing.get(question) in doubt.options


def _age(birth: str, on: date) -> int:
    return int(birth) if birth.isdigit() else completed_years(date.fromisoformat(birth), on)
