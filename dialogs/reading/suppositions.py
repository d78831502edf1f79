"""What somebody supposes in words: "what if I get CLB 10?", "et si j'avais 35 ans ?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from dialogs.reading.choices import read_choice
from dialogs.reading.numbers import take_number
from dialogs.reading.outcome import Understood
from dialogs.reading.text import phrase, words
from scoring.vocabulary import ABILITIES, EDUCATIONS

if TYPE_CHECKING:
    from dialogs.conversation import Answer, Language
    from dialogs.situation import Situation

_OPENING = re.compile(
    r"^(?:and |et )?(?:what if|if|suppose|supposing|imagine|et si|si|supposons que|imaginons que"
    r"|what happens if|what would happen if|que se passe t il si) "
)
_LEVEL = re.compile(r"\b(?P<scale>clb|nclc) (?P<level>\d{1,2})\b")
_AGE = re.compile(
    r"\b(?:i (?:was|were|am|turn)|je suis|j (?:avais|ai)|age(?:d)?) (?P<age>\d{2})\b"
    r"(?! (?:months?|mois)\b)"
)
_WORK = re.compile(r"\b(?P<count>\d{1,2}|[a-z]+) (?P<unit>years?|ans?|months?|mois)\b")
_ABROAD = re.compile(r"\b(?:abroad|foreign|outside canada|a l etranger|hors du canada)\b")
_CANADIAN = re.compile(r"\b(?:canad\w*|here|ici)\b")
_FRENCH = re.compile(r"\b(?:french|francais|tef|tcf)\b")
_NOMINATION = re.compile(r"\b(?:pnp|nominat\w+|nominee|nominated|designation|designee?)\b")
_FRENCH_TESTS = ("tef", "tcf", "nclc")
_HIGHEST = 12
_RECENT = 36
"""The most that recent work in Canada can be, in months."""
_LONGEST = 200


def read_supposition(text: str, at: Situation, language: Language) -> dict[str, Answer] | None:
    """The answers somebody supposes; empty when nothing was understood of it.

    None when the words suppose nothing at all.
    """
    said = phrase(text) if len(text) <= _LONGEST else ""
    opening = _OPENING.match(said)
    if opening is None:
        return None
    rest = said[opening.end() :]
    answers = _level(rest, at) | _age(rest) | _work(rest)
    if _NOMINATION.search(rest):
        answers["provincial_nomination"] = "yes"
    if not answers:
        answers |= _education(rest, language)
    return answers


def _level(said: str, at: Situation) -> dict[str, Answer]:
    """A level in all four abilities, of the language that it belongs to."""
    found = _LEVEL.search(said)
    if found is None or int(found["level"]) > _HIGHEST:
        return {}
    first_is_french = at.choice("first_language_test") in _FRENCH_TESTS
    french = found["scale"] == "nclc" or _FRENCH.search(said) is not None
    which = "first_language" if french == first_is_french else "second_language"
    test = "nclc" if french else "clb"
    scores: dict[str, Any] = {"test": test}
    scores |= dict.fromkeys(ABILITIES, int(found["level"]))
    return {f"{which}_test": test, f"{which}_scores": scores}


def _age(said: str) -> dict[str, Answer]:
    found = _AGE.search(said)
    return {} if found is None else {"birth_date": found["age"]}


def _work(said: str) -> dict[str, Answer]:
    """Work in Canada or abroad, where the words say which."""
    found = _WORK.search(said)
    where = (
        "foreign_experience"
        if _ABROAD.search(said)
        else "canadian_experience"
        if _CANADIAN.search(said)
        else None
    )
    if found is None or where is None:
        return {}
    taken = take_number(words(found["count"]), 0)
    if taken is None:
        return {}
    months = int(taken[0] * (1 if found["unit"].startswith("mo") else 12))
    answers: dict[str, Answer] = {where: str(months)}
    if where == "canadian_experience":
        answers["recent_canadian_experience"] = str(min(months, _RECENT))
    return answers


def _education(said: str, language: Language) -> dict[str, Answer]:
    reading = read_choice(said, "education", EDUCATIONS, language)
    return {"education": reading.value} if isinstance(reading, Understood) else {}
