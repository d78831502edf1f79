"""What the screens of rounds and chances say, whoever reads them."""

from __future__ import annotations

import pytest

from dialogs.conversation import LANGUAGES, Answers, Language
from dialogs.questionnaire import walk
from dialogs.replies_rounds import ChancesShown
from dialogs.screens_ahead import target_plan
from dialogs.screens_chances import chances_shown
from dialogs.screens_rounds import improvements, round_plan
from messages.catalogue_rounds import of_rounds
from messages.people import ABROAD, RECORD, TODAY, first
from messages.render import render
from tests.messages.telegram import read

LONGEST = 3900
"""Telegram takes 4,096 characters; some are left for what is said of an answer."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_screen_fits_into_a_message(language: Language) -> None:
    lengths = {name: len(render(reply, language, TODAY).text) for name, reply in of_rounds()}
    assert max(lengths, key=lambda name: lengths[name]) == "chances, most kinds"
    assert max(lengths.values()) <= LONGEST


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["In 2 of 10 similar situations", "0 of 6 in 12 months", "27 September 2026"]),
        ("fr", ["Dans 2 situations semblables sur 10", "0 sur 6 en 12 mois", "27 septembre 2026"]),
    ],
)
def test_a_chance_is_told_with_its_reason_its_record_and_its_date(
    language: Language, said: list[str]
) -> None:
    text = render(dict(of_rounds())["chances, nurse"], language, TODAY).text.replace("\xa0", " ")
    for each in said:
        assert each in text


SPEAKS_FRENCH: Answers = {
    **ABROAD,
    "second_language_test": "nclc",
    "second_language_scores": {
        "test": "nclc",
        "listening": 8,
        "reading": 8,
        "writing": 7,
        "speaking": 8,
    },
}
"""Far above the last cut-off for French."""
UNASKED: Answers = {
    name: answer for name, answer in SPEAKS_FRENCH.items() if name != "settlement_funds"
}
ABOVE = {
    "en": "Your 515 points are above the cut-off of the last round for French (382,",
    "fr": "Vos 515 points dépassent la note minimale de la dernière ronde pour le français (382,",
}
OPEN = {"en": "and such rounds are open to you.", "fr": "et de telles rondes vous sont ouvertes."}
WAITING = {
    "en": "That rests on: Settlement funds.",
    "fr": "Cela dépend de : Fonds d’établissement.",
}


def screens(answers: Answers, language: Language) -> dict[str, str]:
    walked = walk(answers, TODAY, ("time", "rounds"), language)
    replies = {
        "chances": chances_shown(walked, RECORD),
        "improve": improvements(walked, RECORD),
        "to a total": target_plan(walked, 560, RECORD),
        "to a total that is reached": target_plan(walked, 480, RECORD),
        "to another round": round_plan(walked, "pnp", RECORD),
    }
    return {
        name: read(render(reply, language, TODAY).text).text.replace("\xa0", " ")
        for name, reply in replies.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_total_was_enough_is_said_before_all_else(language: Language) -> None:
    for answers, then in ((SPEAKS_FRENCH, OPEN), (UNASKED, WAITING)):
        for name, said in screens(answers, language).items():
            assert ABOVE[language] in said, name
            assert then[language] in said, name
            before = said[: said.index(ABOVE[language])].strip()
            assert len(before.splitlines()) == (1 if name == "chances" else 0), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_round_that_is_aimed_at_names_what_it_rests_on(language: Language) -> None:
    plan = round_plan(walk(UNASKED, TODAY, (), language), "french", RECORD)
    said = read(render(plan, language, TODAY).text).text.replace("\xa0", " ")
    assert said.count(WAITING[language]) == 1
    assert ABOVE[language] not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_many_open_questions_a_few_are_named(language: Language) -> None:
    french = {name: SPEAKS_FRENCH[name] for name in SPEAKS_FRENCH if name.startswith("second")}
    said = screens({**first(ABROAD, 7), **french}, language)["chances"]
    more = {"en": "and other answers", "fr": "et d’autres réponses"}[language]
    assert more in said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "If you had it today: an invitation within 1 year in 4 of 10 similar situations."),
        ("fr", "Si vous l’aviez aujourd’hui : une invitation en 1 an dans 4 situations semblables"),
    ],
)
def test_one_step_away_is_foretold_as_an_if(language: Language, said: str) -> None:
    text = render(dict(of_rounds())["chances, single"], language, TODAY).text
    assert said in text.replace("\xa0", " ")
    assert ("too hopeful" if language == "en" else "trop optimiste") in text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "If you had it today: an invitation within 1 year in at least 9 of 10 similar"),
        ("fr", "Si vous l’aviez aujourd’hui : une invitation en 1 an dans au moins 9 situations"),
    ],
)
def test_where_nothing_open_is_held_the_first_step_is_told_at_once(
    language: Language, said: str
) -> None:
    text = render(dict(of_rounds())["chances, single"], language, TODAY).text.replace("\xa0", " ")
    first = text.split("\n\n")[1]
    assert said in first
    assert {"en": "Of the 40 rounds", "fr": "Aucune des 40 rondes"}[language] in first


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["not on the list of its category", "476 (1 October 2026)", "23 below the last"]),
        ("fr", ["pas sur la liste de sa catégorie", "476 (1er octobre 2026)", "23 de moins"]),
    ],
)
def test_one_kind_is_told_with_its_reason_and_its_last_cutoffs(
    language: Language, said: list[str]
) -> None:
    text = render(dict(of_rounds())["one kind, nurse, trade"], language, TODAY).text
    for each in said:
        assert each in text.replace("\xa0", " ")
    open_ = render(dict(of_rounds())["one kind, nurse, healthcare"], language, TODAY).text
    assert {"en": "such rounds are open to you", "fr": "ces rondes vous sont ouvertes"}[
        language
    ] in open_.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("language", "leads"),
    [
        ("en", "In more than 9 of 10 similar situations of the record"),
        ("fr", "Dans plus de 9 situations semblables sur 10 par le passé"),
    ],
)
def test_the_likeliest_of_the_open_kinds_leads_not_the_one_that_is_furthest_below(
    language: Language, leads: str
) -> None:
    nominee = {**SPEAKS_FRENCH, "provincial_nomination": "yes"}
    shown = chances_shown(walk(nominee, TODAY, ("rounds",)), RECORD)
    assert isinstance(shown, ChancesShown)
    nearest, *others = shown.open
    likeliest = max(others, key=lambda each: each.chances[-1].of_ten if each.chances else 0)
    assert nearest.chances[-1].of_ten < likeliest.chances[-1].of_ten == 10
    said = read(render(shown, language, TODAY).text).text.replace("\xa0", " ")
    assert leads in said
