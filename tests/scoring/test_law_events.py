"""The dated events: complete, sourced, in step with the parameters they changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from scoring.law_events import law_events, read_law_events, reported_changes
from scoring.parameters.tree import ParameterError, tree

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """[offer]
on = 2025-03-25
what = "No points"
sources = ["IRPA"]
confirmed = true
checked = 2026-10-01
changes = ["crs/additional/job_offer"]
"""


@pytest.mark.parametrize(
    ("event", "day"),
    [
        ("job_offer_points_removed", date(2025, 3, 25)),
        ("categories_2026", date(2026, 2, 18)),
        ("noc_2021", date(2022, 11, 16)),
    ],
)
def test_days(event: str, day: date) -> None:
    assert law_events()[event].on == day


def test_proposals_are_marked() -> None:
    proposed = {id_ for id_, event in law_events().items() if event.proposed}
    assert proposed == {"one_class_proposed", "consultation_2026"}
    assert not any(law_events()[id_].confirmed for id_ in proposed)
    assert law_events()["consultation_2026"].value("clb") == 6


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (GOOD.replace('"No points"', "5"), "offer: what: is missing or not a str"),
        (GOOD.replace("IRPA", "HEARSAY"), "offer: sources: HEARSAY: name entries of sources.toml"),
        (GOOD.replace("= true", "= false"), "offer.note: is missing; say what is not confirmed"),
        (GOOD.replace("2025-03-25", "2025-03-26"), "job_offer.toml has no values since 2025-03-26"),
        (GOOD.replace("job_offer", "weather"), "weather.toml has no values since 2025-03-25"),
    ],
)
def test_a_mistake_names_the_event_and_the_mend(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "events.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ParameterError) as caught:
        read_law_events(path, tree())
    assert says in str(caught.value)


def test_a_missing_number_is_named() -> None:
    with pytest.raises(ParameterError, match=r"events.toml: categories_2026.clb: is missing"):
        law_events()["categories_2026"].value("clb")


def test_a_reported_change_of_the_score_is_told_from_its_day_on() -> None:
    assert reported_changes(date(2026, 11, 2)) == ()
    (reported,) = reported_changes(date(2026, 11, 3))
    assert reported.id == "high_wage_reported"
    assert not reported.confirmed
    assert reported.sources
