"""The buttons of each reply: labels from the words, callback data as the conversation reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.conversation import LANGUAGES, card_code
from dialogs.replies import (
    Ask,
    ChooseLanguage,
    Confirm,
    Explanation,
    Finished,
    NoScoreYet,
    Notice,
    Page,
    Privacy,
    Reply,
    Report,
    Review,
    Score,
    Unfinished,
    Welcome,
)
from dialogs.replies_ahead import Comparison, Improvements, Supposition, TargetPlan, TimelineShown
from dialogs.replies_alerts import Alert
from dialogs.replies_explained import LinesExplained, ProgramsExplained, QuestionsLeft
from dialogs.replies_guide import DidYouMean, GuideContents, GuideEntry, NotFound
from dialogs.replies_operator import BroadcastShown, News
from dialogs.replies_reminders import AlertsOn, ErasureAhead, Reminded
from dialogs.replies_rounds import ChancesShown, EnoughShown, OneKindShown, RoundsShown
from dialogs.replies_told import AgeOfWhom, FactsRead
from messages.ahead_buttons import ahead_buttons
from messages.alerting import alert_buttons, choosing_buttons
from messages.card_buttons import card_buttons
from messages.facts_buttons import facts_buttons
from messages.guide_buttons import guide_buttons
from messages.message import Button
from messages.narrowed import narrowing_button
from messages.operating import operator_buttons
from messages.round_buttons import round_buttons
from messages.rows import alone, arrange, commands, pairs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from messages.rows import Rows
    from messages.words import Words

_COMMANDS: Mapping[type[Reply], tuple[str, ...]] = {
    Explanation: ("score", "improve", "review", "report"),
    LinesExplained: ("explain", "improve"),
    ProgramsExplained: ("improve", "review"),
    QuestionsLeft: ("score", "review"),
    Unfinished: ("resume", "review", "restart"),
    Finished: ("score", "improve", "review", "report", "restart"),
    Report: ("improve", "timeline", "review"),
    Reminded: ("timeline", "improve", "alerts"),
    ErasureAhead: ("score", "export"),
    Privacy: ("export", "delete", "help"),
    Comparison: ("improve", "score"),
    RoundsShown: ("chances",),
    EnoughShown: ("chances", "rounds"),
    ChancesShown: ("improve", "timeline", "rounds", "score"),
    OneKindShown: ("chances", "improve", "score"),
}
_PAGE_COMMANDS: Mapping[str, tuple[str, ...]] = {
    "help": ("score", "improve", "chances", "rounds", "review", "guide", "privacy", "language"),
}
_NOTICE_COMMANDS: Mapping[str, tuple[str, ...]] = {
    "deleted": ("start",),
    "gone": ("start",),
    "review_empty": ("guide",),
    "target_unknown": ("improve",),
    "no_round_yet": ("improve",),
    "chances_need_answers": ("rounds",),
    "pool_above": ("chances",),
    "exchange_needs_spouse": ("improve",),
    "alerts_off": ("alerts", "timeline"),
    "alerts_were_off": ("alerts", "timeline"),
    "round_alerts_off": ("alerts",),
    "alerts_elsewhere": ("timeline",),
}


def keyboard(reply: Reply, words: Words) -> Rows:
    """The rows of buttons under a reply."""
    match reply:
        case Ask():
            return card_buttons(reply, words)
        case Score() | NoScoreYet():
            return _score(reply, words)
        case Improvements() | TargetPlan() | Supposition() | TimelineShown():
            return ahead_buttons(reply, words)
        case Review():
            return _review(reply, words)
        case Welcome():
            return _languages(words, leave_out=words.language)
        case ChooseLanguage():
            return _languages(words)
        case Confirm() | FactsRead() | AgeOfWhom():
            return _confirmation(reply, words)
        case GuideEntry() | GuideContents() | DidYouMean() | NotFound():
            return guide_buttons(reply, words)
        case Page():
            return commands(_PAGE_COMMANDS.get(reply.name, ()), words)
        case Notice():
            begin = ("start",) if reply.newcomer else ()
            return commands((*begin, *_NOTICE_COMMANDS.get(reply.key, ())), words)
        case _:
            ways = commands(_COMMANDS.get(type(reply), ()), words)
            return (*round_buttons(reply, words), *ways, *_stop(reply, words))


def _score(reply: Score | NoScoreYet, words: Words) -> Rows:
    if isinstance(reply, NoScoreYet) and reply.newcomer:
        return commands(("start", "guide"), words)
    ways = _after_score(reply) if isinstance(reply, Score) else ("review",)
    telling = narrowing_button(reply, words)
    return (*alone(telling), *commands(ways, words))


def _after_score(reply: Score) -> tuple[str, ...]:
    explain = () if reply.result is None else ("explain",)
    ahead = ("timeline", "chances") if reply.eligibility_known else ()
    return ("improve", "review", *explain, *ahead)


def _stop(reply: Reply, words: Words) -> Rows:
    """One tap ends the reminders and the alerts, wherever they are spoken of; and broadcasts."""
    if isinstance(reply, BroadcastShown | News):
        return alone(operator_buttons(reply, words))
    if isinstance(reply, AlertsOn):
        return choosing_buttons(reply, words)
    if isinstance(reply, Alert):
        return alert_buttons(words)
    if not isinstance(reply, Reminded):
        return ()
    return ((Button(words.say("buttons", "alerts", "off"), "alerts:off"),),)


def _review(reply: Review, words: Words) -> Rows:
    changes = [
        Button(
            words.say(
                "buttons", "review", "change", title=words.say("questions", entry.question, "title")
            ),
            f"change:{entry.question}",
        )
        for entry in reply.entries
    ]
    after = ("resume",) if reply.open_questions else ("score", "improve")
    return (*pairs(changes), *commands(after, words))


def _languages(words: Words, leave_out: str | None = None) -> Rows:
    return arrange(
        [
            Button(words.say("buttons", "language", language), f"lang:{language}")
            for language in LANGUAGES
            if language != leave_out
        ]
    )


def _confirmation(reply: Confirm | FactsRead | AgeOfWhom, words: Words) -> Rows:
    """Yes and no, each in a row of its own."""
    if not isinstance(reply, Confirm):
        return facts_buttons(reply, words)
    action, card = reply.action, card_code(reply.card)
    return alone(
        Button(words.say("buttons", answer, action), f"{answer}:{action}:{card}")
        for answer in ("confirm", "cancel")
    )
