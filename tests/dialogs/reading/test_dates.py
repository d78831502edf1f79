"""Birth dates, ages and past days, with what is asked back and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.reading.dates import months_before, read_date_or_age, read_past_date
from dialogs.reading.outcome import Ambiguous, Understood, Unreadable

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5 March 1994", "1994-03-05"),
        ("March 5, 1994", "1994-03-05"),
        ("March 5th 1994.", "1994-03-05"),
        ("5 mars 1994", "1994-03-05"),
        ("le 5 mars 1994", "1994-03-05"),
        ("1er mars 1994", "1994-03-01"),
        ("premier mars 1994", "1994-03-01"),
        ("née le 3 août 1990", "1990-08-03"),
        ("né le 1er avril 1990", "1990-04-01"),
        ("I was born on the 5th of Febuary 1990", "1990-02-05"),
        ("Saturday, 5 March 1994", "1994-03-05"),
        ("5 janvrier 1990", "1990-01-05"),
        ("12 septembar 1990", "1990-09-12"),
        ("5 sept. 1990", "1990-09-05"),
        ("1994-03-05", "1994-03-05"),
        ("1994/03/05", "1994-03-05"),
        ("19940305", "1994-03-05"),
        ("25/03/1994", "1994-03-25"),
        ("03/25/1994", "1994-03-25"),
        ("05/05/1994", "1994-05-05"),
        ("25.03.94", "1994-03-25"),
        ("5 mars 94", "1994-03-05"),
        ("5 March 05", "2005-03-05"),
        ("25032001", "2001-03-25"),
        ("29/02/1992", "1992-02-29"),
    ],
)
def test_birth_dates(text: str, day: str) -> None:
    assert read_date_or_age(text, TODAY) == Understood(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("29", 29),
        ("２９", 29),
        ("29 years old", 29),
        ("29 yo", 29),
        ("29 ans", 29),
        ("j’ai 29 ans", 29),
        ("I'm 29", 29),
        ("My age is 31", 31),
        ("twenty-nine", 29),
        ("vingt-neuf ans", 29),
        ("14", 14),
        ("92 ans", 92),
    ],
)
def test_ages(text: str, age: int) -> None:
    assert read_date_or_age(text, TODAY) == Understood(age)


@pytest.mark.parametrize("text", ["05/03/1994", "05.03.1994", "5-3-94", "05 03 1994", "05031994"])
def test_day_or_month_is_asked_back(text: str) -> None:
    options = (date(1994, 3, 5), date(1994, 5, 3))
    assert read_date_or_age(text, TODAY) == Ambiguous(options, "date_order")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("March 92", "date_incomplete"),
        ("mars 1992", "date_incomplete"),
        ("5 March", "date_incomplete"),
        ("1992", "date_incomplete"),
        ("born in 1992", "date_incomplete"),
        ("92", "date_incomplete"),
        ("31 February 1990", "date_impossible"),
        ("29/02/1993", "date_impossible"),
        ("1994-13-05", "date_impossible"),
        ("5 March 2030", "date_future"),
        ("24 November 2026", "date_future"),
        ("5 March 2020", "age_out_of_range"),
        ("5 March 1880", "age_out_of_range"),
        ("5", "age_out_of_range"),
        ("-29", "age_out_of_range"),
        ("130", "age_out_of_range"),
        ("29 or 30", "date_unreadable"),
        ("29,5", "date_unreadable"),
        ("5 March April 1994", "date_unreadable"),
        ("yes", "date_unreadable"),
        ("1 2 3 4", "date_unreadable"),
        ("", "date_unreadable"),
    ],
)
def test_refused_birth_dates(text: str, reason: str) -> None:
    reading = read_date_or_age(text, TODAY)
    assert isinstance(reading, Unreadable)
    assert reading.reason == reason


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("March 2025", "2025-03-01"),
        ("mars 2025", "2025-03-01"),
        ("2025-03", "2025-03-01"),
        ("03/2025", "2025-03-01"),
        ("5 mars 2025", "2025-03-05"),
        ("issued on March 5, 2025", "2025-03-05"),
        ("délivrée le 5 mars 2025", "2025-03-05"),
        ("WES, March 2023", "2023-03-01"),
        ("yes, from WES, issued 12 January 2025", "2025-01-12"),
        ("oui, WES, 12 janvier 2025", "2025-01-12"),
        ("oui, reçue de WES le 12 janvier 2025", "2025-01-12"),
        ("05/12/2026", "2026-05-12"),
        ("5 Nov 26", "2026-11-05"),
        ("today", "2026-11-23"),
        ("aujourd’hui", "2026-11-23"),
        ("hier", "2026-11-22"),
        ("2 years ago", "2024-11-23"),
        ("a month ago", "2026-10-23"),
        ("il y a 3 mois", "2026-08-23"),
        ("il y a un an", "2025-11-23"),
        ("two weeks ago", "2026-11-09"),
    ],
)
def test_past_dates(text: str, day: str) -> None:
    assert read_past_date(text, TODAY) == Understood(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2025", "date_incomplete"),
        ("March", "date_incomplete"),
        ("March 25", "date_incomplete"),
        ("December 2026", "date_future"),
        ("2025-02-30", "date_impossible"),
        ("1066-10-14", "date_unreadable"),
        ("long ago", "date_unreadable"),
        ("yes, expired in March 2019", "date_unreadable"),
        ("many years ago", "date_unreadable"),
        ("29", "date_unreadable"),
    ],
)
def test_refused_past_dates(text: str, reason: str) -> None:
    reading = read_past_date(text, TODAY)
    assert isinstance(reading, Unreadable)
    assert reading.reason == reason


def test_a_past_date_in_two_orders_is_asked_back() -> None:
    options = (date(2025, 3, 5), date(2025, 5, 3))
    assert read_past_date("05/03/2025", TODAY) == Ambiguous(options, "date_order")


def test_details_say_what_was_given() -> None:
    assert read_date_or_age("12", TODAY) == Unreadable(
        "age_out_of_range", {"given": 12, "minimum": 14, "maximum": 100}
    )
    assert read_past_date("2027-01-02", TODAY) == Unreadable("date_future", {"given": "2027-01-02"})


@pytest.mark.parametrize(
    ("months", "day"), [(0, "2024-03-31"), (1, "2024-02-29"), (13, "2023-02-28"), (4, "2023-11-30")]
)
def test_months_before_the_end_of_a_month(months: int, day: str) -> None:
    assert months_before(date(2024, 3, 31), months) == date.fromisoformat(day)
