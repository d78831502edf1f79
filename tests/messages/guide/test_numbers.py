"""What the texts of the guide read from the parameters, by date."""

from __future__ import annotations

from datetime import date

import pytest

from messages.guide.numbers import Numbers
from messages.people import RECORD, TODAY
from scoring.parameters.tree import ParameterError

TODAYS = Numbers(TODAY, "en", RECORD)


def test_values_are_those_of_the_day() -> None:
    before = Numbers(date(2025, 7, 6), "en", RECORD)
    assert (before.value("funds", "amounts", 0), before.since("funds")) == (
        14690,
        date(2024, 5, 28),
    )
    assert (TODAYS.value("funds", "amounts", 1), TODAYS.since("funds")) == (19001, date(2025, 7, 7))
    assert TODAYS.value("crs/additional/job_offer", "points", "skilled") == 0
    assert not TODAYS.confirmed("funds")


def test_steps_of_a_table_and_scores_of_a_level() -> None:
    assert TODAYS.steps("crs/transferability/tiers", "language") == [0, 7, 9]
    assert TODAYS.steps("crs/core/second_language", "points") == [0, 5, 7, 9]
    assert TODAYS.scores("ielts", 9) == TODAYS.scores("ielts", "9") == [8, 7, 7, 7]
    assert TODAYS.scores("tef", 7) == [249, 207, 310, 310]


def test_typical_costs_are_estimates_of_any_day() -> None:
    before = Numbers(date(2026, 3, 1), "en", RECORD)
    assert TODAYS.typical("costs/celpip", "cad") == before.typical("costs/celpip", "cad") == 295
    assert before.checked == {date(2026, 4, 2)}


def test_a_value_left_out_since_is_known_with_its_day() -> None:
    child = TODAYS.latest("fees", "child")
    assert (child.value, child.since) == (260, date(2024, 4, 30))
    assert TODAYS.latest("fees", "principal").since == date(2026, 4, 30)


def test_events_and_their_numbers() -> None:
    assert TODAYS.event("job_offer_points_removed") == date(2025, 3, 25)
    assert TODAYS.event("consultation_2026", "clb") == 6
    assert TODAYS.until("consultation_2026") == date(2026, 5, 24)


def test_categories_and_their_occupations() -> None:
    assert len(TODAYS.codes("stem")) == 11
    assert TODAYS.occupations("stem")[1] == "21220 Cybersecurity specialists"
    assert Numbers(TODAY, "fr", RECORD).occupations("stem")[1].startswith("21220 Spécialistes")
    assert TODAYS.category("agriculture") is None
    assert [each.id for each in TODAYS.categories()][:3] == ["french", "healthcare", "stem"]
    assert "agriculture" not in {each.id for each in TODAYS.categories()}
    assert TODAYS.codes("agriculture") == []
    assert "21231" in Numbers(date(2025, 2, 26), "en", RECORD).codes("stem")


def test_rounds_are_those_held_by_the_day() -> None:
    last = TODAYS.last_round("fst")
    assert last == RECORD.latest("fst", TODAY)
    assert last is not None
    assert last.on == date(2020, 8, 6)
    assert Numbers(date(2015, 1, 30), "en", RECORD).last_rounds(3) == ()
    first, second = TODAYS.last_rounds(2)
    assert first.on >= second.on


def test_rounds_of_a_year_end_with_the_newest_known() -> None:
    newest = RECORD.known_until(TODAY)
    rounds = TODAYS.rounds_of_a_year()
    assert TODAYS.rounds_known_until() == rounds[-1].on == newest == date(2026, 10, 1)
    assert rounds[0].on == date(2025, 10, 6)
    assert len(rounds) == sum(date(2025, 10, 1) < each.on for each in RECORD.until(TODAY))
    kinds = TODAYS.kinds_of_a_year()
    assert kinds[0] == ("pnp", sum(each.kind == "pnp" for each in rounds))
    assert sum(count for _, count in kinds) == len(rounds)
    assert Numbers(date(2015, 1, 30), "en", RECORD).rounds_of_a_year() == ()


def test_the_last_of_each_kind_that_is_still_held() -> None:
    held = TODAYS.last_of_each_kind()
    assert [each.kind for each in held[:3]] == ["trade", "cec", "pnp"]
    assert not {"general", "stem", "education"} & {each.kind for each in held}
    assert all(each == RECORD.latest(each.kind, TODAY) for each in held)
    assert Numbers(date(2027, 12, 31), "en", RECORD).last_of_each_kind() == []


def test_rounds_grow_old_and_kinds_quiet() -> None:
    assert TODAYS.rounds_are_old()
    assert not Numbers(date(2026, 10, 20), "en", RECORD).rounds_are_old()
    assert TODAYS.quiet("general")
    assert not TODAYS.quiet("trade")
    assert Numbers(date(2027, 12, 31), "en", RECORD).quiet("trade")
    assert TODAYS.quiet("researchers")


def test_what_rests_on_rounds_is_as_of_the_newest() -> None:
    numbers = Numbers(date(2026, 3, 1), "en", RECORD)
    numbers.last_round("fst")
    assert numbers.checked == {date(2026, 2, 20)}


def test_as_of_is_when_each_was_last_seen() -> None:
    numbers = Numbers(TODAY, "en", RECORD)
    numbers.value("procedure", "days_to_apply")
    numbers.read("crs/caps")
    assert min(numbers.checked) == date(2024, 5, 27)


@pytest.mark.parametrize(
    ("read", "says"),
    [
        (lambda: TODAYS.value("weather"), "weather.toml: values: has no values on 2026-11-23"),
        (lambda: TODAYS.value("fees", "pets"), "fees.toml: pets: is missing in the values"),
        (lambda: TODAYS.latest("fees", "pets"), "fees.toml: pets: is not known by 2026-11-23"),
        (lambda: TODAYS.until("noc_2021"), "events.toml: noc_2021.until: is missing"),
    ],
)
def test_what_is_not_there_is_named(read: object, says: str) -> None:
    assert callable(read)
    with pytest.raises(ParameterError) as caught:
        read()
    assert says in str(caught.value)


def test_as_of_is_the_oldest_look_but_not_before_the_newest_thing_told() -> None:
    numbers = Numbers(TODAY, "en", RECORD)
    assert numbers.as_of(None) is None
    numbers.value("fees", "principal")
    assert numbers.as_of(None) == date(2026, 10, 1)
    assert numbers.as_of(date(2026, 6, 22)) == date(2026, 6, 22)
    assert numbers.event("high_wage_reported") == date(2026, 11, 3)
    assert numbers.as_of(date(2026, 6, 22)) == date(2026, 11, 3)


def test_what_is_still_to_come_is_no_day_to_know_by() -> None:
    early = Numbers(date(2026, 10, 31), "en", RECORD)
    early.event("high_wage_reported")
    assert early.as_of(date(2026, 6, 22)) == date(2026, 6, 22)
