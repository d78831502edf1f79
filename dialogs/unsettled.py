"""Which reasons against a program rest on answers that are not known yet, and on which.

An unknown answer is scored as missing. Here that is told apart from what is certain: a reason is
certain when the known answers alone hold against the program, whatever the open ones turn out
to be.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from dialogs.questions import BY_ID
from scoring.explain import lines
from scoring.standing import standing
from scoring.vocabulary import PROGRAMS, studies_within

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from scoring.explain import Line
    from scoring.profile import Profile
    from scoring.programs.fsw import Adaptability
    from scoring.result import Result
    from scoring.rules import Rules

Reasons: TypeAlias = "Mapping[str, Mapping[str, tuple[str, ...]]]"
"""For each program, what is against it, by its code; for each of these, the questions without a
known answer that could still remove it. Without such a question it is certain."""

_FIELDS = {
    "first_language_test": "first_language",
    "second_language_test": "second_language",
    "canadian_experience": "canadian_experience_months",
    "foreign_experience": "foreign_experience_months",
    "recent_canadian_experience": "recent_canadian_experience_months",
    "trade_experience": "trade_experience_months",
}
"""The profile field of a question, where its name is another."""

_SPOUSE_FIELDS = {
    "accompanying": "spouse_status",
    "canadian": "spouse_status",
    "language": "spouse_language_test",
    "canadian_experience_months": "spouse_canadian_experience",
}
"""The question about a field of the spouse, where its name is another."""

_GRID = {
    "language": ("first_language_test", "second_language_test"),
    "experience": ("canadian_experience", "foreign_experience"),
    "arranged_employment": ("job_offer",),
    "adaptability": ("canadian_experience", "job_offer", "canadian_study"),
}
"""Questions that can still add points to an item of the Federal Skilled Worker grid."""

_SPOUSE_GRID = {
    "spouse_language_test": "language",
    "spouse_canadian_experience": "canadian_experience_months",
    "spouse_canadian_study": "canadian_study",
}


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a person, and what came of it."""

    profile: Profile
    result: Result
    rules: Rules


def reasons(profile: Profile, result: Result, rules: Rules) -> Reasons:
    """What is against each program, and which open answers each reason rests on.

    Args:
        profile: the person, unknown fields left out.
        result: what the profile scores.
        rules: those that it was scored by.
    """
    known = _Known(profile, result, rules)
    return {
        program: {
            code: _rests_on(program, code, known)
            for code in getattr(result.programs, program).unmet
        }
        for program in PROGRAMS
    }


def asked_for(fields: Iterable[str]) -> tuple[str, ...]:
    """The questions, in their order, that ask for fields of a profile, or of its ``"spouse.…"``."""
    asking = {field: question for question, field in _FIELDS.items()}

    def question(field: str) -> str:
        _, of_spouse, name = field.rpartition("spouse.")
        if of_spouse:
            return _SPOUSE_FIELDS.get(name, f"spouse_{name}")
        return asking.get(name, name)

    wanted = set(map(question, fields))
    return tuple(question for question in BY_ID if question in wanted)


