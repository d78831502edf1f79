"""What the guide knows of a person: a few facts, each None until it is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dialogs.profile import profile_fields
from dialogs.unsettled import may_open, reasons
from scoring.calendar import completed_years, expiry
from scoring.categories import categories_on
from scoring.language import levels, test_facts
from scoring.occupations import occupations
from scoring.parameters.tables import number
from scoring.plan.scored import open_programs
from scoring.profile import LanguageResult, OpenLanguageResult, OpenProfile, Profile
from scoring.programs.funds import family_size
from scoring.ranges import total_range
from scoring.round_conditions import open_rounds
from scoring.rules import rules_on
from scoring.score import score
from scoring.standing import spouse_counts
from scoring.vocabulary import COUPLES

if TYPE_CHECKING:
    from datetime import date

    from dialogs.questionnaire import Walk
    from dialogs.reading.families import Family
    from dialogs.reading.results_named import ResultNamed
    from scoring.language import Levels
    from scoring.profile import OpenLanguage
    from scoring.record import Record
    from scoring.result import Crs, Fsw
    from scoring.rounds import Round
    from scoring.rules import Rules

_COUPLE = 2


@dataclass(frozen=True, slots=True)
class AskedTest:
    """A language result by its day, and how long it holds."""

    on: date
    exact: bool
    """Whether the day is known, or only its month."""
    expires: date
    state: str
    """``valid``, ``expired``, or ``ending`` in the month of which the day is not known."""


@dataclass(frozen=True, slots=True)
class You:
    """One person; for somebody who has answered nothing every fact is None or empty."""

    profile: OpenProfile
    """Every field of the profile, None while it is open."""
    scored: bool = False
    """Whether the questions of the score are answered, be it by "I don't know yet"."""
    crs: Crs | None = None
    """The score, once nothing of it is open or not known."""
    crs_alone: int | None = None
    """The total if the spouse or partner who comes along stayed behind."""
    crs_nominated: int | None = None
    """The total with a nomination, for somebody who has none. What they have of additional points
    leaves less room for it."""
    low: int | None = None
    high: int | None = None
    """The exact least and greatest total, once anything is known."""
    fsw: Fsw | None = None
    """The Federal Skilled Worker class with its grid, once every main question is answered and
    nothing that is not known could open it."""
    programs: tuple[str, ...] | None = None
    """The programs that are open, then: some of ``fsw``, ``cec``, ``fst``; None where none is, but
    what is not known could open one."""
    unsettled: tuple[str, ...] = ()
    """The programs that are not open, but could be by what is not known."""
    age: int | None = None
    in_couple: bool | None = None
    """Married or in a common-law relationship."""
    with_spouse: bool | None = None
    """Whether a spouse or partner comes along who is no citizen or permanent resident."""
    family_size: int | None = None
    adults: int | None = None
    """The person, and a spouse or partner who comes along on the same application."""
    children: int | None = None
    """Dependent children, as the size of the family says."""
    funds_needed: int | None = None
    """Settlement funds for the family, by its size or else for the person and a partner; None
    while neither the size nor the marital status is known."""
    levels: Levels | None = None
    """The CLB or NCLC of each ability in the first official language, while its result is valid."""
    least_level: int | None = None
    """The lowest CLB or NCLC of the four abilities in the first official language."""
    french_level: int | None = None
    """The lowest NCLC of the four abilities, whichever language is first."""
    test_expires: date | None = None
    """The day on which the result in the first official language expires, or has expired."""
    test_expired: bool | None = None
    asked_test: AskedTest | None = None
    """A result of which only was asked whether it is still valid."""
    eca_expires: date | None = None
    """The day on which the assessment of the education expires, or has expired."""
    eca_expired: bool | None = None
    teer: int | None = None
    categories: tuple[str, ...] = ()
    """The categories that list the occupation, and ``french`` where its level is reached."""
    rounds: tuple[Round, ...] | None = None
    """The last round of each kind that is open, once every main question is answered."""


def you(walked: Walk, record: Record) -> You:
    """What the answers say of a person on the day of the walk, with the rounds known then."""
    fields = profile_fields(walked.at)
    profile = OpenProfile.model_validate(fields)
    if not walked.standing:
        return You(profile)
    rules = rules_on(walked.at.today)
    low, high = total_range(profile, rules)
    result = score(Profile.model_validate(fields), rules) if walked.score_known else None
    sure = result if low == high else None
    complete = result if walked.next is None else None
    certain = None if complete is None else Profile.model_validate(fields)
    against = {} if certain is None or complete is None else reasons(certain, complete, rules)
    unsettled = tuple(each for each, unmet in against.items() if unmet and may_open(unmet))
    opened = None if complete is None else open_programs(complete)
    adults = _adults(walked)
    status_known = profile.marital_status is not None
    size_known = status_known or profile.family_size is not None
    occupation = occupations().get(profile.occupation or "")
    test_expires = _test_expires(profile.first_language, rules)
    eca_expires = _expires(profile.eca_issued_on, "credential_assessment_years", rules)
    return You(
        profile=profile,
        scored=walked.score_known,
        crs=None if sure is None else sure.crs,
        crs_alone=None if sure is None else _alone(profile, rules),
        crs_nominated=None if sure is None else _nominated(profile, rules),
        low=low,
        high=high,
        fsw=None if complete is None or "fsw" in unsettled else complete.programs.fsw,
        programs=opened or (None if unsettled else opened),
        unsettled=unsettled,
        age=_age(profile, rules.on),
        in_couple=walked.at.in_couple if status_known else None,
        with_spouse=walked.at.with_spouse if "spouse_status" in walked.standing else None,
        family_size=profile.family_size,
        adults=adults,
        children=_children(profile, adults),
        funds_needed=rules.funds.required(family_size(profile)) if size_known else None,
        levels=_levels(profile.first_language, rules),
        least_level=_least(profile.first_language, rules),
        french_level=_french(profile, rules),
        test_expires=test_expires,
        test_expired=None if test_expires is None else test_expires <= rules.on,
        eca_expires=eca_expires,
        eca_expired=None if eca_expires is None else eca_expires <= rules.on,
        teer=None if occupation is None else occupation.teer,
        categories=_categories(profile, rules),
        rounds=None if certain is None else open_rounds(certain, rules, record),
    )


def of_family(known: You, family: Family, on: date) -> You:
    """What is known of a person, for the family that they asked about in place of their own."""
    adults = family.adults or known.adults or 1
    size = adults + family.children
    return replace(
        known,
        family_size=size,
        adults=adults,
        children=family.children,
        funds_needed=rules_on(on).funds.required(size),
    )


def of_result(known: You, result: ResultNamed, on: date) -> You:
    """What is known of a person, beside a test result that they asked about."""
    expires = _expires(result.on, "language_test_years", rules_on(on))
    if expires is None:
        return known
    same_month = (expires.year, expires.month) == (on.year, on.month)
    state = "expired" if expires <= on else "valid"
    asked = AskedTest(
        on=result.on,
        exact=result.exact,
        expires=expires,
        state="ending" if same_month and not result.exact else state,
    )
    return replace(known, asked_test=asked)


def _adults(walked: Walk) -> int | None:
    """None while it is not known whether a spouse or partner comes along."""
    size = walked.at.number("family_size")
    if "spouse_status" in walked.standing:
        return _COUPLE if walked.at.with_spouse else 1
    if "marital_status" in walked.standing:
        return None if walked.at.in_couple else 1
    return None if size is None else min(size, _COUPLE)


def _children(profile: OpenProfile, adults: int | None) -> int | None:
    """The family without its adults, whether these come along or not."""
    if profile.family_size is None or adults is None:
        return None
    staying = profile.marital_status in COUPLES and adults < _COUPLE
    return profile.family_size - (_COUPLE if staying else adults)


def _alone(profile: OpenProfile, rules: Rules) -> int | None:
    """None without a spouse who counts."""
    if profile.spouse is None or not spouse_counts(profile):
        return None
    staying = profile.spouse.model_copy(update={"accompanying": False})
    return _total(profile.model_copy(update={"spouse": staying}), rules)


def _nominated(profile: OpenProfile, rules: Rules) -> int | None:
    """None for somebody who is nominated already."""
    if profile.provincial_nomination:
        return None
    return _total(profile.model_copy(update={"provincial_nomination": True}), rules)


def _total(profile: OpenProfile, rules: Rules) -> int:
    return score(Profile.model_validate(profile.model_dump(exclude_none=True)), rules).crs.total


def _age(profile: OpenProfile, on: date) -> int | None:
    return profile.age if profile.birth_date is None else completed_years(profile.birth_date, on)


def _levels(language: OpenLanguage | None, rules: Rules) -> Levels | None:
    """None without a result that is accepted and still valid."""
    if not isinstance(language, OpenLanguageResult):
        return None
    if language.taken_on is not None and language.taken_on <= rules.tests_expired:
        return None
    return levels(LanguageResult.model_validate(language.model_dump()), rules.levels)


def _least(language: OpenLanguage | None, rules: Rules) -> int | None:
    reached = _levels(language, rules)
    return None if reached is None else min(reached)


def _french(profile: OpenProfile, rules: Rules) -> int | None:
    for language in (profile.first_language, profile.second_language):
        result = language if isinstance(language, OpenLanguageResult) else None
        if result is not None and test_facts()[result.test].language == "french":
            return _least(result, rules)
    return None


def _test_expires(language: OpenLanguage | None, rules: Rules) -> date | None:
    taken_on = language.taken_on if isinstance(language, OpenLanguageResult) else None
    return _expires(taken_on, "language_test_years", rules)


def _expires(day: date | None, years: str, rules: Rules) -> date | None:
    return None if day is None else expiry(day, number(rules.entries["validity"], years))


def _categories(profile: OpenProfile, rules: Rules) -> tuple[str, ...]:
    french = _french(profile, rules) or 0
    return tuple(
        category.id
        for category in categories_on(rules.on).values()
        if profile.occupation in category.occupations
        or (category.nclc is not None and french >= category.nclc)
    )
