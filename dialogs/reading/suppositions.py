"""What somebody supposes in words: "what if I get CLB 10?", "et si j'avais 35 ans ?".

What follows the opening is read as facts are, as if it were true today. A supposition that no
answers stand for, or that contradicts itself, supposes nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from dialogs.offers import window
from dialogs.questionnaire import walk
from dialogs.reading.another_age import with_another_age
from dialogs.reading.as_if_today import as_if_today
from dialogs.reading.facts import Mood, read_facts
from dialogs.reading.more_education import with_what_they_have
from dialogs.reading.more_work import with_the_work_there_is
from scoring.vocabulary import ABILITIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialogs.conversation import Answer, Language
    from dialogs.reading.facts import Facts
    from dialogs.reading.outcome import Unreadable
    from dialogs.situation import Situation

_OPENING = re.compile(
    r"\W*(?:(?:and|et|but|mais|ok|so|now|ou|alors)\W+)?"
    r"(?:what\W+if|wat\W+if|if|suppose(?:\W+that)?|supposing|imagine|assum(?:e|ing)|in\W+case"
    r"|what\W+happens\W+if|what\W+would\W+happen\W+if|what\W+changes\W+if"
    r"|let\W?s\W+(?:say|suppose|pretend|assume)|say(?=\W+i\b)|pretend|how\W+about\W+if"
    r"|et\W+si|si|s(?=['’]\W*ils?\b)|supposons(?:\W+que?)?|supposez(?:\W+que?)?"
    r"|imagin(?:ons|ez|e)(?:\W+que?)?|admettons(?:\W+que?)?|disons(?:\W+que?)?"
    r"|mettons(?:\W+que?)?|au\W+cas\W+o[uù]|[àa]\W+supposer\W+que?"
    r"|que\W+se\W+passe\W+t\W+il\W+si|[cç]a\W+change\W+quoi\W+si|qu\W+est\W+ce\W+qui\W+change\W+si)"
    r"\b\W*",
    re.IGNORECASE,
)
_ADDING = re.compile(
    r"\W*(?:(?:and|et|ok)\W+)?(?:with|avec|what\W+about|how\W+about)\b\W*", re.IGNORECASE
)
"""Openings that suppose something only in a question: "with a PhD?"."""
_SCORE_WITH = re.compile(
    r"\W*(?:(?:what|whats|what's|quel|quelle)\W+(?:would|will|is|serait|sera|est)?\W*(?:be\W+)?"
    r"(?:my|the|mon|ma|le|la)\W+(?:new\W+|crs\W+)?(?:score|crs|total|points|note|scg)\W+"
    r"(?:be\W+)?(?:with|if|for|avec|si))\b\W*",
    re.IGNORECASE,
)
"""Openings that suppose something of a score that is known: "what would my score be with …"."""
_WOULD_GIVE = re.compile(
    r"\W*(?:and\W+)?what\W+(?:would|will|does|do)\W+(?P<rest>.{2,80}?)\W+(?:give|bring|get|do\W+for)\W+me\b"
    r"|\W*(?:et\W+)?(?:que|qu['’]est\W+ce\W+que)\W+me\W+(?:donnerai(?:t|ent)|rapporterai(?:t|ent))\W+(?P<reste>.{2,80})",
    re.IGNORECASE,
)
"""Questions that suppose something of a score that is known: "what would IELTS 8 give me"."""
_SUM_AGAIN = re.compile(
    r"\b(?:please|pls|plz|svp|stp|(?:re-?)?(?:calculate|calcule[rz]?|compute)(?:\W+(?:me|moi|again))*"
    r"|count\W+(?:me\W+)?again|refai(?:s|tes)\W+le\W+calcul|(?:as\W+if|comme\W+si)(?=\W))\b",
    re.IGNORECASE,
)
_NO_TEST = "none"
_REQUIRED = ("marital_status", "birth_date", "education")
_AS_TRUE = frozenset({Mood.SUPPOSED, Mood.WISHED})
_RECENT_WORK = "recent_canadian_experience"
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Supposed:
    """What is supposed, as answers; none where it cannot be understood or counted."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    unclear: tuple[str, ...] = ()
    """Questions about which something was supposed that could mean several things."""
    leftover: tuple[str, ...] = ()
    """What was not understood, as it was typed."""
    added: bool = False
    """Whether education was taken as added to what the person has."""
    impossible: tuple[str, Unreadable] | None = None
    """The question about a result that no test gives, and why; nothing is supposed then."""


