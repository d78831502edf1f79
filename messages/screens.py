"""Which template a reply is shown by, and the facts that the template needs."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from dialogs.replies import (
    Ask,
    ChooseLanguage,
    Confirm,
    Explanation,
    Export,
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
from dialogs.replies_guide import (
    DidYouMean,
    GuideContents,
    GuideEntry,
    NotFound,
    OccupationsNear,
)
from dialogs.replies_operator import BroadcastShown, News, Stats
from dialogs.replies_reminders import AlertsOn, ErasureAhead, Reminded
from dialogs.replies_rounds import ChancesShown, EnoughShown, OneKindShown, RoundsShown
from dialogs.replies_told import AgeOfWhom, FactsRead
from messages.aiming import target_facts
from messages.alerting import alert_facts
from messages.answers import occupation_facts, shown
from messages.card import bar, card, problem, taken
from messages.chances import chances_facts, one_kind_facts, roughly
from messages.days import timeline_facts
from messages.explained import left_facts, lines_facts, programs_facts
from messages.facts_read import told_facts
from messages.guide.telling import guide_facts, section_title
from messages.illustrations import (
    plan_drawn,
    score_drawn,
    timeline_drawn,
    trend_drawn,
    trends_drawn,
)
from messages.improving import improvement_facts
from messages.message import Document, Drawing
from messages.narrowed import narrowest_facts
from messages.operating import operator_facts
from messages.past_rounds import enough_facts, rounds_facts
from messages.points import explanation_facts, score_facts
from messages.reminding import reminder_facts
from messages.report import drawing_of
from messages.rounds import kind_name
from messages.supposed import comparison_facts, supposition_facts
from messages.telling import named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from messages.words import Words

EXPORT_FILE = "express-entry.json"

_STANDING: Mapping[type[Reply], str] = {
    Welcome: "welcome",
    Finished: "finished",
    ChooseLanguage: "language",
}
"""Templates that need no facts."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A template by name, its facts, and a file that goes along."""

    template: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    document: Document | None = None
    drawing: Drawing | None = None
    undrawn: tuple[Reply, ...] = ()
    """What is said instead where the drawing cannot be made."""


def screen(reply: Reply, words: Words) -> Screen:
    """How a reply is shown."""
    match reply:
        case Ask():
            return Screen("ask", card(reply, words))
        case Score() | NoScoreYet() | Explanation() | LinesExplained() | ProgramsExplained():
            return _scored(reply, words)
        case Improvements() | TargetPlan() | Supposition() | Comparison() | TimelineShown():
            return _ahead(reply, words)
        case RoundsShown() | EnoughShown() | ChancesShown() | OneKindShown():
            return _of_rounds(reply, words)
        case (
            AlertsOn() | Reminded() | ErasureAhead() | Alert() | Stats() | BroadcastShown() | News()
        ):
            return _unasked(reply, words)
        case Review() | Unfinished() | QuestionsLeft() | FactsRead() | AgeOfWhom():
            return _answered(reply, words)
        case Report():
            instead = (Notice("report_not_drawn"), reply.score)
            drawing = drawing_of(reply, words)
            return Screen("report", _report(reply), drawing=drawing, undrawn=instead)
        case GuideEntry() | GuideContents() | DidYouMean() | OccupationsNear() | NotFound():
            return _found(reply, words)
        case Page() | Privacy() | Confirm():
            return _page(reply)
        case Export():
            return Screen("export", document=_document(reply))
        case Notice():
            return Screen("notice", {"line": _line(reply, words)})
        case _:
            return Screen(_STANDING[type(reply)])


def _page(reply: Page | Privacy | Confirm) -> Screen:
    match reply:
        case Privacy():
            return Screen("privacy", {"months": reply.retention})
        case Confirm():
            return Screen(f"confirm_{reply.action}")
        case Page():
            return Screen(reply.name)


def _unasked(
    reply: AlertsOn | Reminded | ErasureAhead | Alert | Stats | BroadcastShown | News, words: Words
) -> Screen:
    """How it is shown what has nothing to do with the questions."""
    if isinstance(reply, Alert):
        return Screen("alert", alert_facts(reply, words))
    if isinstance(reply, Stats | BroadcastShown | News):
        return Screen(*operator_facts(reply, words))
    return Screen(*reminder_facts(reply, words))


def _scored(
    reply: Score | NoScoreYet | Explanation | LinesExplained | ProgramsExplained, words: Words
) -> Screen:
    """How a score is shown."""
    match reply:
        case Score():
            return Screen("score", score_facts(reply, words))
        case NoScoreYet():
            return Screen("no_score_yet", _range(reply, words))
        case Explanation():
            drawing = score_drawn(reply, words)
            return Screen("explanation", explanation_facts(reply, words), drawing=drawing)
        case LinesExplained():
            return Screen("lines_explained", lines_facts(reply, words))
        case ProgramsExplained():
            return Screen("programs_explained", programs_facts(reply, words))


