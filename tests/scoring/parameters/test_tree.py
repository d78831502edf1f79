"""The parameter files: complete, sourced, and mistakes named with their mend."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from scoring.parameters.tree import ParameterError, read_tree, tree

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = '[MI]\nkind = "official"\ntitle = "Instructions"\nwhere = "canada.ca"\n'
ENTRY = 'since = 2015-01-01\nsources = ["MI"]\nconfirmed = true\nchecked = 2026-10-01\n'
GOOD = f'title = "Age"\nreference = "MI"\n\n[[values]]\n{ENTRY}points = 5\n'


def written(folder: Path, text: str, sources: str = SOURCES) -> Path:
    (folder / "sources.toml").write_text(sources, encoding="utf-8")
    (folder / "crs").mkdir()
    (folder / "crs" / "age.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_parameter_knows_its_values_by_date(tmp_path: Path) -> None:
    later = ENTRY.replace("2015-01-01", "2020-05-05")
    folder = written(tmp_path, f"{GOOD}\n[[values]]\n{later}points = 7\n")
    age = read_tree(folder).parameters["crs/age"]

    assert age.on(date(2014, 12, 31)) is None
    points = [
        entry.value("points")
        for day in (date(2015, 1, 1), date(2020, 5, 4), date(2020, 5, 5))
        if (entry := age.on(day))
    ]
    assert points == [5, 5, 7]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title = ", "crs/age.toml: the file: is not valid TOML"),
        (GOOD.replace('title = "Age"\n', ""), "the file: title: is missing"),
        (GOOD.replace('"Age"', "5"), "the file: title: is missing or not a str"),
        (f'colour = "red"\n{GOOD}', "the file: colour: is not a key"),
        ('title = "Age"\nreference = "MI"\n', "values: is missing; add"),
        (GOOD.replace("2015-01-01", '"2015-01-01"'), "values: since: is missing or not a date"),
        (GOOD.replace('["MI"]', '["MI", "HEARSAY"]'), "HEARSAY: name entries of sources.toml"),
        (GOOD.replace('["MI"]', "[]"), "an empty list: name entries of sources.toml"),
        (GOOD.replace("= true", "= false"), "note: is missing; say what is not confirmed"),
        (f"{GOOD}\n[[values]]\n{ENTRY}points = 7\n", "must come after 2015-01-01"),
    ],
)
def test_a_mistake_names_the_file_the_key_and_the_mend(
    tmp_path: Path, text: str, says: str
) -> None:
    with pytest.raises(ParameterError) as caught:
        read_tree(written(tmp_path, text))
    assert "crs/age.toml" in str(caught.value)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("sources", "says"),
    [
        (SOURCES.replace("official", "rumour"), "sources.toml: MI.kind: must be one of official"),
        (SOURCES.replace('where = "canada.ca"\n', ""), "sources.toml: MI: where: is missing"),
    ],
)
def test_a_mistake_in_the_register_is_named(tmp_path: Path, sources: str, says: str) -> None:
    with pytest.raises(ParameterError, match=says):
        read_tree(written(tmp_path, GOOD, sources))


def test_a_missing_value_names_its_entry(tmp_path: Path) -> None:
    entry = read_tree(written(tmp_path, GOOD)).parameters["crs/age"].entries[0]
    with pytest.raises(ParameterError, match="values since 2015-01-01: cap: is missing"):
        entry.value("cap")
    with pytest.raises(ParameterError, match="points: must be a table"):
        entry.part("points")


def test_every_value_has_a_source_of_the_register_and_its_day() -> None:
    entries = [entry for each in tree().parameters.values() for entry in each.entries]
    assert {source.id for entry in entries for source in entry.sources} <= set(tree().sources)
    assert all(entry.sources and entry.checked <= date(2026, 11, 23) for entry in entries)


def test_what_is_not_confirmed_is_marked() -> None:
    unsure = {
        f"{entry.key} {entry.since}"
        for each in tree().parameters.values()
        for entry in each.entries
        if not entry.confirmed
    }
    assert {each for each in unsure if not each.startswith("actions/")} == {
        "biometrics 2018-07-31",
        "categories/agriculture 2025-02-27",
        "categories/education 2025-02-27",
        "categories/healthcare 2023-05-31",
        "categories/healthcare 2025-02-27",
        "categories/stem 2025-02-27",
        "categories/trade 2025-02-27",
        "fees 2026-04-30",
        "forecast 2026-10-01",
        "funds 2023-05-01",
        "funds 2025-07-07",
        "levels_plan 2025-11-05",
        "medical_results 2015-01-01",
        "paid_vacation 2015-01-01",
        "passport 2015-01-01",
        "police_certificates 2015-01-01",
        "nomination 2015-01-01",
        "procedure 2018-06-26",
        "processing 2015-01-01",
        "profile_form 2015-01-01",
        "proof_of_funds 2015-01-01",
        "round_names 2015-01-31",
        "studies_in_canada 2016-11-19",
        "windows 2015-01-01",
    }
    sure = tree().under("actions").keys() - {
        each.removeprefix("actions/").partition(" ")[0] for each in unsure
    }
    assert sure == {
        "costs/assessment",
        "costs/assessment_physician",
        "costs/celpip",
        "costs/tuition_graduate",
        "costs/tuition_undergraduate",
        "work/canadian_work",
        "work/canadian_work_authorized",
        "work/canadian_work_going_on",
        "work/foreign_work",
        "work/foreign_work_going_on",
    }


@pytest.mark.parametrize(
    ("day", "days_to_apply"),
    [
        (date(2016, 11, 18), 60),
        (date(2016, 11, 19), 90),
        (date(2018, 6, 25), 90),
        (date(2018, 6, 26), 60),
    ],
)
def test_days_to_apply_by_date(day: date, days_to_apply: int) -> None:
    entry = tree().parameters["procedure"].on(day)
    assert entry is not None
    assert entry.value("days_to_apply") == days_to_apply


@pytest.mark.parametrize(
    ("day", "principal", "right"),
    [
        (date(2024, 4, 29), 850, 515),
        (date(2024, 4, 30), 950, 575),
        (date(2026, 4, 29), 950, 575),
        (date(2026, 4, 30), 990, 600),
    ],
)
def test_fees_by_date(day: date, principal: int, right: int) -> None:
    entry = tree().parameters["fees"].on(day)
    assert entry is not None
    assert entry.value("principal") == principal
    assert entry.value("right_of_permanent_residence") == right
