"""The replies that tell of something new: rounds, and changes of the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dialogs.replies_rounds import AsOf
    from scoring.developments import RoundFacts
    from scoring.parameters.tree import Entry
    from scoring.round_worth import RoundWorth
    from scoring.rules_change import RulesChange


@dataclass(frozen=True, slots=True)
class RoundTold:
    """One round, and what it means for the person."""

    worth: RoundWorth
    corrected: RoundFacts | None = None
    """What was known of it before, where that has turned the answer."""


@dataclass(frozen=True, slots=True)
class RulesTold:
    """What rules that are new changed for the person."""

    change: RulesChange
    entries: tuple[Entry, ...]
    """The values that began that day."""


@dataclass(frozen=True, slots=True)
class Alert:
    """All that is new for one person, in one message."""

    total: int
    range: tuple[int, int] | None
    """The least and the greatest total while an answer that counts is not known."""
    as_of: AsOf | None
    rounds: tuple[RoundTold, ...]
    """Those that would have invited first, then by points."""
    more: int
    """How many further ones are not told one by one."""
    rules: tuple[RulesTold, ...]
