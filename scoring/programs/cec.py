"""The Canadian Experience Class (IRPR 87.1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.parameters.tables import number, numbers
from scoring.result import Program

if TYPE_CHECKING:
    from scoring.parameters.tree import Entry
    from scoring.profile import Profile
    from scoring.result import CecUnmet
    from scoring.standing import Standing

_TEERS = 6


@dataclass(frozen=True, slots=True)
class CecTables:
    """The requirements in force on a day."""

    months: int
    """Skilled work in Canada within the last three years."""
    clb: tuple[int, ...]
    """Level that each ability must reach, by TEER."""


def cec(profile: Profile, standing: Standing, tables: CecTables) -> Program:
    """Holds a person against the class on a day."""
    unmet: list[CecUnmet] = []
    if (profile.recent_canadian_experience_months or 0) < tables.months:
        unmet.append("experience")
    if standing.first_least < tables.clb[standing.teer]:
        unmet.append("language")
    if profile.settling_in_quebec:
        unmet.append("quebec")
    return Program(not unmet, tuple(unmet))


def cec_tables(entry: Entry) -> CecTables:
    """Compiles the parameter ``cec``."""
    return CecTables(months=number(entry, "months"), clb=numbers(entry, "clb", _TEERS))
