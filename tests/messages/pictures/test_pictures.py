"""The three pictures in every language: that they hold what they should, and nothing is cut."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from dialogs.conversation import LANGUAGES, Language
from messages.fonts.press import PressError, print_png
from messages.law import law
from messages.pictures import PlanFacts, Step, TimelineFacts, plan_picture, timeline_picture
from messages.pictures.picture import LONGEST_CAPTION
from messages.words import words
from tests.messages.pictures.samples import CAUSES, NAMES, PLANS, TIMELINES, TODAY, drawn, scored

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

WIDE = 1080
PAPER = (251, 250, 247)
CLEAR = 40
"""Pixels on each side that nothing may reach into: the edge less half a line of type."""

each_picture = pytest.mark.parametrize(
    ("name", "language"), [(name, language) for name in NAMES for language in LANGUAGES]
)


def image(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


def colours(part: Image.Image) -> set[tuple[int, ...]]:
    found = part.getcolors(maxcolors=part.width * part.height) or []
    return {colour for _, colour in found if isinstance(colour, tuple)}


@each_picture
def test_fills_a_phone_and_goes_through_telegram(name: str, language: Language) -> None:
    shown = image(drawn(name, language).png)
    assert shown.width == WIDE
    assert 300 < shown.height < 2400
    assert len(drawn(name, language).png) < 1_000_000


@each_picture
def test_nothing_is_cut_at_an_edge(name: str, language: Language) -> None:
    shown = image(drawn(name, language).png)
    wide, high = shown.size
    for edge in (
        (0, 0, wide, CLEAR),
        (0, high - CLEAR, wide, high),
        (0, 0, CLEAR, high),
        (wide - CLEAR, 0, wide, high),
    ):
        assert colours(shown.crop(edge)) == {PAPER}


@each_picture
def test_is_drawn_in_several_colours(name: str, language: Language) -> None:
    assert len(colours(image(drawn(name, language).png))) > 20


@pytest.mark.parametrize("name", NAMES)
def test_the_languages_differ_in_words_and_pixels(name: str) -> None:
    english, french = (drawn(name, language) for language in LANGUAGES)
    assert english.caption != french.caption
    assert english.png != french.png


@each_picture
def test_the_caption_says_the_same(
    name: str, language: Language, snapshot: SnapshotAssertion
) -> None:
    caption = drawn(name, language).caption
    assert len(caption.encode("utf-16-le")) // 2 <= LONGEST_CAPTION
    assert caption.replace("\N{NO-BREAK SPACE}", "~") == snapshot


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_caption_too_long_loses_whole_lines(language: Language) -> None:
    steps = tuple(Step(f"{number} {'étape ' * 30}", 1) for number in range(9))
    caption = plan_picture(PlanFacts(400, steps), language).caption
    assert len(caption) <= LONGEST_CAPTION
    *lines, last = caption.splitlines()
    assert last == "…"
    assert all(line.endswith("étape") or "400" in line for line in map(str.strip, lines))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_score_is_out_of_all_points_there_are(language: Language) -> None:
    facts = scored("score, couple", language)
    assert sum(section.most for section in facts.sections) == law().maximum
    assert facts.low == facts.high == sum(section.total for section in facts.sections)
    for section in facts.sections:
        assert section.name in drawn("score: score, couple", language).caption


def test_a_plan_ends_where_its_steps_lead() -> None:
    assert [facts.end for facts in PLANS.values()] == [532, 435, 1052, 452, 25]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cause_has_a_name(language: Language) -> None:
    assert words(language).keys("pictures", "causes") == CAUSES


def test_what_is_drawn_is_text_and_never_markup() -> None:
    typed = r'#panic("no") $x$ *b* _i_ \ " </svg> <script> @label // gone /* gone */ ÀÉ #{1/0}'
    told = plan_picture(PlanFacts(452, (Step(typed, 5),)), "en")
    assert typed in told.caption
    assert image(told.png).width == WIDE


def test_the_same_facts_give_the_same_picture() -> None:
    facts = TIMELINES["some changes"]
    assert timeline_picture(facts, "fr") == timeline_picture(facts, "fr")


def test_several_can_be_drawn_at_once() -> None:
    facts = TIMELINES["some changes"]
    with ThreadPoolExecutor(4) as threads:
        drawings = set(threads.map(lambda _: timeline_picture(facts, "fr"), range(12)))
    assert drawings == {drawn("timeline: some changes", "fr")}


def test_a_picture_that_fails_says_so_in_one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PressError, match=r"pictures/none\.typ"):
        print_png("pictures/none.typ", {})
    with pytest.raises(PressError, match="could not be printed"):
        print_png("pictures/score.typ", {"language": "en"})
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(PressError, match="typst"):
        timeline_picture(TimelineFacts(TODAY, 1, (), TODAY), "en")


def test_typst_is_loaded_only_to_print() -> None:
    seen = "import sys, messages.pictures, messages.report; sys.exit('typst' in sys.modules)"
    subprocess.run([sys.executable, "-c", seen], check=True)
