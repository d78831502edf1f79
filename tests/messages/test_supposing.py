"""The screen of a supposition: what differs, what closes, and whether it can be kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from messages.render import render
from tests.dialogs.talk import MARRIED_ABROAD, finished, supposition
from tests.messages.ahead import data, each_language, of, text

if TYPE_CHECKING:
    from dialogs.conversation import Language


def test_only_what_differs_is_shown_in_a_supposition() -> None:
    said = text(of("what if, scores"))
    assert "What if: 453 → 465 (+12)" in said
    assert "First official language: 124 → 136" in said
    assert "Age:" not in said


def test_a_supposition_that_closes_a_program_says_so() -> None:
    assert "Closes: Federal Skilled Worker Program" in text(of("what if, Quebec"))


def test_a_section_whose_cap_takes_points_is_shown_beside_its_lines() -> None:
    reply = of("what if, scores")
    crs = reply.before.crs
    capped = crs.transferability._replace(total=crs.transferability.total - 7)
    after = reply.before._replace(crs=crs._replace(transferability=capped))
    said = text(replace(reply, after=after, lines_after=reply.lines_before))
    assert "Skills that work together, with its upper limit" in said


def test_what_no_answers_could_keep_has_no_button_to_keep_it() -> None:
    kept = data(render(of("what if, scores"), "en"))
    assert kept[:2] == ["suppose:keep:ya", "suppose:forget:ya"]
    unkept = data(render(replace(of("what if, scores"), answers={}), "en"))
    assert unkept == ["cmd:improve"]


@each_language
def test_what_opens_questions_that_change_nothing_is_one_total(language: Language) -> None:
    nominee = {
        **MARRIED_ABROAD,
        "education": "secondary",
        "provincial_nomination": "yes",
        "sibling_in_canada": "yes",
    }
    reply = supposition(finished(nominee), "what if I get a master")
    assert reply.opens
    assert reply.ranges is None
    before, after = reply.before.crs.total, reply.after.crs.total
    said = text(reply, language)
    assert f"{before} → {after} (+{after - before})" in said
    assert {"en": "It depends", "fr": "Cela dépend"}[language] not in said
