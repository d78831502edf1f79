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
_SPOUSE = re.compile(
    r"\b(?:my (?:spouse|partner|wife|husband)|mon (?:conjoint|mari|epoux)"
    r"|ma (?:conjointe|femme|partenaire))\b"
)
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
    of_spouse = _SPOUSE.search(rest) is not None
    if of_spouse and not at.with_spouse:
        return {}
    levels = _levels(rest, at, of_spouse=of_spouse)
    ages, work = _ages(rest), _work(rest, of_spouse=of_spouse)
    if levels is None or ages is None or work is None or (ages and of_spouse):
        return {}
    answers = levels | ages | work
    if _NOMINATION.search(rest):
        answers["provincial_nomination"] = "yes"
    if not answers:
        answers |= _education(rest, language, of_spouse=of_spouse)
    return answers


def _levels(said: str, at: Situation, *, of_spouse: bool) -> dict[str, Answer] | None:
    """A level in all four abilities, of the language that each belongs to.

    None where the words contradict each other, as in "CLB 4 and CLB 10".
    """
    answers: dict[str, Answer] = {}
    found = {(each["scale"], int(each["level"])) for each in _LEVEL.finditer(said)}
    most = 1 if of_spouse else len({scale for scale, _ in found})
    if len(found) > most:
        return None
    for scale, level in sorted(found):
        if level > _HIGHEST:
            return {}
        french = scale == "nclc" or (len(found) == 1 and _FRENCH.search(said) is not None)
        which = _which_language(at, french=french, of_spouse=of_spouse)
        test = "nclc" if french else "clb"
        scores: dict[str, Any] = {"test": test}
        scores |= dict.fromkeys(ABILITIES, level)
        answers |= {f"{which}_test": test, f"{which}_scores": scores}
    return answers


def _which_language(at: Situation, *, french: bool, of_spouse: bool) -> str:
    if of_spouse:
        return "spouse_language"
    first_is_french = at.choice("first_language_test") in _FRENCH_TESTS
    return "first_language" if french == first_is_french else "second_language"


def _ages(said: str) -> dict[str, Answer] | None:
    ages = {found["age"] for found in _AGE.finditer(said)}
    if len(ages) > 1:
        return None
    return {"birth_date": ages.pop()} if ages else {}


def _work(said: str, *, of_spouse: bool) -> dict[str, Answer] | None:
    """Work in Canada or abroad, where the words say which; None where they contradict."""
    lengths = {found[0]: found for found in _WORK.finditer(said)}
    where = (
        "foreign_experience"
        if _ABROAD.search(said)
        else "canadian_experience"
        if _CANADIAN.search(said)
        else None
    )
    if not lengths or where is None or (of_spouse and where == "foreign_experience"):
        return {}
    if len(lengths) > 1:
        return None
    (found,) = lengths.values()
    taken = take_number(words(found["count"]), 0)
    if taken is None:
        return {}
    months = int(taken[0] * (1 if found["unit"].startswith("mo") else 12))
    if of_spouse:
        return {f"spouse_{where}": str(months)}
    answers: dict[str, Answer] = {where: str(months)}
    if where == "canadian_experience":
        answers["recent_canadian_experience"] = str(min(months, _RECENT))
    return answers


def _education(said: str, language: Language, *, of_spouse: bool) -> dict[str, Answer]:
    question = "spouse_education" if of_spouse else "education"
    reading = read_choice(_SPOUSE.sub(" ", said).strip(), question, EDUCATIONS, language)
    return {question: reading.value} if isinstance(reading, Understood) else {}
