"""The numbers in the texts: those of the rules, and none typed by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

import messages.guide.numbers
import messages.law
import scoring.rules
from dialogs.conversation import LANGUAGES
from dialogs.events import Pressed
from messages.catalogue import catalogue
from messages.catalogue_guide import guide_entry
from messages.law import law
from messages.people import TODAY
from messages.present import present
from messages.render import render
from messages.words import FOLDER
from scoring.parameters.tree import Tree, tree
from tests.messages.telegram import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dialogs.conversation import Language

    Announce = Callable[..., None]

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def announce(monkeypatch: pytest.MonkeyPatch) -> Iterator[Announce]:
    """Adds an entry to a parameter that comes into force tomorrow."""

    def forget() -> None:
        scoring.rules._changes.cache_clear()
        scoring.rules._compiled.cache_clear()
        scoring.rules.rules_on.cache_clear()
        messages.law._law.cache_clear()

    def add(key: str, checked: date = TODAY, **data: Any) -> None:
        known = tree()
        parameter = known.parameters[key]
        last = parameter.entries[-1]
        coming = replace(last, since=TOMORROW, checked=checked, data={**last.data, **data})
        entries = (*parameter.entries, coming)
        changed = {**known.parameters, key: replace(parameter, entries=entries)}
        announced = Tree(changed, known.sources)
        monkeypatch.setattr(scoring.rules, "tree", lambda: announced)
        monkeypatch.setattr(messages.law, "tree", lambda: announced)
        monkeypatch.setattr(messages.guide.numbers, "tree", lambda: announced)
        forget()

    yield add
    monkeypatch.undo()
    forget()


def guide(entry: str, language: Language, today: date) -> str:
    (message,) = present((guide_entry(entry, {}),), Pressed(f"guide:{entry}"), language, today)
    return read(message.text).text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("language", "now", "then"),
    [("en", "60 days", "45 days"), ("fr", "60 jours", "45 jours")],
)
def test_a_change_is_shown_from_its_day_on(
    announce: Announce, language: Language, now: str, then: str
) -> None:
    announce("procedure", days_to_apply=45)
    assert now in guide("sixty_days", language, TODAY)
    assert then not in guide("sixty_days", language, TODAY)
    assert then in guide("sixty_days", language, TOMORROW)
    assert now not in guide("sixty_days", language, TOMORROW)


def test_funds_are_those_of_the_day(announce: Announce) -> None:
    announce("funds", amounts=[20000 + n for n in range(7)])
    assert law(TODAY).funds.required(1) == 15263
    assert law(TOMORROW).funds.required(1) == 20000
    assert law(TOMORROW).funds_since == TOMORROW


def test_points_for_job_offers_may_come_back(announce: Announce) -> None:
    announce(
        "crs/additional/job_offer", points={"senior_management": 100, "skilled": 40, "none": 0}
    )
    assert law(TODAY).job_offer_end == date(2025, 3, 25)
    assert law(TODAY).offers[-1].skilled == 0
    assert law(TOMORROW).job_offer_end is None
    assert law(TOMORROW).offers[-1].skilled == 40
    assert "it gives 40 points, or 100 for senior managers" in guide("job_offer", "en", TOMORROW)
    assert "elle donne 40 points, ou 100 aux cadres" in guide("job_offer", "fr", TOMORROW)
    assert "a job offer gives no CRS points since" in guide("job_offer", "en", TODAY)
    assert "une offre ne donne plus de points" in guide("job_offer", "fr", TODAY)


def test_what_is_announced_is_known_without_a_day(announce: Announce) -> None:
    announce("procedure", days_to_apply=45)
    assert law().days_to_apply == 45
    assert tree().parameters["procedure"].entries[-1].value("days_to_apply") == 60


def test_is_what_the_rules_say() -> None:
    now = law(TODAY)
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
    assert law(TODAY).funds.required(family) == dollars


def test_no_text_holds_a_number_of_the_law() -> None:
    now = law(TODAY)
    numbers = {now.maximum, now.nomination, now.pass_mark, now.core, *now.most.values()}
    numbers |= {now.french_high, now.days_to_apply, *now.funds.amounts}
    typed = {
        form for n in numbers if n > 24 for form in (f"{n}", f"{n:,}", f"{n:,}".replace(",", " "))
    }
    for language in LANGUAGES:
        for file in (path for path in (FOLDER / language).rglob("*") if path.is_file()):
            if file.stem in ("choices", "tests") or file.parent.name == "asked":
                continue  # months of a button, scores, and what people type are no numbers of it
            text = re.sub(r"(?m)^example = .*$", "", file.read_text(encoding="utf-8"))
            # Ids are never shown, nor what people write to be understood: "67 points".
            text = re.sub(r"(?m)^\[\w+\]$", "", text)
            text = re.sub(r"(?ms)^aliases = \[\n.*?^\]$", "", text)
            found = {
                n for n in typed if re.search(rf"(?<![\d.,]){re.escape(n)}(?![\d.,]\d|\d)", text)
            }
            assert not found, (language, file.name, found)


@pytest.mark.parametrize(
    ("language", "days", "footer"),
    [("en", "60 days", "As of 27 May 2024"), ("fr", "60 jours", "Au 27 mai 2024")],
)
def test_an_entry_is_as_old_as_the_oldest_thing_in_it(
    language: Language, days: str, footer: str
) -> None:
    shown = guide("sixty_days", language, TODAY)
    assert days in shown
    assert footer in shown


@pytest.mark.parametrize(
    ("language", "checked", "newer"),
    [
        ("en", "last checked 14 May 2026", "there may be a newer one"),
        ("fr", "vérifié pour la dernière fois le 14 mai 2026", "il peut y en avoir un plus récent"),
    ],
)
@pytest.mark.parametrize("name", ["question settlement_funds", "score, nothing open"])
def test_funds_say_how_old_their_table_is(
    name: str, language: Language, checked: str, newer: str
) -> None:
    text = read(render(catalogue()[name], language, TODAY).text).text
    text = text.replace("\N{NO-BREAK SPACE}", " ")
    assert checked in text
    assert newer in text
