"""The cut-offs of kinds of rounds over two years, beside what somebody competes with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from messages.pictures.days import months, share
from messages.pictures.picture import drawing
from messages.pictures.scale import Scale
from messages.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dialogs.conversation import Language
    from messages.message import Drawing
    from messages.words import Words

_MOST_LINES = 6
_MOST_LINES_OF_SEVERAL = 4


@dataclass(frozen=True, slots=True)
class TrendFacts:
    """One kind of round."""

    title: str
    cutoffs: tuple[tuple[date, int], ...]
    """The day and the cut-off of each round, oldest first; at least one."""
    until: date
    """How far the rounds are known."""
    total: int | None
    """The person's; None while it is not known."""
    after_step: bool = False
    """Whether it is their total after the step that would open such rounds."""


def trend_drawing(facts: TrendFacts, language: Language) -> Drawing:
    """A dot a round, as it waits to be drawn."""
    said = words(language)
    last = facts.cutoffs[-1][1]
    summary = said.say("pictures", "trend", "summary", last=last, until=facts.until)
    return drawing("trend", language, _shown(facts.title, summary, (facts,), said))


def trends_drawing(kinds: Sequence[TrendFacts], language: Language) -> Drawing:
    """The same for several kinds, one below the other over the same months; at least one."""
    said = words(language)
    if len(kinds) == 1:
        return trend_drawing(kinds[0], language)
    title = said.say("pictures", "trend", "title")
    summary = said.say("pictures", "trend", "summary_of_several", until=kinds[0].until)
    return drawing("trend", language, _shown(title, summary, kinds, said))


def _shown(title: str, summary: str, kinds: Sequence[TrendFacts], said: Words) -> dict[str, Any]:
    start, until = min(kind.cutoffs[0][0] for kind in kinds), kinds[0].until
    return {
        "title": title,
        "summary": summary,
        "panels": [_panel(kind, start, len(kinds), said) for kind in kinds],
        "months": list(months(start, until, said)),
    }


def _panel(facts: TrendFacts, start: date, panels: int, said: Words) -> dict[str, Any]:
    own = () if facts.total is None else (facts.total,)
    scale = Scale.around([*(cutoff for _, cutoff in facts.cutoffs), *own])
    label = "after_step" if facts.after_step else "total"
    return {
        "name": facts.title,
        "rounds": [
            {"at": share(on, start, facts.until), "cutoff": scale.share(cutoff)}
            for on, cutoff in facts.cutoffs
        ],
        "lines": [
            {"at": scale.share(tick), "label": said.formats.score(tick)}
            for tick in scale.ticks(_MOST_LINES if panels == 1 else _MOST_LINES_OF_SEVERAL)
        ],
        "total": facts.total
        and {
            "at": scale.share(facts.total),
            "label": said.say("pictures", "trend", label, total=facts.total),
        },
    }
