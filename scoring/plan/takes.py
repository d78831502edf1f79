"""What a kind of action typically takes, as ``parameters/actions/`` tells it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias, cast, get_args

from scoring.parameters.tables import number
from scoring.parameters.tree import tree
from scoring.plan.model import Assumption, Basis

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoring.parameters.tree import Entry
    from scoring.rules import Rules
    from scoring.vocabulary import Test

Lane: TypeAlias = Literal["language", "time", "spouse_language", "spouse_time", "papers"]
"""What an action keeps somebody busy with. In one lane things come one after the other, and in
different lanes side by side; but papers run beside everything, each other included."""
LANES: tuple[Lane, ...] = get_args(Lane)

MOST_EFFORT = 5

_COSTED_AS: Mapping[Test, Test] = {"clb": "ielts", "nclc": "tef"}
"""The test whose fee stands for levels of which it is open what will prove them."""
_WEEKS, _MONTHS = 52, 12
"""In a year."""


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
    name, _, level = kind.partition(".")
    time, pace = (_known(rules, f"actions/language/{each}") for each in (name, "pace"))
    fee = _known(rules, f"actions/costs/{_COSTED_AS.get(test, test)}")
    return _language_test(name, _part(time, level) if level else time, pace, fee, levels)


def study(rules: Rules, kind: str, *, caution: str | None = None) -> Takes:
    """A programme: ``"credential.master"`` abroad, ``"canadian_study.two_year"``."""
    name, _, level = kind.partition(".")
    figures = _part(_known(rules, f"actions/study/{name}"), level)
    return _study(name, figures, _cost(rules, figures.value("cost")), caution)


def work(rules: Rules, kind: str, months: int) -> Takes:
    """Months of work: ``"canadian_work"``."""
    plain = _plain(kind, _known(rules, f"actions/work/{kind}"), None, "time")
    assumption = replace(plain.assumption, facts={"months": months, **plain.assumption.facts})
    return replace(plain, months=months, assumption=assumption)


def assessment(rules: Rules, occupation: str | None = None) -> Takes:
    """An assessment of a credential; of a principal applicant, by what the occupation asks."""
    physicians = _known(rules, "actions/decisions/assessment_physician").value("occupations")
    return decision(rules, "assessment_physician" if occupation in physicians else "assessment")


def spouse_coming(rules: Rules) -> Takes:
    """A spouse who comes along: free until the application, whose fees the spouse has, too."""
    plain = decision(rules, "spouse_coming")
    fees = _known(rules, "fees")
    cost = number(fees, "spouse") + number(fees, "right_of_permanent_residence")
    facts = {**plain.assumption.facts, "cost_cad": cost}
    assumption = replace(plain.assumption, facts=facts, cost=_basis(fees))
    return replace(plain, cost_cad=cost, assumption=assumption)


def decision(rules: Rules, kind: str) -> Takes:
    """Papers or a decision: ``"trade_certificate"``."""
    entry = _known(rules, f"actions/decisions/{kind}")
    cost = _cost(rules, entry.data["cost"]) if "cost" in entry.data else None
    return _plain(kind, entry, cost, "papers")


def _known(rules: Rules, key: str) -> Entry:
    """The values of a day, or the first that are known where it is before them."""
    return rules.entries.get(key) or tree().parameters[key].entries[0]


def _cost(rules: Rules, name: str) -> Entry:
    """What is paid: ``"assessment"``, ``"tuition_abroad.graduate"``."""
    file, _, part = name.partition(".")
    entry = _known(rules, f"actions/costs/{file}")
    return _part(entry, part) if part else entry


@lru_cache(maxsize=256)
def _part(entry: Entry, name: str) -> Entry:
    """One and the same each time, so that it can be a key."""
    return entry.part(name)


@lru_cache(maxsize=1024)
def _language_test(name: str, time: Entry, pace: Entry, fee: Entry, levels: int) -> Takes:
    facts: dict[str, int] = {}
    if "months" in time.data:
        months, basis = number(time, "months"), _basis(time)
    else:
        if "hours_per_level" in time.data:
            facts = {"levels": levels, "hours_per_level": number(time, "hours_per_level")}
            hours = levels * facts["hours_per_level"]
        else:
            hours = number(time, "hours")
        a_week = number(pace, "hours_per_week")
        facts |= {"hours": hours, "hours_per_week": a_week}
        months, basis = -(-hours * _MONTHS // (a_week * _WEEKS)), _basis(time, pace)
    cost = number(fee, "cad")
    return Takes(
        months=months,
        cost_cad=cost,
        effort=min(number(time, "effort") + levels - 1, MOST_EFFORT),
        lane="language",
        assumption=Assumption(
            name, {"months": months, "test_fee_cad": cost, **facts}, basis, _basis(fee)
        ),
        caution=None,
    )


@lru_cache(maxsize=64)
def _study(name: str, figures: Entry, a_year: Entry, caution: str | None) -> Takes:
    months, cost = number(figures, "months"), number(a_year, "cad")
    facts = {"months": months, "cost_cad_per_year": cost}
    return Takes(
        months=months,
        cost_cad=months * cost // _MONTHS,
        effort=number(figures, "effort"),
        lane="time",
        assumption=Assumption(name, facts, _basis(figures), _basis(a_year)),
        caution=caution,
    )


@lru_cache(maxsize=64)
def _plain(kind: str, entry: Entry, cost: Entry | None, lane: Lane) -> Takes:
    known = {name: number(entry, name) for name in ("months", "cost_cad") if name in entry.data}
    if cost is not None:
        known["cost_cad"] = number(cost, "cad")
    return Takes(
        months=known.get("months"),
        cost_cad=known.get("cost_cad"),
        effort=number(entry, "effort"),
        lane=lane,
        assumption=Assumption(kind, known, _basis(entry), _basis(cost or entry)),
        caution=entry.data.get("caution"),
    )


def _basis(*entries: Entry) -> Basis:
    """Where a figure was read that is made from all of these."""
    return Basis(
        sources=tuple(dict.fromkeys(source for entry in entries for source in entry.sources)),
        checked=min(entry.checked for entry in entries),
        confirmed=all(entry.confirmed for entry in entries),
    )
