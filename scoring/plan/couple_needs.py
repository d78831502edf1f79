"""What is still to be asked of a spouse before the roles can be exchanged on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.occupations import CERTIFICATE_TEERS, occupations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.profile import Spouse
    from scoring.rules import Rules


def unknown_of_spouse(spouse: Spouse, rules: Rules) -> tuple[str, ...]:
    """The fields of the spouse that an exact comparison still lacks, in the order to ask them."""
    return tuple(f"spouse.{name}" for name in _lacking(spouse, rules))


def age_is_known(spouse: Spouse) -> bool:
    """Whether the spouse can be scored as principal applicant at all."""
    return spouse.age is not None or spouse.birth_date is not None


def _lacking(spouse: Spouse, rules: Rules) -> Iterator[str]:
    if not age_is_known(spouse):
        yield "birth_date"
    yield from _open(spouse, "education")
    if spouse.education not in {None, "none"}:
        yield from _open(spouse, "has_eca")
    if spouse.education not in {None, "none", "secondary"}:
        yield from _open(spouse, "canadian_study")
    yield from _open(spouse, "language", "second_language", "canadian_experience_months")
    if (spouse.canadian_experience_months or 0) >= rules.cec.months:
        yield from _open(spouse, "recent_canadian_experience_months")
    yield from _open(spouse, "foreign_experience_months")
    if _months(spouse):
        yield from _open(spouse, "occupation")
        if _teer(spouse) in {None, *CERTIFICATE_TEERS}:
            yield from _open(spouse, "trade_certificate")
    if _skilled_year(spouse, rules):
        yield from _open(spouse, "continuous_experience")


def _open(spouse: Spouse, *names: str) -> Iterator[str]:
    return (name for name in names if getattr(spouse, name) is None)


def _months(spouse: Spouse) -> int:
    """All skilled work that is known of."""
    return (spouse.canadian_experience_months or 0) + (spouse.foreign_experience_months or 0)


def _teer(spouse: Spouse) -> int | None:
    return None if spouse.occupation is None else occupations()[spouse.occupation].teer


def _skilled_year(spouse: Spouse, rules: Rules) -> bool:
    """Whether the work known of is enough for the FSW program, if it was without a break."""
    enough = _months(spouse) >= rules.fsw.months
    return enough and _teer(spouse) in {None, *rules.skilled_teer}
