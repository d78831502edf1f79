"""What is to be said, as typed values: meaning without words.

``messages`` turns each into text and buttons in the person's language; every front end only
delivers. A reply carries all facts its screen shows, so that any screen can be rendered alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from dialogs.replies_ahead import (
    Comparison,
    Improvements,
    Supposition,
    TargetPlan,
    TimelineShown,
)
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

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dialogs.conversation import Answer, Answers, Language
    from dialogs.open_answers import Estimate, Narrowest
    from dialogs.unsettled import Reasons
    from scoring.explain import Line
    from scoring.profile import OpenProfile
    from scoring.result import Result
    from scoring.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an answer was not taken: a reason key and what its sentence needs."""

    reason: str
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Echo:
    """The answer just taken, shown as it was understood."""

    question: str
    answer: Answer
    levels: Mapping[str, int] | None = None
    """For test scores, the CLB or NCLC of each ability; None without scores."""
    warning: str | None = None
    """Key of a remark that belongs to it, such as ``"occupation_not_skilled"``."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question card."""

    question: str
    choices: tuple[str, ...]
    """Choice ids, in order; empty when only text is read."""
    card: int
    number: int
    """Which question this is, from 1."""
    total: int
    """About how many there are in all, as far as is known by now."""
    answers: Answers
    """All answers so far (the wording of some questions depends on them)."""
    current: Answer | None = None
    """The stored answer while the question is answered again."""
    options: tuple[Answer, ...] | None = None
    """Instead of ``choices``: readings to pick from, when the text could mean several."""
    options_reason: str | None = None
    """Key of the sentence that asks which of ``options`` is meant."""
    echo: Echo | None = None
    problem: Problem | None = None
    notice: str | None = None
    """Key of a short remark above the question, such as ``"stale_button"``."""
    filled: int = 0
    """How many answers were just filled in by facts that were confirmed."""
    why: bool = False
    """Whether the reason for asking is shown."""
    brief: bool = False
    """Whether it only comes back below a remark: its title and buttons are enough."""
    can_go_back: bool = False
    can_skip: bool = False
    low: int | None = None
    high: int | None = None
    """The exact least and greatest total so far, while the score is still open."""
    details: Mapping[str, Any] = field(default_factory=dict)
    """Facts the wording needs: ``{"test": "tef"}``, ``{"funds": 15263, "since": date}`` …"""


@dataclass(frozen=True, slots=True)
class Score:
    """The score card: total or range, sections, programs as far as known."""

    profile: OpenProfile
    result: Result | None
    """None while a required answer is unknown."""
    low: int
    high: int
    """The exact least and greatest total; equal when nothing that counts is unknown."""
    lines: tuple[Line, ...]
    eligibility_known: bool
    """Whether every question about the programs has been answered, too."""
    unknown: tuple[str, ...]
    """Questions answered with "I don't know yet" that still count."""
    today: date
    not_known: tuple[str, ...] = ()
    """Every question answered with "I don't know yet", about the programs too."""
    reasons: Reasons = field(default_factory=dict)
    """What is against each program, as far as a result is known."""
    echo: Echo | None = None
    changed_from: int | None = None
    """The total before the answer that was just changed."""
    open_questions: int = 0
    narrowest: Narrowest | None = None
    estimate: Estimate | None = None


@dataclass(frozen=True, slots=True)
class NoScoreYet:
    """``/score`` before the score is known: the range so far and what is missing."""

    low: int
    high: int
    open_questions: int
    echo: Echo | None = None
    narrowest: Narrowest | None = None
    newcomer: bool = False
    """Whether nothing was asked yet."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """The score line by line: points, most possible, and the rule behind each."""

    result: Result
    lines: tuple[Line, ...]
    profile: OpenProfile | None = None
    """The person, so that every line can say what it rests on."""


@dataclass(frozen=True, slots=True)
class Report:
    """What is known, to be taken to a consultant."""

    review: Review
    score: Score | NoScoreYet
    plan: TargetPlan | None
    """What would raise the score, and the way to the total last aimed at, if there is one."""
    timeline: Timeline | None
    today: date
    shut_out: bool = False
    """Whether all is answered and no program is open: what opens one comes first."""


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """One answered question in the review."""

    question: str
    answer: Answer
    levels: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """All answers that count, with a way to change each."""

    entries: tuple[ReviewEntry, ...]
    answers: Answers
    open_questions: int


@dataclass(frozen=True, slots=True)
class Welcome:
    """The first words to a newcomer; the first question follows."""

    language: Language


@dataclass(frozen=True, slots=True)
class Unfinished:
    """``/start`` on an unfinished questionnaire: continue, review or start over."""

    answered: int
    total: int


@dataclass(frozen=True, slots=True)
class Finished:
    """``/start`` when every question is answered: what can be done now."""


@dataclass(frozen=True, slots=True)
class Page:
    """A standing text by name: ``help``, ``guide``."""

    name: str


@dataclass(frozen=True, slots=True)
class Privacy:
    """``/privacy``: what is stored, why and for how long."""

    retention: int
    """For how many months somebody who says no word is kept."""


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    """Which language to go on in."""

    current: Language


@dataclass(frozen=True, slots=True)
class Confirm:
    """Asks once before something that cannot be undone: ``delete`` or ``restart``."""

    action: str
    card: int
    """The newest card when it was asked: a button of an earlier time has no effect."""


@dataclass(frozen=True, slots=True)
class Export:
    """Everything stored about the person, as a document of JSON."""

    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Notice:
    """One short line by key: ``deleted``, ``kept``, ``restarted`` …"""

    key: str
    details: Mapping[str, Any] = field(default_factory=dict)
    newcomer: bool = False
    """Whether it is said to somebody who has not begun."""


Reply: TypeAlias = (
    Ask
    | Score
    | NoScoreYet
    | Explanation
    | Improvements
    | TargetPlan
    | Supposition
    | Comparison
    | TimelineShown
    | RoundsShown
    | EnoughShown
    | ChancesShown
    | OneKindShown
    | AlertsOn
    | Reminded
    | Alert
    | ErasureAhead
    | LinesExplained
    | ProgramsExplained
    | QuestionsLeft
    | GuideEntry
    | GuideContents
    | DidYouMean
    | OccupationsNear
    | NotFound
    | Report
    | Review
    | Welcome
    | Unfinished
    | Finished
    | Page
    | Privacy
    | ChooseLanguage
    | Confirm
    | Export
    | Notice
    | FactsRead
    | AgeOfWhom
    | Stats
    | BroadcastShown
    | News
)
