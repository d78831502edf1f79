"""Invented people whose answers fill the catalogue of screens."""

from __future__ import annotations

from datetime import date

from dialogs.conversation import UNKNOWN, Answers
from scoring.record import Record

TODAY = date(2026, 11, 23)
"""The day on which the catalogue plays, whenever it is looked at."""
RECORD = Record.shipped()
"""The rounds that are known there."""

ABROAD: Answers = {
    "marital_status": "single",
    "birth_date": "1994-03-05",
    "education": "master",
    "canadian_study": "none",
    "has_eca": "2024-06-14",
    "first_language_test": "ielts",
    "first_language_scores": {
        "test": "ielts",
        "listening": 8.0,
        "reading": 7.5,
        "writing": 7.0,
        "speaking": 7.0,
        "taken_on": "2026-03-14",
    },
    "second_language_test": "none",
    "canadian_experience": "0",
    "foreign_experience": "48",
    "occupation": "21231",
    "provincial_nomination": "no",
    "sibling_in_canada": "no",
    "continuous_experience": "yes",
    "job_offer": "none",
    "family_size": "1",
    "settlement_funds": "25000",
    "settling_in_quebec": "no",
}
"""Single, abroad, everything answered: one program is open."""

COUPLE: Answers = {
    "marital_status": "married",
    "spouse_status": "accompanying",
    "birth_date": "38",
    "education": "bachelor",
    "canadian_study": "two_year",
    "has_eca": "yes",
    "first_language_test": "tef",
    "first_language_scores": {
        "test": "tef",
        "listening": 310,
        "reading": 240,
        "writing": 380,
        "speaking": 350,
        "taken_on": "2026-02-01",
    },
    "second_language_test": "celpip",
    "second_language_scores": {
        "test": "celpip",
        "listening": 7,
        "reading": 6,
        "writing": 6,
        "speaking": 7,
    },
    "canadian_experience": "30",
    "foreign_experience": "24",
    "occupation": "72200",
    "trade_certificate": "yes",
    "provincial_nomination": "no",
    "sibling_in_canada": "yes",
    "spouse_education": "two_year",
    "spouse_has_eca": "yes",
    "spouse_language_test": "nclc",
    "spouse_language_scores": {
        "test": "nclc",
        "listening": 6,
        "reading": 5,
        "writing": 5,
        "speaking": 7,
        "taken_on": "2026-05-20",
    },
    "spouse_canadian_experience": "12",
    "recent_canadian_experience": "24",
    "continuous_experience": "yes",
    "trade_experience": "30",
    "job_offer": "skilled",
    "authorized_to_work": "yes",
    "settling_in_quebec": "no",
    "current_work": "canada",
    "work_permit_until": "2028-03-05",
    "spouse_birth_date": "34",
    "spouse_second_language_test": "ielts",
    "spouse_second_language_scores": {
        "test": "ielts",
        "listening": 6.5,
        "reading": 6.0,
        "writing": 6.0,
        "speaking": 6.5,
    },
    "spouse_canadian_study": "none",
    "spouse_recent_canadian_experience": "12",
    "spouse_foreign_experience": "48",
    "spouse_occupation": "33102",
    "spouse_trade_certificate": "no",
    "spouse_continuous_experience": "yes",
}
"""A couple in Canada, French first, a trade: every program is open."""

UNSURE: Answers = {
    **ABROAD,
    "education": "bachelor",
    "has_eca": UNKNOWN,
    "first_language_test": UNKNOWN,
    "second_language_test": UNKNOWN,
    "foreign_experience": UNKNOWN,
}
"""Does not know yet what would decide: a range."""

SHUT_OUT: Answers = {
    **ABROAD,
    "birth_date": "1979-01-01",
    "education": "secondary",
    "has_eca": "no",
    "first_language_scores": {
        "test": "ielts",
        "listening": 5.0,
        "reading": 4.0,
        "writing": 5.0,
        "speaking": 5.0,
        "taken_on": "2024-01-10",
    },
    "occupation": "65200",
    "foreign_experience": "6",
    "settlement_funds": "0",
    "settling_in_quebec": "yes",
}
"""No program is open, for every reason there is."""


def first(answers: Answers, count: int) -> Answers:
    """The same person after so many answers."""
    return dict(list(answers.items())[:count])
