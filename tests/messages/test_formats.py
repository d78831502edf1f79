"""Numbers, money, dates and durations in both languages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from messages.words import words

if TYPE_CHECKING:
    from dialogs.conversation import Language


def plain(text: str) -> str:
    """The text with its no-break spaces made visible."""
    return text.replace("\N{NO-BREAK SPACE}", "~").replace("\N{NARROW NO-BREAK SPACE}", "~")


@pytest.mark.parametrize(
    ("language", "way", "value", "written"),
    [
        ("en", "number", 1200, "1,200"),
        ("fr", "number", 1200, "1~200"),
        ("en", "number", 7.5, "7.5"),
        ("fr", "number", 7.5, "7,5"),
        ("en", "number", 8.0, "8"),
        ("fr", "number", "7.3", "7,3"),
        ("en", "signed", 25, "+25"),
        ("fr", "signed", -25, "−25"),
        ("en", "signed", 0, "0"),
        ("en", "money", 19001, "$19,001"),
        ("fr", "money", 19001, "19~001~$"),
        ("en", "money", 12.5, "$12.50"),
        ("fr", "money", 12.5, "12,50~$"),
        ("en", "money", 0, "$0"),
        ("en", "percent", 0.83, "83%"),
        ("fr", "percent", 0.83, "83~%"),
        ("en", "date", "1992-04-01", "1 April 1992"),
        ("fr", "date", "1992-04-01", "1er avril 1992"),
        ("en", "date", date(1992, 4, 3), "3 April 1992"),
        ("fr", "date", date(1992, 8, 3), "3 août 1992"),
        ("en", "moment", "2026-03-03", "3 March 2026"),
        ("en", "moment", "2026-03-03T14:05:00Z", "3 March 2026, 14:05 UTC"),
        ("fr", "moment", "2026-04-01T04:05:09Z", "1er avril 2026 à 04 h 05 min 09 s UTC"),
        ("en", "years", 1, "1 year"),
        ("fr", "years", "2", "2 ans"),
        ("en", "months", 0, "0 months"),
        ("en", "months", 1, "1 month"),
        ("fr", "months", 1, "1 mois"),
        ("en", "months", 12, "1 year"),
        ("fr", "months", 12, "1~an"),
        ("en", "months", 30, "2 years 6 months"),
        ("fr", "months", 30, "2 ans et 6 mois"),
        ("fr", "months", "73", "6 ans et 1 mois"),
    ],
)
def test_is_written(language: Language, way: str, value: object, written: str) -> None:
    assert plain(getattr(words(language).formats, way)(value)) == written
