"""Every line of a result names the rule that gave it, and the most it can give."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given

from scoring.explain import lines
from scoring.rules import rules_on
from scoring.score import score
from tests.scoring.people import clb, couple, person
from tests.scoring.strategies import days, profiles

if TYPE_CHECKING:
    from scoring.profile import Profile

TODAY = date(2026, 11, 23)


def maxima(profile: Profile, on: date = TODAY) -> dict[str, int]:
    rules = rules_on(on)
    return {
        f"{line.section}.{line.item}": line.maximum
        for line in lines(profile, score(profile, rules), rules)
    }


def test_the_most_possible_in_each_column() -> None:
    alone = maxima(person())
    assert alone == {
        "core.age": 110,
        "core.education": 150,
        "core.first_language": 136,
        "core.second_language": 24,
        "core.canadian_experience": 80,
        "spouse.education": 0,
        "spouse.language": 0,
        "spouse.canadian_experience": 0,
        "transferability.education_language": 50,
        "transferability.education_canadian_experience": 50,
        "transferability.foreign_experience_language": 50,
        "transferability.foreign_experience_canadian_experience": 50,
        "transferability.certificate_language": 50,
        "additional.sibling": 15,
        "additional.french": 50,
        "additional.canadian_study": 30,
        "additional.job_offer": 0,
        "additional.provincial_nomination": 600,
        "fsw.language": 28,
        "fsw.education": 25,
        "fsw.experience": 15,
        "fsw.age": 12,
        "fsw.arranged_employment": 10,
        "fsw.adaptability": 10,
    }
    assert maxima(couple()) == alone | {
        "core.age": 100,
        "core.education": 140,
        "core.first_language": 128,
        "core.second_language": 22,
        "core.canadian_experience": 70,
        "spouse.education": 10,
        "spouse.language": 20,
        "spouse.canadian_experience": 10,
    }
    assert maxima(couple({"canadian": True})) == alone


def test_the_most_possible_follows_the_date() -> None:
    assert maxima(person(), date(2016, 1, 1))["additional.job_offer"] == 600
    assert maxima(person(), date(2016, 12, 1))["additional.job_offer"] == 200
    assert maxima(person(), date(2018, 1, 1))["additional.french"] == 30


def test_a_line_says_where_its_rule_stands() -> None:
    profile = person(first_language=clb(9))
    rules = rules_on(TODAY)
    by_item = {line.item: line for line in lines(profile, score(profile, rules), rules)}

    french = by_item["french"].rule
    assert french.key == "crs/additional/french"
    assert french.title == "French language skills"
    assert french.since == date(2020, 10, 20)
    assert french.confirmed
    assert "FR_2020" in {source.id for source in french.sources}
    assert all(source.title and source.where for source in french.sources)
    assert by_item["adaptability"].rule.reference == "IRPR 83"


@given(profile=profiles(), on=days)
def test_lines_are_the_items_of_the_result(profile: Profile, on: date) -> None:
    rules = rules_on(on)
    result = score(profile, rules)
    found = lines(profile, result, rules)
    crs = result.crs
    items = [
        *(
            (section, crs_items)
            for section, crs_items in (
                ("core", crs.core.items),
                ("spouse", crs.spouse.items),
                ("transferability", crs.transferability.items),
                ("additional", crs.additional.items),
            )
        ),
        ("fsw", result.programs.fsw.items),
    ]
    assert [(line.section, line.item, line.points) for line in found] == [
        (section, item, points) for section, each in items for item, points in each.items()
    ]
    assert all(0 <= line.points <= line.maximum for line in found)
    assert all(line.rule.since <= on for line in found)
