"""Facts to draw: an ordinary person, and the edges."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from dialogs.replies import NoScoreYet, Score
from messages.catalogue import catalogue
from messages.pictures import (
    Change,
    Picture,
    PlanFacts,
    ScoreFacts,
    Step,
    TimelineFacts,
    plan_picture,
    score_facts,
    score_picture,
    timeline_picture,
)
from messages.words import words

if TYPE_CHECKING:
    from dialogs.conversation import Language

CAUSES = (
    "birthday",
    "canadian_experience",
    "foreign_experience",
    "first_language_expires",
    "second_language_expires",
    "spouse_language_expires",
    "eca_expires",
    "rules",
)
TODAY = date(2026, 11, 23)
END = date(2028, 11, 23)
SCORES = (
    "score, single",
    "score, couple",
    "score, range",
    "score, not enough known",
    "range so far, one to go",
)
FRENCH = Step("Français : NCLC 7 dans les quatre compétences, en plus de l’anglais", 50, 12, 350)
WORK = Step("Expérience de travail au Canada : 1 an en tout", 25, 12)
ECA = Step("Une évaluation (EDE) pour les études de votre conjoint ou conjointe", 5, 2, 240)

PLANS = {
    "target reached": PlanFacts(452, (FRENCH, WORK, ECA), 500, months=12, cost_cad=590),
    "target missed, with a loss": PlanFacts(452, (ECA, Step("…", -22), Step("…", 0)), 500),
    "one step, no target": PlanFacts(452, (Step("Désignation d’une province", 600, 9),)),
    "nothing to do": PlanFacts(452, (), 452),
    "from nothing": PlanFacts(0, (WORK,), 1200),
}

TIMELINES = {
    "some changes": TimelineFacts(
        TODAY,
        452,
        (
            Change(date(2027, 3, 5), 447, ("birthday",)),
            Change(date(2027, 6, 1), 472, ("canadian_experience", "foreign_experience")),
            Change(date(2028, 3, 5), 467, ("birthday",)),
            Change(date(2028, 3, 14), 330, ("first_language_expires",)),
        ),
        END,
    ),
    "no change": TimelineFacts(TODAY, 452, (), END),
    "on the first and the last day": TimelineFacts(
        TODAY,
        0,
        (Change(date(2026, 11, 24), 8, ("rules",)), Change(END, 3, ("birthday",))),
        END,
    ),
    "a crowd": TimelineFacts(
        TODAY,
        1047,
        tuple(
            Change(date(2027, 1 + number, 1), 1047 + 3 * number * (-1) ** number, CAUSES[:3])
            for number in range(12)
        ),
        END,
    ),
    "one day": TimelineFacts(TODAY, 452, (), TODAY),
}

NAMES = (
    *(f"score: {name}" for name in SCORES),
    *(f"plan: {name}" for name in PLANS),
    *(f"timeline: {name}" for name in TIMELINES),
)


@cache
def drawn(name: str, language: Language) -> Picture:
    """The picture of a sample."""
    kind, _, sample = name.partition(": ")
    if kind == "score":
        return score_picture(scored(sample, language), language)
    if kind == "plan":
        return plan_picture(PLANS[sample], language)
    return timeline_picture(TIMELINES[sample], language)


def scored(name: str, language: Language) -> ScoreFacts:
    """The facts of a score card of the catalogue."""
    reply = catalogue()[name]
    assert isinstance(reply, Score | NoScoreYet)
    return score_facts(reply, words(language))
