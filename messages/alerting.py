"""What a message about something new shows, and the buttons under it and under what is told of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dialogs.subjects import DAYS, SUBJECTS
from messages.message import Button
from messages.rounds import kind_name
from messages.sources import source_name
from messages.steps import action_name
from scoring.parameters.tree import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from dialogs.replies_alerts import Alert, RoundTold, RulesTold
    from dialogs.replies_reminders import AlertsOn
    from messages.words import Words
    from scoring.competing import Admission
    from scoring.rounds import Round, RoundKind

_ON, _OFF = "✓", "○"
_COMMANDS = ("chances", "alerts")
_MOST_SOURCES = 2
"""Named under a change of the rules, the most official first."""


@dataclass(frozen=True, slots=True)
class ShownRound:
    """One round, and what it means."""

    held: Round
    kind: str
    """Its kind as a line begins with it."""
    was: str | None
    """What was known of it before, where it is corrected."""
    meaning: str
    step: str | None
    """What would open such rounds, where they are one step away."""


@dataclass(frozen=True, slots=True)
class ShownRules:
    """What rules changed, and where that is read."""

    since: date
    before: int
    after: int
    opened: str | None
    shut: str | None
    sources: str
    confirmed: bool


def alert_facts(reply: Alert, words: Words) -> dict[str, Any]:
    """The facts of the ``alert`` screen."""
    rounds = [_round(each, reply.total, words) for each in reply.rounds]
    return {
        "total": reply.total,
        "range": reply.range,
        "as_of": reply.as_of,
        "rounds": rounds,
        "corrections": sum(each.was is not None for each in rounds),
        "invited": any(e.worth.verdict in ("invited", "at_cutoff") for e in reply.rounds),
        "official": all(each.held.official for each in rounds),
        "more": reply.more,
        "rules": [_rules(each, words) for each in reply.rules],
    }


def alert_buttons(words: Words) -> tuple[tuple[Button, ...], ...]:
    """Alike under every alert: by them one is found again whose arrival is in doubt."""
    ways = tuple(Button(words.say("buttons", "command", n), f"cmd:{n}") for n in _COMMANDS)
    stop = Button(words.say("buttons", "alerts", "news_off"), "alerts:news_off")
    return (ways, (stop,))


def choosing_buttons(reply: AlertsOn, words: Words) -> tuple[tuple[Button, ...], ...]:
    """What is told of and what not: a tap turns one over, the last one stops all."""
    on = {*reply.told_of, *((DAYS,) if reply.days else ())}
    rows = []
    for subject in (DAYS, *SUBJECTS):
        mark, way = (_ON, "off") if subject in on else (_OFF, "on")
        label = f"{mark} {words.say('buttons', 'tell', subject)}"
        rows.append((Button(label, f"tell:{subject}:{way}"),))
    return (*rows, (Button(words.say("buttons", "alerts", "off"), "alerts:off"),))


def _round(told: RoundTold, total: int, words: Words) -> ShownRound:
    worth, held, before = told.worth, told.worth.past.held, told.corrected
    was = None
    if before is not None:
        facts = {"kind": kind_name(before.kind, words), "cutoff": before.cutoff}
        key = "kind" if before.kind != held.kind else "cutoff"
        key = "tie_break" if (before.kind, before.cutoff) == (held.kind, held.cutoff) else key
        was = words.say("alerts", "was", key, **facts)
    gap = worth.past.gap
    beside = words.say("alerts", "beside", _way(gap), total=total, points=abs(gap))
    by_tie = not gap and worth.verdict in ("invited", "short")
    verdict = f"{worth.verdict}_by_tie" if by_tie else worth.verdict
    meaning = words.say(
        "alerts", "meaning", verdict, beside=beside, tie_break=held.tie_break, total=total
    )
    name = kind_name(held.kind, words)
    return ShownRound(
        held=held,
        kind=name[0].upper() + name[1:],
        was=was,
        meaning=meaning,
        step=None if worth.admission is None else _step(worth.admission, words),
    )


def _way(gap: int) -> str:
    return "above" if gap > 0 else "below" if gap < 0 else "at"


def _step(admission: Admission, words: Words) -> str | None:
    """The first step that would open the kind, or the work it still asks for."""
    for cause in admission.causes:
        if cause.work is not None:
            facts = {"work": cause.work, "months": cause.months}
            return words.say("rounds", "steps", "category_work", **facts)
    step = next(iter(admission.steps), None)
    return None if step is None else action_name(step, words)


def _rules(told: RulesTold, words: Words) -> ShownRules:
    change, entries = told.change, told.entries
    sources = {source.id: source for entry in entries for source in entry.sources}.values()
    first = sorted(sources, key=lambda source: KINDS.index(source.kind))[:_MOST_SOURCES]
    return ShownRules(
        since=change.since,
        before=change.total_before,
        after=change.total_after,
        opened=_kinds(change.opened, words),
        shut=_kinds(change.shut, words),
        sources=words.formats.listed([source_name(each, words) for each in first]),
        confirmed=all(entry.confirmed for entry in entries),
    )


def _kinds(kinds: Iterable[RoundKind], words: Words) -> str | None:
    named = [words.say("rounds", "short", kind) for kind in kinds]
    return words.formats.listed(named) if named else None
