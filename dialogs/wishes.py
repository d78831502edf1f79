"""What a person can wish for, by command, by button or in words: one function each."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from dialogs import aiming, alerts, doubts, explaining, news, past, screens, screens_ahead
from dialogs.ahead import TOPICS, WHAT_IF, see_ahead
from dialogs.conversation import UNKNOWN, Answer, Conversation
from dialogs.exporting import export
from dialogs.question import Question, Stage
from dialogs.questionnaire import before, expected
from dialogs.reading.requests import WhyProgram
from dialogs.replies import (
    ChooseLanguage,
    Export,
    Finished,
    Notice,
    Page,
    Privacy,
    Problem,
    Unfinished,
    Welcome,
)
from dialogs.replies_guide import GuideContents
from dialogs.turn import Outcome, Turn

if TYPE_CHECKING:
    from collections.abc import Callable

    from dialogs.conversation import Language


LANGUAGE = "language"
"""The wish to choose a language, and what is asked from then until the next words."""


def fulfil(turn: Turn, wish: str) -> Outcome:
    """What a wish leads to."""
    return WISHES[wish](turn)


def start(turn: Turn) -> Outcome:
    """``/start``: welcome a newcomer; offer the ways on to everybody else."""
    if not turn.walked.standing:
        return turn.with_(started=True).remark(Welcome(turn.conversation.language))
    if turn.walked.next is None:
        return turn.just(Finished())
    return turn.just(Unfinished(len(turn.walked.standing), expected(turn.walked)))


def resume(turn: Turn) -> Outcome:
    """``/resume``: the open question, or the score when there is none."""
    turn = turn.with_(started=True)
    return score(turn) if turn.question is None else turn.ask(turn.question, notice="resumed")


def score(turn: Turn) -> Outcome:
    """``/score``: the card, or the range so far."""
    return turn.remark(screens.score_card(turn.walked))


def restart(turn: Turn) -> Outcome:
    """``/restart``: asks first, unless there is nothing to lose."""
    if not turn.conversation.answers:
        return start(turn)
    return turn.confirm("restart")


def confirmed(turn: Turn, action: str) -> Outcome:
    """Do what was asked about: forget everything, or the answers only."""
    if action == "delete":
        return Outcome(None, (Notice("deleted"),))
    before = turn.conversation
    fresh = Conversation(before.language, card=before.card, news=before.news, started=True)
    return Turn(fresh, turn.today, turn.outside).remark(Notice("restarted"))


def back(turn: Turn) -> Outcome:
    """The answered question before the current one, with its answer kept until changed."""
    earlier = before(turn.walked, None if turn.question is None else turn.question.id)
    return turn.remark(Notice("nothing_before")) if earlier is None else turn.revisit(earlier)


def skip(turn: Turn) -> Outcome:
    """An answer that is there stays; "I don't know yet" to an open question, where it is taken."""
    if turn.question is None:
        return turn.remark(Notice("nothing_to_skip"))
    if turn.question.id in turn.walked.standing:
        return keep(turn)
    if not turn.question.skippable:
        return turn.ask(turn.question, problem=Problem("not_skippable"))
    return answered(turn, turn.question, UNKNOWN)


def why(turn: Turn) -> Outcome:
    """Why the open question is asked."""
    if turn.question is None:
        return turn.remark(Notice("no_open_question"))
    return turn.ask(turn.question, why=True)


def choose_language(turn: Turn) -> Outcome:
    """``/language``: offers the languages; the next words may name one."""
    asked = replace(turn.conversation, confirming=LANGUAGE)
    return Outcome(asked, (ChooseLanguage(asked.language),))


def speak(turn: Turn, language: Language) -> Outcome:
    """Go on in a language."""
    turn = turn.with_(language=language)
    if turn.conversation.started and not turn.conversation.answers:
        return start(turn)
    return turn.remark(Notice("language_set"))


def keep(turn: Turn) -> Outcome:
    """Leave the revisited answer as it is, and go on."""
    turn = turn.with_(revisiting=None)
    return score(turn) if turn.question is None else turn.ask(turn.question)


def answered(turn: Turn, question: Question, answer: Answer, remark: str | None = None) -> Outcome:
    """Store the answer; go on with what it was wanted for, the score, or the next question."""
    known = doubts.answered(turn.conversation, question, answer, turn.walked.at)
    then = Turn(known, turn.today, turn.outside)
    echoed = screens.echo(question.id, answer, then.walked.at, remark)
    wish = then.conversation.wish
    if wish is not None and question.stage in TOPICS.get(wish, ()):
        return see_ahead(then, wish, echoed)
    revisited = question.id in turn.walked.standing
    news = not turn.walked.score_known or (revisited and question.stage is Stage.SCORE)
    if then.question is not None and not (then.walked.score_known and news):
        return then.ask(then.question, echo=echoed)
    return then.remark(screens.score_card(then.walked, echoed, screens.total(turn.walked)))


def review(turn: Turn) -> Outcome:
    """Every answer, without the open question below them: there are buttons enough."""
    reviewed = screens.review(turn.walked)
    return turn.just(reviewed) if turn.conversation.started else turn.remark(reviewed)


WISHES: dict[str, Callable[[Turn], Outcome]] = {
    "start": start,
    "resume": resume,
    "score": score,
    "improve": aiming.improve,
    "improve_all": lambda turn: aiming.improve(turn, every=True),
    aiming.WISH: aiming.plan,
    WHAT_IF: lambda turn: turn.remark(Notice("suppose_how")),
    explaining.WHY_LINE: lambda turn: turn.remark(screens.explanation(turn.walked)),
    explaining.WHY_PROGRAM: lambda turn: (
        explaining.fulfil(turn, WhyProgram(None)) or turn.remark(Notice("programs_need_answers"))
    ),
    "explain": lambda turn: turn.remark(screens.explanation(turn.walked)),
    "review": review,
    "restart": restart,
    "back": back,
    "skip": skip,
    "why": why,
    "left": explaining.questions_left,
    "help": lambda turn: turn.remark(Page("help")),
    "guide": lambda turn: turn.remark(GuideContents()),
    "privacy": lambda turn: turn.remark(Privacy(turn.outside.retention)),
    LANGUAGE: choose_language,
    "export": lambda turn: turn.remark(Export(export(turn.conversation, turn.walked))),
    "delete": lambda turn: turn.confirm("delete"),
    "timeline": lambda turn: see_ahead(turn, "timeline"),
    "exchange": lambda turn: see_ahead(turn, "exchange"),
    "rounds": past.rounds,
    "chances": lambda turn: see_ahead(turn, "chances"),
    **{wish: partial(see_ahead, wish=wish) for wish in alerts.WISHES},
    "alerts_off": alerts.turn_off,
    "news": news.turn_on,
    "news_off": news.turn_off,
    "report": lambda turn: turn.remark(
        screens_ahead.report(turn.walked, aiming.plan_to_aim(turn)),
    ),
}
