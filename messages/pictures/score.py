"""The score against its maximum, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from messages.pictures.picture import Picture, drawing, picture
from messages.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialogs.conversation import Language
    from messages.message import Drawing
    from messages.pictures.facts import ScoreFacts
    from messages.words import Words


def score_picture(facts: ScoreFacts, language: Language) -> Picture:
    """One bar for the total and one for each section, each as long as what it can give."""
    said = words(language, facts.on)
    return picture("score", language, _shown(facts, said), _caption(facts, said))


def score_drawing(facts: ScoreFacts, language: Language) -> Drawing:
    """The same picture as it waits to be drawn."""
    return drawing("score", language, _shown(facts, words(language, facts.on)))


def _shown(facts: ScoreFacts, said: Words) -> dict[str, Any]:
    """What the layout takes, in words."""
    longest = max((section.most for section in facts.sections), default=1)
    return {
        "title": said.say("pictures", "score", "title" if _exact(facts) else "title_range"),
        "total": said.say("pictures", "score", "total", **_range(facts)),
        "most": said.say("pictures", "score", "of", most=said.law.maximum),
        "low": facts.low / said.law.maximum,
        "high": facts.high / said.law.maximum,
        "sections": [
            {
                "name": section.name,
                "points": said.formats.number(section.total),
                "most": said.say("pictures", "score", "of", most=section.most),
                "share": section.total / section.most,
                "length": section.most / longest,
            }
            for section in facts.sections
        ],
        "remarks": list(_remarks(facts, said)),
    }


def _caption(facts: ScoreFacts, said: Words) -> Iterator[str]:
    key = "caption" if _exact(facts) else "caption_range"
    yield said.say("pictures", "score", key, **_range(facts), most=said.law.maximum)
    for section in facts.sections:
        yield said.say("pictures", "score", "caption_section", section=section)
    yield from _remarks(facts, said)


def _remarks(facts: ScoreFacts, said: Words) -> Iterator[str]:
    if facts.sections and not _exact(facts):
        yield said.say("pictures", "score", "counted")
    if facts.on and facts.rules:
        yield said.say("pictures", "score", "as_of", on=facts.on)
        yield said.say("pictures", "score", "rules", rules=facts.rules)


def _exact(facts: ScoreFacts) -> bool:
    return facts.low == facts.high


def _range(facts: ScoreFacts) -> dict[str, int]:
    return {"low": facts.low, "high": facts.high}
