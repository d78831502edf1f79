"""Timelines: equal to scoring every day, and each change with its cause."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.causes import Day, causes
from scoring.profile import Profile
from scoring.rules import rules_on
from scoring.score import score
from scoring.timeline import (
    Event,
    Timeline,
    best_from_until,
    grown,
    timeline,
    twelve_months_reached,
)
from tests.scoring.people import clb, couple, nclc, person, result
from tests.scoring.strategies import TODAY, days, profile_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.rules import Rules

DAY = timedelta(days=1)
RULES = rules_on(TODAY)


@st.composite
def people_in_time(draw: st.DrawFn) -> tuple[Profile, date]:
    """People on a day around which their tests expire, their work goes on and their permit ends."""
    on = draw(days)
    near = st.integers(-1900, 800).map(lambda count: on + count * DAY).map(date.isoformat)
    fields = draw(profile_fields())
    if "birth_date" in fields:
        age = draw(st.integers(17, 46))
        fields["birth_date"] = draw(
            st.dates(date(on.year - age, 1, 1), date(on.year - age, 12, 31))
        )
    for language in fields, fields.get("spouse", {}):
        for name in {"first_language", "second_language", "language"} & set(language):
            if isinstance(language[name], dict):
                language[name] = {**language[name], "taken_on": draw(near)}
    fields["eca_issued_on"] = draw(near)
    fields["canadian_experience_months"] = draw(st.integers(0, 70))
    fields["foreign_experience_months"] = draw(st.integers(0, 40))
    fields["current_work"] = draw(st.sampled_from(["none", "canada", "abroad"]))
    if draw(st.booleans()):
        fields["work_permit_until"] = draw(near)
    return Profile.model_validate(fields), on


def months_between(on: date, day: date) -> int:
    """How often the day of the month has been reached; 31 February counts as so on 1 March."""
    reached = (day.year * 12 + day.month, day.day)
    month, count = on.year * 12 + on.month, 0
    while (month + count + 1, on.day) <= reached:
        count += 1
    return count


def total_on(profile: Profile, on: date, day: date) -> int:
    """The total of a day, by nothing but scoring."""
    fields = profile.as_json()
    until = fields.get("work_permit_until", "9999-12-31")
    match profile.current_work:
        case "canada":
            months = months_between(on, min(day, date.fromisoformat(until)))
            before = fields.get("canadian_experience_months", 0)
            fields["canadian_experience_months"] = before + months
        case "abroad":
            before = fields.get("foreign_experience_months", 0)
            fields["foreign_experience_months"] = before + months_between(on, day)
    return score(Profile.model_validate(fields), rules_on(day)).crs.total


def days_after(on: date, last: date) -> Iterator[date]:
    while on < last:
        on += DAY
        yield on


@given(someone=people_in_time())
@settings(max_examples=40, deadline=None)
def test_a_timeline_is_what_scoring_every_day_gives(someone: tuple[Profile, date]) -> None:
    profile, on = someone
    found = timeline(profile, rules_on(on))
    expected, before = [], score(profile, rules_on(on)).crs.total
    assert found.current == before
    for day in days_after(on, found.until):
        total = total_on(profile, on, day)
        if total != before:
            expected.append((day, total, total - before))
        before = total
    assert [(event.on, event.total, event.change) for event in found.events] == expected
    assert all(event.causes for event in found.events)


def events(profile: Profile, on: date = TODAY, months: int = 24) -> list[tuple[str, int, str]]:
    """Each event as its day, its change and its causes in a row."""
    found = timeline(profile, rules_on(on), months).events
    return [(str(event.on), event.change, " ".join(event.causes)) for event in found]


def born(day: str, **fields: Any) -> Profile:
    return person(birth_date=day, **fields)


def with_test(**fields: Any) -> Profile:
    """Somebody with a valid test in English at CLB 9."""
    return person(**{"first_language": {**clb(9), "taken_on": "2025-06-30"}, **fields})


FRENCH = {**nclc(7), "taken_on": "2026-02-10"}
PARTNER = {"language": {**clb(9), "taken_on": "2025-01-15"}, "education": "none"}


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (person(), []),
        (born("1996-03-05"), [("2027-03-05", -6, "birthday"), ("2028-03-05", -5, "birthday")]),
        (born("2008-11-24"), [("2026-11-24", 99, "birthday"), ("2027-11-24", 6, "birthday")]),
        (
            person(current_work="canada", canadian_experience_months=10),
            [("2027-01-23", 40 + 13, "canadian_experience"),
             ("2028-01-23", 13 + 12, "canadian_experience")],
        ),
        (person(current_work="canada"), [("2027-11-23", 40 + 13, "canadian_experience"),
                                         ("2028-11-23", 13 + 12, "canadian_experience")]),
        (person(current_work="canada", work_permit_until="2027-11-22"), []),
        (
            person(current_work="canada", work_permit_until="2027-11-23"),
            [("2027-11-23", 40 + 13, "canadian_experience")],
        ),
        (person(current_work="canada", work_permit_until="2026-01-01"), []),
        (
            person(first_language=clb(9), current_work="abroad", work_permit_until="2026-12-01"),
            [("2027-11-23", 25, "foreign_experience")],
        ),
        (person(first_language=clb(9), foreign_experience_months=11), []),
        (with_test(), [("2027-06-30", -124 - 25, "first_language_expires")]),
        (with_test(first_language={**clb(9), "taken_on": "2020-01-01"}), []),
        (
            person(second_language=FRENCH),
            [("2028-02-10", -12 - 25, "second_language_expires")],
        ),
        (couple(PARTNER), [("2027-01-15", -20, "spouse_language_expires")]),
        (couple({**PARTNER, "accompanying": False}), []),
        (person(eca_issued_on="2022-05-01"), [("2027-05-01", -120, "eca_expires")]),
        (person(eca_issued_on="2022-05-01", has_eca=False), []),
        (person(eca_issued_on="2022-05-01", canadian_study="three_or_more_years"), []),
    ],
)  # fmt: skip
def test_what_changes_by_itself(profile: Profile, expected: list[tuple[str, int, str]]) -> None:
    assert events(profile) == expected


def test_rules_that_change() -> None:
    offered = person(job_offer="skilled")
    assert events(offered, date(2025, 1, 1)) == [("2025-03-25", -50, "rules")]
    assert events(offered, date(2025, 3, 25)) == []
    accepted = person(first_language=result("pte", 90))
    assert events(accepted, date(2024, 1, 1)) == [("2024-01-30", 136 + 25, "rules")]


@pytest.mark.parametrize(
    ("profile", "on", "expected"),
    [
        # Each takes its own points.
        (
            with_test(birth_date="1996-06-30"),
            TODAY,
            [("2027-06-30", -149 - 6, "birthday first_language_expires"),
             ("2028-06-30", -5, "birthday")],
        ),
        (
            born("1996-11-23", current_work="canada"),
            TODAY,
            [("2027-11-23", 53 - 6, "birthday canadian_experience"),
             ("2028-11-23", 25 - 5, "birthday canadian_experience")],
        ),
        # French that has expired gains nothing by rules that come on the same day.
        (
            person(first_language={**nclc(7), "taken_on": "2018-10-20"}),
            date(2020, 1, 1),
            [("2020-10-20", -68 - 15 - 13, "first_language_expires")],
        ),
        # Both are needed for the higher points, and both expire.
        (
            with_test(second_language={**nclc(7), "taken_on": "2025-06-30"}),
            TODAY,
            [("2027-06-30", -149 - 62, "first_language_expires second_language_expires")],
        ),
    ],
)  # fmt: skip
def test_several_things_on_one_day(
    profile: Profile, on: date, expected: list[tuple[str, int, str]]
) -> None:
    assert events(profile, on) == expected


def test_where_either_would_have_been_enough_both_are_named() -> None:
    def without_core(on: date) -> Rules:
        rules = rules_on(on)
        column = replace(rules.crs.without_spouse, cap=0)
        return replace(rules, crs=replace(rules.crs, without_spouse=column))

    # Only the product of education and language is left to lose, and both are lost.
    profile = with_test(eca_issued_on="2022-06-30")
    day = date(2027, 6, 30)
    before, after = Day(profile, without_core(day - DAY)), Day(profile, without_core(day))
    assert (before.total, after.total) == (25, 0)
    assert causes(before, after) == ("first_language_expires", "eca_expires")


def test_things_that_cancel_out_are_no_event() -> None:
    fields = {"current_work": "canada", "canadian_experience_months": 24}
    older = born("1986-11-23", education="none", **fields)  # 11 points a year, either way
    assert events(older) == [("2028-11-23", 8 - 11, "birthday canadian_experience")]


@pytest.mark.parametrize(
    ("birth", "on", "day"),
    [
        ("1996-02-29", date(2026, 11, 23), "2027-03-01"),
        ("1998-02-28", date(2027, 11, 23), "2028-02-28"),
        ("1996-02-29", date(2027, 11, 23), "2028-02-29"),
    ],
)
def test_birthdays_around_29_february(birth: str, on: date, day: str) -> None:
    assert [event[0] for event in events(born(birth), on, months=6)] == [day]


def test_a_test_of_29_february_expires_on_the_28th() -> None:
    profile = person(first_language={**clb(9), "taken_on": "2024-02-29"})
    assert [event[0] for event in events(profile, date(2025, 12, 1))] == ["2026-02-28"]


@pytest.mark.parametrize(
    ("on", "months", "day"),
    [
        (date(2026, 1, 31), 1, "2026-03-01"),
        (date(2026, 3, 31), 1, "2026-05-01"),
        (date(2027, 11, 30), 3, "2028-03-01"),
        (date(2027, 11, 29), 3, "2028-02-29"),
        (date(2026, 10, 31), 2, "2026-12-31"),
    ],
)
def test_a_month_is_whole_when_its_day_is_reached(on: date, months: int, day: str) -> None:
    working = person(current_work="canada", canadian_experience_months=12 - months)
    assert events(working, on)[0][0] == day


def test_the_last_day_is_the_same_day_months_on() -> None:
    birthday = born("1996-12-23")
    assert events(birthday, months=1) == [("2026-12-23", -5, "birthday")]
    assert events(born("1996-12-24"), months=1) == []
    assert timeline(birthday, rules_on(date(2026, 1, 31)), 1).until == date(2026, 2, 28)
    assert timeline(birthday, RULES, 120).until == date(2036, 11, 23)


def test_the_end_of_the_calendar_is_no_trouble() -> None:
    working = born("1990-01-31", current_work="canada", eca_issued_on="9998-01-01")
    assert timeline(working, rules_on(date(9999, 11, 30)), 24).until == date(9999, 12, 30)


def test_a_birth_after_the_day_is_refused() -> None:
    with pytest.raises(ValueError, match="born on"):
        timeline(born("2026-11-24"), RULES)


def test_the_best_days_to_be_in_the_pool() -> None:
    working = born("1996-03-05", current_work="canada")
    found = timeline(working, RULES)
    assert best_from_until(found) == (date(2028, 11, 23), date(2028, 11, 23), 225 + 53 + 25 - 11)
    ageing = born("1996-03-05")
    assert best_from_until(timeline(ageing, RULES)) == (TODAY, date(2027, 3, 4), 225)
    assert best_from_until(timeline(person(), RULES, 1)) == (TODAY, date(2026, 12, 23), 230)


def test_of_equal_days_the_first_are_the_best() -> None:
    up_and_down = Timeline(
        TODAY,
        400,
        3,
        (
            Event(date(2026, 12, 1), 395, -5, ("birthday",)),
            Event(date(2027, 1, 1), 400, 5, ("rules",)),
        ),
    )
    assert best_from_until(up_and_down) == (TODAY, date(2026, 11, 30), 400)


@pytest.mark.parametrize(
    ("fields", "reached"),
    [
        ({"current_work": "canada"}, date(2027, 11, 23)),
        ({"current_work": "canada", "recent_canadian_experience_months": 9}, date(2027, 2, 23)),
        ({"current_work": "canada", "work_permit_until": "2027-11-23"}, date(2027, 11, 23)),
        ({"current_work": "canada", "work_permit_until": "2027-11-22"}, None),
        ({"current_work": "canada", "work_permit_until": "2020-01-01"}, None),
        ({"recent_canadian_experience_months": 12, "work_permit_until": "2020-01-01"}, TODAY),
        ({"recent_canadian_experience_months": 11}, None),
        ({"current_work": "abroad"}, None),
    ],
)
def test_whether_twelve_months_are_reached_in_time(
    fields: dict[str, Any], reached: date | None
) -> None:
    assert twelve_months_reached(person(**fields), RULES) == reached


def test_growing() -> None:
    canada = grown(person(current_work="canada", recent_canadian_experience_months=30), 12, RULES)
    assert canada.canadian_experience_months == 12
    assert canada.recent_canadian_experience_months == RULES.recent_months == 36
    abroad = grown(person(current_work="abroad", foreign_experience_months=5), 12, RULES)
    assert abroad.foreign_experience_months == 17
    assert abroad.canadian_experience_months is None
    idle = person()
    assert grown(idle, 12, RULES) == idle
    assert grown(canada, 0, RULES) == canada


def test_the_public_json_of_a_timeline() -> None:
    found = timeline(born("1996-03-05"), RULES, months=6)
    assert found.as_json() == {
        "on": "2026-11-23",
        "months": 6,
        "events": [{"on": "2027-03-05", "total": 219, "change": -6, "causes": ["birthday"]}],
    }
