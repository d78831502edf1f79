"""A person as Express Entry sees one, checked and immutable.

``Profile`` is complete enough to score; ``OpenProfile`` is the same person with open questions:
any field may be missing, and so may the abilities of a language result. A field that is None is
unknown; what an unknown field counts as is decided where it is used. Checking needs no date, and
every problem is told in plain words by ``scoring.errors.problems``.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Self, TypeAlias, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationInfo,
    field_validator,
)

from scoring.fields import Date, Dollars, Months, Number, Whole, Years, number, problem
from scoring.language import Scale, test_facts
from scoring.occupations import occupations
from scoring.vocabulary import (
    ABILITIES,
    COUPLES,
    CanadianStudy,
    CurrentWork,
    Education,
    JobOffer,
    MaritalStatus,
    Test,
    studies_within,
)

_EARLIEST_BIRTH = date(1900, 1, 1)


def _kind_of_language(value: object) -> str:
    return "(none)" if isinstance(value, str) else "(result)"


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    def as_json(self) -> dict[str, Any]:
        """What is known, as values of JSON; validates back to the same."""
        return self.model_dump(mode="json", exclude_none=True)


class OpenLanguageResult(_Model):
    """A test result of which some abilities may still be unknown."""

    test: Test
    listening: Number | None = None
    reading: Number | None = None
    writing: Number | None = None
    speaking: Number | None = None
    taken_on: Date | None = None

    @field_validator(*ABILITIES, mode="plain")
    @classmethod
    def _possible(cls, value: object, info: ValidationInfo) -> Number | None:
        if value is None:
            return cls._unknown_ability()
        score = number(value)
        test = info.data.get("test")
        if test is not None:
            facts = test_facts()[test]
            scale = next(scale for name, scale in facts.scales.items() if name == info.field_name)
            if score not in scale.scores:
                raise problem(_possible_scores(scale))
        return score

    @classmethod
    def _unknown_ability(cls) -> None:
        return None


class LanguageResult(OpenLanguageResult):
    """A test result: the scores of all four abilities."""

    listening: Number
    reading: Number
    writing: Number
    speaking: Number

    @classmethod
    def _unknown_ability(cls) -> None:
        raise problem("is required")


OpenLanguage: TypeAlias = Annotated[
    Annotated[OpenLanguageResult, Tag("(result)")] | Annotated[Literal["none"], Tag("(none)")],
    Discriminator(_kind_of_language),
]
Language: TypeAlias = Annotated[
    Annotated[LanguageResult, Tag("(result)")] | Annotated[Literal["none"], Tag("(none)")],
    Discriminator(_kind_of_language),
]
"""A result, or ``"none"`` when no test is taken or planned."""


class _Person(_Model):
    """What the principal applicant and the spouse are both asked."""

    unknown_education: ClassVar[Education | None] = None
    """What an unknown education counts as; None while it stays open."""
    first: ClassVar[str]
    """The field that holds the first official language."""

    age: Years | None = None
    birth_date: Date | None = Field(default=None, validate_default=True)
    education: Education | None = None
    has_eca: bool | None = None
    canadian_study: CanadianStudy | None = None
    canadian_experience_months: Months | None = None
    recent_canadian_experience_months: Months | None = None
    foreign_experience_months: Months | None = None
    continuous_experience: bool | None = None
    occupation: str | None = None
    trade_certificate: bool | None = None

    @field_validator("birth_date")
    @classmethod
    def _date_or_age(cls, value: date | None, info: ValidationInfo) -> date | None:
        if value is not None and info.data.get("age") is not None:
            raise problem("give either birth_date or age, not both")
        if value is not None and value < _EARLIEST_BIRTH:
            raise problem(f"must be {_EARLIEST_BIRTH} or later")
        return value

    @field_validator("canadian_study")
    @classmethod
    def _within_education(
        cls, value: CanadianStudy | None, info: ValidationInfo
    ) -> CanadianStudy | None:
        given: Education | None = info.data.get("education")
        education = given or cls.unknown_education
        if value is not None and education is not None and value not in studies_within(education):
            raise problem(f"must not go beyond the education, which is {given or 'not given'}")
        return value

    @field_validator("occupation")
    @classmethod
    def _unit_group(cls, value: str | None) -> str | None:
        if value is not None and value not in occupations():
            raise problem("must be a unit group of NOC 2021, five digits in quotes")
        return value

    @field_validator("second_language", check_fields=False)
    @classmethod
    def _other_language(
        cls, value: OpenLanguage | None, info: ValidationInfo
    ) -> OpenLanguage | None:
        first = info.data.get(cls.first)
        if isinstance(value, OpenLanguageResult) and isinstance(first, OpenLanguageResult):
            facts = test_facts()
            language = facts[value.test].language
            if language == facts[first.test].language:
                other = "French" if language == "english" else "English"
                raise problem(f"must be a test of {other}: {cls.first} is the other language")
        return value


class OpenSpouse(_Person):
    """A spouse or common-law partner; the last fields only compare the two as applicants."""

    first = "language"

    canadian: bool | None = None
    accompanying: bool | None = None
    language: OpenLanguage | None = None
    second_language: OpenLanguage | None = None


class Spouse(OpenSpouse):
    """A spouse whose language results, if any, are complete."""

    unknown_education = "none"

    language: Language | None = None
    second_language: Language | None = None


class OpenProfile(_Person):
    """The person with open questions: every field may be unknown."""

    first = "first_language"

    marital_status: MaritalStatus | None = None
    spouse: OpenSpouse | None = Field(default=None, validate_default=True)
    eca_issued_on: Date | None = None
    first_language: OpenLanguage | None = None
    second_language: OpenLanguage | None = None
    teer: Annotated[Whole, Field(ge=0, le=5)] | None = None
    trade_experience_months: Months | None = None
    job_offer: JobOffer | None = None
    authorized_to_work: bool | None = None
    provincial_nomination: bool | None = None
    sibling_in_canada: bool | None = None
    relative_in_canada: bool | None = None
    settlement_funds: Dollars | None = None
    family_size: Annotated[Whole, Field(ge=1)] | None = None
    settling_in_quebec: bool | None = None
    current_work: CurrentWork | None = None
    work_permit_until: Date | None = None
    category_experience_months: Months | None = None
    category_canadian_months: Months | None = None

    @field_validator("spouse")
    @classmethod
    def _in_a_couple(cls, value: OpenSpouse | None, info: ValidationInfo) -> OpenSpouse | None:
        status = info.data.get("marital_status")
        if value is not None and status is not None and status not in COUPLES:
            raise problem("is only for the marital status married or common_law")
        return value

    @field_validator("teer")
    @classmethod
    def _as_the_occupation(cls, value: int | None, info: ValidationInfo) -> int | None:
        code = info.data.get("occupation")
        if value is not None and code is not None and value != occupations()[code].teer:
            raise problem(f"must be {occupations()[code].teer}, the TEER of occupation {code}")
        return value

    @field_validator("family_size")
    @classmethod
    def _counts_the_couple(cls, value: int | None, info: ValidationInfo) -> int | None:
        in_couple = info.data.get("marital_status") in COUPLES or info.data.get("spouse")
        if value is not None and value < 2 and in_couple:
            raise problem("must be 2 or more with a spouse or partner")
        return value


class Profile(OpenProfile):
    """A person complete enough to score."""

    marital_status: MaritalStatus
    education: Education
    spouse: Spouse | None = Field(default=None, validate_default=True)
    first_language: Language | None = None
    second_language: Language | None = None

    @field_validator("birth_date")
    @classmethod
    def _some_age(cls, value: date | None, info: ValidationInfo) -> date | None:
        if value is None and info.data.get("age", 0) is None:
            raise problem("is required, or age instead")
        return value

    @field_validator("spouse")
    @classmethod
    def _known_in_a_couple(cls, value: Spouse | None, info: ValidationInfo) -> Spouse | None:
        if value is None and info.data.get("marital_status") in COUPLES:
            raise problem("is required with the marital status married or common_law")
        return value

    @classmethod
    def complete(cls, profile: OpenProfile) -> Self:
        """The same person, if complete enough to score.

        Raises:
            pydantic.ValidationError: something required is still unknown.
        """
        return cls.model_validate(profile.as_json())


AnyProfile = TypeVar("AnyProfile", bound=OpenProfile)


def profile_from_json(line: str | bytes, model: type[AnyProfile]) -> AnyProfile:
    """Reads a ``Profile``, or an ``OpenProfile``, from its JSON.

    Raises:
        pydantic.ValidationError: ``scoring.errors.problems`` says in plain words what is wrong.
    """
    return model.model_validate_json(line)


def _possible_scores(scale: Scale) -> str:
    also = "".join(f", or {score}" for score in scale.also)
    between = f"between {scale.minimum} and {scale.maximum}"
    if scale.step == 1:
        return f"must be a whole number {between}{also}"
    return f"must be {between} in steps of {scale.step}{also}"
