"""The press of the report: what does not fit on two pages is printed once more, tighter."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from messages.fonts.press import print_pdf

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_PAGES = 2
LAYOUT = "report/report.typ"
_TIGHTER = ((9.0, False), (8.2, False), (7.4, False), (7.4, True), (6.8, True), (6.4, True))
"""The size of the type in points, and whether tables may be broken by the end of a page."""
_PAGES = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")


def print_report(layout: str, facts: Mapping[str, Any]) -> bytes:
    """A report as a PDF, dated with its ``day``; the same facts give the same bytes.

    Raises:
        PressError: it could not be printed.
    """
    on = date(*facts["day"])
    for size, broken in _TIGHTER:
        printed = print_pdf(layout, {**facts, "size": size, "broken": broken}, on)
        if _pages(printed) <= MOST_PAGES:
            break
    return printed


def _pages(printed: bytes) -> int:
    found = _PAGES.search(printed)
    return int(found[1]) if found else 1
