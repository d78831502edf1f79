"""The 516 unit groups of the National Occupational Classification 2021, version 1.0.

The file ``parameters/noc_2021.csv`` has a line a unit group: its five digits, TEER (training,
education, experience and responsibilities, 0 to 5) and both official titles.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from scoring.parameters.tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

CERTIFICATE_TEERS = frozenset({2, 3})
"""The TEER of occupations for which there may be a certificate of qualification."""


@dataclass(frozen=True, slots=True)
class Occupation:
    """One unit group."""

    code: str
    """Five digits, leading zeros included."""
    teer: int
    title_en: str
    title_fr: str

    def title(self, language: str) -> str:
        """The official title in a language; there are English and French ones only."""
        return self.title_fr if language == "fr" else self.title_en


@cache
def occupations() -> Mapping[str, Occupation]:
    """Every unit group by its code, in the order of the codes."""
    with (ROOT / "noc_2021.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: Occupation(row["code"], int(row["teer"]), row["title_en"], row["title_fr"])
            for row in csv.DictReader(file)
        }
