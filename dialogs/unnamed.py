"""What somebody types alone that says itself what it is: a code of the NOC, an age.

An age while the spouse is asked about may be of either of the two, so it is asked whose it is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs import pending, shown_back
from dialogs.question import Kind
from dialogs.reading.choices import read_choice
from dialogs.reading.facts import Facts
from dialogs.reading.outcome import Understood
from dialogs.replies_told import AgeOfWhom
from dialogs.turn import Outcome
from scoring.occupations import occupations

if TYPE_CHECKING:
    from dialogs.turn import Turn

CONFIRMING = "whose"
_AGE = re.compile(
    r"\W{0,3}(?P<years>\d{2})\s?(?:years?|yrs?|ans?|y/o|yo)(?:\s?old)?\W{0,3}", re.IGNORECASE
)
_YOUNGEST, _OLDEST = 16, 79
_TAKES_A_CODE = (Kind.OCCUPATION, Kind.AMOUNT)
_TAKES_AN_AGE = (Kind.BIRTH, Kind.DURATION)
"""Where it is an answer to the open question; so many years of a spouse's work are none."""
_OWN, _OF_SPOUSE = "birth_date", "spouse_birth_date"


def take(turn: Turn, text: str) -> Outcome | None:
    """Show what it is, to be confirmed; None where it is neither, or nothing is asked."""
    question = turn.question
    if question is None or not turn.conversation.started:
        return None
    code = text.strip()
    if code in occupations() and question.kind not in _TAKES_A_CODE:
        return shown_back.show(turn, Facts({"occupation": code}))
    age = _age(text)
    about_spouse = question.id.startswith("spouse_") and turn.walked.at.with_spouse
    if age is None or question.kind in (_TAKES_AN_AGE[:1] if about_spouse else _TAKES_AN_AGE):
        return None
    if about_spouse and not turn.conversation.facts:
        waits = turn.with_(facts={_OWN: str(age)}).conversation
        return Outcome(replace(waits, confirming=CONFIRMING), (AgeOfWhom(age),))
    return shown_back.show(turn, Facts({_OWN: str(age)}))


def settled(turn: Turn, text: str) -> Outcome | None:
    """Whose age it is, in words; None where they say something else."""
    match read_choice(text, CONFIRMING, ("me", "spouse"), turn.conversation.language):
        case Understood("me"):
            return pending.confirm(turn)
        case Understood("spouse"):
            return of_spouse(turn)
    return None


def of_spouse(turn: Turn) -> Outcome | None:
    """The age that waits is the spouse's."""
    facts = turn.conversation.facts
    if tuple(facts) != (_OWN,):
        return None
    return pending.confirm(turn.with_(facts={_OF_SPOUSE: facts[_OWN]}))


def _age(text: str) -> int | None:
    found = _AGE.fullmatch(text.strip())
    years = 0 if found is None else int(found["years"])
    return years if _YOUNGEST <= years <= _OLDEST else None
