"""Options that several commands share."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import click

_WRITTEN = re.compile(r"\d{4}-\d{2}-\d{2}")
"""As in a profile; ISO has other forms, which nobody writes by hand."""

FIRST_DAY = date(2015, 1, 1)
"""The day on which Express Entry began."""


class Day(click.ParamType[date]):
    """An ISO date on which Express Entry existed."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the date, or refuse it with what would be right."""
        try:
            day = date.fromisoformat(str(value) if _WRITTEN.fullmatch(str(value)) else "")
        except ValueError:
            self.fail(f"{value!r} is not a date such as 2026-03-31", param, ctx)
        if day < FIRST_DAY:
            self.fail(f"Express Entry began on {FIRST_DAY}; {day} is before it", param, ctx)
        return day


on = click.option(
    "--on", type=Day(), metavar="DATE", help="The date to score on (today unless told)."
)
profiles = click.argument("file", type=click.File("rb"), default="-")
