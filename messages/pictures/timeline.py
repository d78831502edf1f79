"""The step chart of the total over time: when it changes by itself, and why."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from messages.pictures.days import months, share
from messages.pictures.picture import Picture, drawing, picture
from messages.pictures.scale import Scale, direction, spread
from messages.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from dialogs.conversation import Language
    from messages.message import Drawing
    from messages.pictures.facts import Change, TimelineFacts
    from messages.words import Words

MOST_LISTED = 8
_MARKER_GAP = 0.075
_MOST_LINES = 6


class Stretch(NamedTuple):
    """A time in which the total stays the same; it ends where the next begins."""

    start: date
    end: date
    total: int


def timeline_picture(facts: TimelineFacts, language: Language) -> Picture:
    """The total as steps, a number on each change, the best stretch in colour, a list below."""
    said = words(language)
    return picture("timeline", language, _shown(facts, said), _caption(facts, said))


def timeline_drawing(facts: TimelineFacts, language: Language) -> Drawing:
    """The same picture as it waits to be drawn."""
    return drawing("timeline", language, _shown(facts, words(language)))


def _shown(facts: TimelineFacts, said: Words) -> dict[str, Any]:
    """What the layout takes, in words."""
    stretches = list(_stretches(facts))
    scale = Scale.around([stretch.total for stretch in stretches])
    best = best_stretch(facts)
    at = [_when(change.on, facts) for change in facts.changes[:MOST_LISTED]]
    more = len(facts.changes) - len(at)
    return {
        "title": said.say("pictures", "timeline", "title"),
        "summary": _summary(facts, best, said),
        "stretches": [
            {
                "from": _when(stretch.start, facts),
                "to": _when(stretch.end, facts),
                "at": scale.share(stretch.total),
                "total": said.formats.score(stretch.total),
            }
            for stretch in stretches
        ],
        "best": best and {"from": _when(best.start, facts), "to": _when(best.end, facts)},
        "lines": [
            {"at": scale.share(tick), "label": said.formats.score(tick)}
            for tick in scale.ticks(_MOST_LINES)
        ],
        "months": list(months(facts.today, facts.end, said)),
        "changes": [
            {"at": true, "marker": marker, **_change(change, before, said)}
            for true, marker, (before, change) in zip(
                at, spread(at, _MARKER_GAP), _changes(facts), strict=False
            )
        ],
        "more": said.say("pictures", "timeline", "more", count=more) if more else None,
    }


def best_stretch(facts: TimelineFacts) -> Stretch | None:
    """The first of the highest stretches; None where the total never changes."""
    stretches = list(_stretches(facts))
    if len({stretch.total for stretch in stretches}) == 1:
        return None
    return max(stretches, key=lambda stretch: stretch.total)


def _stretches(facts: TimelineFacts) -> Iterator[Stretch]:
    starts = [(facts.today, facts.total), *((change.on, change.total) for change in facts.changes)]
    for (start, total), (end, _) in pairwise([*starts, (facts.end, 0)]):
        yield Stretch(start, end, total)


def _changes(facts: TimelineFacts) -> Iterator[tuple[int, Change]]:
    """Each change with the total before it."""
    before = facts.total
    for change in facts.changes:
        yield before, change
        before = change.total


def _when(day: date, facts: TimelineFacts) -> float:
    return share(day, facts.today, facts.end)


def _change(change: Change, before: int, said: Words) -> dict[str, Any]:
    return {
        "on": said.formats.date(change.on),
        "gain": said.formats.signed(change.total - before),
        "direction": direction(change.total - before),
        "total": said.formats.score(change.total),
        "causes": _causes(change, said),
    }


def _causes(change: Change, said: Words) -> str:
    return ", ".join(said.say("pictures", "causes", cause) for cause in change.causes)


def _summary(facts: TimelineFacts, best: Stretch | None, said: Words) -> str:
    if best is None:
        return said.say("pictures", "timeline", "steady", total=facts.total, end=facts.end)
    key = "best_from_now" if best.start == facts.today else "best"
    if best.end == facts.end:
        key = "best_to_the_end"
    return said.say("pictures", "timeline", key, best=best)


def _caption(facts: TimelineFacts, said: Words) -> Iterator[str]:
    yield said.say("pictures", "timeline", "caption", today=facts.today, total=facts.total)
    for before, change in _changes(facts):
        yield said.say("pictures", "timeline", "caption_change", **_change(change, before, said))
    yield _summary(facts, best_stretch(facts), said)