def may_open(against: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether open answers could remove all that is against a program."""
    return all(against.values())


def _rests_on(program: str, code: str, known: _Known) -> tuple[str, ...]:
    match program, code:
        case "fsw", "experience":
            return _skilled_year(known)
        case "cec", "experience":
            return _recent_year(known)
        case "fst", "experience":
            return _trade_years(known)
        case "fst", "trade":
            return () if _too_little_for_a_trade(known) else _open(known, "occupation")
        case "fsw", "education":
            return (*_open(known, "has_eca"), *_study_open(known))
        case "fsw", "points":
            return _grid(known)
        case "cec", "language":
            return _language_for_the_teer(known)
        case _, "language":
            return _open(known, "first_language_test")
        case _, "offer_or_certificate":
            return _open(known, "job_offer", "trade_certificate")
        case _, "funds":
            return (*_funds_open(known), *_exemption_open(known))
        case _:
            return ()


def _open(known: _Known, *questions: str) -> tuple[str, ...]:
    """Those of the questions whose answer is not known."""
    profile = known.profile
    return tuple(q for q in questions if getattr(profile, _FIELDS.get(q, q)) is None)


def _months(known: _Known) -> int | None:
    """All skilled work, where it is known."""
    canadian = known.profile.canadian_experience_months
    foreign = known.profile.foreign_experience_months
    return None if canadian is None or foreign is None else canadian + foreign


def _skilled_year(known: _Known) -> tuple[str, ...]:
    months = _months(known)
    too_little = months is not None and months < known.rules.fsw.months
    unskilled = "occupation_not_skilled" in known.result.notes
    if too_little or unskilled or known.profile.continuous_experience is False:
        return ()
    work = ("canadian_experience", "foreign_experience", "continuous_experience")
    return _open(known, *work, "occupation")


def _recent_year(known: _Known) -> tuple[str, ...]:
    in_all = known.profile.canadian_experience_months
    if in_all is None:
        return ("canadian_experience",)
    return () if in_all < known.rules.cec.months else _open(known, "recent_canadian_experience")


def _too_little_for_a_trade(known: _Known) -> bool:
    months = _months(known)
    return months is not None and months < known.rules.fst.months


def _trade_years(known: _Known) -> tuple[str, ...]:
    if _too_little_for_a_trade(known):
        return ()
    if known.profile.occupation is None:
        return ("occupation",)
    another = "trade" in known.result.programs.fst.unmet
    return () if another else _open(known, "trade_experience")


def _language_for_the_teer(known: _Known) -> tuple[str, ...]:
    profile = known.profile
    if profile.first_language is None:
        return ("first_language_test",)
    level = standing(profile, known.rules).first_least
    return _open(known, "occupation") if level >= min(known.rules.cec.clb) else ()


def _grid(known: _Known) -> tuple[str, ...]:
    """What could still lift the grid to its pass mark, if the most of every open item would."""
    open_questions: list[str] = []
    most = 0
    for line in lines(known.profile, known.result, known.rules):
        if line.section != "fsw":
            continue
        here = _open(known, *_GRID.get(line.item, ()))
        if line.item == "education":
            here += _study_open(known)
        if line.item == "adaptability":
            here += (*_relative_open(known.profile), *_spouse_open(known))
        open_questions += here
        most += _most(line, here, known)
    enough = most >= known.rules.fsw.pass_mark
    return tuple(dict.fromkeys(open_questions)) if enough else ()


def _most(line: Line, open_questions: Sequence[str], known: _Known) -> int:
    if not open_questions:
        return line.points
    if line.item == "language" and "first_language_test" not in open_questions:
        return line.points + known.rules.fsw.second_language
    if line.item == "adaptability":
        points = _adaptability(known.rules.fsw.adaptability)
        more = sum(points[question] for question in open_questions)
        return min(line.points + more, line.maximum)
    return line.maximum


def _funds_open(known: _Known) -> tuple[str, ...]:
    funds = _open(known, "settlement_funds")
    return funds and (*funds, *_open(known, "family_size"))


def _exemption_open(known: _Known) -> tuple[str, ...]:
    """What could still free from showing funds: a job offer, with the right to work in Canada."""
    profile = known.profile
    if profile.job_offer == "none" or profile.authorized_to_work is False:
        return ()
    return _open(known, "job_offer") or _open(known, "authorized_to_work")


def _study_open(known: _Known) -> tuple[str, ...]:
    """The question about study in Canada, where education lacks an assessment it would replace."""
    profile = known.profile
    covered = standing(profile, known.rules).education == profile.education
    unable = studies_within(profile.education) == ("none",)
    return () if covered or unable else _open(known, "canadian_study")


def _relative_open(profile: Profile) -> tuple[str, ...]:
    """The question about a relative, whom a sibling is, too."""
    if profile.sibling_in_canada or profile.relative_in_canada:
        return ()
    if profile.relative_in_canada is None:
        return ("relative_in_canada",)
    return ("sibling_in_canada",) if profile.sibling_in_canada is None else ()


def _spouse_open(known: _Known) -> tuple[str, ...]:
    spouse = known.profile.spouse
    if spouse is None or not spouse.accompanying:
        return ()
    counted = known.rules.fsw.adaptability.study
    short = spouse.education is not None and counted.isdisjoint(studies_within(spouse.education))
    return tuple(
        question
        for question, field in _SPOUSE_GRID.items()
        if getattr(spouse, field) is None and not (short and field == "canadian_study")
    )


def _adaptability(tables: Adaptability) -> Mapping[str, int]:
    """What a good answer to a question adds."""
    return {
        "canadian_experience": tables.own_work,
        "job_offer": tables.arranged_employment,
        "canadian_study": tables.own_study,
        "relative_in_canada": tables.relative,
        "sibling_in_canada": tables.relative,
        "spouse_language_test": tables.spouse_language,
        "spouse_canadian_experience": tables.spouse_work,
        "spouse_canadian_study": tables.spouse_study,
    }
