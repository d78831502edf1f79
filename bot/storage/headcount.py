"""How many people there are, by sums that the database itself keeps with every change."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dialogs.headcount import Headcount

if TYPE_CHECKING:
    from sqlite_utils import Database

_SUMS = "SELECT facet, value, people FROM headcount"


def headcount(db: Database, today: date) -> Headcount:
    """The sums as they are."""
    sums: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for facet, value, people in db.execute(_SUMS):
        sums[facet][value] = people

    def within(days: int) -> int:
        first = (today - timedelta(days=days - 1)).isoformat()
        return sum(people for day, people in sums["heard_on"].items() if day >= first)

    return Headcount(
        people=sum(sums["progress"].values()),
        active_day=within(1),
        active_week=within(7),
        active_month=within(30),
        progress=sums["progress"],
        languages={language: n for language, n in sums["language"].items() if language},
        alerts=sums["alerts"].get("1", 0),
        watching=sums["watches"].get("1", 0),
    )
