"""Numbers in digits and words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dialogs.reading.numbers import from_digits, join_thousands, take_number
from dialogs.reading.text import fold, words


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("7.5", "7.5"),
        ("7,5", "7.5"),
        ("19001", "19001"),
        ("19,001", "19001"),
        ("19.001", "19001"),
        ("1200,50", "1200.50"),
        ("1,200.50", "1200.50"),
        ("1.200,50", "1200.50"),
        ("1,234,567", "1234567"),
        ("0.125", "0.125"),
        ("0", "0"),
    ],
)
def test_digits(written: str, value: str) -> None:
    assert from_digits(written) == Decimal(value)


@pytest.mark.parametrize(
    "written", ["1,2,3", "1.2.3,4", "1,23,456", "12,34.567.890", "9" * 16, "x"]
)
def test_no_number(written: str) -> None:
    assert from_digits(written) is None


def test_thousands_apart_are_one_number() -> None:
    assert join_thousands("19 001 $ et 1 200,50") == "19001 $ et 1200,50"
    assert join_thousands("15'000") == "15000"
    assert join_thousands("8 7 7") == "8 7 7"


@pytest.mark.parametrize(
    ("spoken", "value"),
    [
        ("zero", 0),
        ("trois", 3),
        ("thirty-one", 31),
        ("fourty two", 42),
        ("ninety nine", 99),
        ("one hundred", 100),
        ("cent", 100),
        ("vingt et un", 21),
        ("trente-cinq", 35),
        ("soixante-dix", 70),
        ("soixante et onze", 71),
        ("septante-deux", 72),
        ("quatre-vingts", 80),
        ("quatre-vingt-un", 81),
        ("quatre-vingt-dix-neuf", 99),
        ("nonante", 90),
    ],
)
def test_words(spoken: str, value: int) -> None:
    tokens = words(fold(spoken))
    assert take_number(tokens, 0) == (Decimal(value), len(tokens))


def test_other_words_are_no_number() -> None:
    assert take_number(["cat"], 0) is None
    assert take_number([], 0) is None
    assert take_number(["1,2,3"], 0) is None
