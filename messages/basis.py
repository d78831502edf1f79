"""What of a person each line of the score rests on: "32 years old", "3 years abroad, CLB 9"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeGuard

from messages.answers import choice_label, level_name, test_language
from messages.levels import has_expired, reached
from scoring.calendar import completed_years
from scoring.profile import OpenLanguageResult
from scoring.rules import rules_on
from scoring.standing import by_study_alone
from scoring.vocabulary import ABILITIES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from messages.words import Words
    from scoring.explain import Line
    from scoring.profile import OpenLanguage, OpenProfile, OpenSpouse
    from scoring.vocabulary import Education, OfficialLanguage


def basis(line: Line, facts: Mapping[str, Any], words: Words) -> str:
    """What a line rests on, in the words of its item."""
    return words.say("terms", "basis", line.section, line.item, **facts)


def basis_facts(profile: OpenProfile, on: date, words: Words) -> Mapping[str, Any]:
    """What the words of every line may mention of this person, as phrases."""
    first, second = profile.first_language, profile.second_language
    facts = {
        "age": _age(profile, on),
        "education": _education(profile, profile.education, on, words),
        "first": _levels(first, on, words),
        "second": _levels(second, on, words),
        "least": _least(first, on, words),
        "french": _in_language("french", profile, on, words),
        "english": _in_language("english", profile, on, words),
        "work": _work("work", profile.canadian_experience_months, words),
        "canadian": _work("canada", profile.canadian_experience_months, words),
        "foreign": _work("abroad", profile.foreign_experience_months, words),
        "study": _choice("canadian_study", profile.canadian_study, words),
        "job_offer": _choice("job_offer", profile.job_offer, words),
        "certificate": _certificate(profile.trade_certificate, words),
        "sibling": _yes_or_no(profile.sibling_in_canada, words),
        "nomination": _yes_or_no(profile.provincial_nomination, words),
    }
    return facts if profile.spouse is None else facts | _spouse(profile.spouse, on, words)


def _spouse(spouse: OpenSpouse, on: date, words: Words) -> dict[str, Any]:
    return {
        "spouse_education": _education(spouse, spouse.education, on, words),
        "spouse_language": _levels(spouse.language, on, words),
        "spouse_work": _work("work", spouse.canadian_experience_months, words),
    }


def _said(phrase: str, words: Words, /, **facts: Any) -> str:
    return words.say("terms", "basis", "said", phrase, **facts)


def _age(profile: OpenProfile, on: date) -> int | None:
    if profile.birth_date is None:
        return profile.age
    return completed_years(profile.birth_date, on)


def _education(
    person: OpenProfile | OpenSpouse, education: Education | None, on: date, words: Words
) -> str:
    """The level, and whether an assessment is missing where one is needed."""
    if education is None:
        return _said("unknown", words)
    level = words.say("terms", "studies", education)
    issued = getattr(person, "eca_issued_on", None)
    too_old = issued is not None and issued <= rules_on(on).assessments_expired
    assessed = not too_old and person.has_eca is not False
    covered = assessed or by_study_alone(education, person.canadian_study) == education
    return level if covered else _said("not_assessed", words, level=level)


def _levels(language: OpenLanguage | None, on: date, words: Words) -> str:
    """The level of every ability, in one phrase where they are the same."""
    if not _counts(language, on):
        return _no_levels(language, words)
    levels = reached(language, on)
    name = level_name(language.test, words)
    if len(set(levels)) == 1:
        return _said("all_four", words, name=name, level=levels[0])
    each = [
        _said("ability", words, ability=words.say("tests", "abilities", ability), level=level)
        for ability, level in zip(ABILITIES, levels, strict=True)
    ]
    return _said("each", words, name=name, levels=", ".join(each))


def _least(language: OpenLanguage | None, on: date, words: Words) -> str:
    """What all four abilities reach, as most combinations ask."""
    if not _counts(language, on):
        return _no_levels(language, words)
    levels = reached(language, on)
    said = "all_four" if len(set(levels)) == 1 else "at_least"
    return _said(said, words, name=level_name(language.test, words), level=min(levels))


def _in_language(
    language: OfficialLanguage, profile: OpenProfile, on: date, words: Words
) -> str | None:
    """What all four abilities of one official language reach; None without a result in it."""
    for result in (profile.first_language, profile.second_language):
        if isinstance(result, OpenLanguageResult) and test_language(result.test) == language:
            return _least(result, on, words)
    return None


def _counts(language: OpenLanguage | None, on: date) -> TypeGuard[OpenLanguageResult]:
    return isinstance(language, OpenLanguageResult) and not has_expired(language, on)


def _no_levels(language: OpenLanguage | None, words: Words) -> str:
    """Why no level counts."""
    if language is None:
        return _said("no_test_yet", words)
    return _said("no_test" if isinstance(language, str) else "expired", words)


def _work(where: str, months: int | None, words: Words) -> str:
    return _said(where, words, amount=months)


def _choice(question: str, choice: str | None, words: Words) -> str:
    return _said("unknown", words) if choice is None else choice_label(question, choice, words)


def _yes_or_no(answer: bool | None, words: Words) -> str:
    if answer is None:
        return _said("unknown", words)
    return words.say("choices", "common", "labels", "yes" if answer else "no")


def _certificate(answer: bool | None, words: Words) -> str:
    name = "certificate_unknown" if answer is None else f"certificate_{'yes' if answer else 'no'}"
    return _said(name, words)
