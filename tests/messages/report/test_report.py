"""The report in every language: its pages, its text, and that it is the same each time."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import count
from time import process_time
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from dialogs.conversation import LANGUAGES, Language
from messages.fonts.press import PressError
from messages.people import TODAY
from messages.report import report
from messages.words import words
from tests.messages.pictures.samples import PLANS
from tests.messages.report.samples import NAMES, OVERFULL, PLANNED, TYPED, facts, printed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pytest_benchmark.fixture import BenchmarkFixture

MOST_SECONDS = 1.0

each_language = pytest.mark.parametrize("language", LANGUAGES)
each_report = pytest.mark.parametrize(
    ("name", "language"), [(name, language) for name in NAMES for language in LANGUAGES]
)


@cache
def reader(name: str, language: Language) -> PdfReader:
    return PdfReader(BytesIO(printed(name, language)))


@cache
def read(name: str, language: Language) -> str:
    """All text without spaces and hyphens, which depend on where lines end."""
    return squeezed(" ".join(page.extract_text() for page in reader(name, language).pages))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\N{NO-BREAK SPACE}\N{SOFT HYPHEN}\N{HYPHEN}-]", "", text)


def missing(texts: Iterable[str], name: str, language: Language) -> list[str]:
    found = read(name, language)
    return [text for text in texts if squeezed(text) not in found]


@each_report
def test_has_one_page_or_two_with_their_numbers(name: str, language: Language) -> None:
    pages = reader(name, language).pages
    assert 1 <= len(pages) <= 2
    of = words(language).say("report", "words", "of")
    for number, page in enumerate(pages, 1):
        assert f"Page{number}{of}{len(pages)}" in squeezed(page.extract_text())


@each_report
def test_says_the_total_the_day_and_what_it_is_not(name: str, language: Language) -> None:
    said, known = words(language), facts(name, language)
    told = (
        said.say("report", "total", low=known.low, high=known.high),
        said.say("report", "as_of", on=TODAY),
        said.say("report", "words", "disclaimer"),
    )
    assert missing(told, name, language) == []


@each_report
def test_says_every_answer_as_it_was_understood(name: str, language: Language) -> None:
    answers = facts(name, language).answers
    assert missing((answer.title for answer in answers), name, language) == []
    written = [answer.answer for answer in answers if answer.answer != TYPED]
    assert missing(written, name, language) == []


@each_report
def test_says_every_program_with_its_reasons(name: str, language: Language) -> None:
    programs = facts(name, language).programs
    assert missing((program.name for program in programs), name, language) == []
    reasons = [reason for program in programs for reason in program.unmet]
    assert missing(reasons, name, language) == []


@each_report
def test_says_every_line_with_its_points_rule_and_source(name: str, language: Language) -> None:
    said, known = words(language), facts(name, language)
    rows = [
        f"{line.name}{line.points}{line.most}{said.formats.date(line.since)}[{line.source}]"
        for section in known.sections
        for line in section.lines
    ]
    assert missing(rows, name, language) == []
    if known.rules:
        assert missing((section.rule for section in known.sections), name, language) == []
        assert missing(known.rules.sources, name, language) == []
        assert missing([said.formats.date(known.rules.since)], name, language) == []


@each_language
@pytest.mark.parametrize("name", PLANNED)
def test_says_the_plan_and_what_changes_by_itself(name: str, language: Language) -> None:
    formats, plan = words(language).formats, PLANS["target reached"]
    rows = [
        f"{step.label}{formats.signed(step.gain)}{total}{formats.months(step.months or 0)}"
        for step, total in zip(plan.steps, (502, 527, 532), strict=True)
    ]
    assert missing(rows, name, language) == []
    cause = words(language).say("pictures", "causes", "first_language_expires")
    assert missing([f"−137330{cause}", formats.money(590)], name, language) == []


@each_language
def test_where_nothing_is_known_it_says_so(language: Language) -> None:
    keys = ("no_answers", "no_points", "eligibility_unknown")
    told = [words(language).say("report", "words", key) for key in keys]
    assert missing(told, "nothing yet", language) == []
    assert len(reader("nothing yet", language).pages) == 1


@each_language
def test_what_was_typed_is_text_and_never_markup(language: Language) -> None:
    assert missing([TYPED], OVERFULL, language) == []


@each_report
def test_is_tagged_named_and_in_its_language(name: str, language: Language) -> None:
    document = reader(name, language)
    assert document.metadata is not None
    assert document.metadata.title == words(language).say("report", "words", "title")
    assert document.metadata.creation_date is not None
    assert document.metadata.creation_date.date() == TODAY
    assert str(document.root_object["/Lang"]) == f"{language}-CA"
    assert "/StructTreeRoot" in document.root_object


def test_the_same_facts_give_the_same_bytes_in_another_process() -> None:
    again = (
        "import sys; from tests.messages.report.samples import printed;"
        "sys.stdout.buffer.write(printed('couple', 'fr'))"
    )
    there = subprocess.run([sys.executable, "-c", again], check=True, capture_output=True).stdout
    assert there == printed("couple", "fr")


@each_language
def test_of_many_steps_the_best_are_listed_and_the_rest_counted(language: Language) -> None:
    told = words(language).say("report", "more", count=30)
    assert missing([told], OVERFULL, language) == []


def test_a_report_that_fails_says_so_in_one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(PressError, match="typst"):
        report(facts("single", "en"), "en")


@pytest.mark.benchmark(max_time=0.3)
@each_language
def test_takes_less_than_a_second(language: Language, benchmark: BenchmarkFixture) -> None:
    known, totals = facts("couple", language), count()
    benchmark(lambda: report(replace(known, low=next(totals)), language))
    began = process_time()
    report(facts(OVERFULL, language), language)
    assert process_time() - began < MOST_SECONDS
