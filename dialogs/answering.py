"""From what a person typed or pressed to an answer that can be stored, or the problem with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dialogs.conversation import UNKNOWN
from dialogs.offers import window
from dialogs.question import Kind, Question
from dialogs.reading.choices import read_choice
from dialogs.reading.counts import LARGEST_FAMILY, SMALLEST_FAMILY, read_family_size
from dialogs.reading.credentials import FROM_AFAR
from dialogs.reading.dates import read_coming_date, read_date_or_age, read_past_date
from dialogs.reading.durations import LONGEST_YEARS, read_months
from dialogs.reading.moments import read_moment
from dialogs.reading.money import MOST_DOLLARS, read_amount, says_enough
from dialogs.reading.occupations import read_occupation
from dialogs.reading.occupations.further import NO_TITLES
from dialogs.reading.outcome import Ambiguous, Reading, Understood, Unreadable
from dialogs.reading.provinces import without_province
from dialogs.reading.scores import read_scores
from dialogs.reading.settling_where import read_settling_where
from dialogs.reading.studied_where import read_studied_where
from dialogs.reading.text import phrase, word_set
from dialogs.reading.worked_where import only_elsewhere
from dialogs.reading.zones import is_zone, read_zone
from scoring.occupations import occupations

if TYPE_CHECKING:
    from datetime import date

    from dialogs.conversation import Answer, Language
    from dialogs.reading.occupations.further import FurtherTitles
    from dialogs.situation import Situation

_STUDYING = word_set(
    "college university school diploma degree bachelor bachelors master masters phd studied "
    "studying studies universite ecole cegep diplome licence maitrise doctorat etudie etudes"
)
"""Words that make a length one of studies, not of work."""
_SAME_AS_MINE = frozenset(
    {
        *(
            "same as me",
            "same as mine",
            "the same as me",
            "same like me",
            "like me",
            "same",
            "me too",
        ),
        *("comme moi", "pareil que moi", "la meme chose que moi", "meme niveau que moi", "idem"),
    }
)
_HAS_NONE = re.compile(
    r"(?:no )?(?:(?:my )?(?:wife|husband|spouse|partner|she|he|i|we) )?"
    r"(?:don ?t|doesn ?t|do not|does not|no) have(?: (?:it|one|any|a|test|yet|now)){0,4}"
    r"|(?:non )?(?:elle|il|je|j)? ?(?:n )?(?:en )?(?:ai|a) (?:pas|aucun)"
    r"(?: (?:de|d|test|encore)){0,3}"
)
"""That somebody has none, without what: of a test, while one is asked."""
_IT = re.compile(
    r"^\W*IT\W*$|^(?:i(?:['’]?m| am)? )?(?:work(?:ing)? )?in (?:the )?it"
    r"(?: (?:field|sector|industry))?\W*$",
    re.IGNORECASE,
)
"""The field, where a job is asked; not the pronoun."""
_STUDIES = ("canadian_study", "spouse_canadian_study")
_WORKED_IN_CANADA = {
    "canadian_experience": True,
    "spouse_canadian_experience": True,
    "foreign_experience": False,
}
"""Questions about work by whether it is that in Canada."""


def read_text(
    question: Question,
    text: str,
    at: Situation,
    language: Language,
    further: FurtherTitles = NO_TITLES,
) -> Reading[Answer]:
    """Read typed words as an answer to the question; ``further`` are more job titles to know."""
    reading = _read(question, text, at, language, further)
    if isinstance(reading, Understood):
        problem = question.check(at, reading.value)
        if problem is not None:
            return Unreadable(problem.reason, problem.details)
    return reading


def read_button(question: Question, value: str, at: Situation) -> Answer | None:
    """The answer a button carries; None when the question does not take it."""
    if value in question.offered(at):
        return value
    if question.kind in (Kind.SCORES, Kind.MOMENT):
        typed = read_text(question, value, at, at.language)
        return typed.value if isinstance(typed, Understood) else None
    taken = _takes(question.kind, value, at.today)
    return value if taken and question.check(at, value) is None else None


def _read(
    question: Question, text: str, at: Situation, language: Language, further: FurtherTitles
) -> Reading[Answer]:
    choices = question.offered(at)
    if question.kind is Kind.CHOICE:
        return _as_answer(_untested(_chosen(question, text, choices, language, at)))
    named = tuple(choice for choice in choices if not choice.isdigit())
    word = read_choice(text, question.id, named, language)
    if not isinstance(word, Unreadable) or word.reason == "unknown_not_taken":
        return _as_answer(word)
    match question.kind:
        case Kind.BIRTH:
            return _as_answer(read_date_or_age(text, at.today))
        case Kind.ASSESSMENT:
            return _as_answer(read_past_date(text, at.today))
        case Kind.FUTURE:
            return _as_answer(read_coming_date(text, at.today))
        case Kind.MOMENT:
            return _as_answer(read_moment(text, at.today))
        case Kind.SCORES:
            return _scores(question, text, at)
        case Kind.DURATION:
            return _as_answer(_worked(text, question, at))
        case Kind.OCCUPATION:
            title = _IT.sub(" it professional", text)
            return _as_answer(read_occupation(title, language, further))
        case Kind.AMOUNT:
            return _as_answer(_amount(text, choices))
        case Kind.FAMILY:
            return _as_answer(read_family_size(text))
        case Kind.ZONE:
            return _as_answer(read_zone(text))


def _chosen(
    question: Question, text: str, choices: tuple[str, ...], language: Language, at: Situation
) -> Reading[str]:
    if question.id == "provincial_nomination":
        text = without_province(text)
    chosen = read_choice(text, question.id, choices, language)
    if question.id == "spouse_education" and phrase(text) in _SAME_AS_MINE:
        mine = at.choice("education")
        return chosen if mine is None else Understood(mine)
    if question.id.endswith("_language_test") and isinstance(chosen, Unreadable):
        none = _HAS_NONE.fullmatch(phrase(text))
        return Ambiguous((UNKNOWN, "none"), "test_planned") if none else chosen
    if question.id == "settling_in_quebec" and isinstance(chosen, Unreadable):
        where = read_settling_where(text)
        return chosen if isinstance(where, Unreadable) else where
    if question.id in _STUDIES and not FROM_AFAR.isdisjoint(phrase(text).split()):
        return Ambiguous(("none",), "unsure")
    if question.id not in _STUDIES or not isinstance(chosen, Unreadable):
        return chosen
    where = read_studied_where(text, choices)
    return chosen if isinstance(where, Unreadable) else where


def names_studies(text: str) -> bool:
    """Whether a length in the words is one of studies, and so of no work."""
    return not _STUDYING.isdisjoint(phrase(text).split())


def _untested(reading: Reading[str]) -> Reading[str]:
    """A mere "no" to a test: whether one is planned decides, which is asked back."""
    if isinstance(reading, Ambiguous) and set(reading.options) == {UNKNOWN, "none"}:
        return Ambiguous(reading.options, "test_planned")
    return reading


def _scores(question: Question, text: str, at: Situation) -> Reading[Answer]:
    test = at.choice(question.test_question or "") or ""
    reading = read_scores(text, test, at.today)
    if isinstance(reading, Understood):
        return Understood({"test": test, **reading.value})
    if isinstance(reading, Ambiguous):
        return Ambiguous(
            tuple({"test": test, **option} for option in reading.options), reading.reason
        )
    return reading


def _worked(text: str, question: Question, at: Situation) -> Reading[int]:
    if names_studies(text):
        return Unreadable("duration_unreadable")
    reading = read_months(text, at.today)
    there = _WORKED_IN_CANADA.get(question.id)
    if there is not None and isinstance(reading, Unreadable):
        reading = Understood(0) if only_elsewhere(text, in_canada=there) else reading
    return _within(reading, window(question.id, at))


def _amount(text: str, choices: tuple[str, ...]) -> Reading[int]:
    """An amount; where it is only said to be enough, what is offered is asked back."""
    reading = read_amount(text)
    asked = tuple(int(choice) for choice in choices if choice.isdigit() and int(choice))
    if asked and isinstance(reading, Unreadable) and says_enough(text):
        return Ambiguous(asked, "unsure")
    return reading


def _within(reading: Reading[int], most: int) -> Reading[int]:
    """The months that fall into the window asked about, at most all of it."""
    if isinstance(reading, Understood) and reading.value > most:
        return Understood(most, "window_capped")
    return reading


def _as_answer(
    reading: Reading[str] | Reading[int] | Reading[date] | Reading[date | int],
) -> Reading[Answer]:
    """The reading with its values in stored form: ISO dates, numbers as digits."""
    if isinstance(reading, Understood):
        return Understood(str(reading.value), reading.remark)
    if isinstance(reading, Ambiguous):
        return Ambiguous(tuple(str(option) for option in reading.options), reading.reason)
    return reading


def _takes(kind: Kind, value: str, today: date) -> bool:
    """Whether a value in stored form is one that a reading of this kind can offer."""
    match kind:
        case Kind.BIRTH:
            return isinstance(read_date_or_age(value, today), Understood)
        case Kind.ASSESSMENT:
            return isinstance(read_past_date(value, today), Understood)
        case Kind.FUTURE:
            return isinstance(read_coming_date(value, today), Understood)
        case Kind.DURATION:
            return _whole(value, LONGEST_YEARS * 12)
        case Kind.OCCUPATION:
            return value in occupations()
        case Kind.AMOUNT:
            return _whole(value, MOST_DOLLARS)
        case Kind.FAMILY:
            return _whole(value, LARGEST_FAMILY) and int(value) >= SMALLEST_FAMILY
        case Kind.ZONE:
            return is_zone(value)
        case Kind.CHOICE | Kind.SCORES | Kind.MOMENT:
            return False


def _whole(value: str, most: int) -> bool:
    return value.isascii() and value.isdigit() and len(value) <= 10 and int(value) <= most
