"""Buttons under what lies ahead: steps to suppose, rounds to aim at, a supposition to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.choosing import chosen_sets
from dialogs.conversation import card_code
from dialogs.replies_ahead import Improvements, Supposition, TargetPlan, TimelineShown
from messages.ahead import suppose_buttons
from messages.improving import listed, shown_ids
from messages.message import Button
from messages.rounds import opening
from messages.rows import alone, arrange, commands

if TYPE_CHECKING:
    from messages.rows import Rows
    from messages.words import Words


def ahead_buttons(
    reply: Improvements | TargetPlan | Supposition | TimelineShown, words: Words
) -> Rows:
    """The rows under a plan, a target, a what-if or a timeline."""
    match reply:
        case Improvements():
            return _after_improvements(reply, words)
        case TargetPlan():
            return _after_target(reply, words)
        case Supposition():
            return _supposition(reply, words)
        case TimelineShown():
            return _after_timeline(reply, words)


def _after_improvements(reply: Improvements, words: Words) -> Rows:
    steps = suppose_buttons(shown_ids(reply), reply.plan, words)
    rest = () if reply.every or len(listed(reply)) == len(reply.plan.actions) else ("improve_all",)
    exchange = () if reply.plan.exchange is None else ("exchange",)
    ways = (*rest, "timeline", *exchange, "score", "review")
    return (*alone(steps), *_aim(reply, words), *commands(ways, words))


def _aim(reply: Improvements, words: Words) -> Rows:
    """One tap to the last cut-off of the rounds that are nearest."""
    kind = reply.nearest
    label = None if kind is None else words.find("buttons", "aim", kind)
    return () if label is None else ((Button(label, f"aim:{kind}"),),)


def _after_timeline(reply: TimelineShown, words: Words) -> Rows:
    """With a way to tell the work that goes on more closely, where it was told in whole years."""
    ways = commands(("improve", "score"), words)
    if reply.work_from is None:
        return ways
    question = reply.work_from[0]
    title = words.say("questions", question, "title")
    label = words.say("buttons", "review", "change", title=title)
    return ((Button(label, f"change:{question}"),), *ways)


def _after_target(reply: TargetPlan, words: Words) -> Rows:
    """Every step of the screen can be supposed."""
    sets = chosen_sets(reply.plan).values()
    opened = () if reply.round is None else opening(reply.round, sets)
    ids = (*opened, *(id_ for each in sets for id_ in each.actions))
    steps = suppose_buttons(ids, reply.plan, words)
    return (*alone(steps), *commands(("improve", "timeline"), words))


def _supposition(reply: Supposition, words: Words) -> Rows:
    """Keeping needs answers that could be kept."""
    card = card_code(reply.card)
    choices = ("keep", "forget") if reply.answers else ()
    buttons = [
        Button(words.say("buttons", "suppose", choice), f"suppose:{choice}:{card}")
        for choice in choices
    ]
    return (*arrange(buttons), *commands(("improve",), words))
