"""The numbers of the law that the texts mention, read from the parameters of the scoring room.

Texts never hold such a number themselves: ``{{ law.nomination }}`` follows the rules when they
change. It is the law of one day: an entry that is announced is not shown before it is in force.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from scoring.parameters.tree import tree
from scoring.rules import rules_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from scoring.parameters.tree import Entry
    from scoring.programs.funds import FundsTable


@dataclass(frozen=True, slots=True)
class OfferRule:
    """What a job offer gives in the CRS from one day on."""

    since: date
    senior_management: int
    skilled: int


@dataclass(frozen=True, slots=True)
class Scale:
    """The least and the most that a test can give in each ability."""

    least: Mapping[str, float]
    most: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Law:
    """Numbers for the texts, by the names that the texts use."""

    maximum: int
    """The most of all points, and by section below."""
    core: int
    spouse: int
    transferability: int
    additional: int
    most: Mapping[str, int]
    """The most of one item, without a spouse: ``most.age``, ``most.spouse_education`` …"""
    certificate: int
    sibling: int
    study_short: int
    study_long: int
    french_level: int
    french_low: int
    french_high: int
    french_round_level: int
    """NCLC that rounds for French ask for in each ability."""
    nomination: int
    offers: tuple[OfferRule, ...]
    """Every rule for job offers so far, oldest first; the last is in force."""
    pass_mark: int
    relative: int
    """What a relative in Canada adds to the selection grid, and the spouse's studies there."""
    spouse_study: int
    fsw_offer: int
    """What a job offer adds to the selection grid."""
    fsw_level: int
    fsw_second_language: int
    """The most that a second official language adds to the selection grid."""
    cec_level_high: int
    cec_level_low: int
    fsw_months: int
    work_years: int
    """How many years back work counts, of it that for the CEC, and that in a trade."""
    recent_years: int
    trade_years: int
    hours_a_week: int
    """Full-time work."""
    foreign_months_full: int
    """Work abroad from which skill transferability gives the most."""
    cec_months: int
    trade_months: int
    offer_months: int
    """How long a job offer lasts at least."""
    study_in_canada_months: int
    """Of a program that gives points of its own."""
    study_years: int
    """Academic years in Canada that the selection grid asks for."""
    trade_level_spoken: int
    trade_level_written: int
    language_years: int
    eca_years: int
    common_law_months: int
    """Living together."""
    profile_months: int
    days_to_apply: int
    funds: FundsTable
    funds_since: date
    funds_checked: date
    funds_confirmed: bool
    """Whether it is certain that no newer table is in force."""
    rules_since: date
    """Since when the rules of that day are in force."""
    checked: date
    """The last day on which the rules of the CRS were seen as they stand here."""
    scales: Mapping[str, Scale]

    @property
    def job_offer_end(self) -> date | None:
        """Since when a job offer gives no points in the CRS; None while it gives any."""
        now = self.offers[-1]
        return None if now.skilled or now.senior_management else now.since


def law(on: date | None = None) -> Law:
    """The law of a day as the texts show it; without a day, with all that is announced."""
    return _law(on or date.max)


