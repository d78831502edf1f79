"""Entries that answer for the family, or the test result, that a question names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogs.conversation import LANGUAGES, Answers, Language
from dialogs.reading.families import Family
from dialogs.reading.results_named import ResultNamed
from dialogs.you import You, of_family, of_result
from messages.catalogue_guide import guide_entry
from messages.people import ABROAD, COUPLE, TODAY, UNSURE
from messages.render import render
from tests.messages.telegram import read

each_language = pytest.mark.parametrize("language", LANGUAGES)


def told(id_: str, language: Language, answers: Answers, known: You | None = None) -> str:
    entry = guide_entry(id_, answers)
    if known is not None:
        entry = replace(entry, you=known)
    text = read(render(entry, language, TODAY).text).text
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def for_family(id_: str, language: Language, family: Family, answers: Answers) -> str:
    return told(id_, language, answers, of_family(guide_entry(id_, answers).you, family, TODAY))


@pytest.mark.parametrize(
    ("family", "english", "french"),
    [
        (Family(2, 2), "2 adults and 2 children: $3,700", "2 adultes et 2 enfants : 3 700 $"),
        (Family(2, 0), "2 adults: $3,180", "2 adultes : 3 180 $"),
        (Family(1, 1), "1 adult and 1 child: $1,850", "1 adulte et 1 enfant : 1 850 $"),
        (Family(None, 3), "1 adult and 3 children: $2,370", "1 adulte et 3 enfants : 2 370 $"),
    ],
)
@pytest.mark.parametrize("answers", [{}, ABROAD])
def test_fees_are_summed_for_the_family_that_is_named(
    family: Family, english: str, french: str, answers: Answers
) -> None:
    assert english in for_family("fees", "en", family, answers)
    assert french in for_family("fees", "fr", family, answers)


def test_children_alone_come_beside_the_adults_that_are_known() -> None:
    text = for_family("fees", "en", Family(None, 1), COUPLE)
    assert "2 adults and 1 child: $3,440" in text


@each_language
def test_fees_are_summed_for_the_family_of_the_person(language: Language) -> None:
    own = {"en": "1 adult: $1,590 in all", "fr": "1 adulte : 1 590 $ en tout"}[language]
    assert own in told("fees", language, ABROAD)
    two = {"en": "2 adults: $3,180 in all", "fr": "2 adultes : 3 180 $ en tout"}[language]
    assert two in told("fees", language, COUPLE)
    four = {"en": "2 adults and 2 children", "fr": "2 adultes et 2 enfants"}[language]
    assert four in told("fees", language, {"family_size": "4"})


@each_language
def test_the_whole_cost_and_the_funds_follow_the_family(language: Language) -> None:
    text = for_family("total_cost", language, Family(2, 2), {})
    whole = {"en": "about $4,453", "fr": "environ 4 453 $"}[language]
    assert whole in text
    funds = {"en": "For a family of 4 that is $28,362", "fr": "famille de 4, c’est 28 362 $"}
    assert funds[language] in for_family("funds", language, Family(2, 2), {})


@pytest.mark.parametrize(
    ("named", "english", "french"),
    [
        (
            ResultNamed(date(2025, 1, 1), exact=False),
            "of January 2025 is still valid, until January 2027",
            "de janvier 2025 est encore valable, jusqu’en janvier 2027",
        ),
        (
            ResultNamed(date(2024, 3, 5), exact=True),
            "of 5 March 2024 is no longer valid: it expired on 5 March 2026",
            "du 5 mars 2024 n’est plus valable : il a expiré le 5 mars 2026",
        ),
        (
            ResultNamed(date(2024, 11, 1), exact=False),
            "of November 2024 expires in this month",
            "de novembre 2024 expire ce mois-ci",
        ),
    ],
)
def test_how_long_a_named_result_is_valid(named: ResultNamed, english: str, french: str) -> None:
    known = of_result(guide_entry("test_validity", {}).you, named, TODAY)
    assert english in told("test_validity", "en", {}, known)
    assert french in told("test_validity", "fr", {}, known)


@each_language
def test_a_nomination_adds_what_extras_leave_room_for(language: Language) -> None:
    assert "1041" in told("nomination", language, COUPLE)
    assert "1041" in told("pnp_how", language, COUPLE)
    assert "1053" in told("nomination", language, ABROAD)


ENDED = {"en": "expired on 14 March 2026", "fr": "a expiré le 14 mars 2026"}
LASTING = {"en": "14 March 2028", "fr": "14 mars 2028"}


@each_language
@pytest.mark.parametrize(
    "id_",
    [
        "profile_needs",
        "profile_validity",
        "test_validity",
        "test_expires_after_ita",
        "improve_waiting",
    ],
)
def test_a_result_that_has_expired_is_told_so(id_: str, language: Language) -> None:
    scores = ABROAD["first_language_scores"]
    assert isinstance(scores, dict)
    old = {**ABROAD, "first_language_scores": {**scores, "taken_on": "2024-03-14"}}
    assert ENDED[language] in told(id_, language, old)
    assert LASTING[language] in told(id_, language, ABROAD)
    assert ENDED[language] not in told(id_, language, ABROAD)


@each_language
def test_an_assessment_that_has_expired_is_told_so(language: Language) -> None:
    ended = {"en": "expired on 1 June 2026", "fr": "a expiré le 1er juin 2026"}[language]
    for id_ in ("eca_validity", "test_expires_after_ita"):
        assert ended in told(id_, language, {**ABROAD, "has_eca": "2021-06-01"})


RANGE = {"en": "between 94 and 499 points", "fr": "entre 94 et 499 points"}
SHUT = {
    "en": ("none of the three programs", "none of them is open", "not open to you yet"),
    "fr": ("aucun", "pas encore ouvert"),
}


@each_language
@pytest.mark.parametrize(
    "id_", ["good_score", "ranking_not_selection", "cutoff", "improve", "not_invited"]
)
def test_whoever_does_not_know_an_answer_has_a_range(id_: str, language: Language) -> None:
    assert RANGE[language] in told(id_, language, UNSURE)


@each_language
@pytest.mark.parametrize("id_", ["express_entry", "three_programs", "fsw"])
def test_no_program_is_shut_by_what_is_not_known(id_: str, language: Language) -> None:
    newcomer, unsure = told(id_, language, {}), told(id_, language, UNSURE)
    for words in SHUT[language]:
        assert unsure.count(words) == newcomer.count(words)
