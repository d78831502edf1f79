"""The unit groups of NOC 2021 and the Federal Skilled Trades among them."""

from __future__ import annotations

from collections import Counter
from datetime import date

from scoring.occupations import occupations
from scoring.rules import rules_on

TRADES = rules_on(date(2026, 11, 23)).fst.trades


def test_all_516_unit_groups_are_there_with_their_teer() -> None:
    assert len(occupations()) == 516
    assert all(len(code) == 5 and int(code[1]) == each.teer for code, each in occupations().items())
    assert sum(each.teer <= 3 for each in occupations().values()) == 376


def test_a_unit_group_has_both_titles() -> None:
    engineer = occupations()["21231"]
    assert engineer.title_en == "Software engineers and designers"
    assert "logiciel" in engineer.title_fr
    assert occupations()["00010"].title_en == "Legislators"
    assert engineer.title("fr") == engineer.title_fr
    assert engineer.title("en") == engineer.title("es") == engineer.title_en


def test_the_skilled_trades_are_96_unit_groups() -> None:
    majors = Counter(code[:2] for code in TRADES)
    assert sum(majors.values()) == 96
    assert set(majors) == {"62", "63", "72", "73", "82", "83", "92", "93"}


def test_the_edges_of_the_skilled_trades() -> None:
    inside = {"72310", "72500", "73300", "82030", "92100", "93100", "63200", "63201", "62200"}
    outside = {"72600", "72604", "93200", "62201", "63100", "63210", "70010", "94100", "21231"}
    assert inside <= TRADES
    assert outside <= set(occupations())
    assert not outside & TRADES
