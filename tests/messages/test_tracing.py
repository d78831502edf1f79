"""Where times and costs come from is named, with its date, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dialogs.conversation import LANGUAGES, Language
from messages.guide.entries import entries
from messages.people import TODAY
from messages.sources import source_name
from messages.tracing import origins, traced
from messages.words import words
from scoring.bands import counted_pools
from scoring.law_events import law_events
from scoring.parameters.tree import tree
from scoring.plan import Action, plan
from scoring.record import Record
from scoring.rules import rules_on
from tests.scoring.people import clb, couple, person, result

if TYPE_CHECKING:
    from scoring.profile import Profile

each_language = pytest.mark.parametrize("language", LANGUAGES)
PEOPLE: tuple[Profile, ...] = (
    person(has_eca=False, occupation="31102"),
    person(first_language=result("ielts", 6), second_language=result("tcf", 420, 430, 8, 9)),
    person(first_language=result("celpip", 7), teer=2, current_work="abroad"),
    couple({"language": result("pte", 50), "age": 31, "education": "bachelor"}, education="none"),
    couple({"accompanying": False, "language": clb(10), "education": "master"}, age=40),
    person(first_language=clb(8), settling_in_quebec=True, current_work="canada"),
)


def steps() -> list[Action]:
    found = [plan(each, rules_on(TODAY)) for each in PEOPLE]
    return [action for each in found for action in (*each.actions, *each.eligibility)]


STEPS = steps()


@each_language
def test_every_source_of_a_figure_is_named_and_dated(language: Language) -> None:
    said = words(language)
    for action in STEPS:
        assert action.assumption is not None
        lines = "\n".join(traced(action, said))
        told = ((action.months, action.assumption.time), (action.cost_cad, action.assumption.cost))
        for figure, basis in told:
            if figure:
                assert said.formats.date(basis.checked) in lines, action.id
                for source in basis.sources:
                    estimate = source.kind == "estimate"
                    assert estimate or source_name(source, said) in lines, action.id
        assert bool(lines) == bool(action.months or action.cost_cad), action.id


@each_language
def test_what_is_not_confirmed_says_that_it_is_an_estimate(language: Language) -> None:
    estimate = {"en": "estimate", "fr": "estimation"}[language]
    for action in STEPS:
        by = action.assumption
        assert by is not None
        sure = [basis.confirmed for basis in (by.time, by.cost)]
        figures = [bool(action.months), bool(action.cost_cad)]
        unsure = any(shown and not one for shown, one in zip(figures, sure, strict=True))
        assert (estimate in "\n".join(traced(action, words(language)))) == unsure, action.id


@each_language
def test_every_source_of_the_figures_has_a_name_in_the_language(language: Language) -> None:
    entries = [entry for each in tree().under("actions").values() for entry in each.entries]
    for source in {source for entry in entries for source in entry.sources}:
        if source.kind != "estimate":
            assert words(language).find("terms", "sources", source.id), source.id


def test_every_source_of_the_register_is_used_and_no_other_is_named() -> None:
    dated = [entry for each in tree().parameters.values() for entry in each.entries]
    used = {source.id for each in dated for source in each.sources}
    used |= {source.id for each in law_events().values() for source in each.sources}
    used |= {source.id for each in entries().values() for source in each.sources}
    used |= {id_ for each in Record.shipped().rounds for id_ in each.sources}
    used |= {id_ for each in counted_pools() for id_ in each.sources}
    assert used == set(tree().sources)
    for language in LANGUAGES:
        assert set(words(language).keys("terms", "sources")) <= used


def test_one_line_where_the_time_and_the_cost_come_from_the_same() -> None:
    programme = next(action for action in STEPS if action.id == "education.one_year")
    own = "our own estimate of 23 November 2026"
    assert traced(programme, words("en")) == (f"Time and cost: {own}.",)
    assert origins(programme, words("en")) == (own,)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            (
                "Time: estimated from Cambridge English, hours of study by level; studies of "
                "progress in IELTS; as of 15 August 2022.",
                "Cost: CanLanguage, a test centre in Calgary; celpipsimulator.com; as of "
                "2 April 2026.",
            ),
        ),
        (
            "fr",
            (
                "Durée : estimation d'après Cambridge English, heures d'étude par niveau ; études "
                "sur les progrès à l'IELTS ; au 15 août 2022.",
                "Coût : CanLanguage, centre d'examen à Calgary ; celpipsimulator.com ; au "
                "2 avril 2026.",
            ),
        ),
    ],
)
def test_a_confirmed_cost_beside_an_estimated_time(
    language: Language, lines: tuple[str, ...]
) -> None:
    better = next(
        action
        for action in plan(PEOPLE[2], rules_on(TODAY)).actions
        if action.id == "first_language.all_9"
    )
    said = (line.replace("’", "'") for line in traced(better, words(language)))
    assert tuple(" ".join(line.split()) for line in said) == lines
