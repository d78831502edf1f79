"""From facts to a printed report: every part in words, then the press."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from messages.report.ahead import actions, openings, plan, timeline
from messages.report.printing import LAYOUT, print_report
from messages.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialogs.conversation import Language
    from messages.points import ShownProgram, ShownSection
    from messages.report.facts import ReportFacts
    from messages.words import Words


def report(facts: ReportFacts, language: Language) -> bytes:
    """The report as a PDF; the same facts give the same bytes."""
    return print_report(LAYOUT, told(facts, words(language)))


def told(facts: ReportFacts, said: Words) -> dict[str, Any]:
    """Every part of the report in words, as the layout takes it and as JSON has it."""
    return {
        "language": said.language,
        "words": {key: said.say("report", "words", key) for key in said.keys("report", "words")},
        "day": [facts.on.year, facts.on.month, facts.on.day],
        "on": said.say("report", "as_of", on=facts.on),
        "total": said.say("report", "total", low=facts.low, high=facts.high),
        "most": said.say("report", "most", most=said.law.maximum),
        "remarks": list(_remarks(facts, said)),
        "answers": [{"title": each.title, "answer": each.answer} for each in facts.answers],
        "programs": [_program(program, said) for program in facts.programs],
        "sections": [_section(section, said) for section in facts.sections],
        "sources": [*(facts.rules.sources if facts.rules else ()), *facts.origins],
        "legal": list(_legal(facts, said)),
        "openings": openings(facts.openings, said),
        "plan": plan(facts.plan, said) if facts.plan else None,
        "actions": actions(facts.actions, said),
        "timeline": timeline(facts.timeline, said) if facts.timeline else None,
    }


def _remarks(facts: ReportFacts, said: Words) -> Iterator[str]:
    """What keeps the total from being exact or final."""
    if facts.open_questions:
        yield said.say("report", "open", count=facts.open_questions)
    if facts.unknown:
        yield said.say("report", "unknown", titles=facts.unknown)
    yield from facts.notes


def _program(program: ShownProgram, said: Words) -> dict[str, Any]:
    points = None if program.unsettled else program.points
    verdict = "eligible" if program.eligible else "not_known" if program.unsettled else "not_yet"
    return {
        "name": program.name,
        "verdict": said.say("report", "verdicts", verdict),
        "tone": verdict,
        "grid": None
        if points is None
        else said.say("report", "grid", points=points, pass_mark=said.law.pass_mark),
        "reasons": list(_reasons(program, said)),
    }


def _reasons(program: ShownProgram, said: Words) -> Iterator[str]:
    """What was taken as given, what is missing for certain, and what the rest depends on."""
    yield from program.provided
    yield from program.unmet
    if program.depends_on is not None:
        yield said.say("report", "depends", things=program.depends_on)


def _section(section: ShownSection, said: Words) -> dict[str, Any]:
    return {
        "name": section.name,
        "rule": section.rule,
        "points": said.formats.number(section.total),
        "most": said.formats.number(section.most),
        "capped": said.say("report", "capped", most=section.most) if section.capped else None,
        "lines": [
            {
                "name": line.name,
                "points": said.formats.number(line.points),
                "most": said.formats.number(line.most),
                "since": said.formats.date(line.since),
                "source": str(line.source),
            }
            for line in section.lines
        ],
    }


def _legal(facts: ReportFacts, said: Words) -> Iterator[str]:
    if facts.rules:
        yield said.say("report", "rules", since=facts.rules.since, checked=facts.rules.checked)
        if facts.rules.unconfirmed:
            yield said.say("report", "unconfirmed", items=facts.rules.unconfirmed)
