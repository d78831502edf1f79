"""Further credentials, in Canada and abroad, and the assessment of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.plan import takes
from scoring.plan.candidate import Candidate
from scoring.vocabulary import CANADIAN_STUDIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scoring.plan.changes import Fields
    from scoring.plan.takes import Takes
    from scoring.profile import Profile, Spouse
    from scoring.rules import Rules
    from scoring.vocabulary import CanadianStudy, Education

_FURTHER: Mapping[Education, Mapping[Education, str]] = {
    "none": {
        "secondary": "secondary",
        "one_year": "one_year",
        "two_year": "two_year",
        "bachelor": "bachelor",
    },
    "secondary": {"one_year": "one_year", "two_year": "two_year", "bachelor": "bachelor"},
    "one_year": {"two_year": "two_year", "two_or_more": "bachelor"},
    "two_year": {"two_or_more": "bachelor"},
    "bachelor": {
        "two_or_more": "one_year",
        "master": "master",
        "doctoral": "doctoral_after_bachelor",
    },
    "two_or_more": {"master": "master", "doctoral": "doctoral_after_bachelor"},
    "master": {"doctoral": "doctoral"},
    "professional": {"doctoral": "doctoral"},
}
"""Levels that one more credential leads to, and that credential. Beside a shorter one, a
bachelor's degree makes two credentials of which one took three years; beside a bachelor's, any
other does."""

_WITH_CANADIAN: Mapping[CanadianStudy, Mapping[Education, Education]] = {
    "one_year": {"none": "one_year", "secondary": "one_year", "bachelor": "two_or_more"},
    "two_year": {
        "none": "two_year",
        "secondary": "two_year",
        "one_year": "two_year",
        "bachelor": "two_or_more",
    },
    "three_or_more_years": {
        "none": "bachelor",
        "secondary": "bachelor",
        "one_year": "two_or_more",
        "two_year": "two_or_more",
        "bachelor": "two_or_more",
    },
    "graduate_one_year": {
        "bachelor": "master",
        "two_or_more": "master",
        "master": "master",
        "professional": "professional",
    },
}
"""The level after a Canadian credential, where it differs from the level before."""

_GRADUATES: frozenset[Education] = frozenset({"bachelor", "two_or_more", "master", "professional"})
"""The levels that a graduate programme admits."""

_BACHELORS: frozenset[Education] = frozenset({"bachelor", "two_or_more"})
"""Those whose way to a doctorate leads through a master's degree."""

_ASSESSED: Fields = {"has_eca": True, "eca_issued_on": None}


def own_study(profile: Profile, rules: Rules) -> Iterator[Candidate]:
    """What the person could have assessed or study."""
    issued = profile.eca_issued_on
    if profile.has_eca is False or (issued is not None and issued <= rules.assessments_expired):
        yield Candidate(
            "has_eca",
            "education",
            _ASSESSED,
            frozenset({"has_eca"}),
            takes.assessment(rules, profile.occupation),
        )
    for level, credential in _FURTHER.get(profile.education, {}).items():
        yield Candidate(
            f"education.{level}",
            "education",
            {"education": level, **_ASSESSED},
            frozenset({"education", "canadian_study", "has_eca"}),
            takes.study(rules, f"credential.{credential}"),
        )
    yield from _in_canada(profile, rules)


def spouse_study(spouse: Spouse, rules: Rules) -> Iterator[Candidate]:
    """What the spouse could have assessed or study."""

    def changed(name: str, fields: Fields, by: Takes) -> Candidate:
        touched = frozenset({"spouse.education"})
        patch = {"spouse": fields}
        return Candidate(f"spouse.{name}", "spouse_education", patch, touched, by.by_spouse())

    if spouse.has_eca is False:
        yield changed("has_eca", {"has_eca": True}, takes.assessment(rules))
    for level, credential in _FURTHER.get(spouse.education or "none", {}).items():
        fields: Fields = {"education": level, "has_eca": True}
        yield changed(f"education_{level}", fields, takes.study(rules, f"credential.{credential}"))


def _in_canada(profile: Profile, rules: Rules) -> Iterator[Candidate]:
    education, done = profile.education, profile.canadian_study or "none"
    # The permit after graduation is given once: who has studied here already may have had it.
    caution = "programme_before_work_permit" if done == "none" else "school_must_be_eligible"

    def programme(name: str, study: CanadianStudy, level: Education, credential: str) -> Candidate:
        counted = study if _is_further(study, done) else done
        return Candidate(
            f"canadian_study.{name}",
            "education",
            {"education": level, "canadian_study": counted},
            frozenset({"education", "canadian_study"}),
            takes.study(rules, f"canadian_study.{credential}", caution=caution),
        )

    for study, levels in _WITH_CANADIAN.items():
        level = levels.get(education, education)
        admitted = study != "graduate_one_year" or education in _GRADUATES
        if admitted and (level != education or _is_further(study, done)):
            yield programme(study, study, level, study)
    if education in _GRADUATES:
        by = "doctoral_after_bachelor" if education in _BACHELORS else "doctoral"
        yield programme("doctoral", "three_or_more_years", "doctoral", by)


def _is_further(study: CanadianStudy, done: CanadianStudy) -> bool:
    """Whether a programme counts for more than the Canadian credential there is."""
    longest = CANADIAN_STUDIES.index("three_or_more_years")  # a graduate degree counts the same
    return CANADIAN_STUDIES.index(done) < min(CANADIAN_STUDIES.index(study), longest)
