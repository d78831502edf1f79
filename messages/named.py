"""Questions by their titles, as what something rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from messages.words import Words

_MOST = 4


def named_questions(questions: Sequence[str], words: Words) -> str | None:
    """The titles of a few questions, and that there are more; None of none."""
    titles = [words.say("questions", each, "title") for each in questions]
    if len(titles) > _MOST:
        titles = [*titles[: _MOST - 1], words.say("rounds", "more_questions")]
    return ", ".join(titles) if titles else None
