"""Pictures beside the words: which screens have one, and nothing heavy is loaded without it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from dialogs.replies import Explanation
from dialogs.replies_ahead import TargetPlan, TimelineShown
from messages.render import render
from tests.messages.ahead import each_language, of

if TYPE_CHECKING:
    from dialogs.conversation import Language


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (TargetPlan, "target, single"),
        (TimelineShown, "timeline, couple"),
        (Explanation, "explanation, single"),
    ],
)
@each_language
def test_a_picture_waits_to_be_drawn_beside_the_words(
    kind: type, name: str, language: Language
) -> None:
    assert isinstance(of(name), kind)
    drawing = render(of(name), language).drawing
    assert drawing is not None
    assert drawing.name is None
    assert drawing.facts["language"] == language


@pytest.mark.parametrize("name", ["target, reached", "timeline, expired test", "score, single"])
def test_no_picture_where_there_is_nothing_to_draw(name: str) -> None:
    assert render(of(name), "en").drawing is None


def test_nothing_heavy_is_loaded_to_say_it_in_words() -> None:
    code = (
        "import sys; from messages.catalogue import catalogue; from messages.render import render;"
        "render(catalogue()['target, single'], 'en'); assert 'typst' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
