"""What a supposition and a comparison show: what differs, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from messages.ahead import item_name, programs, shown_step
from messages.answers import shown
from messages.facts_read import quoted
from messages.points import SECTIONS
from messages.telling import named
from messages.tracing import traced
from scoring.programs.funds import family_size
from scoring.vocabulary import PROGRAMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dialogs.replies_ahead import Comparison, Supposition
    from messages.words import Words
    from scoring.explain import Line
    from scoring.result import Result

_ASSESSED = "has_eca"
"""What counts as given, not as nothing, while it is unknown."""


@dataclass(frozen=True, slots=True)
class Row:
    """Something that differs, before and after."""

    name: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Shut:
    """A program that is not open to the spouse, with what it asks for."""

    name: str
    reasons: tuple[str, ...]


def supposition_facts(reply: Supposition, words: Words) -> dict[str, Any]:
    """The facts of the ``supposition`` screen."""
    before, after = reply.before.crs.total, reply.after.crs.total
    step = None if reply.action is None else shown_step(reply.action, words)
    # What is not asked yet may change nothing: beside a nomination, where the section is full.
    opens = reply.opens if reply.ranges else ()
    return {
        "before": before,
        "after": after,
        "difference": after - before,
        "supposed": [step.name] if step else list(_supposed(reply, words)),
        "unclear": named(reply.unclear, words) if reply.unclear else None,
        "leftover": quoted(reply.leftover, words),
        "step": step,
        "traced": () if reply.action is None else traced(reply.action, words),
        "opens": named(opens, words) if opens else None,
        "company": reply.company,
        "added": reply.added,
        "rows": [] if opens else list(_rows(reply, words)),
        "opened": _gained(reply.before, reply.after, words),
        "closed": () if reply.opens else _gained(reply.after, reply.before, words),
        "grid": None if reply.opens else _grid(reply),
        "rounds": [(words.say("rounds", "short", each.kind), each) for each in reply.rounds],
        "complete": reply.complete,
        "ranges": reply.ranges,
    }


def comparison_facts(reply: Comparison, words: Words) -> dict[str, Any]:
    """The facts of the ``comparison`` screen."""
    exchange = reply.exchange
    lacking = [need.removeprefix("spouse.") for need in exchange.needs]
    return {
        "current": reply.current,
        "programs": programs(reply.programs, words),
        "total": exchange.total,
        "partner_programs": programs(exchange.programs, words),
        "shut": list(_shut(reply, words)),
        "own": [words.say("ahead", "own", field) for field in _own(reply)],
        "lacking": [
            words.say("ahead", "lacking", field) for field in lacking if field != _ASSESSED
        ],
        "assessed": _ASSESSED in lacking,
        "in_trade": reply.in_trade,
        "open_questions": reply.open_questions or reply.unsettled,
    }


def _shut(reply: Comparison, words: Words) -> Iterator[Shut]:
    """The programs that stay shut to the spouse; of a trade too little is asked to say."""
    result, profile = reply.exchange.result, reply.profile
    if result is None or profile is None:
        return
    points, funds = result.programs.fsw.points, words.law.funds.required(family_size(profile))
    not_asked = set() if profile.settlement_funds is not None else {"funds"}
    for program in ("fsw", "cec"):
        unmet = getattr(result.programs, program).unmet
        if set(unmet) > not_asked:  # with more against it, funds were not worth a question
            unmet = [code for code in unmet if code not in not_asked]
        if unmet:
            reasons = (
                words.say("ahead", "partners_grid", points=points)
                if code == "points"
                else words.say("terms", "unmet", program, code, funds=funds)
                for code in unmet
            )
            yield Shut(words.say("terms", "programs", program), tuple(reasons))


def _own(reply: Comparison) -> Iterator[str]:
    """What belongs to the person alone, and so is not counted for the spouse."""
    profile = reply.profile
    if profile is not None and profile.provincial_nomination:
        yield "provincial_nomination"
    if profile is not None and profile.job_offer not in {None, "none"}:
        yield "job_offer"


def _supposed(reply: Supposition, words: Words) -> Iterator[str]:
    """Each supposed answer under its title; a test goes without saying beside its scores."""
    for question, answer in reply.answers.items():
        if question.endswith("_test") and question.replace("_test", "_scores") in reply.answers:
            continue
        yield words.say(
            "ahead",
            "supposed",
            title=words.say("questions", question, "title"),
            answer=shown(question, answer, words, reply.levels.get(question)),
        )


def _rows(reply: Supposition, words: Words) -> Iterator[Row]:
    """The lines that differ; a section, too, whose cap makes another sum of its lines."""
    for section in SECTIONS:
        old, new = _points(reply.lines_before, section), _points(reply.lines_after, section)
        changed = 0
        for item in dict.fromkeys((*old, *new)):
            before, after = old.get(item, 0), new.get(item, 0)
            changed += after - before
            if before != after:
                yield Row(item_name(section, item, words), before, after)
        before, after = _total(reply.before, section), _total(reply.after, section)
        if changed != after - before:
            name = words.say("terms", "sections", section)
            yield Row(words.say("ahead", "in_all", section=name), before, after)


def _points(lines: Sequence[Line], section: str) -> dict[str, int]:
    return {line.item: line.points for line in lines if line.section == section}


def _total(result: Result, section: str) -> int:
    total: int = getattr(result.crs, section).total
    return total


def _gained(before: Result, after: Result, words: Words) -> tuple[str, ...]:
    """Programs that are open after, and were not before."""
    return programs(
        (
            program
            for program in PROGRAMS
            if getattr(after.programs, program).eligible
            and not getattr(before.programs, program).eligible
        ),
        words,
    )


def _grid(reply: Supposition) -> Row | None:
    """The points of the Federal Skilled Worker grid, where they differ."""
    before, after = reply.before.programs.fsw.points, reply.after.programs.fsw.points
    return None if before == after else Row("fsw", before, after)
