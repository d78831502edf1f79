"""Facts that wait to be confirmed: shown back, confirmed whole, dropped whole or one by one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs import aiming, screens, wishes
from dialogs.ahead import TOPICS
from dialogs.explaining import place_of
from dialogs.intents import is_intent
from dialogs.question import Stage
from dialogs.questionnaire import MAIN
from dialogs.questions import BY_ID
from dialogs.reading.choices import is_choice, read_choice
from dialogs.reading.facts import Facts, read_facts
from dialogs.reading.left_out import read_left_out
from dialogs.reading.outcome import Understood
from dialogs.reading.requests import named_language
from dialogs.replies import Ask, Notice, Problem
from dialogs.replies_told import Fact, FactsRead
from dialogs.turn import Outcome, Turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dialogs.conversation import Answer, Answers
    from dialogs.reading.outcome import Ambiguous
    from dialogs.situation import Situation

CONFIRMING = "facts"
COUNTING = frozenset({"score", "improve", "improve_all", "explain", "report"})
"""Wishes to which the facts that wait would make a difference: these are settled first."""
AFTERWARDS = frozenset({*COUNTING, "review", aiming.WISH, *TOPICS})
"""Wishes that are fulfilled once the facts beside them are confirmed."""

_OPENED = frozenset({Stage.TIE_BREAK})
"""Topics of one question, which nothing else is asked for."""


def shown(
    turn: Turn, new: Answers, facts: Facts, doubts: Mapping[str, Ambiguous[Answer]]
) -> Outcome:
    """Show facts back, which wait from now on; ``facts`` is what else was read beside them."""
    waits = replace(turn.conversation, facts=new, facts_in_doubt=doubts, confirming=CONFIRMING)
    return Outcome(waits, (_reply(turn, new, facts, doubts),))


def come_back(turn: Turn, outcome: Outcome) -> Outcome:
    """Let the facts come back that wait, in place of the open question, until they are settled.

    Where the words were understood neither way, that is said.
    """
    then = outcome.conversation
    if then is None or then.confirming is not None or not then.facts:
        return outcome
    *said, last = outcome.replies
    if not isinstance(last, Ask) or last.why or (last.options and not said):
        return outcome
    before = turn.conversation
    stale = last.notice == "stale_button"
    waited = turn.confirming in (CONFIRMING, wishes.LANGUAGE)
    unsettled = waited and not (last.echo or stale)
    same = (then.facts, then.answers, then.revisiting) == (
        before.facts,
        before.answers,
        before.revisiting,
    )
    told = last.question in then.facts and then.answers != before.answers
    if not (told or (unsettled and same)):
        return outcome
    now = Turn(then, turn.today, turn.outside)
    again = shown(now, then.facts, Facts(), then.facts_in_doubt)
    (facts,) = again.replies
    if isinstance(facts, FactsRead):
        facts = replace(facts, lost=last.problem is not None, echo=last.echo)
    return replace(again, replies=(*said, facts))


def confirm(turn: Turn) -> Outcome | None:
    """Take the facts, and go on with what was wished for, the score, or the next question."""
    facts = turn.conversation.facts
    if not facts:
        return None
    earlier = screens.total(turn.walked)
    wish = turn.conversation.wish
    afterwards = wish if wish in AFTERWARDS else None
    then = turn.with_(
        answers={**turn.conversation.answers, **facts},
        topics=with_topics(turn, facts),
        facts={},
        facts_in_doubt={},
        doubts={**_still_in_doubt(turn), **turn.conversation.facts_in_doubt},
        revisiting=None,
        wish=None,
        started=True,
    )
    if afterwards is not None:
        return wishes.fulfil(then, afterwards)
    news = earlier is None or any(BY_ID[question].stage is Stage.SCORE for question in facts)
    if then.question is not None and not (then.walked.score_known and news):
        return then.ask(then.question, notice="facts_taken", filled=len(facts))
    return then.remark(screens.score_card(then.walked, None, earlier))


def _still_in_doubt(turn: Turn) -> Mapping[str, Ambiguous[Answer]]:
    """Earlier doubts that the facts do not settle."""
    doubts = turn.conversation.doubts
    return {
        question: doubts[question] for question in doubts if question not in turn.conversation.facts
    }


def cancel(turn: Turn) -> Outcome | None:
    """Forget what was read; the open question comes back."""
    if not turn.conversation.facts:
        return None
    return turn.with_(facts={}, facts_in_doubt={}, wish=None).remark(Notice("facts_dropped"))


def drop(turn: Turn, questions: Iterable[str]) -> Outcome | None:
    """Forget some of the facts; the others are shown again. None where none of them waits."""
    facts = turn.conversation.facts
    dropped = {*questions, *(q.replace("_test", "_scores") for q in questions)}
    left = {question: answer for question, answer in facts.items() if question not in dropped}
    if len(left) == len(facts):
        return None
    if not left:
        return cancel(turn)
    doubts = turn.conversation.facts_in_doubt
    return shown(turn, left, Facts(), {q: doubts[q] for q in doubts if q not in dropped})


def pick(turn: Turn) -> Outcome | None:
    """Ask which of the facts is wrong."""
    facts = turn.conversation.facts
    if not facts:
        return None
    again = shown(turn, facts, Facts(), turn.conversation.facts_in_doubt)
    picking = (
        replace(each, picking=True) if isinstance(each, FactsRead) else each
        for each in again.replies
    )
    return replace(again, replies=tuple(picking))


def settled(turn: Turn, text: str) -> Outcome | None:
    """Yes, no, or "not the age" to the facts just shown; None where the words tell more."""
    language = turn.conversation.language
    whole = is_choice(text, CONFIRMING, language)  # whatever facts "c'est ça" might tell
    if not whole and read_facts(text, known(turn), language):
        return None
    wished = is_intent(text, language)  # "language" asks for the other one, and leaves none out
    left_out = () if wished else read_left_out(text, language, turn.conversation.facts)
    spoken = named_language(text, language) if left_out else None
    if spoken is not None:
        left_out = tuple(q for q in left_out if q.startswith(place_of(spoken, known(turn))))
    if left_out:
        return drop(turn, left_out)
    match read_choice(text, CONFIRMING, ("yes", "no", "pick"), language):
        case Understood("yes"):
            return confirm(turn)
        case Understood("pick"):
            return pick(turn)
        case Understood("no"):
            return cancel(turn)
    return None


def known(turn: Turn) -> Situation:
    """What stands, and what was told just before and waits to be confirmed."""
    return replace(turn.walked.at, standing={**turn.walked.standing, **turn.conversation.facts})


def _reply(
    turn: Turn, new: Answers, facts: Facts, doubts: Mapping[str, Ambiguous[Answer]]
) -> FactsRead:
    at = replace(turn.walked.at, standing={**turn.walked.standing, **new})
    return FactsRead(
        facts=tuple(
            Fact(
                screens.echo(question, answer, at, facts.remarks.get(question)),
                turn.walked.standing.get(question),
            )
            for question, answer in new.items()
        ),
        problems=tuple(
            (question, Problem(problem.reason, problem.details))
            for question, problem in facts.problems.items()
        ),
        asked_back=tuple(
            (question, doubt.options)
            for question, doubt in doubts.items()
            if question not in facts.problems and _is_asked(turn, question)
        ),
        leftover=facts.leftover,
    )


def with_topics(turn: Turn, told: Iterable[str]) -> tuple[str, ...]:
    """The topics, with those that being told an answer opens."""
    stages = (BY_ID[question].stage for question in told)
    opened = (stage.value for stage in stages if stage in _OPENED)
    return tuple(dict.fromkeys((*turn.conversation.topics, *opened)))


def _is_asked(turn: Turn, question: str) -> bool:
    """Whether a question is one of those that this person is asked, now or later."""
    stage = BY_ID[question].stage
    return stage in MAIN or stage.value in turn.conversation.topics
