"""The family that a question is about, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.families import Family, read_family


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("c'est combien les frais pour une famille de 4 ?", Family(2, 2)),
        ("frais pour une famille de quatre personnes", Family(2, 2)),
        ("combien coute la demande de RP pour un couple avec 2 enfants", Family(2, 2)),
        ("combien pour ma femme, moi et un bébé", Family(2, 1)),
        ("frais pour 2 adultes et 3 enfants", Family(2, 3)),
        ("les frais pour moi seule avec deux enfants", Family(1, 2)),
        ("frais avec trois petits enfants", Family(None, 3)),
        ("total cost for a family of 4?", Family(2, 2)),
        ("fees for 3 people", Family(2, 1)),
        ("how much for me, my wife and 2 kids", Family(2, 2)),
        ("cost for a couple", Family(2, 0)),
        ("pr fees for single person", Family(1, 0)),
        ("price for a family of five, my husband and three kids", Family(2, 3)),
        ("fees for single mother with a child", Family(1, 1)),
        ("c'est combien les frais ?", None),
        ("fees in 2026", None),
        ("my 4 year old passport", None),
        ("frais de la famille", None),
        ("family of 4000", None),
        ("family of 0", None),
        ("the fees of 30 april 2026", None),
    ],
)
def test_who_a_question_is_about(text: str, family: Family | None) -> None:
    assert read_family(text) == family


@given(st.text(max_size=300))
def test_any_text_gives_a_family_that_can_be_or_none(text: str) -> None:
    family = read_family(text)
    if family is not None:
        assert family.adults is None or family.adults >= 1
        assert 0 <= family.children < 20