def read_supposition(text: str, at: Situation, language: Language) -> Supposed | None:
    """What the words suppose; None when they suppose nothing at all."""
    supposes = _OPENING.match(text)
    scored = all(at.choice(question) for question in _REQUIRED)
    adds = (_ADDING.match(text) if _asks(text) else None) or (
        _SCORE_WITH.match(text) if scored else None
    )
    gives = _WOULD_GIVE.match(text) if scored else None
    opening = supposes or adds or gives
    if opening is None or len(text) > _LONGEST:
        return None
    rest = text[opening.end() :].rstrip(" ?!.")
    if opening is gives:
        rest = gives["rest"] or gives["reste"]
    if not rest:
        return None
    supposed = read_supposed(rest, at, language)
    return supposed if supposed.answers or supposes else None


def _without_asking(text: str) -> str:
    """The words without those that only ask for the sum again."""
    return _SUM_AGAIN.sub(" ", text)


def read_supposed(text: str, at: Situation, language: Language) -> Supposed:
    """What words suppose that surely suppose something; no answers where it cannot be counted."""
    asked = with_another_age(_without_asking(text[:_LONGEST]).rstrip(" ?!."), at)
    whole = with_the_work_there_is(asked, at)
    rest = as_if_today(whole, in_couple=at.in_couple)
    facts = read_facts(rest, at, language, also=_AS_TRUE)
    answers, unclear = _settled(facts, at)
    added = _add_education(answers, at, text)
    if not answers or not _counts(answers, at):
        return Supposed(impossible=_impossible(facts))
    return Supposed(answers, unclear, facts.leftover, added)


def _impossible(facts: Facts) -> tuple[str, Unreadable] | None:
    """The first result that cannot be: "et si j'avais le TEF à 720"."""
    faults = ((q, why) for q, why in facts.problems.items() if q.endswith("_scores"))
    return next(faults, None)


def _asks(text: str) -> bool:
    return text.rstrip(' .!"»)').endswith("?")


def _settled(facts: Facts, at: Situation) -> tuple[dict[str, Answer], tuple[str, ...]]:
    """The answers, those with a single meaning among the doubts included, and what is unclear.

    One score alone is supposed of all four abilities: what was supposed is shown.
    """
    answers = dict(facts.answers)
    for question, doubt in facts.asked_back.items():
        if len(doubt.options) == 1:
            answers[question] = doubt.options[0]
    for question, problem in facts.problems.items():
        test = facts.answers.get(question.replace("_scores", "_test"))
        if problem.reason == "scores_overall_only" and isinstance(test, str):
            answers[question] = _everywhere(test, str(problem.details["given"]))
    for test in ("first_language_test", "second_language_test"):
        taken = answers.get(test, _NO_TEST) != _NO_TEST
        if taken and test.replace("_test", "_scores") not in answers:
            del answers[test]
    unclear = tuple(q for q in (*facts.asked_back, *facts.problems) if q not in answers)
    for question in unclear:
        answers.pop(question.replace("_scores", "_test"), None)
    work = answers.get("canadian_experience")
    if isinstance(work, str) and work.isdigit():
        recent = min(int(work), window(_RECENT_WORK, at))
        answers.setdefault(_RECENT_WORK, str(recent))
    return answers, unclear


def _add_education(answers: dict[str, Answer], at: Situation, text: str) -> bool:
    """Lay supposed education beside what the person has; whether that made a difference."""
    supposed = answers.get("education")
    if not isinstance(supposed, str):
        return False
    both = with_what_they_have(at.choice("education"), supposed, text)
    if both is None:
        return False
    answers["education"] = both
    return True


def _everywhere(test: str, given: str) -> dict[str, Any]:
    number = float(given.replace(",", "."))
    value = number if test == "ielts" else int(number)
    return {"test": test, **dict.fromkeys(ABILITIES, value)}


def _counts(answers: Mapping[str, Answer], at: Situation) -> bool:
    """Whether every answer would stand: what is not asked of somebody cannot be supposed."""
    standing = walk({**at.standing, **answers}, at.today).standing
    return all(question in standing for question in answers if question != _RECENT_WORK)
