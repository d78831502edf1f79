"""Lengths that are none of work: how long somebody has been married, or somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.reading.facts.lexicon import lexicon, phrase_at

if TYPE_CHECKING:
    from dialogs.reading.facts.message import Message
    from dialogs.reading.facts.stretches import Stretch


def only_there(message: Message, stretch: Stretch) -> bool:
    """``I am in Toronto for 3 years``: who only is somewhere does not say that they work there."""
    begin, _ = message.clause(stretch.start)
    at = begin if stretch.place is None else stretch.place.start
    while at > begin and message.words[at - 1] in lexicon("work.at_place"):
        at -= 1
    return any(
        phrase_at(message.words, before, name) == at
        for before in range(begin, at)
        for name in ("work.there", "couple.any", "couple.unclear")
    )


def lasted_otherwise(message: Message, stretch: Stretch) -> bool:
    """``married for 3 years``: what stands before the length is what lasted so long."""
    at = stretch.start - 1
    while at >= 0 and message.words[at] in {"for", "since", "depuis", "about", "pendant"}:
        at -= 1
    return (
        at >= 0
        and message.words[at] in lexicon("work.no_work") - lexicon("people.spouse")
        and (at < stretch.start - 1 or message.words[stretch.start] in {"since", "depuis"})
    )
