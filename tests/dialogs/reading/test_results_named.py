"""The day of a result that a question names, in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.results_named import ResultNamed, read_result_named

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("ielts from jan 2025 still good?", ResultNamed(date(2025, 1, 1), exact=False)),
        ("is my test of 5 march 2024 valid", ResultNamed(date(2024, 3, 5), exact=True)),
        ("celpip taken March 5, 2026, ok?", ResultNamed(date(2026, 3, 5), exact=True)),
        (
            "mon TEF de février 2025 est encore valable ?",
            ResultNamed(date(2025, 2, 1), exact=False),
        ),
        ("TCF du 12 août 2024 encore bon ?", ResultNamed(date(2024, 8, 12), exact=True)),
        ("ielts of 31 february 2025", None),
        ("my test of may is good?", None),
        ("ielts in january 2031", None),
        ("jan 2025 or feb 2025", None),
        ("how long is a test valid", None),
    ],
)
def test_the_day_that_is_named(text: str, named: ResultNamed | None) -> None:
    assert read_result_named(text, TODAY) == named


@given(st.text(max_size=200))
def test_any_text_names_a_past_day_or_none(text: str) -> None:
    named = read_result_named(text, TODAY)
    assert named is None or named.on <= TODAY
