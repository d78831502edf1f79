"""What all tests share: the figures they measure are shown at the end."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from tests.figures import LINES

if TYPE_CHECKING:
    import pytest


BEGAN = monotonic()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show the figures, whether or not all tests passed, and how long it all took."""
    if LINES:
        terminalreporter.section("figures")
        for line in LINES:
            terminalreporter.write_line(line)
        terminalreporter.write_line(f"in all: {monotonic() - BEGAN:.0f} seconds")
