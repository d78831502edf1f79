"""Statistics Canada's elements files: layout, traps, and rows that cannot be read."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.occupations.elements import (
    Elements,
    NoElementsError,
    Refused,
    read_elements,
)
from dialogs.reading.occupations.further import Title
from tests.bot.elements import ENGLISH, FRENCH, title, written


def _read(text: str) -> Elements:
    return read_elements(io.StringIO(text, newline=""))


def test_titles_of_both_types_count_once_and_codes_get_their_zeros_back() -> None:
    rows = [
        title("00013", "College president", "Illustrative example(s)"),
        title("00013", "College president"),
        title("21231", "Software engineer "),
    ]
    assert _read(written(rows)) == Elements(
        "en",
        (Title("00013", "College president"), Title("21231", "Software engineer")),
        (),
    )


def test_sentences_and_other_levels_are_passed_over() -> None:
    rows = [
        title("21231", "They write code.", "Main duties"),
        title("21231", "Sales engineers", "Exclusion(s)"),
        ("4", "2123", "Minor group", "All examples", "Engineer"),
        ("", "", "", "", ""),
    ]
    assert _read(written(rows)) == Elements("en", (), ())


@pytest.mark.parametrize(
    ("given_title", "forms"),
    [
        ("Warehouse foreman/woman", ["Warehouse foreman", "Warehouse forewoman"]),
        ("Landman/woman - oil and gas", ["Landman - oil and gas", "Landwoman - oil and gas"]),
        ("Software engineer", ["Software engineer"]),
    ],
)
def test_english_pairs_are_two_titles(given_title: str, forms: list[str]) -> None:
    read = _read(written([title("21231", given_title)]))
    assert [each.title for each in read.titles] == forms


@pytest.mark.parametrize(
    ("given_title", "forms"),
    [
        (
            "Conseiller municipal/conseillère municipale",
            ["Conseiller municipal", "conseillère municipale"],
        ),
        (
            "Adjoint/adjointe au chef de direction - banque",
            ["Adjoint au chef de direction - banque", "adjointe au chef de direction - banque"],
        ),
        ("Ministre", ["Ministre"]),
    ],
)
def test_french_pairs_are_two_titles(given_title: str, forms: list[str]) -> None:
    read = _read(written([title("00010", given_title, "Tous les exemples")], FRENCH))
    assert read.language == "fr"
    assert [each.title for each in read.titles] == forms


@pytest.mark.parametrize(
    "names",
    [
        ENGLISH,
        tuple(name.upper() for name in ENGLISH),
        tuple(f"  {name}  " for name in ENGLISH),
        ("Level", "Code – NOC 2021", "Class Title", "Element type label", "Element description"),
    ],
)
def test_small_changes_of_the_columns_names_do_not_matter(names: tuple[str, ...]) -> None:
    assert len(_read(written([title("21231", "Software engineer")], names)).titles) == 1


@pytest.mark.parametrize("text", ["", "a,b,c\n", "\x89PNG\n", '{"rounds": []}', "Level,Code\n"])
def test_a_file_of_something_else_is_refused(text: str) -> None:
    with pytest.raises(NoElementsError, match="must name the columns"):
        _read(text)


def test_rows_that_cannot_be_read_are_named_and_the_others_kept() -> None:
    rows = [
        title("21231", "Software engineer"),
        ("5", "99999", "No such group", "All examples", "Ghost"),
        ("five", "21231", "Software engineers", "All examples", "Coder"),
        ("5", "21231", "Software engineers", "All examples", "   "),
        ("5", "21231", "Software engineers", "All examples", "x" * 400),
        ("5", "21231"),
        title("21231", "Software designer"),
    ]
    read = _read(written(rows))
    assert [each.title for each in read.titles] == ["Software engineer", "Software designer"]
    assert [(each.row, each.column) for each in read.refused] == [
        (3, "code"),
        (4, "level"),
        (5, "description"),
        (6, "description"),
        (7, ""),
    ]
    assert read.refused[0] == Refused(3, "code", "'99999' is no unit group of NOC 2021")


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    read = _read(written([title("21231", "Software engineer")]) + text)
    assert read.titles[0] == Title("21231", "Software engineer")
