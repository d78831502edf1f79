"""Buttons under an answer of the guide, its contents, and what may be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.replies_guide import DidYouMean, GuideContents, GuideEntry, NotFound
from messages.answers import shorten
from messages.guide.entries import entries
from messages.guide.telling import contents, related, title
from messages.message import Button
from messages.rows import alone, arrange, commands

if TYPE_CHECKING:
    from dialogs.ranking import Hit
    from messages.rows import Rows
    from messages.words import Words


def guide_buttons(reply: GuideEntry | GuideContents | DidYouMean | NotFound, words: Words) -> Rows:
    """What is related to an answer, or what may be meant; and for a newcomer a way to begin."""
    if isinstance(reply, DidYouMean):
        return alone(_found(hit, words) for hit in reply.hits)
    if isinstance(reply, GuideContents):
        back = () if reply.section is None else ("guide",)
        return (*arrange(contents(reply.section, words)), *commands(back, words))
    begin = ("start",) if reply.newcomer else ()
    if isinstance(reply, NotFound):
        return commands(("guide", *(begin or ("score",)), "help"), words)
    buttons = [*(_found(hit, words) for hit in reply.beside), *related(reply.id, words)]
    near = alone({button.data: button for button in buttons}.values())
    return (*near, *commands((*entries()[reply.id].offers, *begin), words))


def _found(hit: Hit, words: Words) -> Button:
    if hit.kind == "entry":
        return Button(shorten(title(hit.id, words)), f"guide:{hit.id}")
    return Button(words.say("buttons", "command", hit.id), f"cmd:{hit.id}")
