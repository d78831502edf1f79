"""Every screen with totals says since when its rules are in force, and when they were checked."""

from __future__ import annotations

import pytest

from dialogs.conversation import LANGUAGES, Language
from messages.catalogue import catalogue
from messages.people import TODAY
from messages.render import render
from messages.words import words

SCREENS = {
    name: reply
    for name, reply in catalogue().items()
    if type(reply).__name__
    in ("Improvements", "TargetPlan", "Supposition", "Comparison", "TimelineShown", "Explanation")
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_with_totals_names_its_rules(name: str, language: Language) -> None:
    said = words(language, TODAY)
    text = render(SCREENS[name], language, TODAY).text
    assert said.formats.date(said.law.rules_since) in text
    assert said.formats.date(said.law.checked) in text
