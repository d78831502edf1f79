"""The picture of the cut-offs of a kind of round."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from dialogs.conversation import LANGUAGES, Language
from dialogs.screens_record import rounds_shown
from messages.catalogue_rounds import of_rounds
from messages.fonts.press import print_png
from messages.pictures import TrendFacts, trend_drawing, trends_drawing
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
        assert len(drawing.facts["panels"][0]["rounds"]) == len(shown.trend)
        assert "469" in drawing.facts["panels"][0]["total"]["label"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("chances, nurse", ["453", "515", "493"]),
        ("chances, couple", ["521", "521", "1041"]),
        ("chances, shut out", None),
        ("chances, no data", None),
    ],
)
def test_chances_show_the_kinds_that_are_open_or_near_beside_what_one_competes_with(
    name: str, labels: list[str] | None, language: Language
) -> None:
    drawing = render(dict(of_rounds())[name], language, TODAY).drawing
    if labels is None:
        assert drawing is None
        return
    assert drawing is not None
    panels = drawing.facts["panels"]
    assert [panel["total"]["label"].split()[-1] for panel in panels] == labels
    shown = Image.open(BytesIO(print_png(drawing.layout, drawing.facts))).convert("RGB")
    wide, high = shown.size
    assert wide == 1080
    for edge in ((0, 0, wide, CLEAR), (0, 0, CLEAR, high), (wide - CLEAR, 0, wide, high)):
        assert {colour for _, colour in shown.crop(edge).getcolors() or []} == {PAPER}


def test_kinds_in_one_picture_lie_over_the_same_months() -> None:
    early, late = date(2025, 1, 2), date(2026, 10, 1)
    kinds = [
        TrendFacts("One", ((early, 500), (late, 510)), late, 505),
        TrendFacts("Two", ((date(2026, 1, 2), 400), (late, 410)), late, 505, after_step=True),
    ]
    one, two = trends_drawing(kinds, "en").facts["panels"]
    assert (one["rounds"][0]["at"], one["rounds"][1]["at"], two["rounds"][1]["at"]) == (0, 1, 1)
    assert 0.5 < two["rounds"][0]["at"] < 0.6
    assert two["total"]["label"] == "With one step: 505"


def test_one_kind_alone_is_drawn_as_in_its_list() -> None:
    facts = TrendFacts("One", ((date(2025, 1, 2), 500), (TODAY, 510)), TODAY, 505)
    assert trends_drawing([facts], "fr") == trend_drawing(facts, "fr")
