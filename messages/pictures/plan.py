"""The waterfall from today's total through the steps of a plan to the target."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

from messages.pictures.picture import Picture, drawing, picture
from messages.pictures.scale import Scale, direction
from messages.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialogs.conversation import Language
    from messages.message import Drawing
    from messages.pictures.facts import PlanFacts
    from messages.words import Words


def plan_picture(facts: PlanFacts, language: Language) -> Picture:
    """A bar for today, one for each step, one for the end; a line where the target is."""
    said = words(language)
    return picture("plan", language, _shown(facts, said), _caption(facts, said))


def plan_drawing(facts: PlanFacts, language: Language) -> Drawing:
    """The same picture as it waits to be drawn."""
    return drawing("plan", language, _shown(facts, words(language)))


def _shown(facts: PlanFacts, said: Words) -> dict[str, Any]:
    """What the layout takes, in words."""
    totals = list(accumulate((step.gain for step in facts.steps), initial=facts.start))
    aims = [] if facts.target is None else [facts.target]
    scale = Scale.around([*totals, *aims])
    return {
        "title": _title(facts, said),
        "start": {
            "name": said.say("pictures", "plan", "start"),
            "total": said.formats.score(facts.start),
            "at": scale.share(facts.start),
        },
        "steps": [
            {
                "label": step.label,
                "detail": _detail(step.months, step.cost_cad, said),
                "gain": said.formats.signed(step.gain),
                "total": said.formats.score(after),
                "direction": direction(step.gain),
                "from": scale.share(min(before, after)),
                "to": scale.share(max(before, after)),
            }
            for step, before, after in zip(facts.steps, totals, totals[1:], strict=False)
        ],
        "end": {
            "name": said.say("pictures", "plan", "end"),
            "total": said.formats.score(facts.end),
            "at": scale.share(facts.end),
        },
        "target": _target(facts, scale, said),
        "remarks": list(_remarks(facts, said)),
    }


def _title(facts: PlanFacts, said: Words) -> str:
    if facts.target is None:
        return said.say("pictures", "plan", "title", start=facts.start, end=facts.end)
    return said.say("pictures", "plan", "title_target", start=facts.start, target=facts.target)


def _target(facts: PlanFacts, scale: Scale, said: Words) -> dict[str, Any] | None:
    if facts.target is None:
        return None
    missing = facts.target - facts.end
    return {
        "label": said.say("pictures", "plan", "target", target=facts.target),
        "at": scale.share(facts.target),
        "reached": missing <= 0,
        "verdict": _verdict(missing, said),
    }


def _verdict(missing: int, said: Words) -> str:
    if missing > 0:
        return said.say("pictures", "plan", "missing", points=missing)
    return said.say("pictures", "plan", "reached")


def _detail(months: int | None, cost: int | None, said: Words) -> str:
    """How long it takes and what it costs, as far as that is known."""
    parts = []
    if months is not None:
        parts.append(said.say("pictures", "plan", "months", months=months))
    if cost is not None:
        parts.append(said.say("pictures", "plan", "cost", cost=cost))
    return " · ".join(parts)


def _remarks(facts: PlanFacts, said: Words) -> Iterator[str]:
    if facts.aimed is not None:
        yield facts.aimed
    if in_all := _detail(facts.months, facts.cost_cad, said):
        yield said.say("pictures", "plan", "in_all", detail=in_all)
    if len(facts.steps) > 1:
        yield said.say("pictures", "plan", "order")


def _caption(facts: PlanFacts, said: Words) -> Iterator[str]:
    yield said.say("pictures", "plan", "caption_start", start=facts.start)
    for step in facts.steps:
        detail = _detail(step.months, step.cost_cad, said)
        yield said.say("pictures", "plan", "caption_step", step=step, detail=detail)
    yield said.say("pictures", "plan", "caption_end", end=facts.end)
    if facts.target is not None:
        target = said.say("pictures", "plan", "target", target=facts.target)
        verdict = _verdict(facts.target - facts.end, said)
        yield said.say("pictures", "plan", "caption_target", target=target, verdict=verdict)
    yield from _remarks(facts, said)
