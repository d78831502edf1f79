"""Questions about past rounds, in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.past_rounds import EnoughAsked, Period, RoundsAsked, read_past_rounds
from scoring.rounds import ROUND_KINDS, RoundKind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("last CEC draw?", "cec"),
        ("when was the last trades draw", "trade"),
        ("last fst draw date", "fst"),
        ("what was the last French round", "french"),
        ("when is the next draw", None),
        ("when is the next draw?", None),
        ("I want to know when the next draw is", None),
        ("when is the next PNP draw", "pnp"),
        ("show me the latest draws", None),
        ("latest healthcare cut-off", "healthcare"),
        ("CEC cutoff", "cec"),
        ("how often are the rounds", None),
        ("dernier tirage CEC ?", "cec"),
        ("prochain tirage cec", "cec"),
        ("à quand le prochain tirage ?", None),
        ("c'est quand la prochaine ronde ?", None),
        ("quand aura lieu le prochain tirage francophone ?", "french"),
        ("les dernières rondes pour le français", "french"),
        ("quel était le seuil du dernier tirage ?", None),
        ("quelle était la dernière note minimale pour le français ?", "french"),
        ("dernières notes minimales", None),
        ("what is the current cut-off for French", "french"),
        ("quelle est la note minimale actuelle pour le français ?", "french"),
        ("cut-off trend CEC", "cec"),
        ("évolution des notes minimales CEC", "cec"),
        ("what was the tie-break of the last PNP draw?", "pnp"),
        ("when will the next CEC round be", "cec"),
        ("à quelle fréquence sont les rondes pour le français", "french"),
        ("c'est quoi la note minimale pour la santé ?", "healthcare"),
        ("quelle est la note minimale de la CEC ?", "cec"),
        ("what is the minimum score for healthcare?", "healthcare"),
        ("/rounds cec", "cec"),
        ("/rounds@bot senior_managers", "senior_managers"),
        ("/rounds", None),
        ("/rounds something", None),
    ],
)
def test_which_rounds_are_asked_for(text: str, kind: RoundKind | None) -> None:
    asked = read_past_rounds(text)
    assert isinstance(asked, RoundsAsked)
    assert asked.kind == kind


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("when is the next draw", True),
        ("prochain tirage CEC", True),
        ("cutoff prediction for the next CEC draw", True),
        ("prévision de la prochaine ronde", True),
        ("how often are the rounds", True),
        ("last CEC draw?", False),
        ("/rounds", False),
    ],
)
def test_whether_it_is_asked_when_they_come(text: str, *, ahead: bool) -> None:
    asked = read_past_rounds(text)
    assert isinstance(asked, RoundsAsked)
    assert asked.ahead is ahead


@pytest.mark.parametrize(
    ("text", "kind", "period"),
    [
        ("how many healthcare draws in 2026", "healthcare", Period(year=2026)),
        ("combien de rondes santé en 2026 ?", "healthcare", Period(year=2026)),
        ("how many draws were there last year?", None, Period(years_ago=1)),
        ("which French rounds were there in March 2026", "french", Period(year=2026, month=3)),
        ("CEC rounds this year", "cec", Period(years_ago=0)),
        ("combien de tirages ces 6 derniers mois", None, Period(months=6)),
        ("was there a draw this week?", None, Period(weeks_ago=0)),
        ("did they hold a French draw last week", "french", Period(weeks_ago=1)),
        ("any draw today?", None, Period(days_ago=0)),
        ("did they do a draw in november", None, Period(month=11)),
        ("how many people did they invite this year", None, Period(years_ago=0)),
        ("y a-t-il eu un tirage cette semaine ?", None, Period(weeks_ago=0)),
        ("est-ce qu'il y a eu une ronde aujourd'hui", None, Period(days_ago=0)),
        ("y a-t-il eu un tirage hier", None, Period(days_ago=1)),
        ("last CEC draw", "cec", None),
    ],
)
def test_rounds_of_a_stretch_of_time(
    text: str, kind: RoundKind | None, period: Period | None
) -> None:
    assert read_past_rounds(text) == RoundsAsked(kind, period=period)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("draw 446", "446"),
        ("What was the cut-off of round no. 434?", "434"),
        ("ronde nº 446", "446"),
        ("parlez-moi de la ronde 400", "400"),
        ("would draw 446 have invited me", "446"),
        ("/rounds 446", "446"),
        ("/rounds 91B", "91b"),
    ],
)
def test_one_round_by_its_number(text: str, number: str) -> None:
    assert read_past_rounds(text) == RoundsAsked(None, number=number)


@pytest.mark.parametrize(
    ("text", "total", "kind", "period"),
    [
        ("would 489 have been enough last year?", 489, None, Period(years_ago=1)),
        ("would 489 have been enough", 489, None, None),
        ("would 489 have been enough for CEC last year?", 489, "cec", Period(years_ago=1)),
        ("was 470 enough in 2024?", 470, None, Period(year=2024)),
        ("would I have been invited this year", None, None, Period(years_ago=0)),
        ("would my score have been enough in the last 6 months", None, None, Period(months=6)),
        ("could 505 have been invited in the past 12 months", 505, None, Period(months=12)),
        ("489 aurait-il suffi l'an dernier ?", 489, None, Period(years_ago=1)),
        ("est-ce que 489 aurait suffi en 2025 ?", 489, None, Period(year=2025)),
        ("ma note aurait-elle suffi cette année ?", None, None, Period(years_ago=0)),
        ("would I have been invited last month?", None, None, Period(months_ago=1)),
        ("would 520 have been enough this month?", 520, None, Period(months_ago=0)),
        ("would 489 have been enough in March?", 489, None, Period(month=3)),
        ("489 aurait-il suffi en août 2025 ?", 489, None, Period(year=2025, month=8)),
        ("is 480 enough for CEC?", 480, "cec", None),
        ("what are my chances with 480 for CEC", 480, "cec", None),
        ("do I stand a chance with 380?", 380, None, None),
        ("quelles chances avec 450 points en français ?", 450, "french", None),
        ("crs 470 enough for CEC?", 470, "cec", None),
        ("470 suffisant pour la CEC ?", 470, "cec", None),
        ("is my score enough for CEC", None, "cec", None),
        ("is 430 good for French?", 430, "french", None),
        ("j'ai 505 points, est-ce que j'ai une chance ?", 505, None, None),
        ("my crs is 505, do I still have a chance?", 505, None, None),
        ("ai-je vraiment une chance avec 430 en français ?", 430, "french", None),
        ("est-ce que je peux être invité avec 505 points ?", 505, None, None),
        ("is 470 a good score for healthcare", 470, "healthcare", None),
        ("430 c'est bon pour le français ?", 430, "french", None),
        ("480 suffit-il pour la CEC ?", 480, "cec", None),
        ("est-ce que ma note suffit pour les métiers ?", None, "trade", None),
        ("est-ce que j'aurais été invité le mois dernier ?", None, None, Period(months_ago=1)),
        ("489 aurait-il suffi pour la CEC ces 6 derniers mois", 489, "cec", Period(months=6)),
    ],
)
def test_what_a_total_would_have_been_worth(
    text: str, total: int | None, kind: RoundKind | None, period: Period | None
) -> None:
    assert read_past_rounds(text) == EnoughAsked(total, kind, period)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "/improve cec",
        "/roundsabout",
        "what is a round?",
        "what will a round be",
        "what is the tie break",
        "how many people are invited",
        "446",
        "no 446",
        "draw me 446 pictures",
        "what is a CEC draw",
        "how does a draw work",
        "how to be in French draws",
        "teachers draw",
        "tirage chercheurs c'est quoi",
        "which occupations are on the list of the education draws",
        "before the next draw",
        "why did the cut-off rise in the last draw",
        "what happens after the last round of interviews",
        "how do I get to the last CEC cut-off",
        "is 450 enough?",
        "what are my chances this year?",
        "ai-je une chance cette année ?",
        "chances with CLB 9",
        "my chances with 2 kids",
        "is my score enough?",
        "would I have been invited in May to the party",
        "is my diploma enough for CEC?",
        "is CLB 7 enough for CEC?",
        "is a year of work enough for CEC",
        "is 480 dollars enough for CEC",
        "ma note est-elle suffisante ?",
        "mon NCLC 7 suffit pour la CEC ?",
        "quelle est la note minimale pour le TQF ?",
        "quelle est la note minimale au test de français ?",
        "quelle est la note minimale pour le français ?",
        "what is the weather today",
        "is my IELTS good for CEC",
        "would 300 000 dollars have been enough last year",
        "would 470 or 480 have been enough",
        "was my wife invited last year",
        "I was invited to a wedding last year",
        "when is my next birthday",
        "je travaille depuis l'an dernier",
        "last draw " * 40,
    ],
)
def test_what_asks_something_else(text: str) -> None:
    assert read_past_rounds(text) is None


def test_a_period_is_a_year_or_months_before_the_newest_round() -> None:
    today, until = date(2026, 11, 23), date(2026, 10, 1)
    assert Period(years_ago=1).days(today, until) == (date(2025, 1, 1), date(2025, 12, 31))
    assert Period(year=2024).days(today, until) == (date(2024, 1, 1), date(2024, 12, 31))
    assert Period(months=6).days(today, until) == (date(2026, 4, 2), until)
    assert Period(weeks_ago=0).days(today, until) == (date(2026, 11, 23), date(2026, 11, 29))
    assert Period(weeks_ago=1).days(today, until) == (date(2026, 11, 16), date(2026, 11, 22))
    assert Period(days_ago=1).days(today, until) == (date(2026, 11, 22), date(2026, 11, 22))
    assert Period(months_ago=1).days(today, until) == (date(2026, 10, 1), date(2026, 10, 31))
    assert Period(months_ago=0).days(today, until) == (date(2026, 11, 1), date(2026, 11, 30))
    assert Period(month=11).days(today, until) == (date(2026, 11, 1), date(2026, 11, 30))
    assert Period(month=12).days(today, until) == (date(2025, 12, 1), date(2025, 12, 31))
    assert Period(year=2024, month=2).days(today, until) == (date(2024, 2, 1), date(2024, 2, 29))
    new_year = date(2027, 1, 31)
    assert Period(months_ago=1).days(new_year, until) == (date(2026, 12, 1), date(2026, 12, 31))


@given(st.text(max_size=130))
def test_any_text_is_read(text: str) -> None:
    asked = read_past_rounds(text)
    assert asked is None or asked.kind is None or asked.kind in ROUND_KINDS


@pytest.mark.parametrize(
    "words",
    [
        "can i get invited with 456",
        "my score is 456, i want to know if i can get invited",
        "did 456 get invited",
    ],
)
def test_whether_a_total_can_be_invited_is_asked_of_the_past(words: str) -> None:
    assert read_past_rounds(words) == EnoughAsked(456, None, None)
