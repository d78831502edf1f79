"""Lengths of work, from amounts and from their two ends."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.reading.durations import read_months
from dialogs.reading.outcome import Ambiguous, Understood, Unreadable

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("18 months", 18),
        ("18 mois", 18),
        ("2.5 years", 30),
        ("2,5 ans", 30),
        ("2.5", 30),
        ("2½ years", 30),
        ("2 ans et demi", 30),
        ("deux ans et demi", 30),
        ("two and a half years", 30),
        ("2 years and a half", 30),
        ("a year and a half", 18),
        ("un an et demi", 18),
        ("2 years 3 months", 27),
        ("2 years, 3 months", 27),
        ("1 an et 6 mois", 18),
        ("2y3m", 27),
        ("3 yrs", 36),
        ("5 années", 60),
        ("a year", 12),
        ("un an", 12),
        ("half a year", 6),
        ("twelve months", 12),
        ("52 weeks", 12),
        ("0", 0),
        ("0 months", 0),
        ("none", 0),
        ("aucune", 0),
        ("No experience", 0),
        ("pas d’expérience", 0),
        ("jamais", 0),
        ("no experience in Canada", 0),
        ("never worked there", 0),
        ("I have never worked in Canada.", 0),
        ("I haven't worked there yet", 0),
        ("none yet", 0),
        ("N/A", 0),
        ("I have never been to Canada", 0),
        ("jamais venue au Canada", 0),
        ("not yet", 0),
        ("pas d’expérience au Canada", 0),
        ("je n’ai jamais travaillé là-bas", 0),
        ("aucune expérience à l’étranger", 0),
        ("pas encore", 0),
        ("less than a year", 0),
        ("less than one year", 0),
        ("under 1 year", 0),
        ("moins d’un an", 0),
        ("moins d’une année", 0),
        ("None, or less than 1 year", 0),
        ("Aucun, ou moins d’un an", 0),
        ("moins de 12 mois", 0),
        ("5 years or more", 60),
        ("6 ans ou plus", 72),
        ("all 3 years", 36),
        ("les 3 ans entiers", 36),
        ("18", 18),
        ("12", 12),
        ("about 3 years", 36),
        ("3+ years", 36),
        ("plus de 3 ans", 36),
        ("2 years full-time", 24),
        ("2 ans à temps plein", 24),
        ("I have 3 years of experience", 36),
        ("since March 2023", 44),
        ("depuis mars 2023", 44),
        ("I have worked since March 2023", 44),
        ("j’y travaille depuis mars 2023", 44),
        ("since 15 March 2023", 44),
        ("since 24 March 2023", 43),
        ("since November 2026", 0),
        ("depuis 2021", 59),
        ("since 2025", 11),
        ("from March 2021 to May 2023", 26),
        ("de mars 2021 à mai 2023", 26),
        ("March 2021 - May 2023", 26),
        ("2021-03 to 2023-05", 26),
        ("from 2020 to 2023", 25),
        ("from March 2023 to now", 44),
        ("mars 2023 à aujourd’hui", 44),
        ("depuis le 1er mars 2023 jusqu'au 30 avril 2024", 13),
    ],
)
def test_months(text: str, months: int) -> None:
    assert read_months(text, TODAY) == Understood(months)


@pytest.mark.parametrize("number", [1, 2, 10])
def test_a_small_bare_number_is_asked_back(number: int) -> None:
    assert read_months(f"{number}", TODAY) == Ambiguous((number, number * 12), "months_or_years")


def test_a_start_in_two_orders_is_asked_back() -> None:
    assert read_months("since 05/03/2023", TODAY) == Ambiguous((44, 42), "span_order")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2 years part-time", "part_time"),
        ("3 ans à temps partiel", "part_time"),
        ("mi-temps depuis 2 ans", "part_time"),
        ("-2 years", "duration_negative"),
        ("61 years", "duration_too_long"),
        ("800", "duration_too_long"),
        ("less than 2 years", "duration_exact"),
        ("moins d’un an et demi", "duration_exact"),
        ("not in Canada", "duration_unreadable"),
        ("no, I worked a lot", "duration_unreadable"),
        ("2 years or 3 years", "duration_unreadable"),
        ("presque 2 ans", "duration_exact"),
        ("2-3 years", "duration_exact"),
        ("2 à 3 ans", "duration_exact"),
        ("since 2030", "date_future"),
        ("from March 2023 to May 2027", "date_future"),
        ("since 31 February 2023", "date_impossible"),
        ("since March", "date_incomplete"),
        ("since 2026", "month_needed"),
        ("2023-2023", "month_needed"),
        ("from May 2023 to March 2021", "dates_reversed"),
        ("2 years 5", "duration_unreadable"),
        ("a lot", "duration_unreadable"),
        ("since I was young", "duration_unreadable"),
        ("years", "duration_unreadable"),
        ("", "duration_unreadable"),
    ],
)
def test_refused(text: str, reason: str) -> None:
    reading = read_months(text, TODAY)
    assert isinstance(reading, Unreadable)
    assert reading.reason == reason
