"""The rules in force on a day, compiled into tables."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from scoring.calendar import YEAR, latest_expired
from scoring.crs import CrsTables, crs_tables
from scoring.language import LevelTables, levels_of_scores, tests_of
from scoring.parameters.tables import number
from scoring.parameters.tree import Entry, ParameterError, tree
from scoring.programs.cec import CecTables, cec_tables
from scoring.programs.fst import FstTables, fst_tables
from scoring.programs.fsw import FswTables, fsw_tables
from scoring.programs.funds import FundsTable, funds_table
from scoring.vocabulary import TESTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoring.vocabulary import Test

BEGINNING = date(2015, 1, 1)
"""The first day of Express Entry."""


class BeforeExpressEntryError(ValueError):
    """A day on which there was no Express Entry to score by."""

    def __init__(self, on: date) -> None:
        super().__init__(f"Express Entry began on {BEGINNING}; {on} is before")


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything in force on a day, ready to score with."""

    on: date
    since: date
    """The day since which the CRS stands as it does on ``on``."""
    tests_expired: date
    """Language tests taken on this day or before have expired."""
    assessments_expired: date
    """Credential assessments issued on this day or before have expired."""
    levels: LevelTables
    english_tests: frozenset[Test]
    french_tests: frozenset[Test]
    skilled_teer: frozenset[int]
    recent_months: int
    """Months that recent work in Canada looks back on, and so the most there can be of it."""
    crs: CrsTables
    fsw: FswTables
    cec: CecTables
    fst: FstTables
    funds: FundsTable
    entries: Mapping[str, Entry]
    """Every parameter's values in force, by its key."""


@lru_cache(maxsize=4096)
def rules_on(day: date) -> Rules:
    """The rules of a day.

    Raises:
        BeforeExpressEntryError: the day is before 2015-01-01.
        ParameterError: a parameter file is not as it should be.
    """
    if day < BEGINNING:
        raise BeforeExpressEntryError(day)
    changes = _changes()
    rules = _compiled(changes[bisect_right(changes, day) - 1])
    validity = rules.entries["validity"]
    return replace(
        rules,
        on=day,
        tests_expired=latest_expired(day, number(validity, "language_test_years")),
        assessments_expired=latest_expired(day, number(validity, "credential_assessment_years")),
    )


class _InForce(dict[str, Entry]):
    """The values in force on a day; a parameter that has none is a mistake in its file."""

    def __missing__(self, key: str) -> Entry:
        mend = "is missing or has no values for some day since 2015-01-01; add them"
        raise ParameterError(f"{key}.toml", "values", mend)


@cache
def _changes() -> list[date]:
    """The days on which anything changed, the first of Express Entry included."""
    days = {entry.since for each in tree().parameters.values() for entry in each.entries}
    return sorted({day for day in days if day >= BEGINNING} | {BEGINNING})


@cache
def _compiled(day: date) -> Rules:
    entries = _InForce()
    for key, parameter in tree().parameters.items():
        entry = parameter.on(day)
        if entry is not None:
            entries[key] = entry
    classification = entries["crs/classification"]
    skilled_teer = frozenset(classification.value("skilled_teer"))
    first_funds = tree().parameters["funds"].entries[0]
    return Rules(
        on=day,
        since=max(entry.since for key, entry in entries.items() if key.startswith("crs/")),
        tests_expired=day,
        assessments_expired=day,
        levels={
            test: levels_of_scores(entries[key], test)
            for test in TESTS
            if (key := f"language/{test}") in entries
        },
        english_tests=tests_of("english"),
        french_tests=tests_of("french"),
        skilled_teer=skilled_teer,
        recent_months=YEAR * number(entries["windows"], "recent_canadian_experience"),
        crs=crs_tables(entries),
        fsw=fsw_tables(entries, skilled_teer),
        cec=cec_tables(entries["cec"]),
        fst=fst_tables(entries["fst"]),
        funds=funds_table(entries.get("funds", first_funds), assumed="funds" not in entries),
        entries=entries,
    )
