"""The screen of a supposition: what differs, what closes, and whether it can be kept."""

from __future__ import annotations

from dataclasses import replace

from messages.render import render
from tests.messages.ahead import data, of, text


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
    assert "Skills that work together, with what it can give at most" in said


def test_what_no_answers_could_keep_has_no_button_to_keep_it() -> None:
    kept = data(render(of("what if, scores"), "en"))
    assert kept[:2] == ["suppose:keep:ya", "suppose:forget:ya"]
    unkept = data(render(replace(of("what if, scores"), answers={}), "en"))
    assert unkept == ["cmd:improve"]
