"""The report that is sent: from what the conversation knows to a PDF, or to words instead."""

from __future__ import annotations

import json
import re
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from dialogs import screens_ahead
from dialogs.conversation import LANGUAGES, Language
from dialogs.questionnaire import walk
from dialogs.replies import Report
from messages.drawing import drawn, undrawn
from messages.message import Document, Drawing, Message
from messages.people import ABROAD, TODAY
from messages.render import render
from messages.report import PressError, facts_of
from messages.report.ahead import MOST_ACTIONS
from messages.words import words
from tests.messages.report.samples import PEOPLE
from tests.messages.telegram import read, utf16_length

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
    walked = walk(PEOPLE[name], TODAY)
    aimed = None if aim is None else screens_ahead.target_plan(walked, aim)
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
