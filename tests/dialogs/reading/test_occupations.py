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
        ("noc21231", "21231"),
        ("my NOC code is 21231", "21231"),
        ("noc 2021: 21231", "21231"),
        ("NOC 2021 version 1.0, 21231", "21231"),
        ("CNP 00012", "00012"),
        ("FEER 1, 21231", "21231"),
        ("21231 (TEER 1)", "21231"),
        ("21 231", "21231"),
        ("21,231", "21231"),
        ("２１２３１", "21231"),
        ("21231 software engineers", "21231"),
        ("21231 - Software engineers and designers", "21231"),
        ("Infirmière autorisée (CNP 31301)", "31301"),
        ("i think it is 21231", "21231"),
        ("21231, 2173 before", "21231"),
        ("21231 / 21231", "21231"),
    ],
)
def test_codes(text: str, code: str) -> None:
    assert read_occupation(text, "en") == Understood(code)


@pytest.mark.parametrize(
    ("text", "first"),
    [("21231 cook", ("21231", "63200")), ("21231 or 21232", ("21231", "21232"))],
)
def test_a_code_that_is_contradicted_is_offered_first(text: str, first: tuple[str, ...]) -> None:
    reading = read_occupation(text, "en")
    assert isinstance(reading, Ambiguous)
    assert reading.options[:2] == first
    assert len(reading.options) <= MOST
    assert reading.reason == "occupation_title"


@pytest.mark.parametrize(
    ("text", "reason", "given"),
    [
        ("99999", "noc_unknown", "99999"),
        ("NOC 21235", "noc_unknown", "21235"),
        ("212", "noc_five_digits", "212"),
        ("212311", "noc_five_digits", "212311"),
        ("5000", "noc_five_digits", "5000"),
        ("9" * 40, "noc_five_digits", "9" * 12),
    ],
)
def test_refused_codes(text: str, reason: str, given: str) -> None:
    assert read_occupation(text, "en") == Unreadable(reason, {"given": given})


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("2173", "2173"),
        ("NOC 2173", "2173"),
        ("NOC 2016: 2173", "2173"),
        ("ancien code CNP 0213", "0213"),
        ("old code 6322", "6322"),
    ],
)
def test_codes_of_the_older_classification_are_told_so(text: str, given: str) -> None:
    details = {"given": given, "since": "2022-11-16"}
    assert read_occupation(text, "en") == Unreadable("noc_four_digits", details)


@pytest.mark.parametrize(
    ("text", "first", "reason"),
    [
        ("2173 software engineer", "21231", "old_noc_title"),
        ("cook, NOC 6322", "63200", "old_noc_title"),
        ("21235 software engineer", "21231", "no_noc_title"),
        ("cook since 2019", "63200", "occupation_title"),
        ("911 operator", "14404", "occupation_title"),
        ("class 1 truck driver", "73300", "occupation_title"),
        ("municipal code enforcement officer", "43202", "occupation_title"),
    ],
)
def test_a_title_beside_a_code_that_is_none(text: str, first: str, reason: str) -> None:
    reading = read_occupation(text, "en")
    assert isinstance(reading, Ambiguous)
    assert reading.options[0] == first
    assert reading.reason == reason


@pytest.mark.parametrize("text", ["", "asdfgh", "banana", "???", "x", "astronaut", "NOC", "TEER 1"])
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
        title = occupation.title(language)
        reading = read_occupation(title, language)
        assert isinstance(reading, Ambiguous), title
        assert occupation.code in reading.options, title


def test_a_word_of_ones_own_language_is_no_slip_of_another() -> None:
    found = read_occupation("comptable", "fr")
    assert isinstance(found, Ambiguous)
    assert found.options[0] == "11100"
    assert "42100" not in found.options  # constables
