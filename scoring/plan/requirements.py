"""What a program asks beside points: changes that only ever open programs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scoring.calendar import YEAR
from scoring.plan import takes
from scoring.plan.candidate import Candidate
from scoring.plan.work import (
    canadian_work,
    foreign_work,
    takes_abroad,
    takes_in_canada,
)
from scoring.programs import funds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.plan.changes import Fields
    from scoring.plan.takes import Takes
    from scoring.profile import Profile
    from scoring.rules import Rules

_WORK = frozenset({"canadian_experience_months", "foreign_experience_months"})


def requirements(profile: Profile, rules: Rules) -> Iterator[Candidate]:
    """Funds, a continuous year, recent work in Canada, work in a trade, and where to settle."""
    if not funds.met(profile, rules.funds):
        yield _funds(profile, rules)
    if profile.settling_in_quebec:
        by = takes.decision(rules, "outside_quebec")
        yield _required("settling_in_quebec", {"settling_in_quebec": False}, by)
    if not profile.continuous_experience:
        yield _required("continuous_experience", *_work(profile, rules, YEAR))
    recent = profile.recent_canadian_experience_months or 0
    if recent < rules.cec.months:
        added = rules.cec.months - recent
        yield _required(
            f"recent_canadian_experience_months.{rules.cec.months}",
            canadian_work(profile, rules, added),
            takes_in_canada(profile, rules, added),
        )
    in_trade = profile.trade_experience_months or 0
    if profile.occupation in rules.fst.trades and in_trade < rules.fst.months:
        fields, by = _work(profile, rules, rules.fst.months - in_trade)
        fields = {"trade_experience_months": rules.fst.months, **fields}
        yield _required(f"trade_experience_months.{rules.fst.months}", fields, by)


def _funds(profile: Profile, rules: Rules) -> Candidate:
    amount = rules.funds.required(funds.family_size(profile))
    by = takes.decision(rules, "settlement_funds")
    facts = {"amount": amount, "missing": round(amount - (profile.settlement_funds or 0))}
    by = replace(by, assumption=replace(by.assumption, facts=facts))
    return _required("settlement_funds", {"settlement_funds": amount}, by)


def _work(profile: Profile, rules: Rules, added: int) -> tuple[Fields, Takes]:
    """Months of work where the person works now, or abroad."""
    if profile.current_work == "canada":
        return canadian_work(profile, rules, added), takes_in_canada(profile, rules, added)
    return foreign_work(profile, added), takes_abroad(profile, rules, added)


def _required(id_: str, fields: Fields, by: Takes) -> Candidate:
    touches = {id_, *(name.removesuffix("_months") for name in fields if name in _WORK)}
    return Candidate(id_, "requirement", fields, frozenset(touches), by)
