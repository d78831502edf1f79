"""Whatever people type: a reading, never an exception, and never slow."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dialogs.reading.choices import read_choice
from dialogs.reading.counts import read_family_size
from dialogs.reading.dates import read_date_or_age, read_past_date
from dialogs.reading.durations import read_months
from dialogs.reading.money import read_amount
from dialogs.reading.occupations import read_occupation
from dialogs.reading.outcome import Ambiguous, Understood, Unreadable
from dialogs.reading.scores import read_scores

TODAY = date(2026, 11, 23)
TESTS = ("ielts", "celpip", "pte", "tef", "tcf", "clb", "nclc")


def _scores(test: str, text: str) -> Any:
    return read_scores(text, test, TODAY)


Reader = Callable[[str], Any]
READERS: dict[str, Reader] = {
    "birth": lambda text: read_date_or_age(text, TODAY),
    "past": lambda text: read_past_date(text, TODAY),
    "months": lambda text: read_months(text, TODAY),
    "amount": read_amount,
    "family": read_family_size,
    "occupation": lambda text: read_occupation(text, "en"),
    "occupation_fr": lambda text: read_occupation(text, "fr"),
    "choice": lambda text: read_choice(text, "education", ("bachelor", "unknown"), "en"),
    "yes_no": lambda text: read_choice(text, "sibling_in_canada", ("yes", "no"), "fr"),
    **{test: partial(_scores, test) for test in TESTS},
}

PARTS = st.sampled_from(
    "0 1 2 7,5 8.5 12 19 000 1994 31/02/1990 2025-03 March mars since depuis to à - , . / $ € k "
    "years ans and et half demi a un L R W S CO CE EE EO all partout m yes non not NOC 21231 "
    "engineer infirmière 999999999999999999 ½ ² ٣ ① ﷺ \u200b \u0301".split(" ")
)
NEARLY_ANSWERS = st.lists(PARTS, max_size=14).map(" ".join) | st.lists(PARTS, max_size=14).map(
    "".join
)
TEXT = st.text(max_size=60) | NEARLY_ANSWERS


@pytest.mark.parametrize("name", READERS)
@given(text=TEXT)
@example("9" * 10_000)
@example("1994-" * 80)
@example("²")
@example("①②③④")
@example("0000-00-00")
@example("9999-12-31")
@example("since 0001")
@settings(max_examples=120, deadline=None)
def test_every_text_gets_a_reading(name: str, text: str) -> None:
    assert isinstance(READERS[name](text), Understood | Ambiguous | Unreadable)


@given(text=st.text(min_size=400, max_size=10_000))
@settings(max_examples=30, deadline=None)
def test_long_text_is_never_understood_as_a_number(text: str) -> None:
    if len(text.strip()) > 400:
        assert isinstance(read_months(text, TODAY), Unreadable)
        assert isinstance(read_scores(text, "ielts", TODAY), Unreadable)
    for reader in READERS.values():
        reader(text)


WORST = (
    *("a" * 399, "9" * 399, "1 " * 199, "9,5" * 133, "1/" * 199, "- " * 199, "a a " * 99),
    *("infirmière " * 36, "engineer of the " * 24, "since " * 66, "March " * 66, "L8 " * 132),
    *("il y a " * 57, "demi et " * 49, "(" * 399, "é" * 399, "ﷺ" * 399, "x" * 10_000),
    *(" " * 10_000, "vingt et un " * 33, "marcha mayo septembar " * 18, "1 000 " * 66),
)


@pytest.mark.parametrize("name", READERS)
def test_no_text_takes_long(name: str) -> None:
    reader = READERS[name]
    reader("once, so that tables are read")
    for text in WORST:
        least = min(_seconds(reader, text) for _ in range(3))
        assert least < 0.02, text[:40]


def _seconds(reader: Reader, text: str) -> float:
    start = time.perf_counter()
    reader(text)
    return time.perf_counter() - start
