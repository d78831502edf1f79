"""The screen of what would raise a score: few steps of each kind, each can be supposed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from messages.catalogue import catalogue
from messages.improving import kind_of, listed
from messages.render import render
from tests.messages.ahead import data, of, text


def test_the_first_page_has_at_most_two_steps_of_a_kind_and_all_has_more() -> None:
    reply = of("improvements, couple")
    kinds = [kind_of(action.id) for action in listed(reply)]
    assert max(kinds.count(kind) for kind in kinds) == 2
    assert set(kinds) == {"language", "work", "study", "family", "other"}
    assert len(listed(replace(reply, every=True))) > len(kinds)


def test_what_opens_a_program_comes_first_for_somebody_without_one() -> None:
    said = text(of("improvements, shut out"))
    assert said.index("No program is open") < said.index("Canadian Experience Class")
    assert said.index("Canadian Experience Class") < said.index("What would raise")


def test_time_eats_points_and_the_screen_says_so() -> None:
    assert "→ 515 by" not in text(of("improvements, single"))
    assert "→ 527, but 516 by then (birthdays take 11)" in text(of("improvements, single"))


def test_a_caution_is_said_once() -> None:
    assert text(of("improvements, single")).count("Remote work") == 1


def test_improvements_offer_to_suppose_a_step_and_the_other_ways() -> None:
    offered = data(render(of("improvements, couple"), "en"))
    assert {"cmd:improve_all", "cmd:timeline", "cmd:exchange"} <= set(offered)
    alone = data(render(of("improvements, single, all"), "en"))
    assert not {"cmd:exchange", "cmd:improve_all"} & set(alone)


@pytest.mark.parametrize("name", [name for name in catalogue() if name.startswith("improvements")])
def test_every_step_of_the_improvements_can_be_supposed(name: str) -> None:
    reply = of(name)
    plan = reply.plan
    sets = {id_ for each in plan.openings[:2] for id_ in each.actions}
    listed_here = {each.id for each in (*plan.actions, *plan.eligibility)}
    steps = {each.id for each in (*listed(reply), *plan.eligibility[:3])} | sets & listed_here
    offered = data(render(reply, "en"))
    assert {each for each in offered if each.startswith("whatif:")} == {
        f"whatif:{id_}" for id_ in steps
    }


def test_a_plan_names_the_funds_that_are_asked() -> None:
    assert "Settlement funds: $15,263, the amount asked of your family" in text(
        of("improvements, no funds")
    )


def test_a_step_that_loses_more_than_it_gains_is_said_to() -> None:
    said = text(of("improvements, single, all"))
    assert "+15 A doctorate → 468 (446 by then ↓)\n" in said
    assert "→ 527 (516 by then)\n" in said
    assert said.count("↓ is less than today") == 1


@pytest.mark.parametrize("name", ["single", "couple", "unsure", "shut out", "no funds"])
def test_signs_are_explained_where_they_stand_and_nowhere_else(name: str) -> None:
    said = text(of(f"improvements, {name}, all"))
    lines, _, legend = said.partition("“By then” is what birthdays leave")
    assert (" by then" in lines) == bool(legend)
    assert ("↓" in lines) == ("↓ is less than today" in legend)


def test_work_that_the_permit_covers_is_the_first_to_be_shown() -> None:
    shown = [action.id for action in listed(of("improvements, couple"))]
    assert "canadian_experience_months.36" in shown
    assert "canadian_experience_months.60" not in shown


def test_what_a_permit_does_not_cover_is_said_at_each_such_step() -> None:
    reply = of("improvements, couple")
    cautioned = [
        replace(action, caution="permit_ends_first")
        if action.id.startswith("canadian_experience")
        else action
        for action in reply.plan.actions
    ]
    shown = replace(reply, plan=replace(reply.plan, actions=tuple(cautioned)))
    steps = [a for a in listed(shown) if a.caution == "permit_ends_first"]
    assert len(steps) == 2
    assert text(shown).count("Your work permit ends before that") == 2


def test_what_leaves_less_than_today_is_among_all_steps_only() -> None:
    few, every = of("improvements, single"), of("improvements, single, all")
    left = {a.id: a.total if a.total_then is None else a.total_then for a in few.plan.actions}
    assert all(left[action.id] > few.plan.current for action in listed(few))
    assert any(left[action.id] < few.plan.current for action in listed(every))
    assert "smaller or too slow to pay off, are left out" in text(few)


def test_the_example_of_a_plan_is_a_total_above_the_present_one() -> None:
    far = of("improvements, single")
    assert far.plan.current < 480
    shown = {current: _example(far, current) for current in (470, 837, 1190)}
    assert shown == {470: 480, 837: 880, 1190: 1200}


def _example(reply: Any, current: int) -> int:
    without = replace(reply, round=None, plan=replace(reply.plan, current=current))
    found = re.search(r"/improve (\d+) finds sets", text(without))
    assert found is not None
    return int(found[1])
