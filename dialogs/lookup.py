"""Looking up what words are about: the guide and the wishes, by whatever ranks them.

A clear winner is answered, of a close race the first three are offered, and where nothing is found
it is said so. The bounds were chosen on questions written for that
(``tests/messages/guide/development_*.toml``).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dialogs import alerts, meant
from dialogs.conversation import LANGUAGES
from dialogs.ranking import Hit
from dialogs.reading.asking import asks
from dialogs.reading.families import read_family
from dialogs.reading.results_named import read_result_named
from dialogs.reading.tongue import is_in
from dialogs.replies_guide import DidYouMean, GuideContents, GuideEntry, NotFound
from dialogs.you import of_family, of_result, you

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.ranking import HitKind
    from dialogs.turn import Outcome, Turn

NEAR = 0.02
"""Less likely is not near."""
CLEAR = 0.6
"""So likely is a clear winner."""
LIKELY = 0.45
"""So likely is what words that tell something may ask, too."""
SURE = 0.8
"""So sure is a statement taken for a question: about oneself, or while a question is open."""
EXACT = 0.97
"""So sure is what was asked for in its very words."""
MOST_OFFERED = 3
_OFFERED_ONLY = frozenset({*alerts.WISHES, "alerts_off", "skip"})
"""Wishes that change something at once: never done because words were like them."""


def sort_out(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """One clear winner, two or three in a close race, or none that is near."""
    near = [hit for hit in hits if hit.confidence >= NEAR]
    if not near:
        return ()
    return tuple(near[:1] if near[0].confidence >= CLEAR else near[:MOST_OFFERED])


def look_up(turn: Turn, text: str, *, least: float = NEAR) -> Outcome | None:
    """What the words are about; None when nothing is near, or as sure as is wanted.

    Where words that may be of either language are not near anything in the person's own, they may
    be in another, if an entry is: "non" is French, and not the beginning of "non-accompanying".
    Numbers and single letters alone are about nothing.
    """
    if not any(sum(map(str.isalpha, word)) > 1 for word in text.split()):
        return None
    hits = _as_wishes(turn.ranking.rank(text, turn.conversation.language), text)
    found = sort_out(hits)
    if least > NEAR and (len(found) != 1 or found[0].confidence < least):
        return None
    if found:
        return _answer(turn, hits, text)
    if is_in(text, turn.conversation.language):
        return None
    for language in LANGUAGES:
        hits = _as_wishes(turn.ranking.rank(text, language), text)
        found = sort_out(hits)
        if len(found) == 1 and found[0].kind == "entry":
            return _answer(turn.with_(language=language), hits, text)
    return None


def found_in_guide(
    turn: Turn, text: str, *, least: float = CLEAR, beside: str | None = None
) -> GuideEntry | DidYouMean | None:
    """The entry that the words are about, or those they may be; None for a wish or nothing.

    ``beside`` is a wish that the words name as well: the entry that only explains it is none.
    """
    hits = _as_wishes(turn.ranking.rank(text, turn.conversation.language), text)
    found = sort_out(hits)
    if not found or found[0].kind != "entry" or found[0].confidence < least:
        return None
    if beside is not None and found[0].explains == beside:
        return None
    return DidYouMean(found) if len(found) > 1 else _entry(turn, found[0].id, _beside(hits), text)


def show(turn: Turn, entry: str) -> Outcome:
    """An entry of the guide; the open question comes back below it."""
    return turn.remark(_entry(turn, entry))


def not_found(turn: Turn) -> Outcome:
    """That nothing is known of what was said."""
    return turn.remark(NotFound(newcomer=not turn.conversation.started))


def _as_wishes(hits: Sequence[Hit], text: str) -> Sequence[Hit]:
    """With the wish in place of the entry that explains it, where the words do not ask about it.

    "Remove all my data" wants it done; "how do I remove my data?" asks.
    """
    if asks(text) or not any(hit.explains for hit in hits):
        return hits
    wanted: dict[tuple[HitKind, str], float] = defaultdict(float)
    for hit in hits:
        wanted[("wish", hit.explains) if hit.explains else (hit.kind, hit.id)] += hit.confidence
    merged = (Hit(kind, id_, confidence) for (kind, id_), confidence in wanted.items())
    return sorted(merged, key=lambda hit: -hit.confidence)


def _answer(turn: Turn, hits: Sequence[Hit], text: str) -> Outcome:
    first, *others = found = sort_out(hits)
    if others or first.id in _OFFERED_ONLY:
        return turn.remark(DidYouMean(found))
    if first.kind == "section":
        return turn.remark(GuideContents(first.id))
    if first.kind == "wish":
        return meant.fulfil(turn, first.id, text)
    return turn.remark(_entry(turn, first.id, _beside(hits), text))


def _entry(turn: Turn, id_: str, beside: tuple[Hit, ...] = (), text: str = "") -> GuideEntry:
    """An entry, for the family or the test result that the words name where they name one."""
    newcomer = not turn.conversation.started
    known = you(turn.walked, turn.record)
    family, result = read_family(text), read_result_named(text, turn.today)
    if family is not None:
        known = of_family(known, family, turn.today)
    if result is not None:
        known = of_result(known, result, turn.today)
    return GuideEntry(id_, known, turn.record, newcomer, beside)


def _beside(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """What else may be meant, where the clear winner is not sure."""
    if not hits or hits[0].confidence >= EXACT:
        return ()
    return tuple(hit for hit in hits[1:MOST_OFFERED] if hit.confidence >= NEAR)