def _found(
    reply: GuideEntry | GuideContents | DidYouMean | OccupationsNear | NotFound, words: Words
) -> Screen:
    """How it is shown what was looked up."""
    match reply:
        case GuideEntry():
            return Screen("guide_entry", guide_facts(reply, words))
        case GuideContents():
            return Screen("contents", {"section": section_title(reply.section, words)})
        case DidYouMean():
            return Screen("did_you_mean", {"several": len(reply.hits) > 1})
        case OccupationsNear(codes, kept):
            groups = [occupation_facts(code, words) for code in codes]
            return Screen("occupations_near", {"groups": groups, "kept": kept})
        case NotFound():
            return Screen("not_found", {"newcomer": reply.newcomer})


def _answered(
    reply: Review | Unfinished | QuestionsLeft | FactsRead | AgeOfWhom, words: Words
) -> Screen:
    """How it is shown what was answered."""
    match reply:
        case AgeOfWhom():
            return Screen("age_of_whom", {"age": reply.age})
        case FactsRead():
            return Screen("facts_read", told_facts(reply, words))
        case Review():
            return Screen("review", _review(reply, words))
        case QuestionsLeft():
            return Screen("questions_left", left_facts(reply))
        case Unfinished():
            progress = bar(reply.answered, reply.total)
            facts = {"answered": reply.answered, "total": reply.total, "bar": progress}
            return Screen("unfinished", facts)


def _ahead(
    reply: Improvements | TargetPlan | Supposition | Comparison | TimelineShown, words: Words
) -> Screen:
    """How a reply that looks ahead is shown."""
    match reply:
        case Improvements():
            return Screen("improvements", improvement_facts(reply, words))
        case TargetPlan():
            drawing = plan_drawn(reply, words)
            return Screen("target_plan", target_facts(reply, words), drawing=drawing)
        case Supposition():
            return Screen("supposition", supposition_facts(reply, words))
        case Comparison():
            return Screen("comparison", comparison_facts(reply, words))
        case TimelineShown():
            drawing = timeline_drawn(reply, words)
            return Screen("timeline", timeline_facts(reply, words), drawing=drawing)


def _of_rounds(
    reply: RoundsShown | EnoughShown | ChancesShown | OneKindShown, words: Words
) -> Screen:
    """How it is shown what the record of rounds says."""
    match reply:
        case RoundsShown():
            drawing = trend_drawn(reply, words)
            return Screen("rounds", rounds_facts(reply, words), drawing=drawing)
        case EnoughShown():
            return Screen("enough", enough_facts(reply, words))
        case ChancesShown():
            drawing = trends_drawn(reply, words)
            return Screen("chances", chances_facts(reply, words), drawing=drawing)
        case OneKindShown():
            return Screen("one_kind", one_kind_facts(reply, words))


def _line(reply: Notice, words: Words) -> str:
    """A notice in words; what its details name by id, it names as people do."""
    details = dict(reply.details)
    if "missing" in details:
        details["missing"] = named(details["missing"], words)
    if "problem" in details:
        details["problem"] = problem(details["problem"], details["question"], words, {})
    if "rank" in details:
        details["ahead"] = roughly(details["rank"])
    if "kind" in details and reply.key == "no_round_yet":
        details["kind"] = kind_name(details["kind"], words)
    return words.say("notices", "notices", reply.key, **details)


def _range(reply: NoScoreYet, words: Words) -> dict[str, Any]:
    return {
        "low": reply.low,
        "high": reply.high,
        "newcomer": reply.newcomer,
        "open_questions": reply.open_questions,
        "taken": taken(reply.echo, words),
        **narrowest_facts(reply, words),
    }


def _review(reply: Review, words: Words) -> dict[str, Any]:
    entries = [
        {
            "title": words.say("questions", entry.question, "title"),
            "answer": shown(entry.question, entry.answer, words, entry.levels),
        }
        for entry in reply.entries
    ]
    return {"entries": entries, "open_questions": reply.open_questions}


def _report(reply: Report) -> dict[str, Any]:
    plan = reply.plan.plan if reply.plan else None
    return {
        "on": reply.today,
        "low": reply.score.low,
        "high": reply.score.high,
        "open_questions": reply.score.open_questions,
        "plan": bool(plan and plan.actions),
        "target": plan.target if plan and (plan.combinations or plan.furthest) else None,
        "timeline": reply.timeline is not None,
    }


def _document(reply: Export) -> Document:
    content = json.dumps(reply.content, ensure_ascii=False, indent=2, default=str)
    return Document(EXPORT_FILE, content + "\n")
