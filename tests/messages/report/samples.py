"""People whose report is printed: ordinary ones, and the edges."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dialogs import screens
from dialogs.questionnaire import walk
from dialogs.replies import NoScoreYet, Review, Score
from messages.people import ABROAD, COUPLE, SHUT_OUT, TODAY, UNSURE, first
from messages.report import Given, ReportFacts, report, report_facts
from messages.report.facts import Opening
from messages.words import words
from tests.messages.pictures.samples import PLANS, TIMELINES

if TYPE_CHECKING:
    from dialogs.conversation import Answers, Language

PEOPLE: dict[str, Answers] = {
    "single": ABROAD,
    "couple": COUPLE,
    "unsure": UNSURE,
    "shut out": SHUT_OUT,
    "nothing yet": {},
    "three answers": first(ABROAD, 3),
    "programs to come": first(ABROAD, 13),
}
PLANNED = ("single", "couple", "shut out")
OVERFULL = "everything at once"
NAMES = (*PEOPLE, OVERFULL)
TYPED = r'#panic("no") $x$ *b* _i_ \ "q" <label> @ref // gone [x] {y} ÀÉÎœ Зоя'


@cache
def facts(name: str, language: Language) -> ReportFacts:
    """What the report of this person holds."""
    if name == OVERFULL:
        return overfull(language)
    walked = walk(PEOPLE[name], TODAY)
    review, reply = screens.review(walked), screens.score_card(walked)
    assert isinstance(reply, Score | NoScoreYet)
    known = review if isinstance(review, Review) else None
    built = report_facts(known, reply, TODAY, words(language))
    if name not in PLANNED:
        return built
    plan = PLANS["target reached"]
    return replace(built, plan=plan, actions=plan.steps, timeline=TIMELINES["some changes"])


def overfull(language: Language) -> ReportFacts:
    """More of everything than one person can have."""
    couple, shut_out = facts("couple", language), facts("shut out", language)
    plan = PLANS["target reached"]
    long = Given("Évaluation (EDE) du conjoint", "compréhension de l’oral 310 → NCLC 9, " * 4)
    return replace(
        couple,
        answers=(*couple.answers, *(long for _ in range(4)), Given("Profession", TYPED)),
        programs=shut_out.programs,
        notes=shut_out.notes,
        openings=(Opening(plan.steps, ("Programme des travailleurs qualifiés (fédéral)",), 9, 90),)
        * 2,
        unknown=tuple(answer.title for answer in couple.answers[:12]),
        actions=plan.steps * 12,
        plan=replace(plan, steps=plan.steps * 2),
        timeline=TIMELINES["a crowd"],
    )


@cache
def printed(name: str, language: Language) -> bytes:
    """The report of this person."""
    return report(facts(name, language), language)
