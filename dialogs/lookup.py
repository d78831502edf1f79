"""Looking up what words are about: the guide and the wishes, by whatever ranks them.

A clear winner is answered, a close race offers the first three, and of what is not near anything
it is said that nothing was found. The bounds were chosen on questions written for that
(``tests/messages/guide/development_*.toml``), and ``NEAR`` by the totals of the held-out ones, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs import wishes
from dialogs.conversation import LANGUAGES
from dialogs.replies_guide import DidYouMean, GuideEntry, NotFound
from dialogs.you import you

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.ranking import Hit
    from dialogs.turn import Outcome, Turn

NEAR = 0.26
"""Less sure is not near."""
LEAD = 0.05
"""How much surer a clear winner is than the next."""
SURE = 0.5
"""So sure is a statement taken for a question, while another question is open."""
CERTAIN = 0.95
"""So sure is a statement about oneself taken for a question: it is asked in these very words."""
MOST_OFFERED = 3
_OFFERED_ONLY = frozenset({"alerts", "alerts_off"})
"""Wishes that change something at once: never done because words were like them."""


def sort_out(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """One clear winner, two or three in a close race, or none that is near."""
    near = [hit for hit in hits if hit.confidence >= NEAR]
    if not near:
        return ()
    first, *others = near
    if all(first.confidence - other.confidence >= LEAD for other in others[:1]):
        return (first,)
    return tuple(near[:MOST_OFFERED])


def look_up(turn: Turn, text: str, *, least: float = NEAR) -> Outcome | None:
    """What the words are about; None when nothing is near, or as sure as is wanted.

    Where the words of the person's language are not near anything, those of another may be.
    Numbers alone are about nothing.
    """
    if not any(map(str.isalpha, text)):
        return None
    found = sort_out(turn.ranking.rank(text, turn.conversation.language))
    if least > NEAR and (len(found) != 1 or found[0].confidence < least):
        return None
    if found:
        return _answer(turn, found)
    for language in LANGUAGES:
        found = sort_out(turn.ranking.rank(text, language))
        if len(found) == 1:
            return _answer(turn.with_(language=language), found)
    return None


def entry_for(turn: Turn, text: str) -> GuideEntry | None:
    """The entry that the words are clearly about; None for a close race, a wish or nothing."""
    found = sort_out(turn.ranking.rank(text, turn.conversation.language))
    if len(found) != 1 or found[0].kind != "entry":
        return None
    return GuideEntry(found[0].id, you(turn.walked, turn.record), turn.record)


def show(turn: Turn, entry: str) -> Outcome:
    """An entry of the guide; the open question comes back below it."""
    newcomer = not turn.conversation.started
    return turn.remark(GuideEntry(entry, you(turn.walked, turn.record), turn.record, newcomer))


def not_found(turn: Turn) -> Outcome:
    """That nothing is known of what was said."""
    return turn.remark(NotFound(newcomer=not turn.conversation.started))


def _answer(turn: Turn, found: tuple[Hit, ...]) -> Outcome:
    first, *others = found
    if others or first.id in _OFFERED_ONLY:
        return turn.remark(DidYouMean(found))
    return show(turn, first.id) if first.kind == "entry" else wishes.fulfil(turn, first.id)
