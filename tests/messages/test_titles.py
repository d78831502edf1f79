"""Titles of occupations on buttons."""

from __future__ import annotations

import pytest

from messages.answers import option_label, shorten
from messages.titles import first_forms
from messages.words import words
from scoring.occupations import occupations


@pytest.mark.parametrize(
    ("title", "brief"),
    [
        ("Danseurs/danseuses", "Danseurs"),
        ("Directeurs financiers/directrices financières", "Directeurs financiers"),
        ("Directeurs/directrices des achats", "Directeurs des achats"),
        ("Autres préposés/préposées à la vente", "Autres préposés à la vente"),
        (
            "Aides-infirmiers/aides-infirmières, aides-soignants/aides-soignantes et autres",
            "Aides-infirmiers, aides-soignants et autres",
        ),
        (
            "Électriciens/électriciennes (sauf électriciens industriels/électriciennes "
            "industrielles et de réseaux)",
            "Électriciens (sauf électriciens industriels et de réseaux)",
        ),
        ("Software engineers and designers", "Software engineers and designers"),
    ],
)
def test_only_the_first_form_is_kept(title: str, brief: str) -> None:
    assert first_forms(title) == brief


def test_a_button_is_cut_at_a_word() -> None:
    label = option_label("occupation", "33102", words("fr"))
    assert label == "33102 Aides-infirmiers, aides-soignants…"
    assert shorten("Food counter attendants and kitchen helpers") == (
        "Food counter attendants and kitchen…"
    )
    assert shorten("x" * 60) == "x" * 39 + "…"


def test_every_occupation_fits_its_button() -> None:
    for language in ("en", "fr"):
        for code in occupations():
            label = option_label("occupation", code, words(language))
            assert len(label) <= 40
            assert "/" not in label or language == "en", label
