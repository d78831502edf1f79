"""What a couple can decide: who comes along, and who is the principal applicant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.occupations import CERTIFICATE_TEERS
from scoring.plan import takes
from scoring.plan.candidate import COUPLE, EVERYTHING, Candidate
from scoring.plan.couple_needs import age_is_known, unknown_of_spouse
from scoring.standing import spouse_counts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scoring.plan.changes import Fields
    from scoring.plan.takes import Takes
    from scoring.profile import Profile
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
        yield _decided("spouse.coming", {"accompanying": True}, takes.spouse_coming(rules))
        return
    by = takes.decision(rules, "spouse_staying")
    yield _decided("spouse.staying", {"accompanying": False}, by)
    if age_is_known(spouse):
        yield Candidate(
            PRINCIPAL,
            "couple",
            exchanged(profile, rules),
            EVERYTHING,
            takes.decision(rules, "spouse_principal"),
            needs=unknown_of_spouse(spouse, rules),
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


def _decided(id_: str, fields: Mapping[str, bool], by: Takes) -> Candidate:
    return Candidate(id_, "couple", {"spouse": fields}, COUPLE, by)
