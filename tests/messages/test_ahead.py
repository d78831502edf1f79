"""The screens that look ahead: words for every estimate, few lines of each kind, short enough."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from dialogs.choosing import chosen_sets
from dialogs.conversation import LANGUAGES, Language
from dialogs.replies import Explanation
from dialogs.replies_ahead import Improvements, TargetPlan, TimelineShown
from messages.ahead import shown_step
from messages.aiming import gains
from messages.catalogue import catalogue
from messages.improving import kind_of, listed
from messages.people import TODAY
from messages.render import render
from messages.words import words
from scoring.parameters.tree import tree
from scoring.plan import plan
from scoring.profile import Profile, Spouse
from scoring.rules import rules_on
from tests.messages.telegram import read, utf16_length

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from messages.message import Message
    from scoring.plan import Plan

each_language = pytest.mark.parametrize("language", LANGUAGES)
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


def of(name: str) -> Any:
    return catalogue()[name]


def text(reply: Any, language: Language = "en") -> str:
    return read(render(reply, language).text).text


def data(message: Message) -> list[str]:
    return [button.data for row in message.buttons for button in row]


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


@pytest.mark.parametrize("name", ["target, single", "target, couple", "target, unsure"])
def test_every_step_of_a_plan_can_be_supposed(name: str) -> None:
    reply = of(name)
    offered = set(data(render(reply, "en")))
    for found in chosen_sets(reply.plan).values():
        for id_ in set(found.actions) - reply.plan.silent.keys():
            assert f"whatif:{id_}" in offered


def test_sets_are_shown_for_a_reason_each_and_the_nomination_last() -> None:
    chosen = chosen_sets(of("target, single").plan)
    assert list(chosen) == ["least", "quicker", "nominated"]
    assert (chosen["quicker"].months or 0) < (chosen["least"].months or 0)


def test_sets_that_last_are_preferred() -> None:
    reply = of("target, single")
    for reason, found in chosen_sets(reply.plan).items():
        assert found.total_then is None or found.total_then >= 500, reason


def test_the_steps_of_a_set_add_up_to_its_total() -> None:
    for name in ("target, single", "target, couple", "target, unsure", "target, out of reach"):
        reply = of(name)
        for found in chosen_sets(reply.plan).values():
            along = gains(found, reply)
            assert reply.plan.current + sum(gain for gain, _ in along) == found.total
            assert along[-1][1] == found.total


def test_a_target_says_when_and_for_how_much() -> None:
    found = chosen_sets(of("target, single").plan)["least"]
    left = found.total_then
    assert left is not None
    assert left < found.total
    assert f"{left} points by May 2028, about $420" in text(of("target, single"))
    assert f"{left} points d’ici mai 2028, environ 420" in text(of("target, single"), "fr")


def test_a_target_that_nothing_reaches_says_how_far_and_what_stands_in_the_way() -> None:
    said = text(of("target, out of reach"))
    assert "No set of steps I know reaches 1190" in said
    assert "• Age: 16 below the most" in said


def test_a_target_only_a_nomination_reaches_says_how_far_the_rest_gets() -> None:
    said = text(of("target, only by a nomination"))
    assert "Without a nomination, the best set gets to 664." in said
    assert "Provincial nomination:" not in said


def test_somebody_already_there_reads_what_takes_points_and_what_protects_them() -> None:
    said = text(of("target, reached"))
    assert "5 March 2027: −6 → 447 (birthday)" in said
    assert "14 March 2028: −224 → 218 (first language test expires)" in said
    assert "From 5 March 2027 on you are below your target" in said
    assert "Your first language test: a new test before 14 March 2028" in said
    assert "Birthdays: nothing stops them" in said
    assert "stay above your target" in text(of("target, reached for long"))


@each_language
def test_points_without_a_program_are_not_praised(language: Language) -> None:
    warned = {"en": "No program is open to you yet", "fr": "Aucun programme ne vous est encore"}
    for name in ("target, no funds", "target, reached without funds"):
        assert warned[language] in text(of(name), language)
    assert warned[language] not in text(of("target, single"), language)


def test_somebody_shut_out_reads_what_each_set_opens() -> None:
    reply = of("target, no funds")
    said = text(reply)
    chosen = chosen_sets(reply.plan).values()
    assert said.count("Opens: ") == sum(bool(each.programs) for each in chosen) > 0
    assert said.count("Opens no program.") == sum(not each.programs for each in chosen) > 0
    assert "Opens: " not in text(of("target, single"))


def test_a_plan_names_the_funds_that_are_asked() -> None:
    assert "Settlement funds: $15,263, the amount asked of your family" in text(
        of("improvements, no funds")
    )


def test_who_is_there_already_reads_every_change_in_order() -> None:
    said = text(of("target, round in the couple's reach"))
    gain, loss = "23 May 2027: +10 → 531", "1 February 2028: −202 → 329"
    assert gain in said
    assert said.index(gain) < said.index(loss)


def test_a_step_that_loses_more_than_it_gains_is_said_to() -> None:
    said = text(of("improvements, single, all"))
    assert "+15 A doctorate → 468, but 446 by then (birthdays take 22): less than today" in said
    assert "→ 527, but 516 by then (birthdays take 11)\n" in said


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


def test_work_that_the_permit_covers_is_the_first_to_be_shown() -> None:
    shown = [action.id for action in listed(of("improvements, couple"))]
    assert "canadian_experience_months.36" in shown
    assert "canadian_experience_months.60" not in shown


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


def test_the_timeline_warns_of_losses_and_expiries_and_names_the_best_days() -> None:
    said = text(of("timeline, couple"))
    assert "You lose 202 points on 1 February 2028 (first language test expires)" in said
    assert "Your first language test expires on 1 February 2028" in said
    assert "from 23 May 2027 to 31 January 2028: 531 points" in said


def test_the_timeline_says_whether_twelve_months_are_reached_in_time() -> None:
    assert "before the 12 months of work" in text(of("timeline, permit ends first"))
    reply = of("timeline, permit ends first")
    in_time = replace(reply, twelve_months_on=reply.timeline.events[0].on)
    assert "before your permit ends on 1 March 2027" in text(in_time)


def test_the_timeline_counts_work_until_the_permit_ends() -> None:
    assert "counted until your permit ends on 5 March 2028" in text(of("timeline, couple"))


@each_language
def test_the_timeline_owns_up_to_tests_without_a_date(language: Language) -> None:
    said = {"en": "Your second language test: I do not know its date", "fr": "la date et ne peux"}
    assert said[language] in text(of("timeline, couple"), language)
    assert said[language] not in text(of("timeline, single"), language)


@pytest.mark.parametrize(
    ("question", "months", "language", "said"),
    [
        ("canadian_experience", 0, "en", "I count your work in Canada from today on."),
        ("canadian_experience", 12, "en", "in Canada as 1 year by today"),
        ("foreign_experience", 24, "en", "outside Canada as 2 years by today"),
        ("canadian_experience", 0, "fr", "votre travail au Canada à partir d’aujourd’hui"),
        ("foreign_experience", 12, "fr", "hors du Canada comme 1 an à ce jour"),
    ],
)
def test_the_timeline_says_from_how_much_work_it_counts(
    question: str, months: int, language: Language, said: str
) -> None:
    message = render(replace(of("timeline, single"), work_from=(question, months)), language)
    assert said in read(message.text).text.replace("\N{NO-BREAK SPACE}", " ")
    assert data(message)[0] == f"change:{question}"


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (TargetPlan, "target, single"),
        (TimelineShown, "timeline, couple"),
        (Explanation, "explanation, single"),
    ],
)
@each_language
def test_a_picture_waits_to_be_drawn_beside_the_words(
    kind: type, name: str, language: Language
) -> None:
    assert isinstance(of(name), kind)
    drawing = render(of(name), language).drawing
    assert drawing is not None
    assert drawing.name is None
    assert drawing.facts["language"] == language


@pytest.mark.parametrize("name", ["target, reached", "timeline, expired test", "score, single"])
def test_no_picture_where_there_is_nothing_to_draw(name: str) -> None:
    assert render(of(name), "en").drawing is None


def test_nothing_heavy_is_loaded_to_say_it_in_words() -> None:
    code = (
        "import sys; from messages.catalogue import catalogue; from messages.render import render;"
        "render(catalogue()['target, single'], 'en'); assert 'typst' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
