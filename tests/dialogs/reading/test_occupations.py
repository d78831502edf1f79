"""NOC codes taken at their word; job titles always offered, the right group among the first."""

from __future__ import annotations

import pytest

from dialogs.conversation import LANGUAGES, Language
from dialogs.reading.occupations import read_occupation
from dialogs.reading.occupations.search import MOST
from dialogs.reading.occupations.titles import everyday_titles
from dialogs.reading.outcome import Ambiguous, Understood, Unreadable
from scoring.occupations import occupations


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("21231", "21231"),
        ("NOC 21231", "21231"),
        ("noc 2021: 21231", "21231"),
        ("CNP 00012", "00012"),
        ("２１２３１", "21231"),
    ],
)
def test_codes(text: str, code: str) -> None:
    assert read_occupation(text, "en") == Understood(code)


@pytest.mark.parametrize(
    ("text", "reason", "given"),
    [
        ("99999", "noc_unknown", "99999"),
        ("2173", "noc_four_digits", "2173"),
        ("NOC 2173", "noc_four_digits", "2173"),
        ("212", "noc_five_digits", "212"),
        ("212311", "noc_five_digits", "212311"),
    ],
)
def test_refused_codes(text: str, reason: str, given: str) -> None:
    assert read_occupation(text, "en") == Unreadable(reason, {"given": given})


@pytest.mark.parametrize("text", ["", "asdfgh", "banana", "???", "x", "astronaut"])
def test_not_found(text: str) -> None:
    assert read_occupation(text, "en") == Unreadable("occupation_not_found")


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("en", "software engineer", "21231"),
        ("en", "sofware enginer", "21231"),
        ("en", "Senior Software Engineer", "21231"),
        ("en", "software developers", "21232"),
        ("en", "truck driver", "73300"),
        ("en", "nurse", "31301"),
        ("en", "Registered nurses and registered psychiatric nurses", "31301"),
        ("en", "I work as a cook", "63200"),
        ("en", "welder", "72106"),
        ("en", "accountant", "11100"),
        ("en", "data scientist", "21211"),
        ("en", "pharmacist", "31120"),
        ("en", "PSW", "33102"),
        ("en", "electrician", "72200"),
        ("en", "mechanical enginer", "21301"),
        ("en", "legislator", "00010"),
        ("en", "airhostess", "64311"),
        ("en", "sales man in a shoe shop", "64100"),
        ("en", "HVAC tech", "72402"),
        ("en", "HR mgr", "10011"),
        ("en", "nursing aide at an old age home", "33102"),
        ("en", "school counselor", "41320"),
        ("en", "data scienctist with 4 years experience", "21211"),
        ("en", "infirmière", "31301"),
        ("fr", "infirmière", "31301"),
        ("fr", "développeuse web", "21234"),
        ("fr", "soudeur", "72106"),
        ("fr", "Chauffeur de camion", "73300"),
        ("fr", "préposé aux bénéficiaires", "33102"),
        ("fr", "je suis cuisinière", "63200"),
        ("fr", "ingenieur civil", "21300"),
        ("fr", "ingénieures civiles", "21300"),
        ("fr", "comptable", "11100"),
        ("fr", "comptable dans une entreprise de transport", "11100"),
        ("fr", "technicien en froid et clim", "72402"),
        ("fr", "prof de maths", "41220"),
        ("fr", "aide soignante à l'hôpital", "33102"),
        ("fr", "mecanisien auto", "72410"),
        ("fr", "software engineer", "21231"),
    ],
)
def test_titles(language: Language, text: str, first: str) -> None:
    reading = read_occupation(text, language)
    assert isinstance(reading, Ambiguous)
    assert reading.options[0] == first
    assert 1 <= len(reading.options) <= MOST
    assert reading.reason == "occupation_title"


@pytest.mark.parametrize("language", LANGUAGES)
def test_everyday_titles_name_real_groups_and_are_found(language: Language) -> None:
    listed = everyday_titles(language)
    assert set(listed) == set(occupations())
    assert min(map(len, listed.values())) >= 2
    for code, titles in listed.items():
        for title in titles:
            reading = read_occupation(title, language)
            assert isinstance(reading, Ambiguous), title
            assert code in reading.options, (code, title)


@pytest.mark.parametrize("language", LANGUAGES)
def test_official_titles_find_their_group(language: Language) -> None:
    for occupation in occupations().values():
        title = occupation.title_en if language == "en" else occupation.title_fr
        reading = read_occupation(title, language)
        assert isinstance(reading, Ambiguous), title
        assert occupation.code in reading.options, title
