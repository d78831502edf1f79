"""Folding: what makes no difference to any reader."""

from __future__ import annotations

import pytest

from dialogs.reading.text import LONGEST, fold, phrase, pieces, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Yes  ", "yes"),
        ("ÉLECTRICIENNE", "electricienne"),
        ("J’ai", "j'ai"),
        ("19\u00a0001\u202f$", "19 001 $"),
        ("8\u200b 7", "8 7"),
        ("\ufeff29", "29"),
        ("２９", "29"),
        ("٢٩", "29"),
        ("７．５", "7.5"),
        ("cœur", "coeur"),
        ("2½", "2 1/2"),
        ("oui !", "oui"),
        ("Really?!…", "really"),
        ("5 – 6", "5 - 6"),
        ("−5", "-5"),
        ("a\n\tb", "a b"),
        ("", ""),
        ("…", ""),
    ],
)
def test_folds(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_story_folds_to_nothing() -> None:
    assert fold("29 " * LONGEST) == ""
    assert fold("29" + " " * 10_000) == "29"


def test_pieces_take_dates_apart_and_words_keep_numbers_whole() -> None:
    assert pieces("05.03.1994") == ["05", ".", "03", ".", "1994"]
    assert words("l8 r7.5, d'ici 19,001$") == ["l", "8", "r", "7.5", "d", "ici", "19,001"]


def test_a_phrase_has_neither_hyphens_nor_quotes() -> None:
    assert phrase("Common-law partner (« conjoint »)") == "common law partner conjoint"
