"""Family sizes, counted or named one by one."""

from __future__ import annotations

import pytest

from dialogs.reading.counts import read_family_size
from dialogs.reading.outcome import Understood, Unreadable


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("4", 4),
        ("four", 4),
        ("quatre", 4),
        ("un", 1),
        ("we are 3", 3),
        ("nous sommes 4", 4),
        ("on est quatre", 4),
        ("a family of 5", 5),
        ("une famille de 5 personnes", 5),
        ("one person", 1),
        ("une personne", 1),
        ("just me", 1),
        ("moi seul", 1),
        ("Moi seule.", 1),
        ("couple", 2),
        ("me and my wife", 2),
        ("my husband and I", 2),
        ("me, my wife and 2 kids", 4),
        ("ma femme, moi et deux enfants", 4),
        ("mon mari, notre fils et moi", 3),
        ("me and my daughter", 2),
        ("me, my hubby and 2 gosses", 4),
        ("ma femme, moi et deux gosses", 4),
        ("2 adults and 1 child", 3),
        ("20", 20),
    ],
)
def test_sizes(text: str, size: int) -> None:
    assert read_family_size(text) == Understood(size)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("0", "family_size_out_of_range"),
        ("-3", "family_size_out_of_range"),
        ("21", "family_size_out_of_range"),
        ("2.5", "family_size_unreadable"),
        ("3 kids", "family_size_unreadable"),
        ("3 or 4", "family_size_unreadable"),
        ("big", "family_size_unreadable"),
        ("", "family_size_unreadable"),
    ],
)
def test_refused(text: str, reason: str) -> None:
    reading = read_family_size(text)
    assert isinstance(reading, Unreadable)
    assert reading.reason == reason
