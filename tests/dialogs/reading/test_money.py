"""Amounts in Canadian dollars, and those in other currencies that are asked for again."""

from __future__ import annotations

import pytest

from dialogs.reading.money import read_amount
from dialogs.reading.outcome import Understood, Unreadable


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("15 000 $", 15000),
        ("15\u202f000\u00a0$", 15000),
        ("$15,000", 15000),
        ("15000 CAD", 15000),
        ("CAD 15,000.00", 15000),
        ("C$ 15,000", 15000),
        ("CA$15 000", 15000),
        ("15k", 15000),
        ("15 K$", 15000),
        ("15.5k", 15500),
        ("15.000", 15000),
        ("15'000", 15000),
        ("15 000,50 $", 15000),
        ("15000.75", 15000),
        ("fifteen thousand dollars", 15000),
        ("quinze mille", 15000),
        ("mille dollars", 1000),
        ("1.5 million", 1500000),
        ("about $19,001", 19001),
        ("j’ai environ 19 001 $", 19001),
        ("we have 20000 Canadian dollars in savings", 20000),
        ("0", 0),
        ("nothing", 0),
        ("rien", 0),
        ("less than what is asked", 0),
        ("moins que demandé", 0),
    ],
)
def test_amounts(text: str, amount: int) -> None:
    assert read_amount(text) == Understood(amount)


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("€12,000", "EUR"),
        ("12 000 euros", "EUR"),
        ("USD 5000", "USD"),
        ("US$5,000", "USD"),
        ("5000 dollars américains", "USD"),
        ("£9000", "GBP"),
        ("20 lakh", "INR"),
        ("20 lakh INR", "INR"),
        ("₦5,000,000", "NGN"),
        ("5 000 000 FCFA", "XOF"),
        ("A$ 5000", "AUD"),
        ("50000 pesos", None),
        ("50 000 dinars", None),
        ("100000 php", "PHP"),
    ],
)
def test_other_currencies(text: str, currency: str | None) -> None:
    assert read_amount(text) == Unreadable("other_currency", {"currency": currency})


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("15-20k", "one_amount"),
        ("15 to 20k", "one_amount"),
        ("between $15,000 and $20,000", "one_amount"),
        ("entre 15 000 et 20 000 $", "one_amount"),
        ("-5000", "amount_negative"),
        ("$-5000", "amount_negative"),
        ("999999999", "amount_too_large"),
        ("enough", "amount_unreadable"),
        ("15000 bananas", "amount_unreadable"),
        ("$", "amount_unreadable"),
        ("", "amount_unreadable"),
    ],
)
def test_refused(text: str, reason: str) -> None:
    reading = read_amount(text)
    assert isinstance(reading, Unreadable)
    assert reading.reason == reason
