"""Test results in order or labelled, with dates, decimal commas and everything people add."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dialogs.reading.outcome import Ambiguous, Understood, Unreadable
from dialogs.reading.scores import read_scores
from scoring.vocabulary import ABILITIES

TODAY = date(2026, 11, 23)
IELTS = (8, 7.5, 7, 7)
TEF = (300, 250, 380, 400)


def stored(scores: tuple[float, ...], taken_on: str | None = None) -> dict[str, Any]:
    abilities = ("listening", "reading", "writing", "speaking")
    taken = {} if taken_on is None else {"taken_on": taken_on}
    return {**dict(zip(abilities, scores, strict=True)), **taken}


@pytest.mark.parametrize(
    "text",
    [
        "8 7.5 7 7",
        "8 7,5 7 7",
        "8,7.5,7,7",
        "8, 7.5, 7, 7",
        "8,7,5,7,7",
        "8/7.5/7/7",
        "8-7.5-7-7",
        "8 - 7.5 - 7 - 7",
        "8;7,5;7;7",
        "８ ７．５ ７ ７",
        "8 7.5 7 7.",
        "8 7.5 7.0 7.0",
        "L8 R7.5 W7 S7",
        "l:8 r:7,5 w:7 s:7",
        "L8,R7.5,W7,S7",
        "S7 W7 R7.5 L8",
        "LRWS 8 7.5 7 7",
        "L/R/W/S: 8/7.5/7/7",
        "listening 8, reading 7.5, writing 7, speaking 7",
        "Speaking: 7\nWriting: 7\nReading: 7.5\nListening: 8",
        "8 listening 7.5 reading 7 writing 7 speaking",
        "8 in listening, 7.5 in reading, 7 in writing and 7 in speaking",
        "écouter 8, lire 7,5, écrire 7, parler 7",
        "compréhension orale 8, compréhension écrite 7,5, expression orale 7, expression écrite 7",
        "my IELTS is 8 7.5 7 7",
        "8 7.5 7 7 overall 7.5",
        "overall 7.5, L8 R7.5 W7 S7",
        "8 listening 7.5 reading 7 writing 7 speaking 7.5 overall",
        "L8 R7.5 W7 S7 overall 7.5",
        "L8 R7.5 W7 S7 (7.5 overall)",
        "7.5 overall, L8 R7.5 W7 S7",
        "7.5 overall: 8 7.5 7 7",
        "8 7.5 7 7 (7.5 overall)",
        "listening 8 overall 7.5 reading 7.5 writing 7 speaking 7",
        "overall: listening 8, reading 7.5, writing 7, speaking 7",
        "8 7,5 7 7, note globale 7,5",
        "My IELTS General Training band scores are 8, 7.5, 7 and 7",
        "mes notes sont 8, 7.5, 7 et 7",
        "8 7.5 7 7 🎉",
        "Lis 8 Rea 7.5 Wri 7 Spe 7",
        "8/9 7.5/9 7/9 7/9",
        "listening 8 out of 9, reading 7.5 out of 9, writing 7 out of 9, speaking 7 out of 9",
    ],
)
def test_ielts_written_in_many_ways(text: str) -> None:
    assert read_scores(text, "ielts", TODAY) == Understood(stored(IELTS))


@pytest.mark.parametrize(
    "text",
    [
        "300 250 380 400",
        "300,250,380,400",
        "CO 300 CE 250 EE 380 EO 400",
        "CO 300 CE 250 EO 400 EE 380",
        "CO300 CE250 PO400 PE380",
        "CE: 250, CO: 300, EE: 380, EO: 400",
        "CO 300/360 CE 250/300 EE 380/450 EO 400/450",
        "compréhension de l’oral 300, compréhension de l’écrit 250, production écrite 380, "
        "production orale 400",
        "TEF Canada : 300, 250, 380, 400",
    ],
)
def test_tef_written_in_many_ways(text: str) -> None:
    assert read_scores(text, "tef", TODAY) == Understood(stored(TEF))


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("9 in listening and reading, 8 in writing and speaking", (9, 9, 8, 8)),
        ("listening and reading 9, writing and speaking 8", (9, 9, 8, 8)),
        ("listening reading speaking 9, writing 7", (9, 9, 7, 9)),
        ("8 listening, 7 reading and writing, 6 speaking", (8, 7, 7, 6)),
        ("8 in listening, reading, writing and speaking", (8, 8, 8, 8)),
        ("NCLC 9 en compréhension et 8 en expression", (9, 9, 8, 8)),
        ("compréhension : 9, expression : 8", (9, 9, 8, 8)),
        ("9 en compréhension orale et écrite, 8 en expression orale et écrite", (9, 9, 8, 8)),
        ("9 en compréhension de l’oral et de l’écrit, 8 en expression", (9, 9, 8, 8)),
    ],
)
def test_one_level_for_several_abilities(text: str, levels: tuple[int, ...]) -> None:
    assert read_scores(text, "clb", TODAY) == Understood(dict(zip(ABILITIES, levels, strict=True)))


@pytest.mark.parametrize(
    "text",
    [
        "listening 9, reading 8 writing 7 speaking",
        "9 listening 8 reading",
        "9 8 in listening and reading, writing and speaking",
        "9 in listening and listening, 8 in writing and speaking",
        "9 en compréhension orale, 8 en expression",
    ],
)
def test_a_level_that_may_be_of_either_ability_is_asked_back(text: str) -> None:
    assert isinstance(read_scores(text, "clb", TODAY), Unreadable)


@pytest.mark.parametrize(
    ("text", "taken_on"),
    [
        ("8 7.5 7 7, March 2025", "2025-03-01"),
        ("8 7.5 7 7 March 2025", "2025-03-01"),
        ("8 7.5 7 7, mars 2025", "2025-03-01"),
        ("8 7.5 7 7, 2025-03-05", "2025-03-05"),
        ("8 7.5 7 7, 03/2025", "2025-03-01"),
        ("8 7.5 7 7, 25/03/2025", "2025-03-25"),
        ("8 7.5 7 7 5 March 2025", "2025-03-05"),
        ("8 7.5 7 7 taken on March 5, 2025", "2025-03-05"),
        ("8 7,5 7 7, le 5 mars 2025", "2025-03-05"),
        ("8 7,5 7 7 passé le 1er avril 2025", "2025-04-01"),
        ("March 2025: 8 7.5 7 7", "2025-03-01"),
        ("8 7.5 7 7 yesterday", "2026-11-22"),
        ("8 7.5 7 7, 2 months ago", "2026-09-23"),
        ("8 7,5 7 7 hier", "2026-11-22"),
        ("8 7,5 7 7, il y a 2 mois", "2026-09-23"),
        ("L8 R7.5 W7 S7 on 5th of March 2025", "2025-03-05"),
    ],
)
def test_the_day_of_the_test(text: str, taken_on: str) -> None:
    assert read_scores(text, "ielts", TODAY) == Understood(stored(IELTS, taken_on))


@pytest.mark.parametrize(
    ("test", "text", "scores"),
    [
        ("ielts", "all 7", (7, 7, 7, 7)),
        ("ielts", "straight 9s", (9, 9, 9, 9)),
        ("ielts", "6,5 partout", (6.5, 6.5, 6.5, 6.5)),
        ("clb", "CLB 9 in everything", (9, 9, 9, 9)),
        ("clb", "NCLC 9 partout", (9, 9, 9, 9)),
        ("nclc", "9 partout", (9, 9, 9, 9)),
        ("nclc", "sept partout", (7, 7, 7, 7)),
        ("ielts", "eight seven seven seven", (8, 7, 7, 7)),
        ("ielts", "6,5,6,5,7,7", (6.5, 6.5, 7, 7)),
        ("ielts", "5,5,5,5", (5, 5, 5, 5)),
        ("celpip", "9 10 11 12", (9, 10, 11, 12)),
        ("celpip", "M 5 6 7", (0, 5, 6, 7)),
        ("celpip", "L: M R5 W6 S7", (0, 5, 6, 7)),
        ("pte", "90 88 90 89", (90, 88, 90, 89)),
        ("tcf", "549 524 14 15", (549, 524, 14, 15)),
        ("tcf", "549/699 524/699 14/20 15/20", (549, 524, 14, 15)),
        ("clb", "9.0 9.0 8.0 8.0", (9, 9, 8, 8)),
    ],
)
def test_other_tests_and_one_number_for_all(
    test: str, text: str, scores: tuple[float, ...]
) -> None:
    assert read_scores(text, test, TODAY) == Understood(stored(scores))


def test_stored_as_floats_for_ielts_only() -> None:
    ielts, celpip = (read_scores("8 8 8 8", test, TODAY) for test in ("ielts", "celpip"))
    assert isinstance(ielts, Understood)
    assert isinstance(celpip, Understood)
    assert {type(score) for score in ielts.value.values()} == {float}
    assert {type(score) for score in celpip.value.values()} == {int}


@pytest.mark.parametrize(
    ("test", "text", "reason"),
    [
        ("ielts", "7.5", "scores_need_four"),
        ("ielts", "overall 7.5", "scores_overall_only"),
        ("ielts", "IELTS 7.5 overall", "scores_overall_only"),
        ("tef", "note globale 320", "scores_overall_only"),
        ("ielts", "8 7 7", "scores_need_four"),
        ("ielts", "L8 R7.5 W7", "scores_need_four"),
        ("clb", "CLB 9", "scores_need_four"),
        ("ielts", "good", "scores_none_found"),
        ("ielts", "👍🎉", "scores_none_found"),
        ("ielts", "très bien", "scores_none_found"),
        ("ielts", "", "scores_none_found"),
        ("ielts", "8 7 7 7 6", "scores_too_many"),
        ("ielts", "L8 R7.5 W7 S7 7.5", "scores_too_many"),
        ("ielts", "8 7.5 overall 7.5 7 7", "scores_labels_unclear"),
        ("ielts", "overall 8 7.5 7 7", "scores_labels_unclear"),
        ("ielts", "overall 8, R7.5 W7 S7", "scores_labels_unclear"),
        ("ielts", "L8 L7 W7 S7", "scores_labels_unclear"),
        ("ielts", "9.5 7 7 7", "score_out_of_range"),
        ("ielts", "10 11 12 12", "score_out_of_range"),
        ("ielts", "-8 7 7 7", "score_out_of_range"),
        ("ielts", "8 7.25 7 7", "score_not_half_band"),
        ("celpip", "2 5 6 7", "score_out_of_range"),
        ("celpip", "13 5 6 7", "score_out_of_range"),
        ("celpip", "9.5 9 9 9", "score_not_whole"),
        ("pte", "9 88 90 89", "score_out_of_range"),
        ("clb", "13 9 9 9", "score_out_of_range"),
        ("tef", "550 540 520 500", "tef_wrong_column"),
        ("tef", "300 301 400 400", "tef_wrong_column"),
        ("tef", "800 250 400 400", "score_out_of_range"),
        ("tef", "9 9 9 9", "scores_look_like_levels"),
        ("tcf", "9 9 9 9", "scores_look_like_levels"),
        ("tcf", "549 524 21 15", "score_out_of_range"),
        ("tcf", "99 524 20 15", "score_out_of_range"),
        ("ielts", "CLB 9 in everything", "scores_of_another_test"),
        ("tef", "TCF 549 524 14 15", "scores_of_another_test"),
        ("nclc", "B2 partout", "scores_cefr"),
        ("ielts", "8 7.5 7 7, March 2027", "date_future"),
        ("ielts", "8 7.5 7 7, 2025-02-30", "date_impossible"),
        ("ielts", "8 7.5 7 7, 2025", "date_incomplete"),
        ("ielts", "8 7.5 7 7, March", "date_incomplete"),
    ],
)
def test_refused(test: str, text: str, reason: str) -> None:
    reading = read_scores(text, test, TODAY)
    assert isinstance(reading, Unreadable)
    assert reading.reason == reason


def test_details_name_the_ability_and_what_the_test_gives() -> None:
    details = {"test": "ielts", "ability": "reading", "given": "9.5"}
    limits = {"minimum": 0, "maximum": 9, "step": 0.5}
    reading = read_scores("8 9.5 7 7", "ielts", TODAY)
    assert reading == Unreadable("score_out_of_range", {**details, **limits})


def test_a_date_in_two_orders_is_asked_back_with_the_scores() -> None:
    options = (stored(IELTS, "2025-03-05"), stored(IELTS, "2025-05-03"))
    reading = read_scores("8 7.5 7 7, 05/03/2025", "ielts", TODAY)
    assert reading == Ambiguous(options, "date_order")


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("8 7.5 7 7 tomorrow", "tomorrow"),
        ("8 7.5 7 7, last week!", "last week"),
        ("8 7,5 7 7 l’Été dernier", "l’Été dernier"),
        ("8 7.5 7 7 demain", "demain"),
        ("L8 R7.5 W7 S7 maybe", "maybe"),
        ("my dream is 8 7.5 7 7", "dream"),
        ("7 partout, j’espère", "j’espère"),
        ("seven seven seven seven hopefully", "hopefully"),
    ],
)
def test_words_that_are_no_date_are_named(text: str, given: str) -> None:
    assert read_scores(text, "ielts", TODAY) == Unreadable("scores_leftover", {"given": given})


def test_a_long_remainder_is_quoted_in_short() -> None:
    reading = read_scores("8 7.5 7 7 " + "blabla " * 40, "ielts", TODAY)
    assert isinstance(reading, Unreadable)
    assert len(reading.details["given"]) <= 40
