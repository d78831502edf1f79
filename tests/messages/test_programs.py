"""What the score card says of the programs while answers are unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dialogs import screens, screens_ahead, screens_rounds
from dialogs.conversation import UNKNOWN, Answers
from dialogs.questionnaire import walk
from dialogs.replies import Score
from messages.people import ABROAD, COUPLE, RECORD, TODAY
from messages.points import score_facts
from messages.render import render
from messages.words import words
from tests.messages.telegram import read

if TYPE_CHECKING:
    from dialogs.conversation import Language
    from messages.programs import ShownProgram

UNTESTED = {"first_language_test": UNKNOWN, "second_language_test": UNKNOWN}


def card(answers: Answers) -> Score:
    reply = screens.score_card(walk(answers, TODAY))
    assert isinstance(reply, Score)
    return reply


def programs(answers: Answers) -> dict[str, ShownProgram]:
    shown = score_facts(card(answers), words("en"))["programs"]
    return dict(zip(("fsw", "cec", "fst"), shown, strict=True))


def said(answers: Answers, language: Language = "en") -> str:
    return read(render(card(answers), language).text).text


def test_an_untested_person_without_an_occupation_is_not_told_no() -> None:
    answers = {**ABROAD, **UNTESTED, "occupation": UNKNOWN, "trade_certificate": "yes"}
    found = programs(answers)
    assert found["fsw"].unsettled
    assert found["fst"].unsettled
    assert found["fst"].depends_on == "your language test and your occupation"
    text = said(answers)
    assert "❔ Federal Skilled Trades Program: cannot be said yet" in text
    assert "not one of its skilled trades" not in text
    assert "impossible à dire pour l’instant" in said(answers, "fr").replace("\xa0", " ")


def test_what_is_certain_is_said_and_not_left_open() -> None:
    found = programs({**ABROAD, **UNTESTED})
    assert found["fsw"].unsettled
    assert not found["cec"].unsettled
    assert found["cec"].unmet == (
        "It asks for 1 year of skilled work in Canada in the last 3 years.",
    )
    assert found["cec"].depends_on == "your language test"
    assert "Your occupation is not one of its skilled trades." in found["fst"].unmet


def test_without_any_work_a_trade_is_certainly_missing() -> None:
    answers = {**ABROAD, "foreign_experience": "0"}
    without = {q: a for q, a in answers.items() if q not in ("occupation", "continuous_experience")}
    fst = programs({**without, "trade_certificate": "no"})["fst"]
    assert not fst.unsettled
    assert "It asks for an occupation among its skilled trades." in fst.unmet


@pytest.mark.parametrize(
    ("changed", "program", "depends_on"),
    [
        ({"continuous_experience": UNKNOWN}, "fsw", "1 year of work without a break"),
        ({"settlement_funds": UNKNOWN}, "fsw", "your settlement funds"),
        (
            {"family_size": UNKNOWN, "settlement_funds": UNKNOWN},
            "fsw",
            "your settlement funds and the size of your family",
        ),
        ({"canadian_experience": UNKNOWN}, "cec", "your work in Canada"),
        ({"settlement_funds": "0"}, "fsw", None),
        ({"continuous_experience": "no"}, "fsw", None),
        ({"foreign_experience": "0", "canadian_experience": "6"}, "fsw", None),
    ],
)
def test_each_reason_rests_on_its_own_questions(
    changed: Answers, program: str, depends_on: str | None
) -> None:
    found = programs({**ABROAD, **changed})[program]
    assert not found.eligible
    assert found.depends_on == depends_on
    assert found.unsettled == (depends_on is not None)


@pytest.mark.parametrize(
    ("changed", "program"),
    [
        ({"recent_canadian_experience": UNKNOWN}, "cec"),
        ({"trade_experience": UNKNOWN}, "fst"),
        ({"job_offer": UNKNOWN, "trade_certificate": "no"}, "fst"),
        ({"occupation": UNKNOWN, "first_language_scores": {}}, "fst"),
    ],
)
def test_a_couple_that_does_not_know_one_thing(changed: Answers, program: str) -> None:
    given = {**COUPLE, "settlement_funds": "50000", "family_size": "2"}
    for question, answer in changed.items():
        if answer == {}:
            del given[question]
            given[question.replace("_scores", "_test")] = UNKNOWN
        else:
            given[question] = answer
    assert programs(given)[program].unsettled


def test_a_level_that_is_enough_for_some_occupations_leaves_the_class_open() -> None:
    low = {"test": "ielts", "listening": 5.0, "reading": 5.0, "writing": 5.5, "speaking": 5.5}
    answers = {
        **ABROAD,
        "first_language_scores": low,
        "canadian_experience": "24",
        "recent_canadian_experience": "24",
        "occupation": UNKNOWN,
        "trade_certificate": "no",
    }
    cec = programs(answers)["cec"]
    assert cec.depends_on == "your occupation"
    lower = {**low, "reading": 3.0}
    assert programs({**answers, "first_language_scores": lower})["cec"].depends_on is None


def test_the_grid_is_out_of_reach_when_even_the_best_would_not_do() -> None:
    old = {**ABROAD, "birth_date": "1970-01-01", "education": "secondary", "job_offer": "none"}
    low = {"test": "ielts", "listening": 6.0, "reading": 6.0, "writing": 6.0, "speaking": 6.0}
    answers = {**old, "first_language_scores": low, "second_language_test": UNKNOWN}
    fsw = programs({**answers, "has_eca": "yes"})["fsw"]
    assert not fsw.unsettled
    assert any("67 are needed" in reason for reason in fsw.unmet)


def test_an_open_program_says_what_it_takes_as_given() -> None:
    answers = {**ABROAD, "has_eca": UNKNOWN, "occupation": UNKNOWN, "trade_certificate": "no"}
    fsw = programs(answers)["fsw"]
    assert fsw.eligible
    assert len(fsw.provided) == 2
    assert not programs(ABROAD)["fsw"].provided


def test_a_range_names_three_unknown_things_and_counts_the_others() -> None:
    text = said({**ABROAD, **UNTESTED, "has_eca": UNKNOWN, "foreign_experience": UNKNOWN})
    assert "your language test, your work outside Canada, your credential assessment" in text
    assert "and 1 more" in text
    assert "The lower number counts it as no points" in text


NEARLY: Answers = {
    **ABROAD,
    "birth_date": "30",
    "education": "bachelor",
    "first_language_scores": {
        "test": "ielts",
        "listening": 6.0,
        "reading": 6.0,
        "writing": 6.0,
        "speaking": 6.0,
    },
    "foreign_experience": "12",
}
"""Nine points short of the 67: more than a relative or studies of a partner give."""


def test_what_was_not_asked_because_it_cannot_be_enough_leaves_nothing_open() -> None:
    fsw = programs(NEARLY)["fsw"]
    assert fsw.points == 58
    assert not fsw.unsettled
    assert fsw.unmet == ("Its selection grid gives you 58 points, and 67 are needed.",)


def test_a_partner_whose_studies_in_canada_are_not_known_may_decide() -> None:
    couple = {
        **NEARLY,
        "marital_status": "married",
        "spouse_status": "accompanying",
        "foreign_experience": "72",
        "spouse_education": "bachelor",
        "spouse_has_eca": "yes",
        "spouse_language_test": "none",
        "spouse_canadian_experience": "0",
        "relative_in_canada": "no",
        "family_size": "2",
    }
    assert programs({**couple, "spouse_canadian_study": UNKNOWN})["fsw"].depends_on == (
        "your partner’s studies in Canada"
    )
    for known in ({"spouse_has_eca": "no"}, {"spouse_education": "one_year"}):
        shut = programs({**couple, "spouse_canadian_study": UNKNOWN, **known})["fsw"]
        assert not shut.unsettled


COUPLE_SHORT: Answers = {
    **NEARLY,
    "marital_status": "married",
    "spouse_status": "accompanying",
    "birth_date": "44",
    "second_language_test": UNKNOWN,
    "foreign_experience": "72",
    "spouse_education": "master",
    "spouse_has_eca": "yes",
    "spouse_language_test": "nclc",
    "spouse_language_scores": dict(
        zip(
            ("test", "listening", "reading", "writing", "speaking"),
            ("nclc", 9, 9, 9, 9),
            strict=True,
        )
    ),
    "spouse_canadian_experience": "0",
    "family_size": "4",
    "settlement_funds": "40000",
}
"""Short of the 67 by what a second language and a relative would give only together."""


def test_only_what_was_asked_is_named_until_it_is_known() -> None:
    fsw = programs(COUPLE_SHORT)["fsw"]
    assert fsw.unsettled
    assert fsw.depends_on == "a test in the other official language"


@pytest.mark.parametrize(
    ("language", "said_of_it"),
    [("en", "cannot be said yet: it depends"), ("fr", "Impossible de dire pour l’instant si")],
)
def test_what_is_not_settled_is_not_called_shut_by_what_raises_the_score(
    language: Language, said_of_it: str
) -> None:
    walked = walk(COUPLE_SHORT, TODAY)
    improved = screens_rounds.improvements(walked, RECORD)
    assert said_of_it in read(render(improved, language).text).text
    known = {**COUPLE_SHORT, "second_language_test": "none"}
    settled = screens_rounds.improvements(walk(known, TODAY), RECORD)
    assert said_of_it not in read(render(settled, language).text).text


def test_what_is_not_settled_is_not_called_shut_by_the_comparison() -> None:
    answers = {**COUPLE_SHORT, "spouse_birth_date": "30"}
    compared = screens_ahead.comparison(walk(answers, TODAY, ("exchange",)))
    said_of_it = read(render(compared, "en").text).text
    assert "no program open" not in said_of_it
    assert "which of them would be open cannot be said yet" in said_of_it
