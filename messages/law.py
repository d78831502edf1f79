"""The numbers of the law that the texts mention, read from the parameters of the scoring room.

Texts never hold such a number themselves: ``{{ law.nomination }}`` follows the rules when they
change. Everything here is what is in force by the newest entry of each parameter.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from scoring.parameters.tree import Entry, tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date


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
    nomination: int
    offers: tuple[OfferRule, ...]
    """Every rule for job offers, oldest first; the last gives nothing."""
    pass_mark: int
    relative: int
    fsw_level: int
    fsw_second_language: int
    """The most that a second official language adds to the selection grid."""
    cec_level_high: int
    cec_level_low: int
    fsw_months: int
    foreign_months_full: int
    """Work abroad from which skill transferability gives the most."""
    cec_months: int
    trade_months: int
    trade_level_spoken: int
    trade_level_written: int
    language_years: int
    eca_years: int
    profile_months: int
    days_to_apply: int
    funds: tuple[int, ...]
    """Settlement funds for a family of 1, 2 …"""
    funds_each_more: int
    funds_since: date
    checked: date
    """The last day on which the rules of the CRS were seen as they stand here."""
    scales: Mapping[str, Scale]

    @property
    def job_offer_end(self) -> date:
        """Since when a job offer gives no points in the CRS."""
        return self.offers[-1].since

    def funds_for(self, family: int) -> int:
        """The settlement funds asked of a family, in Canadian dollars."""
        listed = min(family, len(self.funds))
        return self.funds[listed - 1] + (family - listed) * self.funds_each_more


@cache
def law() -> Law:
    """The law as the texts show it."""
    caps, study = _now("crs/caps"), _now("crs/additional/canadian_study").value("points")
    french, validity = _now("crs/additional/french"), _now("validity")
    fsw, cec, fst = _now("fsw/minimum"), _now("cec"), _now("fst")
    funds = _now("funds")
    return Law(
        maximum=caps.value("total"),
        core=caps.value("core")[-1],
        spouse=caps.value("spouse"),
        transferability=caps.value("transferability"),
        additional=caps.value("additional"),
        most=_most(),
        certificate=max(_now("crs/transferability/certificate_language").value("points")),
        sibling=_now("crs/additional/sibling").value("points"),
        study_short=study["two_year"],
        study_long=study["three_or_more_years"],
        french_level=french.value("nclc"),
        french_low=french.value("points")[0],
        french_high=french.value("points")[1],
        nomination=_now("crs/additional/provincial_nomination").value("points"),
        offers=_offers(),
        pass_mark=fsw.value("pass_mark"),
        relative=_now("fsw/adaptability").value("relative"),
        fsw_level=fsw.value("clb"),
        fsw_second_language=_now("fsw/language").value("second")["points"],
        cec_level_high=max(cec.value("clb")),
        cec_level_low=min(cec.value("clb")),
        fsw_months=fsw.value("months"),
        foreign_months_full=_foreign_months_full(),
        cec_months=cec.value("months"),
        trade_months=fst.value("months"),
        trade_level_spoken=fst.value("clb")["speaking"],
        trade_level_written=fst.value("clb")["writing"],
        language_years=validity.value("language_test_years"),
        eca_years=validity.value("credential_assessment_years"),
        profile_months=validity.value("profile_months"),
        days_to_apply=_now("procedure").value("days_to_apply"),
        funds=tuple(funds.value("amounts")),
        funds_each_more=funds.value("each_additional"),
        funds_since=funds.since,
        checked=min(p.entries[-1].checked for p in tree().under("crs").values()),
        scales={test: _scale(p.fixed["scores"]) for test, p in tree().under("language").items()},
    )


def _now(key: str) -> Entry:
    return tree().parameters[key].entries[-1]


def _most() -> dict[str, int]:
    """The most points of each item of the first two sections."""
    abilities = 4
    second = _now("crs/core/second_language")
    return {
        "age": _greatest("crs/core/age"),
        "education": _greatest("crs/core/education"),
        "first_language": abilities * _greatest("crs/core/first_language"),
        "second_language": second.value("cap")[-1],
        "canadian_experience": _greatest("crs/core/canadian_experience"),
        "spouse_education": _greatest("crs/spouse/education"),
        "spouse_language": abilities * _greatest("crs/spouse/language"),
        "spouse_canadian_experience": _greatest("crs/spouse/canadian_experience"),
    }


def _foreign_months_full() -> int:
    """The last step of the table, written as years: ``"3+"``."""
    *_, last = _now("crs/transferability/tiers").value("foreign_experience")
    return 12 * int(last.removesuffix("+"))


def _greatest(key: str) -> int:
    return max(_flat(_now(key).value("points").values()))


def _flat(values: Iterable[int | list[int]]) -> Iterable[int]:
    for value in values:
        yield from value if isinstance(value, list) else (value,)


def _offers() -> tuple[OfferRule, ...]:
    return tuple(
        OfferRule(
            entry.since,
            entry.value("points")["senior_management"],
            entry.value("points")["skilled"],
        )
        for entry in tree().parameters["crs/additional/job_offer"].entries
    )


def _scale(scores: Mapping[str, Mapping[str, Any]]) -> Scale:
    return Scale(
        least={ability: float(scale["from"]) for ability, scale in scores.items()},
        most={ability: float(scale["to"]) for ability, scale in scores.items()},
    )
