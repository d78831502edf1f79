"""What people type when asked for their occupation: the right unit group first, or among five.

The tables in `everyday/` are held out: neither titles nor the search are ever made from them, so
a miss is mended by lines of one's own that are like it in kind, never by its own line.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dialogs.conversation import LANGUAGES, Language
from dialogs.reading.occupations import read_occupation
from dialogs.reading.outcome import Ambiguous
from scoring.occupations import occupations
from tests.figures import note

FIRST, AMONG_FIVE = 0.80, 0.95
TABLES = Path(__file__).with_name("everyday")


def table(language: Language) -> dict[str, list[str]]:
    """What is typed, and the unit groups that would be right."""
    return tomllib.loads((TABLES / f"{language}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_are_large_and_name_real_groups(language: Language) -> None:
    listed = table(language)
    assert len(listed) >= 200
    assert {code for codes in listed.values() for code in codes} <= set(occupations())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_right_group_is_offered(language: Language) -> None:
    listed = table(language)
    first = among = 0
    for text, right in listed.items():
        reading = read_occupation(text, language)
        offered = reading.options if isinstance(reading, Ambiguous) else ()
        first += offered[:1] != () and offered[0] in right
        among += not set(right).isdisjoint(offered)
    note(
        f"occupations, {language}: of {len(listed)} the right group is first in "
        f"{first / len(listed):.1%}, among five in {among / len(listed):.1%}"
    )
    assert first >= FIRST * len(listed)
    assert among >= AMONG_FIVE * len(listed)
