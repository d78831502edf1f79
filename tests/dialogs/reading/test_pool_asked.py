"""How many people of the pool stand above a total, in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.pool_asked import read_pool_asked
from dialogs.reading.targets import LEAST, MOST


@pytest.mark.parametrize(
    ("words", "above"),
    [
        ("how many people above 490", 490),
        ("How many candidates have more than 500 points?", 500),
        ("how many are over 510 in the pool", 510),
        ("how many people have at least 470?", 469),
        ("how many profiles with 490 or more", 489),
        ("how many people have 490+", 489),
        ("combien de personnes au-dessus de 490 ?", 490),
        ("combien de candidats ont plus de 500 points", 500),
        ("combien de gens ont 470 ou plus", 469),
        ("combien de profils ont au moins 470 points", 469),
        ("combien de monde devant 430 ?", 430),
    ],
)
def test_the_total_that_is_named(words: str, above: int) -> None:
    assert read_pool_asked(words) == above


@pytest.mark.parametrize(
    "words",
    [
        "how many people are in the pool",
        "how many people were invited above 500",
        "how many draws were above 500",
        "how many people above 30 years",
        "how many points above 500 do I need",
        "how many people have more than 450 dollars",
        "how many people are between 450 and 500",
        "how many people have 490",
        "combien de personnes de plus de 35 ans",
        "combien de rondes au-dessus de 500",
        "people above 490",
        "/rounds 490",
        "how many people above 490 " * 9,
        "",
    ],
)
def test_anything_else(words: str) -> None:
    assert read_pool_asked(words) is None


@given(
    st.sampled_from(["", "how many people above ", "combien de gens ont au moins "]),
    st.text(max_size=80) | st.from_regex(r"[0-9]{1,6}", fullmatch=True),
)
def test_any_text_names_a_total_that_can_be_or_none(asked: str, text: str) -> None:
    above = read_pool_asked(asked + text)
    assert above is None or LEAST - 1 <= above <= MOST
