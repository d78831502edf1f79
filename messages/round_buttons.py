"""Buttons under the screens of rounds: kinds to choose from, pages to turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.past import ALL
from dialogs.replies_rounds import ChancesShown, OneKindShown, RoundsShown
from messages.message import Button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.replies import Reply
    from messages.words import Words

_A_ROW = 3
"""Kinds in a row: their labels are short."""
_MOST_KINDS = 6
"""Kinds below somebody's chances, of which the rounds can be looked at."""


def round_buttons(reply: Reply, words: Words) -> tuple[tuple[Button, ...], ...]:
    """The rows of a list of rounds, or of somebody's chances, without the commands below.

    None under anything else.
    """
    if isinstance(reply, ChancesShown):
        kinds = [each.admission.kind for each in (*reply.open, *reply.near)]
        return _rows([_kind(kind, words) for kind in kinds[:_MOST_KINDS]])
    if isinstance(reply, OneKindShown):
        return _rows([_kind(reply.stands.admission.kind, words)])
    if not isinstance(reply, RoundsShown):
        return ()
    others = [_kind(kind, words) for kind in reply.kinds if kind != reply.kind]
    if reply.kind is not None and reply.as_of is not None:
        others.insert(0, Button(words.say("buttons", "rounds", "all"), f"rounds:{ALL}:0"))
    turns = ((reply.page - 1, "newer"), (reply.page + 1, "older"))
    pages = tuple(
        Button(words.say("buttons", "rounds", way), f"rounds:{reply.kind or ALL}:{page}")
        for page, way in turns
        if 0 <= page < reply.pages
    )
    return (*((pages,) if pages else ()), *_rows(others))


def _kind(kind: str, words: Words) -> Button:
    return Button(words.say("rounds", "short", kind), f"rounds:{kind}:0")


def _rows(buttons: Sequence[Button]) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(buttons[at : at + _A_ROW]) for at in range(0, len(buttons), _A_ROW))
