"""The Federal Skilled Trades class (IRPR 87.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.language import Levels
from scoring.occupations import occupations
from scoring.parameters.tables import number
from scoring.result import Program
from scoring.vocabulary import ABILITIES

if TYPE_CHECKING:
    from scoring.parameters.tree import Entry
    from scoring.profile import Profile
    from scoring.result import FstUnmet
    from scoring.standing import Standing


@dataclass(frozen=True, slots=True)
class FstTables:
    """The requirements in force on a day."""

    months: int
    """Work in the trade within the last five years."""
    levels: Levels
    """What each ability must reach."""
    trades: frozenset[str]
    """The eligible unit groups."""


def fst(profile: Profile, standing: Standing, tables: FstTables, *, funds_met: bool) -> Program:
    """Holds a person against the class on a day."""
    unmet: list[FstUnmet] = []
    if profile.occupation not in tables.trades:
        unmet.append("trade")
    if (profile.trade_experience_months or 0) < tables.months:
        unmet.append("experience")
    a, b, c, d = standing.first
    listening, reading, writing, speaking = tables.levels
    if a < listening or b < reading or c < writing or d < speaking:
        unmet.append("language")
    if profile.job_offer in {None, "none"} and not profile.trade_certificate:
        unmet.append("offer_or_certificate")
    if not funds_met:
        unmet.append("funds")
    if profile.settling_in_quebec:
        unmet.append("quebec")
    return Program(not unmet, tuple(unmet))


def fst_tables(entry: Entry) -> FstTables:
    """Compiles the parameter ``fst``."""
    clb = entry.part("clb")
    groups, except_ = tuple(entry.value("groups")), tuple(entry.value("except"))
    return FstTables(
        months=number(entry, "months"),
        levels=Levels(*(number(clb, ability) for ability in ABILITIES)),
        trades=frozenset(
            code
            for code in occupations()
            if code.startswith(groups) and not code.startswith(except_)
        ),
    )
