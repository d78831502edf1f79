"""What a couple can decide: who comes along, and who is the principal applicant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.occupations import CERTIFICATE_TEERS, occupations
from scoring.plan import takes
from scoring.plan.candidate import COUPLE, EVERYTHING, Candidate
from scoring.standing import spouse_counts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scoring.plan.changes import Fields
    from scoring.profile import Profile, Spouse
    from scoring.rules import Rules

PRINCIPAL = "spouse.principal"
"""The id of the exchange of roles."""

_SHARED = (
    "age",
    "birth_date",
    "education",
    "has_eca",
    "canadian_study",
    "canadian_experience_months",
    "recent_canadian_experience_months",
    "foreign_experience_months",
    "continuous_experience",
    "occupation",
    "trade_certificate",
    "second_language",
)
"""What a profile and its spouse both tell, by the same name."""

_OWN = (
    "eca_issued_on",
    "teer",
    "trade_experience_months",
    "job_offer",
    "authorized_to_work",
    "provincial_nomination",
    "current_work",
    "work_permit_until",
    "category_experience_months",
    "category_canadian_months",
)
"""What only the principal applicant tells: unknown of a spouse who becomes one."""

TRADES_TEER = CERTIFICATE_TEERS | {None}
"""The TEER of occupations that may have a certificate of qualification; None is unknown."""


def couple_candidates(profile: Profile, rules: Rules) -> Iterator[Candidate]:
    """What a couple can decide; the exchange of roles only where the spouse's age is known."""
    spouse = profile.spouse
    if spouse is None or spouse.canadian:
        return
    if not spouse_counts(profile):
        yield _decided("spouse.coming", {"accompanying": True}, rules, "spouse_coming")
        return
    yield _decided("spouse.staying", {"accompanying": False}, rules, "spouse_staying")
    if age_is_known(spouse):
        yield Candidate(
            PRINCIPAL,
            "couple",
            exchanged(profile, rules),
            EVERYTHING,
            takes.decision(rules, "spouse_principal"),
            needs=unknown_of_spouse(spouse),
        )


def exchanged(profile: Profile, rules: Rules) -> Fields:
    """The top-level fields that make the spouse the principal applicant, and the person the spouse.

    What belongs to the household stays; what only a principal applicant tells is unknown.

    Raises:
        ValueError: there is no spouse.
    """
    if profile.spouse is None:
        raise ValueError("nobody to exchange roles with")
    person, spouse = profile.model_dump(mode="json"), profile.spouse.model_dump(mode="json")
    issued = profile.eca_issued_on
    if issued is not None and issued <= rules.assessments_expired:
        person["has_eca"] = False  # a spouse's assessment has no date of its own
    return {
        **{name: spouse[name] for name in _SHARED},
        "education": spouse["education"] or "none",
        "first_language": spouse["language"],
        **dict.fromkeys(_OWN),
        "spouse": {
            **{name: person[name] for name in _SHARED},
            "language": person["first_language"],
            "accompanying": True,
            "canadian": False,
        },
    }


def unknown_of_spouse(spouse: Spouse) -> tuple[str, ...]:
    """The fields of the spouse that an exact comparison still lacks, in the order to ask them."""
    return tuple(f"spouse.{name}" for name in _lacking(spouse))


def _lacking(spouse: Spouse) -> Iterator[str]:
    if not age_is_known(spouse):
        yield "birth_date"
    always = ("education", "language", "second_language", "canadian_experience_months")
    for name in (*always, "foreign_experience_months"):
        if getattr(spouse, name) is None:
            yield name
    canadian = spouse.canadian_experience_months or 0
    worked = canadian + (spouse.foreign_experience_months or 0)
    if canadian and spouse.recent_canadian_experience_months is None:
        yield "recent_canadian_experience_months"
    if worked and spouse.continuous_experience is None:
        yield "continuous_experience"
    if worked and spouse.occupation is None:
        yield "occupation"
    teer = None if spouse.occupation is None else occupations()[spouse.occupation].teer
    if worked and teer in TRADES_TEER and spouse.trade_certificate is None:
        yield "trade_certificate"


def age_is_known(spouse: Spouse) -> bool:
    """Whether the spouse can be scored as principal applicant at all."""
    return spouse.age is not None or spouse.birth_date is not None


def _decided(id_: str, fields: Mapping[str, bool], rules: Rules, kind: str) -> Candidate:
    return Candidate(id_, "couple", {"spouse": fields}, COUPLE, takes.decision(rules, kind))
