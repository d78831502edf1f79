"""The numbers in the texts: those of the rules, and none typed by hand."""

from __future__ import annotations

import re

import pytest

from dialogs.conversation import LANGUAGES
from messages.law import law
from messages.words import FOLDER


def test_is_what_the_rules_say() -> None:
    now = law()
    assert (now.maximum, now.core, now.transferability, now.additional) == (1200, 500, 100, 600)
    assert sum((now.core, now.transferability, now.additional)) == now.maximum
    assert now.most["first_language"] == 136
    assert [(rule.skilled, rule.senior_management) for rule in now.offers] == [
        (600, 600),
        (50, 200),
        (0, 0),
    ]
    assert now.foreign_months_full == 36


@pytest.mark.parametrize(("family", "dollars"), [(1, 15263), (2, 19001), (7, 40392), (9, 48616)])
def test_knows_the_funds_of_every_family(family: int, dollars: int) -> None:
    assert law().funds_for(family) == dollars


def test_no_text_holds_a_number_of_the_law() -> None:
    now = law()
    numbers = {now.maximum, now.nomination, now.pass_mark, now.core, *now.most.values()}
    numbers |= {now.french_high, now.days_to_apply, *now.funds}
    typed = {
        form for n in numbers if n > 24 for form in (f"{n}", f"{n:,}", f"{n:,}".replace(",", " "))
    }
    for language in LANGUAGES:
        for file in (FOLDER / language).iterdir():
            if file.stem in ("choices", "tests"):
                continue  # months of a button, and scores of a test, are no numbers of the law
            text = re.sub(r"(?m)^example = .*$", "", file.read_text(encoding="utf-8"))
            found = {
                n for n in typed if re.search(rf"(?<![\d.,]){re.escape(n)}(?![\d.,]\d|\d)", text)
            }
            assert not found, (language, file.name, found)
