"""What becomes of one line of JSON."""

from __future__ import annotations

import json
from datetime import date

from scoring.profile import Profile
from scoring.rules import rules_on
from scoring.score import score
from scoring.stream import range_line, score_line
from tests.scoring.people import person_fields

RULES = rules_on(date(2026, 11, 23))
GOOD = json.dumps(person_fields())


def test_a_good_line_is_scored() -> None:
    expected = score(Profile.model_validate(person_fields()), RULES).as_json()
    assert score_line(GOOD, 1, RULES) == (expected, True)
    assert score_line(GOOD.encode(), 1, RULES) == (expected, True)


def test_a_bad_line_gives_its_number_and_every_problem() -> None:
    line = json.dumps(person_fields(education="phd", settlement_funds=-1))
    found, good = score_line(line, 3, RULES)
    assert not good
    assert found["line"] == 3
    assert [error["field"] for error in found["errors"]] == ["education", "settlement_funds"]


def test_a_birth_after_the_day_is_a_bad_line() -> None:
    line = json.dumps(person_fields(birth_date="2026-11-24"))
    for found in (score_line(line, 7, RULES), range_line(line, 7, RULES)):
        message = "is after 2026-11-23, the day of the score"
        assert found == (
            {"line": 7, "errors": [{"field": "birth_date", "message": message}]},
            False,
        )


def test_an_open_line_gives_its_range() -> None:
    found, good = range_line("{}", 1, RULES)
    assert good
    assert found["crs"]["range"] == {"low": 0, "high": 1200}
    assert range_line('{"x": 1}', 2, RULES)[1] is False
