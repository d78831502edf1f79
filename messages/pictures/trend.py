"""The cut-offs of a kind of round over two years, beside somebody's total."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from messages.pictures.days import months, share
from messages.pictures.picture import drawing
from messages.pictures.scale import Scale
from messages.words import words

if TYPE_CHECKING:
    from datetime import date

    from dialogs.conversation import Language
    from messages.message import Drawing

_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class TrendFacts:
    """What the picture shows."""

    title: str
    cutoffs: tuple[tuple[date, int], ...]
    """The day and the cut-off of each round, oldest first; at least one."""
    until: date
    """How far the rounds are known."""
    total: int | None
    """The person's; None while it is not known."""


def trend_drawing(facts: TrendFacts, language: Language) -> Drawing:
    """A dot a round, as it waits to be drawn."""
    return drawing("trend", language, _shown(facts, language))


def _shown(facts: TrendFacts, language: Language) -> dict[str, Any]:
    said = words(language)
    (start, _), *_, (_, last) = facts.cutoffs
    own = () if facts.total is None else (facts.total,)
    scale = Scale.around([*(cutoff for _, cutoff in facts.cutoffs), *own])
    return {
        "title": facts.title,
        "summary": said.say("pictures", "trend", "summary", last=last, until=facts.until),
        "rounds": [
            {"at": share(on, start, facts.until), "cutoff": scale.share(cutoff)}
            for on, cutoff in facts.cutoffs
        ],
        "lines": [
            {"at": scale.share(tick), "label": said.formats.score(tick)}
            for tick in scale.ticks(_MOST_LINES)
        ],
        "months": list(months(start, facts.until, said)),
        "total": facts.total
        and {
            "at": scale.share(facts.total),
            "label": said.say("pictures", "trend", "total", total=facts.total),
        },
    }
