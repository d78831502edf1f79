"""Typed words for choices: named, ambiguous, denied, and not offered."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dialogs.conversation import LANGUAGES, Language
from dialogs.reading import choices as module
from dialogs.reading.choices import names_choice, read_choice
from dialogs.reading.outcome import Ambiguous, Understood, Unreadable

YES_NO = ("yes", "no", "unknown")
OFFERED = {
    "facts": ("yes", "no", "pick"),
    "supposed": ("yes", "no"),
    "whose": ("me", "spouse"),
    "confirm": ("yes", "no"),
    "language": ("en", "fr"),
    "marital_status": ("single", "married", "common_law", "separated", "divorced", "widowed"),
    "spouse_status": ("accompanying", "staying", "canadian", "unknown"),
    "education": (
        *("none", "secondary", "one_year", "two_year", "bachelor", "two_or_more", "master"),
        *("professional", "doctoral"),
    ),
    "canadian_study": (
        *("none", "one_year", "two_year", "three_or_more_years", "graduate_one_year", "unknown"),
    ),
    "first_language_test": (
        *("ielts", "celpip", "pte", "tef", "tcf", "clb", "nclc", "unknown", "none"),
    ),
    "job_offer": ("none", "senior_management", "skilled", "unknown"),
    "current_work": ("none", "canada", "abroad", "unknown"),
    "work_permit_until": ("unknown",),
    "profile_submitted": ("none", "unknown"),
    "first_language_scores": ("unknown",),
    "sibling_in_canada": YES_NO,
}
GROUPS = {
    "language_test": "first_language_test",
    "scores": "first_language_scores",
    "yes_no": "sibling_in_canada",
}


@pytest.mark.parametrize(
    ("language", "question", "text", "choice"),
    [
        ("en", "marital_status", "married", "married"),
        ("en", "marital_status", "I am married", "married"),
        ("en", "marital_status", "marride", "married"),
        ("en", "marital_status", "mariée", "married"),
        ("fr", "marital_status", "Mariée !", "married"),
        ("fr", "marital_status", "je suis mariée", "married"),
        ("fr", "marital_status", "divorced", "divorced"),
        ("en", "marital_status", "not married", "single"),
        ("fr", "marital_status", "pas marié", "single"),
        ("fr", "marital_status", "célibatire", "single"),
        ("en", "marital_status", "Common-Law", "common_law"),
        ("en", "marital_status", "common_law", "common_law"),
        ("en", "marital_status", "I live with my partner", "common_law"),
        ("fr", "marital_status", "conjoint de fait", "common_law"),
        ("fr", "marital_status", "union libre", "common_law"),
        ("fr", "marital_status", "veuve", "widowed"),
        ("en", "spouse_status", "coming with me", "accompanying"),
        ("fr", "spouse_status", "elle m’accompagne", "accompanying"),
        ("fr", "spouse_status", "il ne m’accompagne pas", "staying"),
        ("fr", "spouse_status", "canadienne", "canadian"),
        ("en", "education", "master’s", "master"),
        ("en", "education", "Masters degree", "master"),
        ("en", "education", "MBA", "master"),
        ("en", "education", "B.Sc.", "bachelor"),
        ("en", "education", "a bachelor's degree in nursing", "bachelor"),
        ("en", "education", "Ph.D.", "doctoral"),
        ("en", "education", "high school", "secondary"),
        ("en", "education", "two bachelors", "two_or_more"),
        ("en", "education", "no degree", "none"),
        ("en", "education", "licence", "bachelor"),
        ("fr", "education", "licence", "bachelor"),
        ("fr", "education", "j’ai une maîtrise", "master"),
        ("fr", "education", "bac+5", "master"),
        ("fr", "education", "BTS", "two_year"),
        ("fr", "education", "doctorat", "doctoral"),
        ("en", "spouse_education", "masters", "master"),
        ("en", "canadian_study", "I did not study in Canada", "none"),
        ("fr", "canadian_study", "deux ans", "two_year"),
        ("en", "canadian_study", "one-year master's", "graduate_one_year"),
        ("en", "first_language_test", "IELTS", "ielts"),
        ("en", "first_language_test", "IELTS General Training", "ielts"),
        ("en", "first_language_test", "I took the IELTS", "ielts"),
        ("fr", "second_language_test", "TEF Canada", "tef"),
        ("en", "first_language_test", "not yet", "unknown"),
        ("en", "first_language_test", "general ielts i will take next month", "unknown"),
        ("fr", "first_language_test", "je vais passer le TEF en mars", "unknown"),
        ("en", "first_language_scores", "no i dont have", "unknown"),
        ("en", "first_language_scores", "waiting for my results", "unknown"),
        ("fr", "first_language_scores", "je ne les ai pas encore", "unknown"),
        ("fr", "first_language_test", "pas encore", "unknown"),
        ("fr", "second_language_test", "aucun", "none"),
        ("en", "second_language_test", "I don't speak French", "none"),
        ("en", "job_offer", "no", "none"),
        ("en", "job_offer", "yes, skilled", "skilled"),
        ("fr", "job_offer", "cadre supérieure", "senior_management"),
        ("en", "current_work", "I work in Canada", "canada"),
        ("fr", "current_work", "à l’étranger", "abroad"),
        ("en", "sibling_in_canada", "yes", "yes"),
        ("en", "sibling_in_canada", "YEP", "yes"),
        ("en", "sibling_in_canada", "oui", "yes"),
        ("fr", "sibling_in_canada", "ouais", "yes"),
        ("fr", "sibling_in_canada", "non", "no"),
        ("en", "sibling_in_canada", "no, I don't", "no"),
        ("en", "sibling_in_canada", "I have no siblings", "no"),
        ("en", "sibling_in_canada", "don't know", "unknown"),
        ("fr", "sibling_in_canada", "je ne sais pas", "unknown"),
        ("en", "sibling_in_canada", "je ne sais pas", "unknown"),
        ("en", "sibling_in_canada", "I do not know", "unknown"),
        ("en", "has_eca", "I don't have a clue", "unknown"),
        ("en", "has_eca", "I do not remember", "unknown"),
        ("fr", "has_eca", "je n’ai pas la moindre idée", "unknown"),
        ("en", "work_permit_until", "I do not know", "unknown"),
        ("en", "work_permit_until", "It has no end.", "unknown"),
        ("en", "work_permit_until", "never", "unknown"),
        ("fr", "work_permit_until", "il n’a pas de fin", "unknown"),
        ("fr", "work_permit_until", "durée indéterminée", "unknown"),
        ("en", "sibling_in_canada", "of course", "yes"),
        ("fr", "sibling_in_canada", "bien sûr", "yes"),
        ("en", "has_eca", "yes, from WES", "yes"),
        ("fr", "has_eca", "oui, WES", "yes"),
        ("en", "has_eca", "in progress", "no"),
        ("fr", "has_eca", "en cours", "no"),
        ("en", "provincial_nomination", "still waiting", "no"),
        ("fr", "provincial_nomination", "en attente", "no"),
        ("en", "education", "2 year college diploma", "two_year"),
        ("en", "education", "2-year program", "two_year"),
        ("en", "education", "two year diploma", "two_year"),
        ("en", "education", "trade school, 1 year", "one_year"),
        ("en", "education", "college certificate 1 year", "one_year"),
        ("en", "education", "polytechnic diploma 3 years", "bachelor"),
        ("en", "education", "a 3 year diploma in mechanical engineering", "bachelor"),
        ("en", "education", "B.Tech", "bachelor"),
        ("en", "education", "BSc nursing", "bachelor"),
        ("en", "education", "4 year degree", "bachelor"),
        ("en", "education", "bachelor of arts and science, 4 years", "bachelor"),
        ("en", "education", "bachelors and a postgraduate diploma", "two_or_more"),
        ("en", "education", "bachelor's + a diploma", "two_or_more"),
        ("en", "education", "3 year diploma and 1 year certificate", "two_or_more"),
        ("en", "education", "two masters", "master"),
        ("en", "education", "I did my masters 2 years ago", "master"),
        ("en", "education", "master's, 2 years", "master"),
        ("en", "education", "12th", "secondary"),
        ("en", "education", "10+2", "secondary"),
        ("en", "education", "A levels", "secondary"),
        ("en", "education", "3 years of high school", "secondary"),
        ("en", "education", "high school and a 2 year college diploma", "two_year"),
        ("fr", "education", "DUT", "two_year"),
        ("fr", "education", "BTS, 2 ans", "two_year"),
        ("fr", "education", "BUT", "bachelor"),
        ("fr", "education", "diplôme de licence", "bachelor"),
        ("en", "education", "licence, 3 ans", "bachelor"),
        ("fr", "education", "licence et un BTS", "two_or_more"),
        ("fr", "education", "master 2", "master"),
        ("fr", "education", "M2", "master"),
        ("fr", "education", "j’ai un bac+5", "master"),
        ("en", "education", "doctorat, 4 ans", "doctoral"),
        ("fr", "education", "AEC", "one_year"),
        ("fr", "education", "DEP", "one_year"),
        ("fr", "education", "un diplôme de deux ans", "two_year"),
        ("en", "canadian_study", "2 year college diploma", "two_year"),
        ("en", "canadian_study", "yes, a 2-year diploma", "two_year"),
        ("en", "canadian_study", "master's, 2 years", "three_or_more_years"),
        ("fr", "canadian_study", "j’ai fait un DEC de 3 ans", "three_or_more_years"),
        ("fr", "canadian_study", "maîtrise de 2 ans", "three_or_more_years"),
        ("en", "marital_status", "living together 2 years", "common_law"),
        ("fr", "marital_status", "je vis avec ma copine depuis 3 ans", "common_law"),
        ("en", "marital_status", "married 5 years", "married"),
        ("en", "marital_status", "divorced 2 years ago", "divorced"),
        ("fr", "marital_status", "divorcé il y a 2 ans", "divorced"),
        ("en", "spouse_status", "I live with a Canadian, she is a PR", "canadian"),
        ("fr", "spouse_status", "elle est résidente permanente", "canadian"),
        ("en", "has_eca", "I don't have one yet", "no"),
        ("fr", "has_eca", "pas encore", "no"),
    ],
)
def test_named(language: Language, question: str, text: str, choice: str) -> None:
    offered = OFFERED.get(question, OFFERED.get(_like(question), YES_NO))
    assert read_choice(text, question, offered, language) == Understood(choice)


@pytest.mark.parametrize(
    ("language", "question", "text", "options"),
    [
        ("fr", "education", "baccalauréat", ("secondary", "bachelor")),
        ("en", "education", "baccalaureate", ("secondary", "bachelor")),
        ("en", "education", "diploma", ("secondary", "one_year", "two_year")),
        ("en", "education", "college", ("one_year", "two_year")),
        ("fr", "education", "collège", ("none", "two_year")),
        ("fr", "education", "cégep", ("two_year", "bachelor")),
        ("fr", "education", "diplôme d’ingénieur", ("bachelor", "master")),
        ("en", "education", "doctor", ("professional", "doctoral")),
        ("en", "education", "a bachelor's degree and an MBA", ("bachelor", "master")),
        ("en", "education", "licence et master", ("bachelor", "master")),
        ("en", "education", "LLB", ("bachelor", "professional")),
        ("en", "education", "CA", ("bachelor", "two_or_more", "master")),
        ("en", "education", "polytechnic diploma", ("two_year", "bachelor")),
        ("en", "education", "postgraduate diploma", ("one_year", "two_or_more")),
        ("en", "education", "5 year degree", ("bachelor", "master")),
        ("fr", "education", "DEC", ("two_year", "bachelor")),
        ("fr", "education", "CAP", ("secondary", "one_year")),
        ("en", "marital_status", "I live with my girlfriend", ("single", "common_law")),
        ("en", "marital_status", "I have a girlfriend, 3 years", ("single", "common_law")),
        ("fr", "marital_status", "je vis avec ma copine", ("single", "common_law")),
        (
            *("en", "marital_status", "I live with a Canadian, she is a PR"),
            ("married", "common_law"),
        ),
        ("fr", "marital_status", "je vis avec une Canadienne", ("married", "common_law")),
        ("en", "first_language_test", "French", ("tef", "tcf")),
        ("en", "education", "MBBS", ("bachelor", "professional")),
        ("en", "education", "M.B.B.S.", ("bachelor", "professional")),
        ("en", "has_eca", "yes but it has expired", ("yes", "no")),
        ("fr", "first_language_test", "non", ("unknown", "none")),
        ("en", "job_offer", "yes", ("senior_management", "skilled")),
        ("en", "sibling_in_canada", "yes and no", ("yes", "no")),
    ],
)
def test_asked_back(language: Language, question: str, text: str, options: tuple[str, ...]) -> None:
    reading = read_choice(text, question, OFFERED.get(question, YES_NO), language)
    assert reading == Ambiguous(options, "choice_ambiguous")


@pytest.mark.parametrize(
    ("question", "text", "reason"),
    [
        ("marital_status", "I'm not divorced", "choice_unreadable"),
        ("marital_status", "I don't know", "unknown_not_taken"),
        ("marital_status", "purple", "choice_unreadable"),
        ("marital_status", "yes", "choice_unreadable"),
        ("education", "I want to be rich", "choice_unreadable"),
        ("first_language_test", "IELTS Academic", "test_not_accepted"),
        ("first_language_test", "TOEFL", "test_not_accepted"),
        ("first_language_test", "DELF B2", "test_not_accepted"),
        ("first_language_test", "I did not take IELTS", "choice_unreadable"),
        ("sibling_in_canada", "5", "choice_unreadable"),
        *(
            ("provincial_nomination", text, "choice_unreadable")
            for text in ("ok", "Okay!", "sure", "fine", "alright", "right", "d’accord", "ça marche")
        ),
        ("provincial_nomination", "I definitely want one", "choice_unreadable"),
        ("has_eca", "not required", "assessment_needed"),
        ("has_eca", "pas nécessaire", "assessment_needed"),
        ("has_eca", "j'ai l'évaluation comparative du Québec", "eca_of_quebec"),
        ("has_eca", "only the comparative evaluation", "eca_of_quebec"),
        ("education", "I dropped out of university", "choice_unreadable"),
        ("education", "master en cours", "choice_unreadable"),
        ("education", "2 years of experience", "choice_unreadable"),
        ("canadian_study", "I worked two years in Canada", "choice_unreadable"),
        ("canadian_study", "2 years ago", "choice_unreadable"),
        ("marital_status", "ok", "choice_unreadable"),
        ("sibling_in_canada", "yes, March 2023", "choice_unreadable"),
        ("sibling_in_canada", "", "choice_unreadable"),
        (
            "sibling_in_canada",
            "my mother told me that yes is what one says",
            "choice_unreadable",
        ),
    ],
)
def test_refused(question: str, text: str, reason: str) -> None:
    reading = read_choice(text, question, OFFERED.get(question, YES_NO), "en")
    assert isinstance(reading, Unreadable)
    assert reading.reason == reason


def test_a_choice_that_is_not_offered_now_is_named() -> None:
    reading = read_choice("three years", "canadian_study", ("none", "one_year"), "en")
    assert reading == Unreadable("choice_not_offered", {"choice": "three_or_more_years"})


def test_offers_decide_between_meanings() -> None:
    reading = read_choice("French", "second_language_test", ("tef", "unknown", "none"), "en")
    assert reading == Understood("tef")


@pytest.mark.parametrize(
    "text", ["18 months", "2", "software developer", "8 7.5 7 7", "skip operator"]
)
def test_other_answers_do_not_mean_unknown(text: str) -> None:
    assert isinstance(read_choice(text, "occupation", ("unknown",), "en"), Unreadable)


@pytest.mark.parametrize(
    ("question", "text", "names"),
    [
        ("has_eca", "no", True),
        ("has_eca", "I don't have", True),
        ("has_eca", "she has a degree, no test", False),
        ("trade_certificate", "no brother or sister in Canada", False),
        ("canadian_study", "one-year diploma in Toronto", True),
        ("canadian_study", "no IELTS", False),
        ("second_language_test", "I took no test", True),
    ],
)
def test_a_no_within_a_sentence_names_no_choice_by_itself(
    question: str, text: str, names: bool
) -> None:
    assert names_choice(text, question, "en") is names


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_listed_phrase_means_its_choice(language: Language) -> None:
    file = Path(module.__file__).with_name(f"choices_{language}.toml")
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    del tables["refusals"]
    assert set(tables) - {"any"} == {_group(question) for question in OFFERED}
    for group, listed in tables.items():
        question = GROUPS.get(group, group if group != "any" else "sibling_in_canada")
        for choice, phrases in listed.items():
            for phrase in phrases:
                reading = read_choice(phrase, question, OFFERED[question], language)
                found = reading.options if isinstance(reading, Ambiguous) else (reading,)
                meant = [one.value if isinstance(one, Understood) else one for one in found]
                assert choice in meant, (group, choice, phrase)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_has_words(language: Language) -> None:
    file = Path(module.__file__).with_name(f"choices_{language}.toml")
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    for question, offered in OFFERED.items():
        assert set(offered) - set(tables[_group(question)]) <= {"unknown"}


def _like(question: str) -> str:
    return "first_language_test" if question.endswith("_test") else question.removeprefix("spouse_")


def _group(question: str) -> str:
    return next((group for group, other in GROUPS.items() if other == question), question)
