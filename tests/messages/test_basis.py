"""The explanation: what of a person each line rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogs import screens
from dialogs.conversation import UNKNOWN, Answers
from dialogs.questionnaire import walk
from dialogs.replies import Explanation
from messages.people import ABROAD, COUPLE, SHUT_OUT, TODAY, UNSURE
from messages.render import render
from tests.messages.telegram import read


def explained(answers: Answers) -> Explanation:
    reply = screens.explanation(walk(answers, TODAY))
    assert isinstance(reply, Explanation)
    return reply


def text(answers: Answers) -> str:
    return read(render(explained(answers), "en").text).text


@pytest.mark.parametrize(
    ("answers", "line"),
    [
        (ABROAD, "Age: 32 years old → 94 of 110"),
        (ABROAD, "Education: master’s → 135 of 150"),
        (ABROAD, "Work abroad with language: 4 years abroad, CLB 9 in all four → 50 of 50"),
        (ABROAD, "Second official language: no test → 0 of 24"),
        (ABROAD, "Work in Canada: no full year → 0 of 80"),
        (COUPLE, "French: NCLC 8 or higher; English: CLB 6 or higher → 50 of 50"),
        (COUPLE, "Trade certificate with language: a certificate, NCLC 8 or higher → 50 of 50"),
        (COUPLE, "Work in Canada: 1 year → 5 of 10"),
        (UNSURE, "First official language: not tested yet → 0 of 136"),
        (UNSURE, "Work abroad with language: work abroad not known yet, not tested yet → 0 of 50"),
        (SHUT_OUT, "Education: high school, without a valid assessment → 0 of 150"),
        (SHUT_OUT, "First official language: the result has expired → 0 of 136"),
        ({**ABROAD, "has_eca": "2019-01-01"}, "Education: master’s, without a valid assessment"),
        ({**COUPLE, "sibling_in_canada": UNKNOWN}, "Brother or sister in Canada: not known yet"),
    ],
)
def test_a_line_names_what_it_rests_on(answers: Answers, line: str) -> None:
    assert line in text(answers)


def test_the_source_stands_once_a_section_and_a_day_only_where_it_differs() -> None:
    shown = text(ABROAD)
    assert shown.count("core human capital factors; in force since 1 January 2015") == 1
    assert "French: no result in French → 0 of 50 (since 20 October 2020)" in shown
    assert "32 years old → 94 of 110 (since" not in shown


def test_without_the_person_the_points_stand_alone() -> None:
    bare = read(render(replace(explained(ABROAD), profile=None), "en").text).text
    assert "Age: 94 of 110" in bare
