"""Birthdays and caps in a plan: one number leads, and what is not counted is said."""

from __future__ import annotations

import re

import pytest

from dialogs.conversation import LANGUAGES, Answers, Language
from dialogs.questionnaire import walk
from dialogs.replies_ahead import TargetPlan
from dialogs.screens_ahead import target_plan
from messages.people import RECORD, TODAY
from messages.render import render
from tests.messages.telegram import read

PERSON: Answers = {
    "marital_status": "single",
    "birth_date": "39",
    "education": "bachelor",
    "canadian_study": "none",
    "has_eca": "yes",
    "first_language_test": "tcf",
    "first_language_scores": {
        "test": "tcf",
        "listening": 530,
        "reading": 530,
        "writing": 14,
        "speaking": 14,
    },
    "canadian_experience": "0",
    "foreign_experience": "60",
    "sibling_in_canada": "no",
}
each_language = pytest.mark.parametrize("language", LANGUAGES)
NOT_COUNTED = {"en": "not your birth date", "fr": "pas votre date de naissance"}
LED = {"en": r": (\d+) points by ", "fr": r"(\d+) points d’ici "}
LOST = {
    "en": r"The steps give (\d+); birthdays until then take (\d+)",
    "fr": r"Les étapes donnent (\d+)\W+d’ici là, les anniversaires en prennent (\d+)",
}


def planned(birth: str) -> TargetPlan:
    shown = target_plan(walk({**PERSON, "birth_date": birth}, TODAY), 520, RECORD)
    assert isinstance(shown, TargetPlan)
    return shown


def told(shown: TargetPlan, language: Language) -> str:
    return read(render(shown, language, TODAY).text).text


@each_language
def test_birthdays_that_are_not_counted_are_said_so(language: Language) -> None:
    shown = planned("39")
    text = told(shown, language)
    assert NOT_COUNTED[language] in text
    assert str(shown.ageing[1]) in text
    assert re.search(LOST[language], text) is None


@each_language
def test_the_total_that_is_left_leads_where_the_birth_date_is_known(language: Language) -> None:
    shown = planned("1987-03-05")
    text = told(shown, language)
    assert shown.ageing == ()
    assert NOT_COUNTED[language] not in text
    led = [int(total) for total in re.findall(LED[language], text)]
    lost = [(int(steps), int(taken)) for steps, taken in re.findall(LOST[language], text)]
    assert lost
    assert all(steps - taken in led and steps not in led for steps, taken in lost)


def test_an_age_alone_loses_what_the_table_says_for_each_year() -> None:
    assert planned("39").ageing[:3] == (5, 16, 27)
    assert planned("20").ageing[:2] == (0, 0)


@each_language
def test_a_nomination_that_is_cut_by_the_cap_says_why(language: Language) -> None:
    capped = {"en": "stop at 600 in all", "fr": "s’arrêtent à 600 en tout"}[language]
    assert capped in told(planned("39"), language)
    english = {**PERSON, "first_language_test": "none"}
    shown = target_plan(walk(english, TODAY), 800, RECORD)
    assert isinstance(shown, TargetPlan)
    assert capped not in told(shown, language)
