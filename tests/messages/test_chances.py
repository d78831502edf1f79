"""What the screens of rounds and chances say, whoever reads them."""

from __future__ import annotations

import pytest

from dialogs.conversation import LANGUAGES, Language
from messages.catalogue_rounds import of_rounds
from messages.people import TODAY
from messages.render import render

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
