"""Steps that look ahead: words for every estimate and every plan, short enough for a message."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from dialogs.replies_ahead import Improvements, TargetPlan
from messages.ahead import shown_step
from messages.people import TODAY
from messages.render import render
from messages.words import words
from scoring.parameters.tree import tree
from scoring.plan import plan
from scoring.profile import Profile, Spouse
from scoring.rules import rules_on
from tests.messages.ahead import each_language
from tests.messages.telegram import read, utf16_length

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dialogs.conversation import Language
    from scoring.plan import Plan

MOST_UNITS = 4096


def estimates() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every kind of step, with its figures."""
    for key, parameter in tree().under("actions").items():
        folder, _, kind = key.partition("/")
        if folder != "costs" and kind != "pace":
            yield kind, parameter.entries[-1].data


def plans() -> Iterator[Plan]:
    """Plans of many different people, some with a target that only much can reach."""
    low = {"test": "ielts", "listening": 5, "reading": 4, "writing": 5, "speaking": 5}
    french = {"test": "tef", "listening": 250, "reading": 210, "writing": 315, "speaking": 320}
    for education, result, couple in product(
        ("none", "two_year", "bachelor", "doctoral"), (None, low, french), (False, True)
    ):
        given: dict[str, Any] = {
            "birth_date": "1994-12-01",
            "marital_status": "married" if couple else "single",
            "education": education,
            "has_eca": False,
            "first_language": result,
            "foreign_experience_months": 14,
            "occupation": "72200",
        }
        if couple:
            spouse = {"accompanying": True, "language": result, "has_eca": False, "age": 30}
            given["spouse"] = {**spouse, "education": "bachelor"}
        profile = Profile.model_validate(given)
        for target in (None, 480, 1000, 1190):
            yield plan(profile, rules_on(TODAY), target)


ALL_PLANS = tuple(plans())


@each_language
def test_every_estimate_has_words(language: Language) -> None:
    kinds = dict(estimates())
    assert len(kinds) > 20
    for kind, figures in kinds.items():
        assert words(language).find("ahead", "takes", kind), kind
        if "caution" in figures:
            assert words(language).find("ahead", "cautions", figures["caution"]), kind


@each_language
def test_every_step_of_every_plan_can_be_said(language: Language) -> None:
    for each in ALL_PLANS:
        for action in (*each.actions, *each.eligibility, *each.silent.values()):
            step = shown_step(action, words(language))
            assert step.takes
            assert "None" not in step.takes


@each_language
def test_every_field_of_a_spouse_that_can_be_lacking_has_words(language: Language) -> None:
    nothing = Spouse(accompanying=True, canadian_experience_months=3)
    profile = Profile(marital_status="married", age=30, education="bachelor", spouse=nothing)
    exchange = plan(profile, rules_on(TODAY)).exchange
    assert exchange is not None
    assert len(exchange.needs) > 5
    for field in exchange.needs:
        assert words(language).find("ahead", "lacking", field.removeprefix("spouse."))


@each_language
def test_the_longest_plan_fits_a_message(language: Language) -> None:
    lengths = []
    for each in ALL_PLANS:
        replies: list[Any] = [
            Improvements(each, complete=False, shut_out=shut_out, every=every)
            for shut_out in (False, True)
            for every in (False, True)
        ]
        if each.target is not None:
            replies.append(TargetPlan(each, complete=False))
        for reply in replies:
            said = read(render(reply, language).text)
            assert said.faults == []
            lengths.append(utf16_length(said.text))
    assert max(lengths) <= MOST_UNITS


@pytest.mark.parametrize(
    ("until", "language", "words_of_it"),
    [
        ("2027-11-23", "en", "1 year more of the work you do now, which your permit covers"),
        ("2027-11-22", "en", "of the work you do now, but your permit ends in 11 months"),
        ("2026-12-01", "en", "of the work you do now, but your permit ends within a month"),
        (None, "en", "1 year more of the work you do now"),
        ("2027-11-23", "fr", "1 an de plus du travail actuel, ce que couvre votre permis"),
        ("2027-11-22", "fr", "du travail actuel, mais votre permis prend fin dans 11 mois"),
        ("2026-12-01", "fr", "travail actuel, mais votre permis prend fin dans moins d’un mois"),
    ],
)
def test_work_on_a_permit_says_whether_it_lasts(
    until: str | None, language: Language, words_of_it: str
) -> None:
    fields: dict[str, Any] = {"marital_status": "single", "age": 30, "education": "bachelor"}
    working = Profile.model_validate(
        {**fields, "current_work": "canada", "work_permit_until": until}
    )
    action = plan(working, rules_on(TODAY)).action("canadian_experience_months.12")
    takes = shown_step(action, words(language)).takes.replace("\N{NO-BREAK SPACE}", " ")
    assert takes.endswith(words_of_it)
