"""Every dated rule on both sides of its date."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from scoring.rules import BeforeExpressEntryError, rules_on
from scoring.score import score
from tests.scoring.people import clb, couple, nclc, person, result

if TYPE_CHECKING:
    from scoring.profile import Profile

DAY = timedelta(days=1)
VERSIONS = [
    date(2015, 1, 1),
    date(2016, 11, 19),
    date(2017, 6, 6),
    date(2020, 10, 20),
    date(2022, 11, 16),
    date(2025, 3, 25),
]


def additional(item: str, profile: Profile, on: date) -> int:
    return score(profile, rules_on(on)).crs.additional.items[item]


def notes(profile: Profile, on: date) -> tuple[str, ...]:
    return score(profile, rules_on(on)).notes


@pytest.mark.parametrize(("before", "since"), list(pairwise(VERSIONS)), ids=str)
def test_the_rules_carry_the_day_since_which_they_hold(before: date, since: date) -> None:
    assert rules_on(since - DAY).since == before
    assert rules_on(since).since == since
    assert rules_on(since + DAY).since == since


def test_the_rules_of_today_are_those_of_march_2025() -> None:
    assert rules_on(date(2026, 11, 23)).since == date(2025, 3, 25)


def test_nothing_else_makes_a_version() -> None:
    day, found = date(2015, 1, 1), []
    while day < date(2027, 1, 1):
        found.append(rules_on(day).since)
        day += DAY
    assert sorted(set(found)) == VERSIONS


def test_there_was_no_express_entry_before_2015() -> None:
    assert rules_on(date(2015, 1, 1)).on == date(2015, 1, 1)
    with pytest.raises(BeforeExpressEntryError, match="Express Entry began on 2015-01-01"):
        rules_on(date(2014, 12, 31))


@pytest.mark.parametrize(
    ("on", "skilled", "senior"),
    [
        (date(2015, 1, 1), 600, 600),
        (date(2016, 11, 18), 600, 600),
        (date(2016, 11, 19), 50, 200),
        (date(2025, 3, 24), 50, 200),
        (date(2025, 3, 25), 0, 0),
    ],
)
def test_job_offer(on: date, skilled: int, senior: int) -> None:
    assert additional("job_offer", person(job_offer="skilled"), on) == skilled
    assert additional("job_offer", person(job_offer="senior_management"), on) == senior
    assert additional("job_offer", person(), on) == 0


@pytest.mark.parametrize(
    ("on", "short", "long"),
    [
        (date(2016, 11, 18), 0, 0),
        (date(2016, 11, 19), 15, 30),
        (date(2026, 11, 23), 15, 30),
    ],
)
def test_canadian_study(on: date, short: int, long: int) -> None:
    for study, points in (("one_year", short), ("two_year", short), ("graduate_one_year", long)):
        graduate = person(education="master", canadian_study=study)
        assert additional("canadian_study", graduate, on) == points


@pytest.mark.parametrize(
    ("on", "points"), [(date(2017, 6, 5), 0), (date(2017, 6, 6), 15), (date(2026, 11, 23), 15)]
)
def test_sibling(on: date, points: int) -> None:
    assert additional("sibling", person(sibling_in_canada=True), on) == points


@pytest.mark.parametrize(
    ("on", "alone", "with_english"),
    [
        (date(2017, 6, 5), 0, 0),
        (date(2017, 6, 6), 15, 30),
        (date(2020, 10, 19), 15, 30),
        (date(2020, 10, 20), 25, 50),
        (date(2026, 11, 23), 25, 50),
    ],
)
def test_french(on: date, alone: int, with_english: int) -> None:
    assert additional("french", person(first_language=nclc(7)), on) == alone
    bilingual = person(first_language=nclc(7), second_language=clb(5))
    assert additional("french", bilingual, on) == with_english


@pytest.mark.parametrize("on", VERSIONS)
def test_a_nomination_always_gave_600(on: date) -> None:
    assert additional("provincial_nomination", person(provincial_nomination=True), on) == 600


@pytest.mark.parametrize("on", [*VERSIONS, date(2026, 11, 23)])
def test_core_spouse_and_transferability_are_the_same_in_all_versions(on: date) -> None:
    profile = couple(
        {"education": "master", "language": clb(9), "canadian_experience_months": 12},
        first_language=clb(9),
        canadian_experience_months=24,
        foreign_experience_months=36,
    )
    crs = score(profile, rules_on(on)).crs
    sections = [crs.core.total, crs.spouse.total, crs.transferability.total]
    assert sections == [100 + 112 + 116 + 46, 10 + 20 + 5, 100]


def test_pte_core_counts_since_30_january_2024() -> None:
    tested = person(first_language=result("pte", 90))
    early = score(tested, rules_on(date(2024, 1, 29)))
    assert early.crs.core.items["first_language"] == 0
    assert early.notes == ("test_not_accepted",)
    late = score(tested, rules_on(date(2024, 1, 30)))
    assert late.crs.core.items["first_language"] == 136
    assert late.notes == ()


@pytest.mark.parametrize(
    ("taken_on", "last_day"),
    [
        ("2024-11-24", date(2026, 11, 23)),
        ("2024-02-29", date(2026, 2, 27)),
        ("2022-02-28", date(2024, 2, 27)),
    ],
)
def test_a_test_result_lasts_two_years(taken_on: str, last_day: date) -> None:
    profile = person(first_language=result("ielts", 8, taken_on=taken_on))
    assert notes(profile, last_day) == ()
    assert notes(profile, last_day + DAY) == ("language_expired",)
    crs = score(profile, rules_on(last_day + DAY)).crs
    assert crs.core.items["first_language"] == 0
    assert crs.transferability.items["education_language"] == 0


def test_a_test_without_its_date_is_valid() -> None:
    assert notes(person(first_language=result("ielts", 8)), date(2026, 11, 23)) == ()


@pytest.mark.parametrize(
    ("issued_on", "last_day"),
    [("2021-11-24", date(2026, 11, 23)), ("2020-02-29", date(2025, 2, 27))],
)
@pytest.mark.parametrize("has_eca", [True, None])
def test_an_assessment_lasts_five_years(
    issued_on: str, last_day: date, has_eca: bool | None
) -> None:
    profile = person(has_eca=has_eca, eca_issued_on=issued_on)
    valid = score(profile, rules_on(last_day))
    assert valid.crs.core.items["education"] == 120
    assert "eca_missing" not in valid.notes
    late = score(profile, rules_on(last_day + DAY))
    assert late.crs.core.items["education"] == 0
    assumed = ("eca_assumed",) if has_eca is None else ()
    assert late.notes == (*assumed, "eca_missing")


FUNDS: list[tuple[date, dict[int, int]]] = [
    (date(2021, 7, 15), {1: 13213, 7: 34967, 8: 38527}),
    (date(2022, 6, 9), {1: 13310, 7: 35224, 9: 42396}),
    (date(2023, 5, 1), {1: 13757, 2: 17127, 7: 36407, 8: 40113}),
    (date(2024, 5, 28), {1: 14690, 4: 27297, 8: 42833}),
    (date(2025, 7, 7), {1: 15263, 2: 19001, 3: 23360, 4: 28362, 5: 32168, 6: 36280, 7: 40392}),
]


@pytest.mark.parametrize(("since", "amounts"), FUNDS)
def test_settlement_funds_from_their_first_day(since: date, amounts: dict[int, int]) -> None:
    table = rules_on(since).funds
    assert {size: table.required(size) for size in amounts} == amounts
    assert not table.assumed
    assert rules_on(since - DAY).funds.required(1) != amounts[1] or since == FUNDS[0][0]


def test_before_the_first_known_table_that_one_stands_in() -> None:
    first, _ = FUNDS[0]
    rich = person(settlement_funds=13213)
    before = score(rich, rules_on(first - DAY))
    assert before.notes == ("funds_table_assumed",)
    assert "funds" not in before.programs.fsw.unmet
    assert notes(rich, first) == ()
    not_asked: dict[str, Any] = {"job_offer": "skilled", "authorized_to_work": True}
    assert notes(person(**not_asked), first - DAY) == ()
