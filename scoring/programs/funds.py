"""Settlement funds: how much a family must have, and of whom it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.parameters.tables import number, numbers
from scoring.vocabulary import COUPLES

if TYPE_CHECKING:
    from scoring.parameters.tree import Entry
    from scoring.profile import OpenProfile
    from scoring.vocabulary import MaritalStatus

_LISTED = 7
"""The table lists families of one to this many."""


@dataclass(frozen=True, slots=True)
class FundsTable:
    """The amounts in force on a day."""

    amounts: tuple[int, ...]
    """Canadian dollars for one person, two, and so on."""
    each_additional: int
    assumed: bool
    """True before the first known table, which then stands in."""

    def required(self, family_size: int) -> int:
        """Canadian dollars that a family must have."""
        beyond = max(0, family_size - len(self.amounts))
        return self.amounts[family_size - beyond - 1] + beyond * self.each_additional


def asked(profile: OpenProfile) -> bool:
    """Whether funds are asked: not of somebody authorized to work in Canada with a job offer."""
    return not (profile.authorized_to_work and profile.job_offer not in {None, "none"})


def family_size(profile: OpenProfile) -> int:
    """The people of the family, the person included; when unknown, the person and a partner."""
    return people(profile.family_size, profile.marital_status)


def people(said: int | None, marital_status: MaritalStatus | None) -> int:
    """The people of a family of so many as was said, else the person and a partner if any."""
    return said or (2 if marital_status in COUPLES else 1)


def met(profile: OpenProfile, table: FundsTable) -> bool:
    """Whether the person has the funds, or is not asked for any."""
    if not asked(profile):
        return True
    return (profile.settlement_funds or 0) >= table.required(family_size(profile))


def funds_table(entry: Entry, *, assumed: bool) -> FundsTable:
    """Compiles the parameter ``funds``."""
    return FundsTable(
        amounts=numbers(entry, "amounts", _LISTED),
        each_additional=number(entry, "each_additional"),
        assumed=assumed,
    )
