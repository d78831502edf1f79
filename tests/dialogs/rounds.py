"""What a person in tests is shown of rounds and of chances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.replies_rounds import ChancesShown, RoundsShown

if TYPE_CHECKING:
    from dialogs.replies import Reply


def chances(replies: tuple[Reply, ...]) -> ChancesShown:
    (reply,) = replies
    assert isinstance(reply, ChancesShown)
    return reply


def rounds(replies: tuple[Reply, ...]) -> RoundsShown:
    reply = replies[0]
    assert isinstance(reply, RoundsShown)
    return reply
