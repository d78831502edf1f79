"""Broadcasts as the person meets them: stopped with one tap, and wanted again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.replies import Notice

if TYPE_CHECKING:
    from dialogs.turn import Outcome, Turn


def turn_on(turn: Turn) -> Outcome:
    """News from now on."""
    return turn.with_(news=True).remark(Notice("news_on"))


def turn_off(turn: Turn) -> Outcome:
    """No more of them, until the person says otherwise."""
    return turn.with_(news=False).remark(Notice("news_off"))
