"""What a message holds besides facts and says nothing more: where somebody comes from, talk."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dialogs.reading.facts.lexicon import lexicon
from dialogs.reading.facts.stretches import places
from dialogs.reading.text import word_set

if TYPE_CHECKING:
    from dialogs.reading.facts.message import Message

_FROM = word_set("from in of at de d du des en au aux a l the la le based living native")


def read_harmless(message: Message) -> None:
    """A country of origin or of residence is no fact, and nothing that was not understood."""
    for place in places(message):
        start = place.start
        while start > 0 and message.words[start - 1] in _FROM and message.told(start - 1, start):
            start -= 1
        alone = (
            start == 0 or message.words[start - 1] in ",./" or not message.free(start - 1, start)
        )
        if start < place.start or alone:
            message.pass_over(start, place.end)


@cache
def harmless() -> frozenset[str]:
    """Words that say nothing by themselves."""
    return frozenset(word for phrase in lexicon("talk.harmless") for word in phrase.split())
