"""The picture of the cut-offs of a kind of round."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from dialogs.conversation import LANGUAGES, Language
from dialogs.screens_record import rounds_shown
from messages.fonts.press import print_png
from messages.pictures import TrendFacts, trend_drawing
from messages.render import render
from scoring.record import Record

if TYPE_CHECKING:
    from scoring.rounds import RoundKind

TODAY = date(2026, 11, 23)
PAPER = (251, 250, 247)
CLEAR = 40


def picture(facts: TrendFacts, language: Language) -> Image.Image:
    drawing = trend_drawing(facts, language)
    return Image.open(BytesIO(print_png(drawing.layout, drawing.facts))).convert("RGB")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("total", [None, 469, 1200])
def test_nothing_is_cut_at_an_edge(total: int | None, language: Language) -> None:
    cutoffs = ((date(2025, 1, 2), 540), (date(2025, 8, 2), 508), (date(2026, 10, 1), 518))
    shown = picture(TrendFacts("Title", cutoffs, date(2026, 10, 1), total), language)
    wide, high = shown.size
    assert wide == 1080
    for edge in ((0, 0, wide, CLEAR), (0, 0, CLEAR, high), (wide - CLEAR, 0, wide, high)):
        assert shown.crop(edge).getcolors() is not None
        assert {colour for _, colour in shown.crop(edge).getcolors() or []} == {PAPER}


def test_the_total_changes_the_picture() -> None:
    cutoffs = ((date(2025, 1, 2), 540), (date(2026, 10, 1), 518))
    shown = [
        picture(TrendFacts("Title", cutoffs, date(2026, 10, 1), total), "en").tobytes()
        for total in (None, 469, 529)
    ]
    assert len(set(shown)) == len(shown)


@pytest.mark.parametrize(
    ("kind", "page", "drawn"),
    [("cec", 0, True), ("cec", 1, False), ("military", 0, False), (None, 0, False)],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_goes_with_the_first_page_of_a_kind_that_has_a_trend(
    kind: RoundKind | None, page: int, *, drawn: bool, language: Language
) -> None:
    shown = rounds_shown(Record.shipped(), TODAY, kind, page, total=469)
    drawing = render(shown, language, TODAY).drawing
    assert (drawing is not None) is drawn
    if drawing is not None:
        assert len(drawing.facts["rounds"]) == len(shown.trend)
        assert "469" in drawing.facts["total"]["label"]
