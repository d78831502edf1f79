"""For the catalogue: the screens that look ahead, each really planned and scored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from dialogs import screens_ahead, screens_rounds
from dialogs.conversation import UNKNOWN
from dialogs.question import Stage
from dialogs.questionnaire import walk
from dialogs.replies_ahead import Comparison, Improvements, Supposition, TargetPlan, TimelineShown
from messages.people import ABROAD, COUPLE, RECORD, SHUT_OUT, TODAY, UNSURE, first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialogs.conversation import Answers
    from dialogs.questionnaire import Walk
    from dialogs.replies import Reply
    from scoring.rounds import RoundKind

_CARD = 1234
_ROUNDS: tuple[RoundKind, ...] = (
    "general",
    "pnp",
    "cec",
    "fst",
    "french",
    "healthcare",
    "agriculture",
    "military",
    "researchers",
)
_BEFORE_PROGRAMS = 13
_SOON_AFTER_A_ROUND = date(2026, 10, 5)
_TOPICS = (Stage.TIME.value, Stage.EXCHANGE.value, Stage.ROUNDS.value)
_NURSE = {**ABROAD, "occupation": "31301"}
_BEFORE_ASKING = {
    question: answer for question, answer in COUPLE.items() if question != "spouse_birth_date"
}
_EXCHANGED: dict[str, Answers] = {
    "nobody open": {"settling_in_quebec": "yes", "provincial_nomination": "yes"},
    "much unknown": dict.fromkeys(
        (
            "spouse_has_eca",
            "spouse_canadian_study",
            "spouse_recent_canadian_experience",
            "spouse_continuous_experience",
            "settlement_funds",
        ),
        UNKNOWN,
    ),
    "a trade": {"spouse_occupation": "72200", "spouse_trade_certificate": "yes"},
}
_NO_FUNDS = {**ABROAD, "settlement_funds": "0"}
_PEOPLE = {
    "single": ABROAD,
    "couple": COUPLE,
    "unsure": UNSURE,
    "shut out": SHUT_OUT,
    "no funds": _NO_FUNDS,
}
_WORKING = {**ABROAD, "current_work": "canada", "work_permit_until": "2027-03-01"}
_SUPPOSED: dict[str, Answers] = {
    "scores": {
        "first_language_test": "clb",
        "first_language_scores": {
            "test": "clb",
            "listening": 10,
            "reading": 10,
            "writing": 10,
            "speaking": 10,
        },
    },
    "age": {"birth_date": "46"},
    "Quebec": {"settling_in_quebec": "yes"},
    "nothing new": {"sibling_in_canada": "no"},
    "nominated": {"provincial_nomination": "yes"},
    "nominated, with French": {
        "provincial_nomination": "yes",
        "second_language_test": "nclc",
        "second_language_scores": {
            "test": "nclc",
            "listening": 7,
            "reading": 7,
            "writing": 7,
            "speaking": 7,
        },
    },
}


def ahead() -> Iterator[tuple[str, Reply]]:
    """Improvements, plans to a target, suppositions, comparisons, timelines."""
    yield from _improvements()
    yield from _targets()
    yield from _suppositions()
    yield "roles, as they are", screens_ahead.comparison(_walked(_BEFORE_ASKING))
    compared = screens_ahead.comparison(_walked(COUPLE))
    yield "roles, exchanged", compared
    for name, changed in _EXCHANGED.items():
        yield f"roles, {name}", screens_ahead.comparison(_walked({**COUPLE, **changed}))
    unanswered = {q: answer for q, answer in COUPLE.items() if q != "settling_in_quebec"}
    yield "roles, programs to come", screens_ahead.comparison(_walked(unanswered))
    if isinstance(compared, Comparison):
        yield "roles, no difference", replace(compared, current=compared.exchange.total or 0)
        yield "roles, no program now", replace(compared, programs=())
    yield from _timelines()


def _improvements() -> Iterator[tuple[str, Reply]]:
    for name, answers in _PEOPLE.items():
        improved = screens_rounds.improvements(_walked(answers), RECORD)
        if isinstance(improved, Improvements):
            yield f"improvements, {name}", improved
            yield f"improvements, {name}, all", replace(improved, every=True)
            nothing = replace(improved.plan, actions=(), eligibility=(), openings=())
            yield f"improvements, {name}, none", replace(improved, plan=nothing, complete=False)


def _targets() -> Iterator[tuple[str, Reply]]:
    aims = {"single": 500, "couple": 560, "unsure": 480, "shut out": 400}
    for name, target in aims.items():
        yield f"target, {name}", screens_ahead.target_plan(_walked(_PEOPLE[name]), target, RECORD)
    yield "target, only by a nomination", screens_ahead.target_plan(_walked(ABROAD), 700, RECORD)
    yield "target, out of reach", screens_ahead.target_plan(_walked(ABROAD), 1190, RECORD)
    yield "target, no funds", screens_ahead.target_plan(_walked(_NO_FUNDS), 480, RECORD)
    yield (
        "target, reached without funds",
        screens_ahead.target_plan(_walked(_NO_FUNDS), 400, RECORD),
    )
    yield "target, reached for long", screens_ahead.target_plan(_walked(ABROAD), 200, RECORD)
    reached = screens_ahead.target_plan(_walked(ABROAD), 450, RECORD)
    yield "target, reached", reached
    if isinstance(reached, TargetPlan):
        yield "target, reached for good", replace(reached, events=(), complete=False)
    yield from _rounds()


def _rounds() -> Iterator[tuple[str, Reply]]:
    """The last cut-offs, for somebody whom the round keeps out, or might, and for others."""
    for kind in _ROUNDS:
        yield f"target, {kind} round", _to_round(_walked(ABROAD), kind)
    for months in ("6", "24", UNKNOWN):
        nurse = _walked({**_NURSE, "category_experience_months": months})
        yield f"target, category, {months} months", _to_round(nurse, "healthcare")
    physician = {**_NURSE, "occupation": "31102", "category_experience_months": "24"}
    yield "target, category, not in Canada", _to_round(_walked(physician), "physicians")
    yield "target, round in the couple's reach", _to_round(_walked(COUPLE), "cec")
    yield "target, nearest round", _to_round(_walked(COUPLE), None)
    yield "target, round, no program", _to_round(_walked(SHUT_OUT), "general")
    early = first(ABROAD, _BEFORE_PROGRAMS)
    yield "target, round, programs not asked", _to_round(_walked(early), "cec")
    yield "target, newest round", _to_round(walk(COUPLE, _SOON_AFTER_A_ROUND, _TOPICS), "french")


def _to_round(walked: Walk, kind: RoundKind | None) -> Reply:
    return screens_rounds.round_plan(walked, kind, RECORD)


def _suppositions() -> Iterator[tuple[str, Reply]]:
    for name, answers in _SUPPOSED.items():
        yield (
            f"what if, {name}",
            screens_ahead.supposition(_walked(ABROAD), _CARD, answers, record=RECORD),
        )
    several = screens_ahead.supposition(
        _walked(ABROAD), _CARD, {"birth_date": "35", "education": "doctoral"}
    )
    if isinstance(several, Supposition):
        yield (
            "what if, several things",
            replace(several, unclear=("canadian_experience",), leftover=("purple", "42")),
        )
    yield from _couples_to_be()
    for name in ("scores", "nothing new"):
        supposed = screens_ahead.supposition(_walked(UNSURE), _CARD, _SUPPOSED[name])
        yield f"what if, unsure, {name}", supposed
    planned = screens_ahead.plan_of(_walked(COUPLE))
    for action in planned.actions if planned else ():
        if action.id in ("spouse.principal", "spouse.staying", "canadian_study.two_year"):
            yield (
                f"what if, {action.id}",
                screens_ahead.supposition(_walked(COUPLE), _CARD, None, action),
            )
    study = screens_ahead.plan_of(_walked(ABROAD))
    if study:
        action = study.action("canadian_study.two_year")
        answers = {"canadian_study": "two_year"}
        shown = screens_ahead.supposition(_walked(ABROAD), _CARD, answers, action)
        yield "what if, studies that take time", shown


def _couples_to_be() -> Iterator[tuple[str, Reply]]:
    """Suppositions after which a spouse would matter of whom nothing is known."""
    married: Answers = {"marital_status": "married"}
    coming: Answers = {**married, "spouse_status": "accompanying"}
    for name, answers in (("married", married), ("married, coming along", coming)):
        yield f"what if, {name}", screens_ahead.supposition(_walked(ABROAD), _CARD, answers)
    yield (
        "what if, married, questions open",
        screens_ahead.supposition(_walked(first(ABROAD, _BEFORE_PROGRAMS - 5)), _CARD, married),
    )
    more = screens_ahead.supposition(_walked(ABROAD), _CARD, {"canadian_study": "one_year"})
    if isinstance(more, Supposition):
        yield "what if, education added", replace(more, added=True)


def _timelines() -> Iterator[tuple[str, Reply]]:
    yield "timeline, single", screens_ahead.timeline_shown(_walked(ABROAD))
    yield "timeline, unsure", screens_ahead.timeline_shown(_walked(UNSURE))
    couple = screens_ahead.timeline_shown(_walked(COUPLE))
    yield "timeline, couple", couple
    ends = {**_WORKING, "canadian_experience": "5", "recent_canadian_experience": "5"}
    yield "timeline, permit ends first", screens_ahead.timeline_shown(_walked(ends))
    expired = {**SHUT_OUT, "current_work": "none"}
    yield "timeline, expired test", screens_ahead.timeline_shown(_walked(expired))
    if isinstance(couple, TimelineShown):
        steady = replace(couple.timeline, events=())
        yield "timeline, steady", replace(couple, timeline=steady, twelve_months_on=None)


def _walked(answers: Answers) -> Walk:
    return walk(answers, TODAY, _TOPICS)