@lru_cache(maxsize=64)
def _law(on: date) -> Law:
    rules = rules_on(on)
    entries = rules.entries
    caps, study = entries["crs/caps"], entries["crs/additional/canadian_study"].value("points")
    french, validity = entries["crs/additional/french"], entries["validity"]
    fsw, cec, fst = entries["fsw/minimum"], entries["cec"], entries["fst"]
    windows, funds = entries["windows"], _first(entries, "funds")
    procedure = entries["procedure"]
    checked = min(entry.checked for key, entry in entries.items() if key.startswith("crs/"))
    return Law(
        maximum=caps.value("total"),
        core=caps.value("core")[-1],
        spouse=caps.value("spouse"),
        transferability=caps.value("transferability"),
        additional=caps.value("additional"),
        most=_most(entries),
        certificate=max(entries["crs/transferability/certificate_language"].value("points")),
        sibling=entries["crs/additional/sibling"].value("points"),
        study_short=study["two_year"],
        study_long=study["three_or_more_years"],
        french_level=french.value("nclc"),
        french_low=french.value("points")[0],
        french_high=french.value("points")[1],
        french_round_level=_first(entries, "categories/french").value("nclc"),
        nomination=entries["crs/additional/provincial_nomination"].value("points"),
        offers=_offers(on),
        pass_mark=fsw.value("pass_mark"),
        relative=entries["fsw/adaptability"].value("relative"),
        spouse_study=entries["fsw/adaptability"].value("spouse_study"),
        fsw_offer=entries["fsw/arranged_employment"].value("points"),
        fsw_level=fsw.value("clb"),
        fsw_second_language=entries["fsw/language"].value("second")["points"],
        cec_level_high=max(cec.value("clb")),
        cec_level_low=min(cec.value("clb")),
        fsw_months=fsw.value("months"),
        work_years=windows.value("foreign_experience"),
        recent_years=windows.value("recent_canadian_experience"),
        trade_years=windows.value("trade_experience"),
        hours_a_week=entries["full_time"].value("hours_a_week"),
        foreign_months_full=_foreign_months_full(entries),
        cec_months=cec.value("months"),
        trade_months=fst.value("months"),
        offer_months=entries["fsw/arranged_employment"].value("months"),
        study_in_canada_months=_first(entries, "studies_in_canada").value("in_canada_months"),
        study_years=entries["fsw/adaptability"].value("study_years"),
        trade_level_spoken=fst.value("clb")["speaking"],
        trade_level_written=fst.value("clb")["writing"],
        language_years=validity.value("language_test_years"),
        eca_years=validity.value("credential_assessment_years"),
        common_law_months=entries["family"].value("common_law_months"),
        profile_months=validity.value("profile_months"),
        days_to_apply=procedure.value("days_to_apply"),
        funds=rules.funds,
        funds_since=funds.since,
        funds_checked=funds.checked,
        funds_confirmed=funds.confirmed,
        rules_since=rules.since,
        checked=checked,
        scales={test: _scale(p.fixed["scores"]) for test, p in tree().under("language").items()},
    )


def _most(entries: Mapping[str, Entry]) -> dict[str, int]:
    """The most points of each item of the first two sections."""
    abilities = 4
    second = entries["crs/core/second_language"]
    return {
        "age": _greatest(entries, "crs/core/age"),
        "education": _greatest(entries, "crs/core/education"),
        "first_language": abilities * _greatest(entries, "crs/core/first_language"),
        "second_language": second.value("cap")[-1],
        "canadian_experience": _greatest(entries, "crs/core/canadian_experience"),
        "spouse_education": _greatest(entries, "crs/spouse/education"),
        "spouse_language": abilities * _greatest(entries, "crs/spouse/language"),
        "spouse_canadian_experience": _greatest(entries, "crs/spouse/canadian_experience"),
    }


def _first(entries: Mapping[str, Entry], key: str) -> Entry:
    """The entry in force, or the first there is of what is younger than the rules."""
    return entries.get(key, tree().parameters[key].entries[0])


def _foreign_months_full(entries: Mapping[str, Entry]) -> int:
    """The last step of the table, written as years: ``"3+"``."""
    *_, last = entries["crs/transferability/tiers"].value("foreign_experience")
    return 12 * int(last.removesuffix("+"))


def _greatest(entries: Mapping[str, Entry], key: str) -> int:
    return max(_flat(entries[key].value("points").values()))


def _flat(values: Iterable[int | list[int]]) -> Iterable[int]:
    for value in values:
        yield from value if isinstance(value, list) else (value,)


def _offers(on: date) -> tuple[OfferRule, ...]:
    return tuple(
        OfferRule(
            entry.since,
            entry.value("points")["senior_management"],
            entry.value("points")["skilled"],
        )
        for entry in tree().parameters["crs/additional/job_offer"].entries
        if entry.since <= on
    )


def _scale(scores: Mapping[str, Mapping[str, Any]]) -> Scale:
    return Scale(
        least={ability: float(scale["from"]) for ability, scale in scores.items()},
        most={ability: float(scale["to"]) for ability, scale in scores.items()},
    )
