"""What a message is understood to ask for, as whoever wrote it sees it in the replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.conversation import Conversation
from dialogs.events import Said
from dialogs.machine import handle
from dialogs.replies import (
    Ask,
    ChooseLanguage,
    Confirm,
    Explanation,
    Export,
    Notice,
    Page,
    Privacy,
    Report,
    Review,
    Score,
)
from dialogs.replies_ahead import Comparison, Improvements, Supposition, TargetPlan, TimelineShown
from dialogs.replies_explained import LinesExplained, ProgramsExplained, QuestionsLeft
from dialogs.replies_guide import DidYouMean, GuideContents, GuideEntry
from dialogs.replies_reminders import AlertsOn
from dialogs.replies_rounds import ChancesShown, RoundsShown
from dialogs.turn import Outside
from messages.guide.ranking import guide_ranking
from messages.people import COUPLE, TODAY, first

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialogs.conversation import Language
    from dialogs.replies import Reply

_BY_REPLY: Mapping[type[Reply], str] = {
    Score: "score",
    Review: "review",
    Explanation: "explain",
    GuideContents: "guide",
    Privacy: "privacy",
    ChooseLanguage: "language",
    Export: "export",
    TimelineShown: "timeline",
    Report: "report",
    Comparison: "exchange",
    AlertsOn: "alerts",
    Supposition: "what_if",
    TargetPlan: "plan",
    LinesExplained: "why_line",
    ProgramsExplained: "why_program",
    QuestionsLeft: "left",
    RoundsShown: "rounds",
    ChancesShown: "chances",
}
OTHER_INTENTS = ("what_if", "plan", "why_line", "why_program", "why_ask")
"""Intents that are no wish of their own."""
_DURING_A_QUESTION = frozenset({"why_ask", "left", "skip", "back", "why", "resume"})
"""What is only asked while a question is open."""
_ASKED_WHY = {"why": "why_ask"}
_FINISHED = Conversation(answers=COUPLE, started=True)
_ASKED = Conversation(answers=first(COUPLE, 3), started=True)


def asked_for(text: str, language: Language, means: frozenset[str] = frozenset()) -> list[str]:
    """The entry or intent that was understood, or those that were offered, the first first.

    ``means`` chooses the moment: with a question open, or after the last one.
    """
    before = _ASKED if means & _DURING_A_QUESTION else _FINISHED
    before = Conversation(language, answers=before.answers, started=True)
    outcome = handle(before, Said(text), TODAY, Outside(guide_ranking()))
    after = outcome.conversation
    if "back" in means and after is not None and after.revisiting is not None:
        return ["back"]
    if "skip" in means and after is not None and len(after.answers) > len(before.answers):
        return ["skip"]
    for reply in outcome.replies:
        found = _labels(reply)
        if found:
            return found
    return []


def _labels(reply: Reply) -> list[str]:
    match reply:
        case GuideEntry(id=entry, beside=beside):
            return [entry, *(hit.id for hit in beside)]
        case DidYouMean(hits=hits):
            return [_ASKED_WHY.get(hit.id, hit.id) for hit in hits]
        case Confirm(action=action):
            return [action]
        case Page(name=name):
            return [name]
        case Improvements(every=every):
            return ["improve_all" if every else "improve", "improve"]
        case Ask(why=True):
            return ["why_ask"]
        case Ask(notice="resumed"):
            return ["resume"]
        case Notice(key="suppose_how"):
            return ["what_if"]
        case Notice(key="alerts_were_off"):
            return ["alerts_off"]
        case Ask(notice=str(notice)) if notice.endswith("_asks"):
            return [notice.removesuffix("_asks")]
        case Notice(key=key) if key.endswith(("_needs_spouse", "_needs_answers")):
            return [key.split("_")[0]]
    label = _BY_REPLY.get(type(reply))
    return [] if label is None else [label]
