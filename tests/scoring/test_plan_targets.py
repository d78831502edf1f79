"""Plans to a target: equal to trying every set, and what they say when nothing reaches it."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.plan import Combination, apply, plan
from scoring.plan.combine import combined
from scoring.plan.demand import demand
from scoring.plan.scored import Scored, scored_candidates, start
from scoring.plan.targets import sets_to
from scoring.rules import rules_on
from scoring.score import score
from tests.scoring.people import clb, couple, person, result
from tests.scoring.strategies import TODAY, profiles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scoring.plan.candidate import Candidate
    from scoring.plan.scored import Start
    from scoring.profile import Profile

RULES = rules_on(TODAY)
AT_452 = couple(
    {"education": "bachelor", "has_eca": False, "language": clb(7)},
    birth_date="1991-09-09",
    education="master",
    first_language=result("ielts", 8, 7.5, 6.5, 7, taken_on="2026-05-01"),
    canadian_experience_months=12,
    recent_canadian_experience_months=12,
    foreign_experience_months=40,
    current_work="canada",
)
MOST = 7
"""So few that every set of them can be tried."""

Price = tuple[float, float, int]


def every_set(scored: Iterable[Scored]) -> Iterator[tuple[Candidate, ...]]:
    """Every compatible set of at least one candidate."""
    each = [one.candidate for one in scored]
    for size in range(1, len(each) + 1):
        for chosen in combinations(each, size):
            if all(one.goes_with(other) for one, other in combinations(chosen, 2)):
                yield chosen


def least_demanding(at: Start, sets: Iterable[tuple[Candidate, ...]]) -> set[tuple[Any, ...]]:
    """Of sets that reach a target, prices and totals of those that none beats."""
    best: dict[Price, int] = {}
    for each in sets:
        taken = demand(each)
        at_price = (taken.months, taken.cost, taken.effort)
        best[at_price] = max(best.get(at_price, 0), combined(at, each).total)
    return {
        (price, total)
        for price, total in best.items()
        if not any(
            other != price and all(a <= b for a, b in zip(other, price, strict=True))
            for other in best
        )
    }


def priced(at: Start, sets: Iterable[tuple[Candidate, ...]]) -> list[tuple[Any, ...]]:
    """Prices and totals of sets."""
    told = []
    for each in sets:
        taken = demand(each)
        told.append(((taken.months, taken.cost, taken.effort), combined(at, each).total))
    return told


def nominates(chosen: Iterable[Candidate]) -> bool:
    return any(each.id == "provincial_nomination" for each in chosen)


@st.composite
def searches(draw: st.DrawFn) -> tuple[Start, list[Scored], int]:
    """Somebody, a few things they could do, and a target above their total."""
    at = start(draw(profiles()), RULES, draw(st.sampled_from(["english", "french"])))
    possible = [each for each in scored_candidates(at) if each.candidate.group != "requirement"]
    positions = st.lists(st.sampled_from(range(len(possible))), unique=True, max_size=MOST)
    chosen = [possible[position] for position in sorted(draw(positions))]
    return at, chosen, at.result.crs.total + draw(st.integers(1, 250))


@given(search=searches())
@settings(max_examples=150, deadline=None)
def test_the_sets_are_those_of_trying_every_set(search: tuple[Start, list[Scored], int]) -> None:
    at, some, target = search
    tried = [(chosen, combined(at, chosen).total) for chosen in every_set(some)]
    reaching = [chosen for chosen, total in tried if total >= target]
    found = sets_to(target, at, some, some)

    alone = [chosen for chosen in found.sets if not nominates(chosen)]
    expected = least_demanding(at, [each for each in reaching if not nominates(each)])
    assert sorted(priced(at, alone)) == sorted(expected)

    with_one = [chosen for chosen in found.sets if nominates(chosen)]
    assert set(priced(at, with_one)) == least_demanding(at, reaching) - expected

    if alone:
        assert found.furthest is None
    else:
        assert found.furthest is not None
        counted = [total for chosen, total in tried if not with_one or not nominates(chosen)]
        most = max([at.result.crs.total, *counted])
        assert combined(at, found.furthest).total == most


@given(search=searches())
@settings(max_examples=60, deadline=None)
def test_lasting_sets_reach_it_on_the_day_they_are_done(
    search: tuple[Start, list[Scored], int],
) -> None:
    at, some, target = search
    lasting = []
    for chosen in every_set(some):
        made = combined(at, chosen)
        if made.total >= target and made.total_then is not None and made.total_then >= target:
            lasting.append(chosen)
    found = sets_to(target, at, some, some).lasting
    alone = [chosen for chosen in found if not nominates(chosen)]
    expected = least_demanding(at, [each for each in lasting if not nominates(each)])
    assert sorted(priced(at, alone)) == sorted(expected)


@given(profile=profiles(), above=st.integers(1, 700))
@settings(max_examples=60, deadline=None)
def test_combinations_score_what_they_say(profile: Profile, above: int) -> None:
    current = score(profile, RULES).crs.total
    found = plan(profile, RULES, current + above)
    furthest = () if found.furthest is None else (found.furthest,)
    for each in (*found.combinations, *found.lasting, *furthest, *found.openings):
        assert score(apply(profile, each.changes), RULES).crs.total == each.total
        assert each.gain == each.total - current
        assert each.effort == sum(found.action(id_).effort for id_ in each.actions)
        assert set(each.changes) == {n for id_ in each.actions for n in found.action(id_).changes}
    assert all(each.total >= current + above for each in found.combinations)
    assert all((each.total_then or 0) >= current + above for each in found.lasting)
    without = [c for c in found.combinations if "provincial_nomination" not in c.actions]
    assert (found.furthest is None) == bool(without)
    assert bool(found.in_the_way) == any(each.total < 1200 for each in furthest)


def sets(combinations: Iterable[Combination]) -> list[tuple[str, ...]]:
    return [each.actions for each in combinations]


def test_somebody_at_452_reads_which_three_things_bring_500() -> None:
    found = plan(AT_452, RULES, 500)
    assert found.current == 452
    three = next(each for each in found.combinations if len(each.actions) == 3)
    assert three.actions == (
        "spouse.staying",
        "first_language.writing_9",
        "canadian_experience_months.36",
    )
    assert (three.total, three.total_then) == (500, 489)
    assert (three.months, three.cost_cad, three.effort) == (24, 319, 8)
    assert ("second_language.all_7",) in sets(found.lasting)


def test_a_set_without_a_nomination_stands_beside_the_nomination() -> None:
    combinations = sets(plan(AT_452, RULES, 500).combinations)
    assert combinations[-1] == ("provincial_nomination",)
    assert all("provincial_nomination" not in each for each in combinations[:-1])


def test_nothing_reaches_it() -> None:
    nominated = person(birth_date="1980-05-02", provincial_nomination=True)
    found = plan(nominated, RULES, 1200)
    assert found.combinations == found.lasting == ()
    assert found.furthest is not None
    assert found.furthest.total == 1090
    assert [(each.item, each.missing) for each in found.in_the_way] == [("age", 110)]


def test_only_a_nomination_reaches_it() -> None:
    found = plan(person(birth_date="1980-05-02"), RULES, 700)
    assert sets(found.combinations) == [("provincial_nomination",)]
    assert found.furthest is not None
    assert found.furthest.total == 570
    assert "provincial_nomination" in {each.item for each in found.in_the_way}


def test_what_gains_nothing_alone_joins_where_nothing_else_reaches_it() -> None:
    untested = person(birth_date="1980-05-02")
    found = plan(untested, RULES, 570)
    id_ = "foreign_experience_months.12"
    assert id_ not in {action.id for action in found.actions}
    without = [each for each in sets(found.combinations) if "provincial_nomination" not in each]
    assert any(id_ in each for each in without)
    assert all(found.silent.keys() & set(each) for each in without)
    assert found.action(id_).gain == 0


def test_reached_already() -> None:
    found = plan(AT_452, RULES, 452)
    assert found.reached
    assert found.combinations == ()
    assert found.furthest is None
    assert not plan(AT_452, RULES, 453).reached
    assert not plan(AT_452, RULES).reached


def test_abilities_of_one_test_are_paid_once() -> None:
    tested = person(first_language=clb(9, 9, 8, 8), education="master", age=30)
    at = start(tested, RULES)
    chosen = [
        each.candidate
        for each in scored_candidates(at)
        if each.candidate.id in ("first_language.writing_9", "first_language.speaking_9")
    ]
    made = combined(at, chosen)
    assert made.changes == {"first_language": clb(9)}
    assert (made.months, made.cost_cad, made.effort) == (4, 319, 4)


def test_study_and_work_come_one_after_the_other_and_papers_beside_them() -> None:
    at = start(person(has_eca=False), RULES)
    wanted = {"canadian_study.one_year", "canadian_experience_months.12", "has_eca"}
    chosen = [each.candidate for each in scored_candidates(at) if each.candidate.id in wanted]
    assert combined(at, chosen).months == 12 + 12


def test_the_public_json_of_a_combination() -> None:
    combinations = plan(AT_452, RULES, 500).as_json()["combinations"]
    told = next(each for each in combinations if each["actions"] == ["second_language.all_7"])
    assert {name: told[name] for name in ("total", "gain", "months", "cost_cad", "effort")} == {
        "total": 514,
        "gain": 62,
        "months": 18,
        "cost_cad": 420,
        "effort": 4,
    }
    assert list(told["changes"]) == ["second_language"]
