"""What somebody in tests tells of themselves in passing, and what is shown back of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.replies_told import FactsRead

if TYPE_CHECKING:
    from dialogs.conversation import Answer
    from tests.dialogs.talk import Talk

FLUENT = "im 31 married masters from india ielts 8 7.5 7 7, 4 yrs software engineer, whats my score"


def read(talk: Talk) -> FactsRead:
    """The facts that the last event showed back."""
    return next(reply for reply in talk.replies if isinstance(reply, FactsRead))


def shown(talk: Talk) -> dict[str, Answer]:
    return {fact.echo.question: fact.echo.answer for fact in read(talk).facts}
