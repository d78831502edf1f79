"""Lengths of work in months, as people write them, in English and French."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from dialogs.reading.fillers import without_idioms
from dialogs.reading.numbers import take_number
from dialogs.reading.outcome import Ambiguous, Reading, Understood, Unreadable
from dialogs.reading.spans import read_span
from dialogs.reading.text import fold, phrase, word_set, words
from scoring.rules import rules_on

if TYPE_CHECKING:
    from datetime import date

LONGEST_YEARS = 60
"""No working life is longer; more is a slip."""

_LIKELY_YEARS = 10
"""A bare number up to this many could be years as well as months: the law looks back ten years."""

_MONTHS_A_UNIT: dict[str, Fraction] = {
    **dict.fromkeys(word_set("years year yrs yr y ans an annees annee yeas yaers"), Fraction(12)),
    **dict.fromkeys(word_set("months month mos mo mths mth m mois moi"), Fraction(1)),
    **dict.fromkeys(word_set("weeks week wks wk semaines semaine"), Fraction(12, 52)),
    **dict.fromkeys(word_set("days day jours jour"), Fraction(12, 365)),
}
_NOTHING = frozenset(
    {
        *("n a", "never been to canada", "i have never been to canada", "never been there"),
        *("jamais venu au canada", "jamais venue au canada", "jamais alle au canada"),
    }
)
_DENIALS = word_set(
    "no not none never nope nothing nil zero dont haven havent didn didnt "
    "non pas jamais aucun aucune rien sans neant"
)
_WORK = word_set(
    "experience experiences work worked working job jobs travail travaille travailler emploi "
    "emplois"
)
_AROUND_NOTHING = (
    _DENIALS
    | _WORK
    | word_set(
        "n a i ve have haven t don do had any at all yet so far of skilled "
        "je j ai en y de d du tout encore qualifie qualifiee moi me"
    )
)
_PLACES = word_set(
    "there here in canada canadian abroad outside overseas my country "
    "la bas ici au canadien canadienne a l etranger hors dans mon pays"
)
_UNDER_A_YEAR = re.compile(
    r"(?:(?:none|no|aucun|aucune|rien) (?:or|ou) )?"
    r"(?:(?:i have|i ve|i worked|j ai) )?(?:less than|under|fewer than|not even|moins d|moins de"
    r"|pas encore|pas meme)"
    r" (?:(?:a|one|un|une|1) (?:full )?(?:year|yr|an|annee)|12 (?:months|mois))"
)
_OPEN_END = re.compile(r" (?:or|and|ou|et) (?:more|over|above|plus|davantage)\b")
_FILLERS = word_set(
    "i have i've ve had worked work for about around approximately approx exactly over more than "
    "at least full time experience of in total and & a the with plus de d du environ exactement "
    "j ai travaille pendant au moins temps plein complet experience et en tout il y the it s "
    "is was been c est depuis canada abroad all whole entire les entiers entieres complets "
    "completes"
)
_PART_TIME = re.compile(
    r"\b(?:part|half)[ -]?time\b|\btemps[ -]partiel|\bmi[ -]temps\b|\bpt\b|\btemps non complet"
)
_INEXACT = re.compile(
    r"\b(?:less|fewer|under|almost|nearly|up to|moins d|presque|pres d|bientot|jusqu)"
)
_RANGE = re.compile(r"\d ?(?:-|to|or|a|ou) ?\d")
_HALVES = frozenset({("and", "a", "half"), ("et", "demi"), ("et", "demie"), ("and", "half")})
_HALF_YEARS = {"half a year": 6, "a half year": 6, "six mois": 6, "une demi annee": 6}


def full_time_hours(today: date) -> int:
    """Hours a week of full-time work, by the rules of a day."""
    hours: int = rules_on(today).entries["full_time"].value("hours_a_week")
    return hours


def read_months(text: str, today: date) -> Reading[int]:
    """How many whole months of work the text says.

    "Since March 2023" counts from the month's first day, and the month that is going on does
    not count; of a year alone only what is certain does, from its December. Less than a year is
    0, as on the button, for whole years count. A bare number up to ten is asked back: months or
    years? Part-time work is asked for again as full-time.
    """
    folded = fold(text)
    said = phrase(text)
    if _PART_TIME.search(folded):
        return Unreadable("part_time", {"hours": full_time_hours(today)})
    if _says_nothing(said) or _UNDER_A_YEAR.fullmatch(said):
        return Understood(0)
    if said in _HALF_YEARS:
        return Understood(_HALF_YEARS[said])
    span = read_span(folded, today)
    if span is not None:
        return _bounded(Fraction(span.value)) if isinstance(span, Understood) else span
    if folded.startswith("-"):
        return Unreadable("duration_negative")
    if _INEXACT.search(said) or _RANGE.search(folded):
        return Unreadable("duration_exact")
    return _amount(words(_OPEN_END.sub(" ", folded).replace("1/2", "and a half")))


def _says_nothing(said: str) -> bool:
    """Plain denials: "none yet", "no experience in Canada", "jamais"; a place needs its work."""
    tokens = set(said.split())
    if not tokens.intersection(without_idioms(said.split())):
        return False
    around = _AROUND_NOTHING | _PLACES if tokens & _WORK else _AROUND_NOTHING
    return said in _NOTHING or (bool(tokens & _DENIALS) and tokens <= around)


def _amount(tokens: list[str]) -> Reading[int]:
    """Amounts with their units, added up, or a bare number."""
    total, bare, at = Fraction(0), None, 0
    units = 0
    while at < len(tokens):
        taken = _take_amount(tokens, at)
        if taken is None:
            if tokens[at] not in _FILLERS:
                return Unreadable("duration_unreadable")
            at += 1
            continue
        amount, factor, at = taken
        if factor is None:
            if bare is not None or units:
                return Unreadable("duration_unreadable")
            bare = amount
        else:
            units += 1
            total += amount * factor
    if bare is not None:
        return Unreadable("duration_unreadable") if units else _bare(bare)
    return _bounded(total) if units else Unreadable("duration_unreadable")


def _take_amount(tokens: list[str], at: int) -> tuple[Fraction, Fraction | None, int] | None:
    """A number with its half and its unit (None where it has none), and where they end."""
    taken = take_number(tokens, at)
    if taken is None and tokens[at] in {"a", "an"} and _unit(tokens, at + 1):
        taken = (Decimal(1), at + 1)
    if taken is None:
        return None
    amount, after = Fraction(taken[0]), taken[1]
    amount, after = _with_half(tokens, amount, after)
    factor = _unit(tokens, after)
    if factor is None:
        return amount, None, after
    amount, after = _with_half(tokens, amount, after + 1)
    return amount, factor, after


def _with_half(tokens: list[str], amount: Fraction, at: int) -> tuple[Fraction, int]:
    for half in _HALVES:
        if tuple(tokens[at : at + len(half)]) == half:
            return amount + Fraction(1, 2), at + len(half)
    return amount, at


def _unit(tokens: list[str], at: int) -> Fraction | None:
    return _MONTHS_A_UNIT.get(tokens[at]) if at < len(tokens) else None


def _bare(number: Fraction) -> Reading[int]:
    """A number without a unit: a fraction is years; a small whole one could be either."""
    if number.denominator > 1:
        return _bounded(number * 12)
    if 1 <= number <= _LIKELY_YEARS:
        return Ambiguous((int(number), int(number) * 12), "months_or_years")
    return _bounded(number)


def _bounded(months: Fraction) -> Reading[int]:
    if months > LONGEST_YEARS * 12:
        return Unreadable("duration_too_long", {"maximum_years": LONGEST_YEARS})
    return Understood(int(months))
