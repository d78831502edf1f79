"""What the score card and its explanation show: sections, lines and remarks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from messages.assessments import NOTES, assessment_note
from messages.basis import basis, basis_facts
from messages.card import taken
from messages.narrowed import estimated_totals, narrowest_facts
from messages.programs import ShownProgram, programs
from messages.sources import source_name
from messages.telling import named, thing
from scoring.law_events import reported_changes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from dialogs.replies import Explanation, Score
    from messages.words import Words
    from scoring.explain import Line, Source
    from scoring.profile import OpenProfile
    from scoring.result import Result

__all__ = [
    "SECTIONS",
    "ShownLine",
    "ShownProgram",
    "ShownSection",
    "explanation_facts",
    "score_facts",
    "sections",
]

SECTIONS = ("core", "spouse", "transferability", "additional")


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One item: what it gave, and the most it can give this person."""

    name: str
    points: int
    most: int
    since: date
    source: int
    """Number of its source in the list of all, from 1."""
    basis: str | None = None
    """What of the person it rests on."""


@dataclass(frozen=True, slots=True)
class ShownSection:
    """One section with its lines."""

    name: str
    total: int
    most: int
    rule: str
    lines: tuple[ShownLine, ...]
    sources: tuple[str, ...] = ()

    @property
    def since(self) -> date:
        """Since when most of its lines are in force."""
        days = sorted(line.since for line in self.lines)
        return max(days, key=days.count)

    @property
    def earned(self) -> tuple[ShownLine, ...]:
        """The lines that gave points."""
        return tuple(line for line in self.lines if line.points)

    @property
    def empty(self) -> tuple[str, ...]:
        """The names of the lines that gave nothing."""
        return tuple(line.name for line in self.lines if not line.points)

    @property
    def capped(self) -> bool:
        """Whether the cap of the section took points away."""
        return sum(line.points for line in self.lines) > self.total


def score_facts(reply: Score, words: Words) -> dict[str, Any]:
    """The facts of the ``score`` screen."""
    result = reply.result
    changed_from = reply.changed_from
    exact = reply.low == reply.high
    difference = reply.high - changed_from if exact and changed_from is not None else 0
    return {
        "taken": taken(reply.echo, words),
        "low": reply.low,
        "high": reply.high,
        "exact": exact,
        "changed_from": changed_from,
        "difference": difference,
        "counted": result.crs.total if result else None,
        "unknown": [] if exact else [thing(question, words) for question in reply.unknown],
        "telling": None if exact or not reply.unknown else named(reply.unknown, words),
        "sections": sections(result, reply.lines, words) if result else (),
        "programs": programs(reply, words),
        "eligibility_known": reply.eligibility_known,
        "open_questions": reply.open_questions,
        "notes": _notes(result, reply.profile, words) if result else (),
        "assumed": result and assessment_note("eca_assumed", result, reply.profile, words),
        "rules": result.rules if result else None,
        "checked": _checked(reply.lines, words),
        "today": reply.today,
        **narrowest_facts(reply, words),
        "estimates": estimated_totals(reply.estimate, words),
        "estimated_in": reply.estimate and reply.estimate.language,
    }


def explanation_facts(reply: Explanation, words: Words) -> dict[str, Any]:
    """The facts of the ``explanation`` screen."""
    counted = [line for line in reply.lines if line.section in SECTIONS and line.maximum]
    return {
        "total": reply.result.crs.total,
        "sections": sections(reply.result, reply.lines, words, reply.profile),
        "sources": [source_name(source, words) for source in _sources(reply.lines)],
        "unconfirmed": [_item(line, words) for line in counted if not line.rule.confirmed],
        "rules": reply.result.rules,
        "checked": _checked(reply.lines, words),
    }


def sections(
    result: Result, lines: Sequence[Line], words: Words, profile: OpenProfile | None = None
) -> tuple[ShownSection, ...]:
    """The sections that can give this person anything, each with such lines.

    With the profile, every line says what it rests on.
    """
    sources = _sources(lines)
    facts = None if profile is None else basis_facts(profile, result.on, words)
    totals = {
        "core": result.crs.core.total,
        "spouse": result.crs.spouse.total,
        "transferability": result.crs.transferability.total,
        "additional": result.crs.additional.total,
    }
    shown = []
    for section in SECTIONS:
        here = [line for line in lines if line.section == section and line.maximum]
        if not here:
            continue
        shown.append(
            ShownSection(
                name=words.say("terms", "sections", section),
                total=totals[section],
                most=min(sum(line.maximum for line in here), getattr(words.law, section)),
                rule=words.say("terms", "rules", section),
                lines=tuple(_shown(line, sources, facts, words) for line in here),
                sources=tuple(source_name(source, words) for source in _sources(here)),
            )
        )
    return tuple(shown)


def _shown(
    line: Line, sources: Sequence[Source], facts: Mapping[str, Any] | None, words: Words
) -> ShownLine:
    return ShownLine(
        name=_item(line, words),
        points=line.points,
        most=line.maximum,
        since=line.rule.since,
        source=sources.index(_best(line)) + 1,
        basis=None if facts is None else basis(line, facts, words),
    )


def _item(line: Line, words: Words) -> str:
    return words.say("terms", "items", line.section, line.item)


def _sources(lines: Sequence[Line]) -> list[Source]:
    """The best source of each line, each once, in the order of the lines."""
    counted = (line for line in lines if line.section in SECTIONS and line.maximum)
    return list(dict.fromkeys(_best(line) for line in counted))


def _best(line: Line) -> Source:
    """The most official of a line's sources."""
    kinds = ("official", "official_via", "third_party")
    return min(line.rule.sources, key=lambda source: kinds.index(source.kind))


def _checked(lines: Sequence[Line], words: Words) -> date:
    """The day up to which all rules of the CRS were seen as they are applied."""
    days = [line.rule.checked for line in lines if line.section in SECTIONS]
    return min(days, default=words.law.checked)


def _notes(result: Result, profile: OpenProfile, words: Words) -> tuple[str, ...]:
    """Remarks of the result, then changes that are reported but not counted."""
    remarks = [
        assessment_note(note, result, profile, words)
        if note in NOTES
        else words.say("terms", "notes", note)
        for note in result.notes
    ]
    reported = [
        words.say("terms", "reported", event.id, on=words.formats.date(event.on))
        for event in reported_changes(result.on)
    ]
    return (*filter(None, remarks), *reported)
