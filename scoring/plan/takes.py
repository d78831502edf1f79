"""What a kind of action typically takes, as ``parameters/actions/`` estimates it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias, cast, get_args

from scoring.parameters.tables import number
from scoring.plan.model import Assumption

if TYPE_CHECKING:
    from scoring.parameters.tree import Entry
    from scoring.rules import Rules
    from scoring.vocabulary import Test

Lane: TypeAlias = Literal["language", "time", "spouse_language", "spouse_time", "papers"]
"""What an action keeps somebody busy with. In one lane things come one after the other, and in
different lanes side by side; but papers run beside everything, each other included."""
LANES: tuple[Lane, ...] = get_args(Lane)

MOST_EFFORT = 5


@dataclass(frozen=True, slots=True)
class Takes:
    """Time, money and effort of an action; None where there is no telling."""

    months: int | None
    cost_cad: int | None
    effort: int
    """From 1 (paperwork) to 5 (years, or a decision of others)."""
    lane: Lane
    assumption: Assumption
    caution: str | None

    def by_spouse(self) -> Takes:
        """The same when the spouse does it, beside what the person does."""
        if self.lane == "papers":
            return self
        return replace(self, lane=cast("Lane", f"spouse_{self.lane}"))


def language_test(rules: Rules, kind: str, test: Test, *, levels: int = 1) -> Takes:
    """A test with its preparation: ``"retake"``, ``"one_ability"``, ``"new_language.7"``.

    Args:
        rules: those of the day.
        kind: what is done.
        test: which test is taken.
        levels: how many levels the ability furthest below is raised.
    """
    return _language_test(rules.entries["actions/language"], kind, test, levels)


def study(rules: Rules, kind: str, *, caution: str | None = None) -> Takes:
    """A programme: ``"credential.master"`` abroad, ``"canadian_study.two_year"``."""
    return _study(rules.entries["actions/study"], kind, caution)


def work(rules: Rules, kind: str, months: int) -> Takes:
    """Months of work: ``"canadian_work"``."""
    plain = _plain(rules.entries["actions/work"], kind)
    assumption = replace(plain.assumption, facts={"months": months, **plain.assumption.facts})
    return replace(plain, months=months, assumption=assumption)


def decision(rules: Rules, kind: str) -> Takes:
    """Papers or a decision: ``"assessment"``."""
    return _plain(rules.entries["actions/decisions"], kind)


@lru_cache(maxsize=1024)
def _language_test(entry: Entry, kind: str, test: Test, levels: int) -> Takes:
    figures = _figures(entry, kind)
    fee = number(entry.part("test_fee_cad"), test)
    if "months_per_level" in figures.data:
        per_level = number(figures, "months_per_level")
        months = levels * per_level
        facts = {"levels": levels, "months_per_level": per_level}
    else:
        months = number(figures, "months")
        facts = {}
    return Takes(
        months=months,
        cost_cad=fee,
        effort=min(number(figures, "effort") + levels - 1, MOST_EFFORT),
        lane=entry.value("lane"),
        assumption=_assumption(entry, kind, {"months": months, "test_fee_cad": fee, **facts}),
        caution=None,
    )


@lru_cache(maxsize=64)
def _study(entry: Entry, kind: str, caution: str | None) -> Takes:
    figures = _figures(entry, kind)
    months, a_year = number(figures, "months"), number(figures, "cost_cad_per_year")
    return Takes(
        months=months,
        cost_cad=months * a_year // 12,
        effort=number(figures, "effort"),
        lane=entry.value("lane"),
        assumption=_assumption(entry, kind, {"months": months, "cost_cad_per_year": a_year}),
        caution=caution,
    )


@lru_cache(maxsize=64)
def _plain(entry: Entry, kind: str) -> Takes:
    figures = _figures(entry, kind)
    known = {name: number(figures, name) for name in ("months", "cost_cad") if name in figures.data}
    return Takes(
        months=known.get("months"),
        cost_cad=known.get("cost_cad"),
        effort=number(figures, "effort"),
        lane=entry.value("lane"),
        assumption=_assumption(entry, kind, known),
        caution=figures.data.get("caution"),
    )


def _figures(entry: Entry, kind: str) -> Entry:
    part = entry
    for name in kind.split("."):
        part = part.part(name)
    return part


def _assumption(entry: Entry, kind: str, facts: dict[str, int]) -> Assumption:
    return Assumption(
        key=kind.partition(".")[0],
        facts=facts,
        checked=entry.checked,
        confirmed=entry.confirmed,
    )
