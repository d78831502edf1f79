"""The report that is sent: from what the conversation knows to a PDF, or to words instead."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from dialogs import screens_ahead
from dialogs.conversation import LANGUAGES, Language
from dialogs.questionnaire import walk
from dialogs.replies import Report
from messages.ahead import programs
from messages.drawing import drawn, undrawn
from messages.message import Document, Drawing, Message
from messages.people import ABROAD, RECORD, TODAY
from messages.render import render
from messages.report import PressError, facts_of
from messages.report.ahead import MOST_ACTIONS
from messages.steps import action_name, ends
from messages.words import words
from tests.messages.report.samples import PEOPLE
from tests.messages.telegram import read, utf16_length

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dialogs.conversation import Answers

AIMS = (None, 500, 1190)
NAMES = {"en": "express-entry-2026-11-23.pdf", "fr": "entree-express-2026-11-23.pdf"}
LONGEST_CAPTION, LONGEST_TEXT = 1024, 4096
MOST_BYTES = 200_000

each_language = pytest.mark.parametrize("language", LANGUAGES)
each_report = pytest.mark.parametrize(
    ("name", "aim", "language"),
    [
        (name, aim, language)
        for name in PEOPLE
        for aim in AIMS
        for language in LANGUAGES
        if name != "nothing yet"
    ],
)


@cache
def reported(name: str, aim: int | None = None) -> Report:
    return reported_of(PEOPLE[name], aim)


def reported_of(answers: Answers, aim: int | None = None) -> Report:
    walked = walk(answers, TODAY)
    aimed = None if aim is None else screens_ahead.target_plan(walked, aim, RECORD)
    reply = screens_ahead.report(walked, aimed)
    assert isinstance(reply, Report)
    return reply


@cache
def sent(name: str, aim: int | None, language: Language) -> Document:
    document = drawn(render(reported(name, aim), language)).document
    assert document is not None
    return document


def text(document: Document) -> str:
    pages = PdfReader(BytesIO(document.data)).pages
    return squeezed(" ".join(page.extract_text() for page in pages))


def squeezed(said: str) -> str:
    return re.sub(r"[\s\N{NO-BREAK SPACE}\N{SOFT HYPHEN}\N{HYPHEN}-]", "", said)


@each_report
def test_is_a_pdf_of_two_pages_at_most(name: str, aim: int | None, language: Language) -> None:
    document = sent(name, aim, language)
    assert document.name == NAMES[language]
    assert document.data.startswith(b"%PDF")
    assert len(document.data) < MOST_BYTES
    assert 1 <= len(PdfReader(BytesIO(document.data)).pages) <= 2


@each_report
def test_waits_as_facts_that_give_the_same_file(
    name: str, aim: int | None, language: Language
) -> None:
    drawing = render(reported(name, aim), language).drawing
    assert drawing is not None
    stored: Mapping[str, object] = json.loads(json.dumps(drawing.facts))
    again = drawn(Message("", drawing=Drawing(drawing.layout, stored, drawing.name)))
    assert again.document == sent(name, aim, language)


@each_report
def test_its_caption_and_what_is_said_instead_can_be_sent(
    name: str, aim: int | None, language: Language
) -> None:
    message = render(reported(name, aim), language)
    assert message.drawing is not None
    for said, most in ((message.text, LONGEST_CAPTION), (undrawn(message).text, LONGEST_TEXT)):
        found = read(said)
        assert found.faults == []
        assert 0 < utf16_length(found.text) <= most


@each_language
def test_says_the_total_the_steps_and_the_days(language: Language) -> None:
    found, formats = text(sent("single", 500, language)), words(language).formats
    plan, timeline = reported("single", 500).plan, reported("single").timeline
    assert plan is not None
    assert timeline is not None
    facts = facts_of(reported("single", 500), words(language))
    assert facts.plan is not None
    assert facts.plan.end >= 500
    assert facts.plan.end == plan.plan.combinations[0].total
    for step in facts.plan.steps:
        assert squeezed(step.label) in found
        for remark in step.remarks:
            assert squeezed(remark) in found
    assert any(step.remarks for step in facts.plan.steps)
    assert timeline.events
    for event in timeline.events:
        assert squeezed(formats.date(event.on)) in found
    assert f"{formats.score(reported('single').score.low)}" in found


@each_report
def test_every_time_and_cost_leads_to_its_source(
    name: str, aim: int | None, language: Language
) -> None:
    reply, said = reported(name, aim), words(language)
    facts = facts_of(reply, said)
    if reply.plan is None:
        assert facts.origins == ()
        return
    found = text(sent(name, aim, language))
    rules = 0 if facts.rules is None else len(facts.rules.sources)
    sources = dict(enumerate(facts.origins, start=rules + 1))
    for number, source in sources.items():
        assert squeezed(f"[{number}] {source}") in found
    shown = [*(facts.plan.steps if facts.plan else ()), *facts.actions[:MOST_ACTIONS]]
    shown += [step for way in facts.openings or () for step in way.steps]
    led_to = {number for step in shown for number in numbers(step.remarks)}
    assert led_to == set(sources)
    for step in shown:
        assert bool(numbers(step.remarks)) == bool(step.months or step.cost_cad), step.label


def numbers(remarks: Sequence[str]) -> list[int]:
    return [int(number) for remark in remarks for number in re.findall(r"\[(\d+)\]", remark)]


def test_has_its_accents() -> None:
    found = text(sent("couple", None, "fr"))
    for word in ("Réponses", "Études", "Évaluation", "fédéral", "Règle", "Entréeexpress", "’"):
        assert word in found, word


def test_a_total_that_nothing_reaches_shows_how_far_the_best_set_gets() -> None:
    facts = facts_of(reported("single", 1190), words("en"))
    assert facts.plan is not None
    assert facts.plan.target == 1190
    assert facts.plan.end < 1190
    assert "shortofthetarget" in text(sent("single", 1190, "en"))


NO_FUNDS: Answers = {**ABROAD, "settlement_funds": "0"}
"""Shut out for one reason, which single steps would remove."""


def text_of(reply: Report, language: Language) -> str:
    document = drawn(render(reply, language)).document
    assert document is not None
    return text(document)


@each_language
@pytest.mark.parametrize("answers", [NO_FUNDS, PEOPLE["shut out"]])
def test_what_opens_a_program_comes_first_for_somebody_shut_out(
    answers: Answers, language: Language
) -> None:
    reply, said = reported_of(answers, 480), words(language)
    facts, found = facts_of(reply, said), text_of(reply, language)
    assert reply.shut_out
    assert reply.plan is not None
    assert facts.openings
    single, sets = reply.plan.plan.eligibility[:3], reply.plan.plan.openings[:2]
    opened = [each.programs for each in single] + [each.programs for each in sets]
    assert [way.programs for way in facts.openings] == [programs(each, said) for each in opened]
    answered = found.index(squeezed(said.say("report", "words", "answers")))
    for way in facts.openings:
        for step in way.steps:
            assert found.index(squeezed(step.label)) < answered
    assert squeezed(said.say("report", "words", "openings")) in found
    assert squeezed(said.say("report", "openings", count=len(facts.openings))) in found


@each_language
def test_where_no_step_opens_a_program_it_says_so(language: Language) -> None:
    reply = reported("shut out")
    assert reply.plan is not None
    nothing = replace(reply.plan.plan, eligibility=(), openings=())
    alone = replace(reply, plan=replace(reply.plan, plan=nothing))
    said = words(language).say("report", "openings", count=0)
    assert squeezed(said) in text_of(alone, language)


def test_nothing_is_said_to_open_first_where_a_program_is_open_or_may_be() -> None:
    for name in ("single", "couple", "programs to come", "three answers"):
        assert not reported(name).shut_out
        assert facts_of(reported(name), words("en")).openings is None


@each_language
def test_a_program_that_depends_on_what_is_unknown_is_not_refused(language: Language) -> None:
    found, said = text_of(reported("unsure"), language), words(language)
    assert squeezed(said.say("report", "verdicts", "not_known")) in found
    assert squeezed(said.say("report", "grid", points=33, pass_mark=67)) not in found
    (shown, *_) = facts_of(reported("unsure"), said).programs
    assert shown.unsettled
    assert squeezed(said.say("report", "depends", things=shown.depends_on)) in found


@each_language
def test_what_birthdays_take_is_said_and_decides_the_order(language: Language) -> None:
    reply, said = reported("single", 500), words(language)
    assert reply.plan is not None
    found, plan = text_of(reply, language), reply.plan.plan
    left = [action.total_then for action in ends(plan.by_then())][:6]
    facts = facts_of(reply, said)
    assert [step.label for step in facts.actions[:6]] == [
        action_name(action, said) for action in ends(plan.by_then())[:6]
    ]
    for action, then in zip(ends(plan.by_then())[:6], left, strict=True):
        assert then is not None
        lost = said.say("report", "lost", lost=action.total - then, then=then)
        assert squeezed(lost) in found
    assert facts.plan is not None
    assert facts.plan.then == plan.lasting[0].total_then
    assert squeezed(said.say("report", "lost", lost=11, then=facts.plan.then)) in found


def test_a_target_that_is_reached_needs_no_plan() -> None:
    assert facts_of(reported("single", 300), words("en")).plan is None


@each_language
def test_where_it_cannot_be_drawn_the_words_still_go_out(language: Language) -> None:
    reply = reported("single")
    message = undrawn(render(reply, language))
    assert (message.drawing, message.document) == (None, None)
    notice = words(language).say("notices", "notices", "report_not_drawn")
    assert message.text == f"{notice}\n\n{render(reply.score, language).text}"
    assert message.buttons


def test_a_picture_becomes_the_photo_and_a_broken_one_an_error() -> None:
    with pytest.raises(PressError):
        drawn(Message("words", drawing=Drawing("pictures/none.typ", {})))
    assert undrawn(Message("words", drawing=Drawing("pictures/none.typ", {}))).text == "words"
    assert drawn(Message("words")) == undrawn(Message("words")) == Message("words")


def test_every_question_of_the_person_is_in_it() -> None:
    assert len(facts_of(reported("single"), words("en")).answers) >= len(ABROAD) - 1
