"""The press: a layout and its facts, set by Typst into a picture or a document.

Layouts (``.typ``) hold no words and no numbers of their own. The facts travel beside them as JSON
and are only ever text there, so nothing that a person typed can be read as markup. Typst is
loaded when something is printed for the first time; it reads these fonts, its own, and no others.
It remembers the layouts of its last few prints: reports take up to 75 MB of memory, then no more.
"""

from __future__ import annotations

import json
import warnings
from datetime import UTC, datetime, time
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from messages.words import FOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

FONTS = FOLDER / "fonts"


class PressError(RuntimeError):
    """Nothing could be printed; what was to be shown can still be said in words."""


def print_png(layout: str, facts: Mapping[str, Any]) -> bytes:
    """One picture, a pixel for each point of the layout's page."""
    return _print(layout, facts, "png", ppi=72.0)


def print_pdf(layout: str, facts: Mapping[str, Any], on: date) -> bytes:
    """A tagged document, created on that day: the same facts give the same bytes."""
    created = datetime.combine(on, time(), UTC)
    return _print(layout, facts, "pdf", timestamp=created, pdf_standards="ua-1")


@cache
def _fonts() -> Any:
    """The fonts, read once: a third of the time that a picture would take."""
    fonts = import_module("typst").Fonts
    return fonts(font_paths=[FONTS], include_system_fonts=False)


def _print(
    layout: str, facts: Mapping[str, Any], output: Literal["png", "pdf"], **options: Any
) -> bytes:
    try:
        printed, complaints = import_module("typst").compile_with_warnings(
            FOLDER / layout,
            root=FOLDER,
            font_paths=_fonts(),
            format=output,
            sys_inputs={"facts": json.dumps(facts)},
            **options,
        )
    except (ImportError, OSError, RuntimeError, TypeError, ValueError) as error:
        raise PressError(f"{layout} could not be printed: {error}") from error
    for complaint in complaints:
        warnings.warn(f"{layout}: {complaint}", RuntimeWarning, stacklevel=3)
    if not isinstance(printed, bytes):
        raise PressError(f"{layout} is not on one page")
    return printed
