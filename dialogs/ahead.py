"""What looks ahead: suppositions, roles exchanged, the timeline."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from dialogs import alerts, screens, screens_ahead, screens_chances
from dialogs.question import Stage
from dialogs.reading.asking import asks
from dialogs.reading.choices import read_choice
from dialogs.reading.facts import read_facts
from dialogs.reading.outcome import Understood
from dialogs.reading.suppositions import read_supposition
from dialogs.reading.waiting import waits
from dialogs.replies import Echo, Notice, Problem
from dialogs.supposing import answers_of
from dialogs.turn import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dialogs.conversation import Answer
    from dialogs.question import Question
    from dialogs.reading.suppositions import Supposed
    from dialogs.turn import Turn
    from scoring.plan import Action

CONFIRMING = "supposed"
"""After a supposition a yes keeps it, and a no forgets it."""
_FEW_WORDS = 5
_ALSO = re.compile(r"\W*(?:and|et|plus|also|aussi)\W+", re.IGNORECASE)
TOPICS = {
    "timeline": (Stage.TIME,),
    "exchange": (Stage.EXCHANGE,),
    "chances": (Stage.ROUNDS, Stage.TIE_BREAK),
    alerts.REMINDERS: (Stage.ALERTS,),
    **dict.fromkeys((alerts.WISH, alerts.ROUND_ALERTS), (Stage.ROUNDS, Stage.ALERTS)),
}
"""The wishes that need answers of their own, and the topics of those: which rounds are somebody's
own decides what they are told of."""

_SHOWN: dict[str, Callable[[Turn], Outcome]] = {
    "timeline": lambda turn: turn.remark(screens_ahead.timeline_shown(turn.walked)),
    "exchange": lambda turn: turn.remark(screens_ahead.comparison(turn.walked)),
    "chances": lambda turn: turn.remark(screens_chances.chances_shown(turn.walked, turn.record)),
    **{wish: partial(alerts.turn_on, wish=wish) for wish in alerts.WISHES},
}

WHAT_IF = "what_if"
"""The wish to see the score with other answers."""


def see_ahead(turn: Turn, wish: str, echo: Echo | None = None) -> Outcome:
    """Something that needs a few more answers: asks for them first, then shows it by itself."""
    for topic in TOPICS[wish]:
        if topic is Stage.TIE_BREAK and not screens_chances.tie_decides(turn.walked, turn.record):
            continue
        turn = turn.with_(topics=tuple(dict.fromkeys((*turn.conversation.topics, topic.value))))
        missing = turn.walked.open_of(topic)
        if missing and turn.walked.score_known:
            turn = turn.with_(wish=wish, revisiting=missing[0].id)
            notice = "tie_asks" if topic is Stage.TIE_BREAK else f"{wish}_asks"
            return turn.ask(missing[0], notice=None if echo else notice, echo=echo)
    return _SHOWN[wish](turn.with_(wish=None))


def read(turn: Turn, text: str) -> Supposed | None:
    """What the words suppose; after a supposition "and CLB 9?" supposes, too."""
    at, language = turn.walked.at, turn.conversation.language
    supposed = read_supposition(text, at, language)
    also = _ALSO.match(text) if turn.confirming == CONFIRMING else None
    if supposed is not None or also is None:
        return supposed
    again = read_supposition(f"if {text[also.end() :]}", at, language)
    return again if again is not None and again.answers else None


def waiting(turn: Turn, text: str) -> Outcome | None:
    """What time alone brings, where nothing else is supposed."""
    return see_ahead(turn, "timeline") if waits(text) else None


def settled(turn: Turn, text: str) -> Outcome | None:
    """Keep or forget what was just supposed, by a few words that say nothing else."""
    language = turn.conversation.language
    if asks(text) or len(text.split()) > _FEW_WORDS or read(turn, text):
        return None
    if read_facts(text, turn.walked.at, language):
        return None
    match read_choice(text, CONFIRMING, ("yes", "no"), language):
        case Understood("yes"):
            return keep_supposed(turn)
        case Understood("no"):
            return forget_supposed(turn)
    return None


def suppose(turn: Turn, supposed: Supposed) -> Outcome:
    """Answers supposed in words: old and new score side by side."""
    if supposed.impossible is not None:
        question, why = supposed.impossible
        problem = Problem(why.reason, why.details)
        return turn.remark(Notice("suppose_impossible", {"question": question, "problem": problem}))
    if not supposed.answers:
        return turn.remark(Notice("suppose_unclear"))
    return _supposed(turn, supposed.answers, supposed=supposed)


def suppose_action(turn: Turn, action: str) -> Outcome | None:
    """An action of the plan supposed; None where the plan has no such action (any more)."""
    planned = screens_ahead.plan_of(turn.walked)
    if planned is None:
        return None
    try:
        step = planned.action(action)
    except KeyError:
        return None
    return _supposed(turn, answers_of(step.changes, turn.walked.at), step)


def _supposed(
    turn: Turn,
    answers: Mapping[str, Answer] | None,
    step: Action | None = None,
    supposed: Supposed | None = None,
) -> Outcome:
    card = turn.conversation.card + 1
    shown = screens_ahead.supposition(turn.walked, card, answers, step, turn.record)
    if isinstance(shown, Notice):
        missing = screens.missing_required(turn.walked)
        first = next((each for each in turn.walked.asked if each.id in missing), None)
        return turn.remark(shown) if first is None else _asking(turn, shown, first)
    if supposed is not None:
        shown = replace(
            shown,
            unclear=supposed.unclear,
            leftover=supposed.leftover,
            added=supposed.added,
        )
    then = turn.with_(card=card, supposed=shown.answers).conversation
    return Outcome(replace(then, confirming=CONFIRMING), (shown,))


def keep_supposed(turn: Turn) -> Outcome:
    """Lay the supposed answers over the stored ones."""
    answers = {**turn.conversation.answers, **turn.conversation.supposed}
    before = screens.total(turn.walked)
    then = turn.with_(answers=answers, supposed={})
    return then.remark(screens.score_card(then.walked, None, before))


def forget_supposed(turn: Turn) -> Outcome:
    """Go on as if nothing had been supposed."""
    return turn.with_(supposed={}).remark(Notice("supposed_forgotten"))


def _asking(turn: Turn, needs: Notice, question: Question) -> Outcome:
    """What is needed first, and the first question that tells it."""
    if not turn.conversation.started:
        return turn.remark(needs)
    asked = turn.with_(revisiting=question.id).ask(question)
    return replace(asked, replies=(needs, *asked.replies))
