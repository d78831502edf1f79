"""What is to be said, as typed values: meaning without words.

``messages`` turns each into text and buttons in the person's language; every front end only
delivers. A reply carries all facts its screen shows, so that any screen can be rendered alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from dialogs.replies_explained import LinesExplained, ProgramsExplained, QuestionsLeft
from dialogs.replies_guide import DidYouMean, GuideEntry, NotFound
from dialogs.replies_reminders import AlertsOn, Reminded
from dialogs.replies_told import FactsRead

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dialogs.conversation import Answer, Answers, Language
    from dialogs.open_answers import Estimate, Narrowest
    from dialogs.replies_rounds import AimedRound
    from scoring.explain import Line
    from scoring.plan import Action, Exchange, Plan
    from scoring.profile import OpenProfile, Profile
    from scoring.result import Result
    from scoring.rounds import RoundKind
    from scoring.timeline import Event, Stretch, Timeline


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
    why: bool = False
    """Whether the reason for asking is shown."""
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


@dataclass(frozen=True, slots=True)
class Explanation:
    """The score line by line: points, most possible, and the rule behind each."""

    result: Result
    lines: tuple[Line, ...]
    profile: OpenProfile | None = None
    """The person, so that every line can say what it rests on."""


@dataclass(frozen=True, slots=True)
class Improvements:
    """Single changes that gain points, best first."""

    plan: Plan
    complete: bool
    """False while answers are still missing: the list may grow."""
    shut_out: bool = False
    """Whether all is answered and no program is open: a score without one is worth nothing."""
    every: bool = False
    """Whether all of them are wanted, not only the best of each kind."""
    nearest: RoundKind | None = None
    """The kind of round to aim at: the nearest of those that the person could be in."""


@dataclass(frozen=True, slots=True)
class TargetPlan:
    """The least demanding sets of changes that reach a total."""

    plan: Plan
    complete: bool
    """False while answers are still missing."""
    along: Mapping[tuple[str, ...], tuple[int, ...]] = field(default_factory=dict)
    """For each set of the plan, by the ids of its actions, the total after each of them."""
    losses: tuple[Event, ...] = ()
    """Where the target is reached already: the days on which points are lost."""
    expiries: Mapping[str, date] = field(default_factory=dict)
    """The same: when results expire, by language field, for those whose date is known."""
    shut_out: bool = False
    """Whether all is answered and no program is open: points alone are worth nothing."""
    round: AimedRound | None = None
    """The round whose cut-off the target is, if it is one."""


@dataclass(frozen=True, slots=True)
class Supposition:
    """What the score would be: old and new side by side, with nothing changed yet."""

    action: Action | None
    """The action of a plan that is supposed; None when it was put in words."""
    answers: Answers
    """The supposed answers by question; empty when they are none a person could keep."""
    before: Result
    after: Result
    lines_before: tuple[Line, ...]
    lines_after: tuple[Line, ...]
    card: int
    """Serial number that its buttons carry."""
    levels: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """For supposed test scores, the CLB or NCLC of each ability, by question."""
    unclear: tuple[str, ...] = ()
    """Questions about which something more was supposed that could mean several things."""
    leftover: tuple[str, ...] = ()
    """What was not understood of it, as it was typed."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The couple with roles exchanged: the spouse as principal applicant."""

    current: int
    exchange: Exchange
    programs: tuple[str, ...] = ()
    """The programs open to the person now."""
    profile: Profile | None = None
    """The person, for what belongs to them alone and for the size of the family."""
    in_trade: bool = False
    """Whether the spouse works in a trade, years of which are not asked for a comparison."""
    open_questions: int = 0
    """How many questions about the programs are still open."""


@dataclass(frozen=True, slots=True)
class TimelineShown:
    """The days on which the score changes by itself."""

    timeline: Timeline
    best: Stretch
    """The days with the highest total."""
    permit_until: date | None
    twelve_months_on: date | None
    """When twelve months of recent work in Canada are complete; None where they will not be."""
    test_expiries: Mapping[str, date]
    """Day of expiry by language field, for results whose date is known."""
    undated: tuple[str, ...] = ()
    """The language fields of results whose date is not known."""
    work_from: tuple[str, int] | None = None
    """The question about the work that goes on, with the months of it that were told, where these
    are whole years and so perhaps not all of it."""


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
    """A standing text by name: ``help``, ``guide``, ``privacy`` …"""

    name: str


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
    | AlertsOn
    | Reminded
    | LinesExplained
    | ProgramsExplained
    | QuestionsLeft
    | GuideEntry
    | DidYouMean
    | NotFound
    | Report
    | Review
    | Welcome
    | Unfinished
    | Finished
    | Page
    | ChooseLanguage
    | Confirm
    | Export
    | Notice
    | FactsRead
)
